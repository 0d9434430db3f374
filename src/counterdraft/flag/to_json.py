"""Findings → their JSON, as the model has them."""

from __future__ import annotations

from counterdraft.model.finding import Findings
from counterdraft.text.in_json import in_json


def to_json(findings: Findings) -> str:
    """The findings as they are published, indented."""
    return in_json(findings)
