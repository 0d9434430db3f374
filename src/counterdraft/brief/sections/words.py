"""Where the words come from: for each paragraph where it stood in the corpus that was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.case import Case
from counterdraft.brief.report import (
    Bullets,
    Evidence,
    Group,
    Part,
    Prose,
    Row,
    Section,
    Statement,
    Table,
)
from counterdraft.model import ClauseTrace, Provenance
from counterdraft.text.traced import VERDICTS, corpus_said, left_out, sentences, summary
from counterdraft.text.wording import counted, shortened

_QUOTED, _FIRST, _MOST = 240, 90, 30  # characters of a paragraph; paragraphs not found
_COLUMNS = ("The text", "Found", "Where it stood, and what was changed")
_GROUPS = (("preambular", "Preamble"), ("operative", "Operative part"))
_NOTE = (
    "Adapted means that the paragraph, or a substantial part of it, has that wording with "
    "changes. What is not found is not found in this corpus, and may stand elsewhere. How a text "
    "was adopted says nothing of a formula in it."
)


def words(case: Case) -> Section | None:
    """The section; None where the draft was traced through no corpus."""
    provenance = case.known.provenance
    if provenance is None:
        return None
    parts: list[Part] = [Prose(tuple(Statement(each) for each in summary(provenance)))]
    if groups := tuple(_groups(case, provenance)):
        title = f"Held against {corpus_said(provenance.corpus)}"
        parts.append(Table(title, _COLUMNS, groups, _NOTE))
    absent = [each for each in provenance.clauses if not _tells(each)]
    if absent:
        parts.append(_absent(case, absent))
    return Section("words", "Where the words come from", tuple(parts))


def _tells(clause: ClauseTrace) -> bool:
    """Whether there is more to say of it than that it was not found."""
    return clause.verdict != "not_found" or bool(
        clause.matches or clause.pieces or clause.nearest or clause.half_quoted
    )


def _absent(case: Case, clauses: Sequence[ClauseTrace]) -> Bullets:
    """What was not found, each with its first words."""
    items = [
        Statement(f"\u201c{shortened(each.text, _FIRST)}\u201d", (_place(case, each),))
        for each in clauses[:_MOST]
    ]
    if more := clauses[_MOST:]:
        places = tuple(_place(case, each) for each in more)
        items.append(Statement(f"and {counted(len(more), 'more paragraph')}", places))
    return Bullets("Not found in the loaded corpus, nor anything near it", tuple(items))


def _place(case: Case, clause: ClauseTrace) -> Evidence:
    return case.at(next(p for p in case.resolution.paragraphs if p.id == clause.paragraph))


def _groups(case: Case, provenance: Provenance) -> Iterator[Group]:
    for part, title in _GROUPS:
        told = (each for each in provenance.clauses if each.part == part and _tells(each))
        rows = tuple(_row(case, each) for each in told)
        if rows:
            yield Group(title, rows)


def _row(case: Case, clause: ClauseTrace) -> Row:
    paragraph = next(p for p in case.resolution.paragraphs if p.id == clause.paragraph)
    text = Statement(f"\u201c{shortened(clause.text, _QUOTED)}\u201d", (case.at(paragraph),))
    told = [Statement(each) for each in (*sentences(clause), *left_out(clause))]
    return Row(((text,), (Statement(VERDICTS[clause.verdict]),), tuple(told)), paragraph.level)
