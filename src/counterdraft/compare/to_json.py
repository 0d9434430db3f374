"""A Comparison → its JSON."""

from __future__ import annotations

import msgspec

from counterdraft.model import Comparison


def to_json(comparison: Comparison) -> str:
    """The comparison as it is, indented; spans are pairs of offsets into either text."""
    return msgspec.json.format(msgspec.json.encode(comparison), indent=2).decode() + "\n"
