"""Verdicts → their JSON, as it is published."""

from __future__ import annotations

from counterdraft.model.verdict import Verdicts
from counterdraft.text.in_json import in_json


def to_json(found: Verdicts) -> str:
    """The verdicts, indented."""
    return in_json(found)
