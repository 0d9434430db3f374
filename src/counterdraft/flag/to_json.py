"""Findings → their JSON, as the model has them."""

from __future__ import annotations

import msgspec

from counterdraft.model.finding import Findings


def to_json(findings: Findings) -> str:
    """The findings as they are published, indented."""
    return msgspec.json.format(msgspec.json.encode(findings), indent=2).decode() + "\n"
