"""A Comparison → its JSON."""

from __future__ import annotations

from counterdraft.model import Comparison
from counterdraft.text.in_json import in_json


def to_json(comparison: Comparison) -> str:
    """The comparison as it is, indented; spans are pairs of offsets into either text."""
    return in_json(comparison)
