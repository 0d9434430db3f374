"""One of two texts: its units, and what its document says of each beside the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from msgspec import Struct

from counterdraft.draft.brackets import opened_before
from counterdraft.model import Block, Document, Note, Span, Unit
from counterdraft.text.markers import match_marker

_STARTS = attrgetter("span.start")
# "OP5bis." is "5bis." in a paragraph of its own.
_LABEL = re.compile(r"(?:[OoPp][Pp]|Art(?:icle)?|Para(?:graph)?|Clause)[ .]*(?=\d)")


class Side(Struct, frozen=True, dict=True):
    """A text's units with the document that they stand in.

    ``number`` is what is printed before the title ("79/181.").
    """

    units: tuple[Unit, ...]
    document: Document
    number: str = ""

    @cached_property
    def _blocks(self) -> Sequence[Block]:
        return sorted(self.document.blocks, key=_STARTS)

    @cached_property
    def knows_italics(self) -> bool:
        """Whether the document tells what is in italics."""
        return any(block.italics for block in self.document.blocks)

    def block(self, place: int) -> Block | None:
        """The block that a unit stands in."""
        span = self.units[place].span
        at = bisect_right(self._blocks, span.start, key=_STARTS) - 1
        if at < 0 or span.end <= span.start or self._blocks[at].span.end < span.end:
            return None
        return self._blocks[at]

    def beside(self, place: int) -> Span | None:
        """The number of a unit where it stands in a cell of its own, beside the words."""
        block = self.block(place)
        if block is None or not block.number:
            return None
        at = bisect_right(self._blocks, block.span.start, key=_STARTS) - 2
        before = self._blocks[at].span.end if at >= 0 else 0
        between = self.document.text[before : block.span.start]
        start = before + len(between) - len(between.lstrip())
        alone = between.strip() == block.number[-1]
        return Span(start, start + len(block.number[-1])) if alone else None

    def prefix(self, place: int) -> Span:
        """What stands before a unit's words in its block: a typed number, a bracket."""
        block, span = self.block(place), self.units[place].span
        return Span(block.span.start if block is not None else span.start, span.start)

    def notes(self, place: int) -> list[tuple[int, Note]]:
        """The notes called in a unit, each with its place in the words."""
        block, unit = self.block(place), self.units[place]
        if block is None:
            return []
        size, start = len(unit.text), unit.span.start
        return [
            (max(0, min(size, note.anchor - start)), note)
            for note in self.document.notes
            if block.span.start < note.anchor <= block.span.end
        ]

    def italics(self, place: int) -> list[Span]:
        """What is in italics in a unit, by its document, past the initiating phrase."""
        block, unit = self.block(place), self.units[place]
        if block is None or unit.span.end - unit.span.start != len(unit.text):
            return []
        start, first = unit.span.start, self.phrase(place).end
        found = [Span(max(first, e.start - start), e.end - start) for e in block.italics]
        return [each for each in found if each.start < each.end]

    def phrase(self, place: int) -> Span:
        """The initiating phrase in a unit's words; of a formula the organ's name."""
        unit = self.units[place]
        if unit.head.kind == "formula":
            return Span(0, len(unit.text.rstrip(" ,")))
        start = len(unit.text) - len(unit.text.lstrip('["\u201c '))
        return (
            Span(start, min(start + unit.head.phrase, len(unit.text)))
            if unit.head.phrase
            else Span(0, 0)
        )

    def level(self, place: int) -> int:
        """The depth of a unit."""
        head, block = self.units[place].head, self.block(place)
        return block.level if head.kind == "annex" and block is not None else head.level

    def blank_after_number(self, place: int) -> int | None:
        """Where in a line of an annex the blank stands that its typed number ends with."""
        unit = self.units[place]
        marker = match_marker(unit.text) if unit.head.kind == "annex" else None
        blank = marker.end - 1 if marker is not None else 0
        return blank if blank > 0 and unit.text[blank] == " " else None

    def printed(self, place: int) -> str:
        """A unit's own number as it is to be printed, "" for none.

        The last of its path, "2." or "(a)", with the brackets that open before it; a dash for
        a point without a number. In an annex a number beside the words is a unit of its own.
        """
        head = self.units[place].head
        if head.kind == "annex":
            block = self.block(place)
            counted = block is not None and block.number and self.beside(place) is None
            return block.number[-1] if block is not None and counted else ""
        if head.kind not in {"preambular", "operative"}:
            return ""
        brackets = opened_before(self.prefix(place).of(self.document.text))
        if head.number is None or (head.kind == "preambular" and head.level == 0):
            dash = "\u2013" if head.level else ""
            return brackets + (dash if head.number is None else "")
        own = unlabelled(head.number.split()[-1]).rstrip(".:")
        return f"{brackets}{own}" if own.endswith(")") else f"{brackets}{own}."


def unlabelled(number: str) -> str:
    """A printed number without what it is called: "5bis" of "OP5bis"."""
    return _LABEL.sub("", number)


def before_words(printed: str) -> str:
    """What is typed before words where ``printed`` stands; brackets alone stand right there."""
    return f"{printed}\t" if printed.strip("[") else printed
