"""Verdicts → their JSON, as it is published."""

from __future__ import annotations

import msgspec

from counterdraft.model.verdict import Verdicts


def to_json(found: Verdicts) -> str:
    """The verdicts, indented."""
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n"
