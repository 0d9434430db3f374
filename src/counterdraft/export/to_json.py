"""Resolutions → JSON, by the published contract.

In: the resolutions of a document. Out: one array, as ``counterdraft parse --format json`` writes
it, set on lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.model import Resolution
from counterdraft.text.in_json import in_json


def to_json(resolutions: Sequence[Resolution]) -> str:
    """The resolutions as they are; spans are pairs of offsets into the document's text."""
    return in_json(resolutions)
