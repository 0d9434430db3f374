"""What every section is made from: a resolution, its document, and how to point at them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from counterdraft.brief.annexes import in_annex
from counterdraft.brief.circulated import by_office, circulated, labelled
from counterdraft.brief.known import NOTHING, Known
from counterdraft.brief.locate import locate
from counterdraft.brief.report import Evidence, Passage
from counterdraft.lexicon.languages import ENGLISH
from counterdraft.model import Block, Document, Paragraph, Resolution, Span
from counterdraft.model.voted import Voted
from counterdraft.wording.paragraph_label import paragraph_label

# A block of the document that is longer is shown in part, with so much on either side.
LONG = 400
ASIDE = 140
# What the evidence is called of a claim about votes, with its number, and of the day of the text.
CLAIM, DAY = "claim", "day"
# And of what the text around a draft says of who brought it.
CIRCULATED = "circulated"
# The lines with a label at its head, with their number.
LABELLED = "labelled"
# The line by which an officer of the organ brings it.
BY_OFFICE = "by office"


class Case(NamedTuple):
    """One resolution of one document.

    ``alone`` says that the document holds no other; ``stated`` tells for the fields of its
    header where the document states them, and ``excerpts`` are the passages, outside of the
    text of the draft, in which it does, or says what something ``known`` rests on.
    """

    document: Document
    resolution: Resolution
    generator: str
    alone: bool
    stated: Mapping[str, Evidence]
    excerpts: tuple[Passage, ...]
    known: Known = NOTHING

    @property
    def source(self) -> str:
        """The name of the file, without the folders of whoever ran this."""
        return source_name(self.document)

    @property
    def is_english(self) -> bool:
        """Whether the text is in English; of another, most rules say nothing."""
        return self.resolution.language == ENGLISH

    @property
    def asks_are_read(self) -> bool:
        """Whether the rules know any verb of the operative part; in another language none.

        Where they do not, nothing may be said to be missing.
        """
        operative = (p for p in self.resolution.paragraphs if p.part == "operative")
        return self.is_english and any(p.verbs for p in operative)

    def at(self, paragraph: Paragraph, span: Span | None = None) -> Evidence:
        """The evidence that is ``span`` of a paragraph, or the whole of it."""
        where = span or paragraph.span
        page = self.document.page_of(where.start) or paragraph.page
        return Evidence(paragraph.id, where, label(paragraph), page)

    def is_inside(self, span: Span) -> bool:
        """Whether words are the draft's own, and not those of a text around it."""
        return any(own.holds(span) for own in _own(self.resolution))

    def each(self, paragraphs: Iterable[Paragraph]) -> tuple[Evidence, ...]:
        """The evidence that is these paragraphs."""
        return tuple(self.at(paragraph) for paragraph in paragraphs)

    def around(self, span: Span) -> tuple[Evidence, ...]:
        """The evidence at ``span``, in whatever paragraph that is; none outside of them."""
        holds = (p for p in self.resolution.paragraphs if p.span.holds(span))
        return tuple(self.at(p, span) for p in holds)

    def words(self, span: Span) -> tuple[Evidence, ...]:
        """The evidence at ``span``, in a paragraph, an annex or an excerpt from outside of it."""
        if inside := self.around(span):
            return inside
        if annexed := in_annex(self.document, self.resolution, span):
            return (annexed,)
        holder = next((each for each in self.excerpts if each.span.holds(span)), None)
        page = self.document.page_of(span.start)
        return (Evidence(holder.id, span, holder.label, page),) if holder else ()


def make_case(
    document: Document, resolution: Resolution, generator: str, *, alone: bool = True,
    known: Known = NOTHING,
) -> Case:  # fmt: skip
    """The case of one resolution, with its header looked up in the document."""
    spans = locate(document, resolution)
    inside = {"title", "formula"} if resolution.paragraphs else set()
    stated = {
        field: Evidence(field, span, field, document.page_of(span.start))
        for field, span in spans.items()
        if field in inside
    }
    outside = {field: span for field, span in spans.items() if field not in inside}
    outside |= _of_claims(known.voted)
    outside |= _of_sponsor(document, resolution)
    outside |= _of_office(document, resolution)
    outside |= _of_head(document, resolution, {*spans.values()})
    outside |= _of_known(resolution, known)
    excerpts = _excerpts(document, outside)
    for field, span in outside.items():
        holder = next(each for each in excerpts if each.span.holds(span))
        stated[field] = Evidence(holder.id, span, holder.label, document.page_of(span.start))
    return Case(document, resolution, generator, alone, stated, excerpts, known)


