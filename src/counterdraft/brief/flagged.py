"""Findings of one kind → a table of a section: what was found, on which words, and against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.case import Case
from counterdraft.brief.report import Group, Row, Statement, Table
from counterdraft.model.finding import Finding, Kind, Quoted
from counterdraft.text.flagged import SURENESS, TITLES, precedent_said, whose

_COLUMNS = ("Finding", "The words", "Why, and what speaks against it")
_NOTE = (
    "A finding is what a rule sees in the words. Clear, probable and weak say how sure it is. No "
    "rule knows one State from another."
)


def findings_of(case: Case, *kinds: Kind) -> list[Finding]:
    """The findings of these kinds, the weightiest first; none where no rules were run."""
    return (
        [e for e in case.known.findings.findings if e.kind in kinds] if case.known.findings else []
    )


def table(case: Case, findings: Sequence[Finding], kinds: Sequence[Kind]) -> Table:
    """The findings in a row each, under the titles of their kinds where there are several."""
    named = len(kinds) > 1
    groups = tuple(
        Group(TITLES[kind] if named else None, rows)
        for kind in kinds
        if (rows := tuple(_row(case, each) for each in findings if each.kind == kind))
    )
    return Table("What rules found", _COLUMNS, groups, _NOTE)


def _row(case: Case, finding: Finding) -> Row:
    sure = Statement(f"({SURENESS[finding.confidence]})")
    said = Statement(finding.statement)
    words = tuple(_words(case, each) for each in finding.evidence)
    return Row(((said, sure), words, tuple(_reasons(finding))))


def _words(case: Case, quoted: Quoted) -> Statement:
    """Words of the text with their place; of another text by its name."""
    said = f"{whose(quoted)}: “{quoted.quote}”"
    if quoted.text != "this" or quoted.span is None:
        return Statement(said[:1].upper() + said[1:])
    return Statement(said, case.around(quoted.span))


def _reasons(finding: Finding) -> Iterator[Statement]:
    yield Statement(f"Why: {finding.why}")
    for reason in finding.against:
        yield Statement(f"Against it: {reason}")
    for each in finding.precedents:
        yield Statement(f"Precedent: {precedent_said(each)}: “{each.quote}”")
    yield Statement(f"Rule {finding.rule}: {finding.source}.")
