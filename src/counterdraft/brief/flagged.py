"""Findings → tables of a section: what was found, on which words, why, and what is against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.case import Case
from counterdraft.brief.report import Bullets, Cell, Evidence, Group, Part, Row, Statement, Table
from counterdraft.model.finding import Finding, Kind, Quoted
from counterdraft.wording.english import counted, sentence, shortened
from counterdraft.wording.flagged import SURENESS, TITLES, precedent_said, whose

FOUND = "What rules found"
MOST = 3  # quotations of one text for a finding
QUOTED, BESIDE = 260, 180  # characters of a quotation of the draft, and of another text
_COLUMNS = ("The words", "Why, and what speaks against it")
_NOTE = (
    "A finding is what a rule sees in the words. Clear, probable and weak say how sure it is. No "
    "rule knows one State from another."
)
_CLOSED = (".", ";", ":", ",", "\u2026", "?", "!")


def findings_of(case: Case, *kinds: Kind) -> list[Finding]:
    """The findings of these kinds, the weightiest first; none where no rules were run."""
    return (
        [e for e in case.known.findings.findings if e.kind in kinds] if case.known.findings else []
    )


def told(case: Case, findings: Sequence[Finding], kinds: Sequence[Kind]) -> tuple[Part, ...]:
    """A table for each kind, of a group for each finding; then the rules, and whence they come."""
    several = len(kinds) > 1
    named = [(TITLES[e] if several else FOUND, [f for f in findings if f.kind == e]) for e in kinds]
    return (*tables(case, named), sources(findings))


def tables(case: Case, named: Sequence[tuple[str, Sequence[Finding]]]) -> tuple[Table, ...]:
    """A table for each title under which something was found, of a group for each finding.

    What speaks against all findings of a table is told once, above it.
    """
    having = [(title, found) for title, found in named if found]
    return tuple(
        _table(case, title, found, "" if n else _NOTE) for n, (title, found) in enumerate(having)
    )


def _table(case: Case, title: str, found: Sequence[Finding], note: str) -> Table:
    shared = _against_all(found)
    notes = [note, f"Against each of them: {' '.join(map(sentence, shared))}" if shared else ""]
    groups = tuple(_group(case, each, shared) for each in found)
    return Table(title, _COLUMNS, groups, " ".join(each for each in notes if each))


def _against_all(found: Sequence[Finding]) -> tuple[str, ...]:
    """What speaks against every one of several findings."""
    first, *others = found
    every = (each for each in first.against if all(each in other.against for other in others))
    return tuple(every) if others else ()


def sources(findings: Sequence[Finding]) -> Bullets:
    """The rules by which something was found, and where each comes from."""
    rules = dict.fromkeys((each.rule, each.source) for each in findings)
    said = tuple(Statement(f"{rule}: {source.rstrip('.')}.") for rule, source in rules)
    return Bullets("The rules, and where they come from", said)


def _group(case: Case, finding: Finding, shared: Sequence[str]) -> Group:
    title = f"{finding.statement} ({SURENESS[finding.confidence]})"
    reasons = tuple(_reasons(finding, shared))
    return Group(title, (Row((tuple(_quotations(case, finding)), reasons)),))


def _quotations(case: Case, finding: Finding) -> Iterator[Statement]:
    """Words of the text that does it, then those of the other; what is more by its place."""
    does = finding.evidence[0].text == "this"
    for ours in (does, not does):
        quoted = [each for each in finding.evidence if (each.text == "this") == ours]
        for each in quoted[:MOST]:
            yield _quotation(case, each)
        if rest := quoted[MOST:]:
            yield _more(case, rest)


def _quotation(case: Case, quoted: Quoted) -> Statement:
    if quoted.text == "this":
        words = f"\u201c{_cut(quoted.quote, QUOTED)}\u201d"
        places = _places(case, quoted)
        return Statement(words if places else f"{_whose(quoted)}: {words}", places)
    return Statement(f"{_whose(quoted)}: \u201c{_cut(quoted.quote, BESIDE)}\u201d")


def _places(case: Case, quoted: Quoted) -> tuple[Evidence, ...]:
    return case.words(quoted.span) if quoted.text == "this" and quoted.span else ()


def _more(case: Case, rest: Sequence[Quoted]) -> Statement:
    places = tuple(place for each in rest for place in _places(case, each))
    named = "" if places else f": {'; '.join(map(whose, rest))}"
    return Statement(f"and {counted(len(rest), 'more place')}{named}", places)


def _whose(quoted: Quoted) -> str:
    said = whose(quoted)
    return said[:1].upper() + said[1:]


def _cut(quote: str, most: int) -> str:
    """The words, shortened; that they were is marked, be it here or where they were found."""
    words = shortened(quote, most)
    whole = len(words) < most // 2 or words.endswith(_CLOSED)
    return words if whole else f"{words}\u2026"


def _reasons(finding: Finding, shared: Sequence[str]) -> Cell:
    """Why, what speaks against it, and precedents; what was quoted already is named alone."""
    quoted = {(each.text, each.paragraph) for each in finding.evidence}
    against = [each for each in finding.against if each not in shared]
    said = [f"Why: {finding.why}", *(f"Against it: {reason}" for reason in against)]
    for each in finding.precedents:
        again = (each.symbol, each.paragraph) in quoted
        words = "" if again else f": \u201c{_cut(each.quote, BESIDE)}\u201d"
        said.append(f"Precedent: {precedent_said(each)}{words or '.'}")
    return tuple(map(Statement, said))
