"""What a file of the old Office format is, told by the names of the streams in it."""

from __future__ import annotations

from typing import Literal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Kind = Literal["word", "encrypted", "other"]

_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("WordDocument", "word"),
    ("EncryptedPackage", "encrypted"),
)


def ole_kind(data: bytes) -> Kind | None:
    """An old Word file, a new one under a password, or something else; None for no OLE file.

    The directory of streams spells their names in UTF-16; it stands anywhere in the file.
    """
    if not data.startswith(OLE):
        return None
    for name, kind in _STREAMS:
        if name.encode("utf-16-le") in data:
            return kind
    return "other"