def _of_claims(voted: Voted | None) -> dict[str, Span]:
    """Where the claims about votes stand, and the day that they are held against."""
    if voted is None:
        return {}
    spans = {f"{CLAIM} {n}": claim.check.span for n, claim in enumerate(voted.claims, 1)}
    return {name: span for name, span in (*spans.items(), (DAY, voted.bound)) if span is not None}


def _of_sponsor(document: Document, resolution: Resolution) -> dict[str, Span]:
    """Where the text around a draft that names no sponsor says who brought it."""
    if resolution.kind != "draft" or resolution.sponsors:
        return {}
    span = circulated(document, resolution)
    return {CIRCULATED: span} if span else {}


def _of_office(document: Document, resolution: Resolution) -> dict[str, Span]:
    """Where a draft or an amendment without sponsors says which officer brings it."""
    if resolution.kind == "resolution" or resolution.sponsors:
        return {}
    span = by_office(document, resolution)
    return {BY_OFFICE: span} if span else {}


def _of_head(document: Document, resolution: Resolution, read: set[Span]) -> dict[str, Span]:
    """The lines with a label above a draft, but for those of which all was ``read``."""
    if resolution.kind != "draft":
        return {}
    lines = labelled(document, resolution)
    left = [line for line in lines if not any(_is_all_of(each, line, document) for each in read)]
    return {f"{LABELLED} {number}": line for number, line in enumerate(left, 1)}


def _is_all_of(read: Span, line: Span, document: Document) -> bool:
    """Whether nothing stands in a line behind its label but what was read."""
    behind = line.of(document.text).partition(":")[2]
    return line.holds(read) and read.of(document.text).split() == behind.split()


def _of_known(resolution: Resolution, known: Known) -> dict[str, Span]:
    """The words outside of every paragraph and annex that something known rests on."""
    own = list(_own(resolution))
    found = dict.fromkeys(known.spans())
    outside = (span for span in found if not any(each.holds(span) for each in own))
    return {f"known {number}": span for number, span in enumerate(outside, 1)}


def _own(resolution: Resolution) -> Iterator[Span]:
    """Where the draft's own words stand: its paragraphs and annexes."""
    yield from (each.span for each in resolution.paragraphs)
    yield from (each.span for each in resolution.annexes)


def source_name(document: Document) -> str:
    """The last part of a document's source."""
    return PurePath(document.source).name or document.source


def label(paragraph: Paragraph) -> str:
    """What people call a paragraph."""
    return paragraph_label(paragraph.id, paragraph.number)


def block_at(document: Document, offset: int) -> Block | None:
    """The block that holds ``offset``."""
    index = bisect_right(document.blocks, offset, key=lambda block: block.span.start) - 1
    return document.blocks[index] if index >= 0 else None


def _excerpts(document: Document, spans: Mapping[str, Span]) -> tuple[Passage, ...]:
    """The blocks that hold ``spans``, in order, one passage each."""
    wanted: dict[Span, list[Span]] = {}
    lines: dict[Span, int | None] = {}
    for span in sorted(spans.values()):
        block = block_at(document, span.start)
        extent = block.span if block and block.span.holds(span) else span
        wanted.setdefault(extent, []).append(span)
        lines[extent] = block.line if block else None
    return tuple(
        _excerpt(document, f"around-{number}", lines[extent], _window(document.text, extent, held))
        for number, (extent, held) in enumerate(wanted.items(), 1)
    )


def _excerpt(document: Document, name: str, line: int | None, span: Span) -> Passage:
    return Passage(
        id=name,
        kind="excerpt",
        label=f"line {line}" if line else "header",
        text=span.of(document.text),
        span=span,
        page=document.page_of(span.start),
    )


def _window(text: str, extent: Span, held: list[Span]) -> Span:
    """The extent, or of a long one what surrounds the spans that it holds, in whole words."""
    if extent.end - extent.start <= LONG:
        return extent
    start, end = (
        max(extent.start, held[0].start - ASIDE),
        min(extent.end, max(each.end for each in held) + ASIDE),
    )
    while start > extent.start and not text[start - 1].isspace():
        start -= 1
    while end < extent.end and not text[end].isspace():
        end += 1
    return Span(start, end)
