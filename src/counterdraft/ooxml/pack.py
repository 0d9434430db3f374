"""Parts → the bytes of a Word file: the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

# The earliest that a zip archive can tell.
_STAMP = (1980, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The file of these parts, in their order; nothing in it tells when or where it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, content)
    return out.getvalue()
