"""The numbered items of a draft → its paragraphs.

In: a reading (document, organ) and the items with their numbers. Out: ``Paragraph``
values, one an item, in order; each with what its words hold, at the document's
offsets, and with what the footnotes called in it cite.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from msgspec import Struct

from counterdraft.lexicon.languages import ENGLISH
from counterdraft.lexicon.organs import Organ
from counterdraft.model import Citation, Document, Note, Paragraph, Span
from counterdraft.parse.content import Content, Texts, read_content, read_note, read_symbols
from counterdraft.parse.deadlines import opens_reports
from counterdraft.parse.numbering import Numbered
from counterdraft.parse.printed import find_symbols
from counterdraft.parse.verbs import Match
from counterdraft.text.straight import straighten


class Reading(NamedTuple):
    """What every paragraph of one draft is read against."""

    document: Document
    straight: str
    organ: Organ | None
    language: str = ENGLISH


class _Open(Struct, frozen=True, gc=False):
    """What a paragraph leaves open for the points below it.

    That is a verb whose objects they name, or that they are what somebody is asked; or what
    somebody is to provide.
    """

    level: int
    verb: Match | None
    asked: bool
    provided: bool = False

    def below(self, level: int, content: Content, *, opens: bool, provides: bool) -> _Open:
        """The same for a point that ``opens`` a list, and ``provides`` what is in it."""
        asks = bool(content.addressees)
        if level == 0:
            return _Open(0, content.open_verb, asked=asks and opens, provided=asks and provides)
        verb = content.open_verb or (None if asks and opens else self.verb)
        asked = self.asked or (asks and opens)
        return _Open(level, verb, asked=asked, provided=asked and provides)


_NOTHING = _Open(-1, None, asked=False)


def read_paragraphs(reading: Reading, numbered: list[Numbered]) -> tuple[Paragraph, ...]:
    """Each numbered item as a paragraph."""
    paragraphs: list[Paragraph] = []
    texts = Texts(reading.document.text, reading.straight)
    notes = _Notes(reading)
    open_: list[_Open] = []
    for placed in numbered:
        span = Span(placed.item.found.start, placed.item.found.end)
        if reading.language != ENGLISH:
            content = read_symbols(reading.document, texts, span)
            paragraphs.append(_paragraph(reading, placed, span, content, notes))
            continue
        open_ = [each for each in open_ if each.level < placed.level]
        above = open_[-1] if open_ else _NOTHING
        content = read_content(
            texts, span, reading.organ, placed.part, level=placed.level,
            above=above.verb, asked=above.asked, provided=above.provided,
        )  # fmt: skip
        opens = reading.straight[span.end - 1] == ":"
        provides = opens and opens_reports(reading.straight, span)
        open_.append(above.below(placed.level, content, opens=opens, provides=provides))
        paragraphs.append(_paragraph(reading, placed, span, content, notes))
    return tuple(paragraphs)


def _paragraph(
    reading: Reading, placed: Numbered, span: Span, content: Content, notes: _Notes
) -> Paragraph:
    return Paragraph(
        id=placed.id,
        part=placed.part,
        number=placed.number,
        level=placed.level,
        phrase=_phrase(reading.document, placed, span, content.initial),
        text=reading.document.text[span.start : span.end],
        span=span,
        verbs=content.verbs,
        addressees=content.addressees,
        deadline=content.deadlines[0] if content.deadlines else None,
        reporting=content.reporting,
        citations=content.citations,
        note_citations=notes.cited(span),
        dates=content.dates,
        treaties=content.treaties,
        page=reading.document.page_of(span.start),
        deadlines=content.deadlines,
        called=content.called,
    )


def _phrase(document: Document, placed: Numbered, span: Span, initial: Span | None) -> str | None:
    """The initiating phrase: what the source sets in italics at the start, else the verb."""
    for italic in placed.item.found.block.italics:
        if italic.start == span.start and italic.end > italic.start:
            return italic.of(document.text).rstrip(",;: ") or None
        if italic.start > span.start:
            break
    return initial.of(document.text) if initial else None


class _Notes:
    """The citations of a document's footnotes, by where each is called."""

    def __init__(self, reading: Reading) -> None:
        notes = sorted(reading.document.notes, key=_anchor)
        self.anchors = [note.anchor for note in notes]
        self.notes = notes
        self.organ = reading.organ.id if reading.organ else None
        self.language = reading.language

    def cited(self, span: Span) -> tuple[Citation, ...]:
        """What the notes called inside of ``span`` cite; their spans are where they are called."""
        first, last = bisect_left(self.anchors, span.start), bisect_right(self.anchors, span.end)
        if first == last:
            return ()
        return tuple(
            Citation(
                each.symbol, each.text, each.kind, Span(anchor, anchor), each.date, each.candidates
            )
            for anchor, note in zip(self.anchors[first:last], self.notes[first:last], strict=True)
            for each in self._read(note)
        )

    def _read(self, note: Note) -> tuple[Citation, ...]:
        if self.language == ENGLISH:
            return read_note(note.text, self.organ)
        words = straighten(note.text)
        return find_symbols(words, Span(0, len(words)), note.links, footnote=True)


def _anchor(note: Note) -> int:
    return note.anchor
