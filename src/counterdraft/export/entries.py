"""A resolution and its document → what stands in it, in order: the ground of every form.

In: a resolution, and the document that it was found in. Out: an ``Entry`` for its formula and for
each paragraph, heading and line of an annex, with the words, their italics and links, the number
as printed, and the notes called there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Literal, NamedTuple

from counterdraft.draft.body import goes_on
from counterdraft.draft.brackets import opened_before
from counterdraft.model import Block, Document, Link, Note, Paragraph, Resolution, Span

ELISION = "[\u2026]"
"""What stands in a text where paragraphs are left out."""

Kind = Literal["formula", "heading", "paragraph", "annex", "annexed", "other"]

# What may stand around a number that is not its own: quotation marks, a bracket, emphasis.
_AROUND = " \t\"'\u201c\u2018\u201d\u2019[]*_"
_START, _END = attrgetter("span.start"), attrgetter("span.end")
_FIGURES = re.compile(r"[0-9]{1,9}")


class Entry(NamedTuple):
    """One thing that stands in a resolution.

    ``span`` is where its words stand in the document's text, ``printed`` the number, letter or
    bullet before them, ``opening`` the brackets that open before that and close in the words.
    ``paragraph`` is set for paragraphs alone. ``continues`` is true for text that goes on after the
    points of a paragraph, and for none of those.
    """

    kind: Kind
    span: Span
    block: Block
    printed: str = ""
    opening: str = ""
    paragraph: Paragraph | None = None
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    continues: bool = False

    @property
    def shown_number(self) -> str:
        """What a reader sees before the words: the number as printed, else a point's bullet."""
        is_point = self.paragraph is not None and self.paragraph.level > 0
        marker = self.printed or ("\u2022" if is_point and not self.continues else "")
        return f"{self.opening}{marker}"

    def words(self, document: Document) -> str:
        """Its words."""
        return self.span.of(document.text)

    def note_offset(self, note: Note) -> int:
        """Where in its words a note of its own is called."""
        return min(max(note.anchor, self.span.start), self.span.end) - self.span.start


def entries(resolution: Resolution, document: Document) -> tuple[Entry, ...]:
    """What stands in ``resolution``, in the order of the text.

    An amendment document has no paragraphs; all its lines are entries of the kind "other".
    """
    return tuple(_Finder(resolution, document).found())


class _Finder:
    """What the blocks of a document are to one of its resolutions."""

    def __init__(self, resolution: Resolution, document: Document) -> None:
        self.resolution, self.document = resolution, document
        self.starts = [paragraph.span.start for paragraph in resolution.paragraphs]
        self.headings = {heading.span for heading in resolution.headings}
        self.lines = {line.span for line in resolution.lines}
        self.annexes = [annex.span for annex in resolution.annexes]
        self.links = sorted(document.links, key=_START)
        self.notes = sorted(document.notes, key=attrgetter("anchor"))

    def found(self) -> Iterator[Entry]:
        """Each block that is the resolution's, as an entry."""
        span, blocks = self.resolution.span, self.document.blocks
        first = bisect_right(blocks, span.start, key=_END)
        last = bisect_left(blocks, max(span.end, span.start + 1), key=_START)
        for block in blocks[first:last]:
            entry = self._paragraph(block) or self._line(block)
            if entry is not None:
                yield entry._replace(notes=self._notes(block), links=self._links(entry.span))

    def _paragraph(self, block: Block) -> Entry | None:
        at = bisect_left(self.starts, block.span.start)
        if at == len(self.starts) or self.starts[at] > block.span.end:
            return None
        paragraph = self.resolution.paragraphs[at]
        if not block.span.holds(paragraph.span):
            return None
        before = self.document.text[block.span.start : paragraph.span.start]
        return Entry(
            "paragraph", paragraph.span, block, printed_number(block, before),
            opened_before(before), paragraph, continues=_goes_on(block, paragraph),
        )  # fmt: skip

    def _line(self, block: Block) -> Entry | None:
        """A block that is no paragraph; None for what stands between them and is not the draft's.

        What a source's own markup makes part of a resolution is its own whatever it is.
        """
        kind = self._kind(block)
        if kind is None:
            return None
        return Entry(kind, block.span, block, printed_number(block, ""))

    def _kind(self, block: Block) -> Kind | None:
        if block.span in self.headings:
            return "heading"
        if block.span in self.lines:
            return "other"
        for annex in self.annexes:
            if annex.holds(block.span):
                return "annex" if block.span.start == annex.start else "annexed"
        formula = self.resolution.formula
        if formula and block.span.start == self.resolution.span.start:
            return "formula" if block.span.of(self.document.text) == formula else None
        if self.resolution.kind == "amendment" or block.role == "other":
            return "other"
        return "formula" if block.role == "formula" else None

    def _notes(self, block: Block) -> tuple[Note, ...]:
        first = bisect_left(self.notes, block.span.start, key=attrgetter("anchor"))
        last = bisect_right(self.notes, block.span.end, key=attrgetter("anchor"))
        return tuple(self.notes[first:last])

    def _links(self, span: Span) -> tuple[Link, ...]:
        first = bisect_left(self.links, span.start, key=_START)
        last = bisect_left(self.links, span.end, key=_START)
        return tuple(each for each in self.links[first:last] if span.holds(each.span))


def _goes_on(block: Block, paragraph: Paragraph) -> bool:
    """Whether a paragraph goes on after the points of the one before, by its markup or its id."""
    if block.role in {"preambular", "operative", "continued"}:
        return block.role == "continued"
    return goes_on(paragraph)


def left_out(entries: Sequence[Entry]) -> frozenset[int]:
    """The places of entries before which, by their numbers, paragraphs are left out."""
    places: set[int] = set()
    last = 0
    for place, entry in enumerate(entries):
        paragraph = entry.paragraph
        if paragraph is None or paragraph.part != "operative" or paragraph.level:
            continue
        found = _FIGURES.match(paragraph.number or "")
        if found:
            if int(found[0]) > last + 1:
                places.add(place)
            last = int(found[0])
    return frozenset(places)


def printed_number(block: Block, before: str) -> str:
    """The number of a block as a reader sees it, ``before`` being what its words begin after."""
    if not block.number or not block.number[-1]:
        return before.strip(_AROUND)
    number = block.number[-1]
    in_path = block.role in {"preambular", "operative"}
    return f"{number}." if in_path and number.isalnum() else number
