"""Findings → text for a terminal: each with its evidence, why, and what speaks against it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from counterdraft.model.finding import Finding, Findings
from counterdraft.text.printable import printable
from counterdraft.wording.flagged import (
    SURENESS,
    by_kind,
    ending,
    marked,
    precedent_said,
    summary,
    whose,
)

_INDENT = "    "
_NARROWEST = 30
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def to_text(findings: Findings, *, width: int = 100, colour: bool = False) -> str:
    """The findings in lines of at most ``width`` columns, headings bold where there is colour."""
    width = max(width, _NARROWEST)
    lines = [line for each in summary(findings) for line in _wrapped(each, width)]
    for title, found in by_kind(findings):
        lines += ["", f"{_BOLD}{title}{_PLAIN}" if colour else title]
        for finding in found:
            lines += ["", *(line for each in _told(finding) for line in _wrapped(each, width))]
    for each in ending(findings):
        lines += ["", *_wrapped(each, width)]
    return "\n".join(lines) + "\n"


def _told(finding: Finding) -> Iterator[str]:
    mark = "?" if finding.question else "-"
    yield f"{mark} {finding.statement} [{finding.rule}, {SURENESS[finding.confidence]}]"
    for quoted in finding.evidence:
        yield f"{_INDENT}{whose(quoted)}: “{marked(quoted)}”"
    yield f"{_INDENT}Why: {finding.why}"
    for reason in finding.against:
        yield f"{_INDENT}Against it: {reason}"
    for precedent in finding.precedents:
        yield f"{_INDENT}Precedent: {precedent_said(precedent)}: “{precedent.quote}”"
    yield f"{_INDENT}Source of the rule: {finding.source}"


def _wrapped(block: str, width: int) -> list[str]:
    indent = _INDENT if block.startswith(_INDENT) else ""
    line = indent + " ".join(printable(block).split())
    return textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False)
