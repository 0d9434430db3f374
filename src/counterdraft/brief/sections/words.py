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
from counterdraft.wording.english import counted, shortened
from counterdraft.wording.traced import (
    changed,
    corpus_said,
    is_later,
    kinds_said,
    not_found_said,
    numbers_apart,
    place,
    sentences,
    summary,
    verdict_said,
)

_QUOTED, _FIRST = 240, 90  # characters of a paragraph
_ROWS, _MOST = 12, 30  # paragraphs of a part of the text, and of a list
_COLUMNS = ("The text", "Found", "Where it stood, and what was changed")
_GROUPS = (("preambular", "Preamble"), ("operative", "Operative part"))
_NOTE = (
    "With changes means that the paragraph, or a substantial part of it, has that wording but for "
    "some words; that it was adapted from it is said only where its own day is the later one. What "
    "is not found is not found in this corpus, and may stand elsewhere. How a text was adopted "
    "says nothing of a formula in it."
)


def words(case: Case) -> Section | None:
    """The section; None where the draft was traced through no corpus, or has no paragraph."""
    provenance = case.known.provenance
    if provenance is None or not provenance.clauses:
        return None
    parts: list[Part] = [Prose(tuple(Statement(each) for each in summary(provenance)))]
    if groups := tuple(_groups(case, provenance)):
        title = f"Held against {corpus_said(provenance.corpus, provenance.until)}"
        parts.append(Table(title, _COLUMNS, groups, _NOTE))
    same = [each for each in provenance.clauses if each.verdict == "verbatim"]
    later = [each for each in same if is_later(each, provenance)]
    if earlier := [each for each in same if each not in later]:
        parts.append(_list(case, "Word for word", earlier))
    if later:
        parts.append(_list(case, "Word for word, in later texts alone", later))
    absent = [each for each in provenance.clauses if each.verdict != "verbatim"]
    if absent := [each for each in absent if not _tells(each)]:
        parts.append(_list(case, not_found_said(provenance), absent))
    return Section("words", "Where the words come from", tuple(parts))


def _tells(clause: ClauseTrace) -> bool:
    """Whether there is more to say of it than where it stands, or that it was not found."""
    return clause.verdict == "adapted" or bool(
        clause.verdict == "not_found"
        and (clause.matches or clause.pieces or clause.nearest or clause.half_quoted)
    )


def _list(case: Case, title: str, clauses: Sequence[ClauseTrace]) -> Bullets:
    """Paragraphs by their first words, each with where it stood if it did."""
    items = [
        Statement(f"\u201c{shortened(each.text, _FIRST)}\u201d{_stood(each)}", (_at(case, each),))
        for each in clauses[:_MOST]
    ]
    if more := clauses[_MOST:]:
        places = tuple(_at(case, each) for each in more)
        items.append(Statement(f"and {counted(len(more), 'more paragraph')}", places))
    return Bullets(title, tuple(items))


def _stood(clause: ClauseTrace) -> str:
    """The source of one that is word for word, and in how many texts it stands."""
    if clause.verdict != "verbatim" or not clause.matches:
        return ""
    match = clause.matches[0]
    others = f", and in {counted(match.texts - 1, 'more text')}" if match.texts > 1 else ""
    apart = numbers_apart(clause)
    but = f", but for {kinds_said(apart)}" if apart else ""
    return f": {place(match.source)}{but}{others}"


def _at(case: Case, clause: ClauseTrace) -> Evidence:
    return case.at(next(p for p in case.resolution.paragraphs if p.id == clause.paragraph))


def _groups(case: Case, provenance: Provenance) -> Iterator[Group]:
    for part, title in _GROUPS:
        told = [each for each in provenance.clauses if each.part == part and _tells(each)]
        shown = sorted(told, key=_likeness)[:_ROWS]
        rows = [_row(case, provenance, each) for each in told if each in shown]
        if rest := [each for each in told if each not in shown]:
            places = tuple(_at(case, each) for each in rest)
            more = f"and {counted(len(rest), 'more paragraph')}, less changed"
            rows.append(Row(((Statement(more, places),), (), ())))
        if rows:
            yield Group(title, tuple(rows))


def _likeness(clause: ClauseTrace) -> tuple[bool, float]:
    """What is quoted by half first, then what is most changed."""
    alike = clause.matches[0].similarity if clause.matches else 0.0
    return clause.half_quoted is None, alike


def _row(case: Case, of: Provenance, clause: ClauseTrace) -> Row:
    paragraph = next(p for p in case.resolution.paragraphs if p.id == clause.paragraph)
    text = Statement(f"\u201c{shortened(clause.text, _QUOTED)}\u201d", (case.at(paragraph),))
    told = [Statement(each) for each in (*sentences(clause, of), *changed(clause))]
    return Row(((text,), (Statement(verdict_said(clause, of)),), tuple(told)), paragraph.level)
