"""What the draft cites: documents by symbol, what could not be settled, and treaties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from counterdraft.brief.case import Case, label
from counterdraft.brief.report import Cell, Evidence, Group, Part, Row, Section, Statement, Table
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import Citation, Paragraph
from counterdraft.wording.english import listed, long_date

KINDS = {
    "resolution": "Resolutions",
    "decision": "Decisions",
    "document": "Documents",
    "other": "Others",
}
NOTE = "Date: the one that the text gives beside the number. No document was opened."
OTHER_LANGUAGE = (
    "There may be more: in a text that is not in English full symbols are read, and numbers whose "
    "link says whose they are; treaties and dates are not. No document was opened."
)


class Cited(NamedTuple):
    """A citation, and where it stands: in a paragraph or in a footnote to it."""

    citation: Citation
    evidence: Evidence


def citations(case: Case) -> Section | None:
    """The section; None where nothing is cited."""
    cited = list(_all(case))
    parts: list[Part] = []
    settled = [each for each in cited if each.citation.symbol]
    if settled:
        columns = ("Document", "As printed", "Date given", "Where")
        note = NOTE if case.is_english else OTHER_LANGUAGE
        absent = "none" if case.is_english else "not read"
        parts.append(Table("Documents cited", columns, tuple(_groups(settled, absent)), note))
    if loose := [each for each in cited if not each.citation.symbol]:
        parts.append(_unsettled(loose))
    if treaties := _treaties(case):
        parts.append(treaties)
    return Section("citations", "What it cites", tuple(parts)) if parts else None


def _all(case: Case) -> Iterator[Cited]:
    for paragraph in case.resolution.paragraphs:
        for each in paragraph.citations:
            yield Cited(each, case.at(paragraph, each.span))
        for each in paragraph.note_citations:
            yield Cited(each, note_place(case, paragraph, each))


def note_place(case: Case, paragraph: Paragraph, citation: Citation) -> Evidence:
    """The footnote that holds a citation; the paragraph, where it cannot be told."""
    for number, note in enumerate(case.resolution.footnotes, 1):
        if note.anchor == citation.span.start and citation.text in note.text:
            place = f"{label(paragraph)}, note {note.marker}"
            page = case.at(paragraph, citation.span).page
            return Evidence(f"note-{number}", citation.span, place, page)
    return case.at(paragraph)


def _groups(settled: list[Cited], absent: str) -> Iterator[Group]:
    for kind, title in KINDS.items():
        by_symbol: dict[str, list[Cited]] = {}
        for each in settled:
            if each.citation.kind == kind and each.citation.symbol:
                by_symbol.setdefault(each.citation.symbol, []).append(each)
        if by_symbol:
            yield Group(title, tuple(_row(s, cited, absent) for s, cited in by_symbol.items()))


def _row(symbol: str, cited: list[Cited], absent: str) -> Row:
    """A document; ``absent`` is what to say where no date is known beside it."""
    printed = _each(each.citation.text for each in cited)
    dates = _each(long_date(each.citation.date) for each in cited if each.citation.date)
    return Row(
        (
            (Statement(symbol, style="name"),),
            tuple(Statement(words, style="quote") for words in printed),
            tuple(Statement(date) for date in dates) or (Statement(absent, style="absent"),),
            _where(cited),
        )
    )


def _each(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _where(cited: list[Cited]) -> Cell:
    return (Statement("", _places(each.evidence for each in cited)),)


def _places(every: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each paragraph or note once, with the first of its words."""
    found: dict[str, Evidence] = {}
    for each in every:
        found.setdefault(each.label, each)
    return tuple(found.values())


def _unsettled(loose: list[Cited]) -> Table:
    rows = tuple(
        Row(
            (
                (Statement(each.citation.text, style="quote"),),
                (_candidates(each.citation),),
                _where([each]),
            )
        )
        for each in loose
    )
    columns = ("As printed", "It may be", "Where")
    note = "The text does not settle whose documents these are, and no guess was made."
    return Table("Citations left open", columns, (Group(None, rows),), note)


def _candidates(citation: Citation) -> Statement:
    if not citation.candidates:
        return Statement("no candidate", style="absent")
    return Statement(listed(citation.candidates, "or"), style="name")


def _treaties(case: Case) -> Table | None:
    named: dict[str, list[tuple[str, Evidence]]] = {}
    for paragraph in case.resolution.paragraphs:
        for each in paragraph.treaties:
            place = case.at(paragraph, each.span)
            named.setdefault(each.treaty, []).append((each.text, place))
    if not named:
        return None
    rows = tuple(_treaty(treaty, found) for treaty, found in named.items())
    columns = ("Treaty", "Printed otherwise", "Where")
    return Table("Treaties named", columns, (Group(None, rows),))


def _treaty(treaty: str, found: list[tuple[str, Evidence]]) -> Row:
    name = treaty_names().get(treaty, treaty)
    printed = _each(words for words, _ in found if words != name)
    return Row(
        (
            (Statement(name, style="name"),),
            tuple(Statement(words, style="quote") for words in printed),
            (Statement("", _places(place for _, place in found)),),
        )
    )
