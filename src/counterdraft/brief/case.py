"""What every section is made from: a resolution, its document, and how to point at them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import NamedTuple

from counterdraft.brief.locate import locate
from counterdraft.brief.report import Evidence, Passage
from counterdraft.model import Block, Comparison, Document, Paragraph, Provenance, Resolution, Span
from counterdraft.model.verdict import Verdicts
from counterdraft.model.voted import Voted
from counterdraft.text.paragraph_label import paragraph_label

# A block of the document that is longer is shown in part, with so much on either side.
LONG = 400
ASIDE = 140
# What the evidence is called of a claim about votes, with its number, and of the day of the text.
CLAIM, DAY = "claim", "day"
# What the evidence is called of another claim of what stands around the draft, with its place.
SAID = "said"


class Case(NamedTuple):
    """One resolution of one document.

    ``alone`` says that the document holds no other; ``stated`` tells for the fields of its
    header where the document states them, and ``excerpts`` are the passages, outside of the
    text of the draft, in which it does. ``against`` compares it, as A, with another text, B;
    ``provenance`` says where its words stood in a corpus, ``voted`` how votes on its subject went,
    ``verdicts`` what registers say to its claims.
    """

    document: Document
    resolution: Resolution
    generator: str
    alone: bool
    stated: Mapping[str, Evidence]
    excerpts: tuple[Passage, ...]
    against: Comparison | None = None
    provenance: Provenance | None = None
    voted: Voted | None = None
    verdicts: Verdicts | None = None

    @property
    def source(self) -> str:
        """The name of the file, without the folders of whoever ran this."""
        return source_name(self.document)

    def at(self, paragraph: Paragraph, span: Span | None = None) -> Evidence:
        """The evidence that is ``span`` of a paragraph, or the whole of it."""
        where = span or paragraph.span
        page = self.document.page_of(where.start) or paragraph.page
        return Evidence(paragraph.id, where, label(paragraph), page)

    def each(self, paragraphs: Iterable[Paragraph]) -> tuple[Evidence, ...]:
        """The evidence that is these paragraphs."""
        return tuple(self.at(paragraph) for paragraph in paragraphs)

    def around(self, span: Span) -> tuple[Evidence, ...]:
        """The evidence at ``span``, in whatever paragraph that is; none outside of them."""
        holds = (p for p in self.resolution.paragraphs if p.span.holds(span))
        return tuple(self.at(p, span) for p in holds)


def make_case(
    document: Document, resolution: Resolution, generator: str, *, alone: bool = True,
    against: Comparison | None = None, provenance: Provenance | None = None,
    voted: Voted | None = None, verdicts: Verdicts | None = None,
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
    outside |= _of_claims(voted) | _of_verdicts(resolution, verdicts)
    excerpts = _excerpts(document, outside)
    for field, span in outside.items():
        holder = next(each for each in excerpts if each.span.holds(span))
        stated[field] = Evidence(holder.id, span, holder.label, document.page_of(span.start))
    return Case(
        document, resolution, generator, alone, stated, excerpts, against, provenance, voted,
        verdicts,
    )  # fmt: skip


def _of_claims(voted: Voted | None) -> dict[str, Span]:
    """Where the claims about votes stand, and the day that they are held against."""
    if voted is None:
        return {}
    spans = {f"{CLAIM} {n}": claim.check.span for n, claim in enumerate(voted.claims, 1)}
    return {name: span for name, span in (*spans.items(), (DAY, voted.bound)) if span is not None}


def _of_verdicts(resolution: Resolution, verdicts: Verdicts | None) -> dict[str, Span]:
    """Where claims around the draft stand, of which there is something to say."""
    own = {each.id for each in resolution.paragraphs}
    found = verdicts.verdicts if verdicts else ()
    return {
        f"{SAID} {each.span.start}": each.span
        for each in found
        if each.paragraph not in own and (each.entries or each.question)
    }


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
