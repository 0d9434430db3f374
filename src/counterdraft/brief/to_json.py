"""A Report → its JSON."""

from __future__ import annotations

import msgspec

from counterdraft.brief.report import Report


def to_json(report: Report) -> str:
    """The report as it is, indented; spans are pairs of offsets into the document's text."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
