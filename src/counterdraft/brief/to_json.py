"""A Report → its JSON."""

from __future__ import annotations

from counterdraft.brief.report import Report
from counterdraft.text.in_json import in_json


def to_json(report: Report) -> str:
    """The report as it is, indented; spans are pairs of offsets into the document's text."""
    return in_json(report)
