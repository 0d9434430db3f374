"""Findings → Markdown: under the titles of their kinds, each with all that bears on it."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.model.finding import Finding, Findings
from counterdraft.text.markdown import plain
from counterdraft.wording.flagged import (
    SURENESS,
    by_kind,
    ending,
    marked,
    precedent_said,
    summary,
    whose,
)


def to_markdown(findings: Findings) -> str:
    """The findings; nothing in the texts becomes markup."""
    title = findings.title or findings.symbol or findings.source
    lines = [f"# Findings: {plain(title)}", ""]
    lines += [f"{plain(each)}\n" for each in summary(findings)]
    for heading, found in by_kind(findings):
        lines += [f"## {plain(heading)}", ""]
        for finding in found:
            lines += [*_told(finding), ""]
    lines += [f"{plain(each)}\n" for each in ending(findings)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _told(finding: Finding) -> Iterator[str]:
    mark = "Question: " if finding.question else ""
    yield f"### {mark}{plain(finding.statement)}"
    yield ""
    yield f"`{finding.rule}`, {SURENESS[finding.confidence]}"
    yield ""
    for quoted in finding.evidence:
        yield f"> {plain(whose(quoted))}: {plain(marked(quoted))}"
        yield ">"
    yield ""
    yield f"- Why: {plain(finding.why)}"
    for reason in finding.against:
        yield f"- Against it: {plain(reason)}"
    for precedent in finding.precedents:
        yield f"- Precedent: {plain(precedent_said(precedent))}: “{plain(precedent.quote)}”"
    yield f"- Source of the rule: {plain(finding.source)}"
