"""The words of a Word file → the runs that they stand in.

In: a body whose changes are settled. Out: :class:`Places`: the text as ``Document.offsets`` leads
to it, every stretch of it with its element, every group with its paragraphs, every note with the
run that calls it. ``cut`` divides runs where something is to change.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from lxml import etree

from counterdraft.ooxml.groups import Context, Group, all_groups
from counterdraft.ooxml.names import W_P, W_T
from counterdraft.ooxml.pieces import PARAGRAPH_END, Piece
from counterdraft.ooxml.runs import divide, run_of

_START, _END = attrgetter("start"), attrgetter("end")


class Bit:
    """A stretch of the text in one element; one that is no ``<w:t>`` cannot be divided."""

    def __init__(self, start: int, text: str, element: etree._Element) -> None:
        self.start, self.text, self.element = start, text, element

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)


class Grouped(NamedTuple):
    """One paragraph of what is read: its extent in the text, and Word's paragraphs in it."""

    start: int
    end: int
    paragraphs: tuple[etree._Element, ...]


class Called(NamedTuple):
    """A note that is called in the text, at this place, by this piece."""

    start: int
    piece: Piece


class Places:
    """Where the words stand; offsets are those that ``OffsetMap.to_raw`` leads to."""

    def __init__(self, body: etree._Element, context: Context) -> None:
        self.bits: list[Bit] = []
        self.groups: list[Grouped] = []
        self.notes: list[Called] = []
        self._length = 0
        parts: list[str] = []
        for group, _ in all_groups(body, context):
            start = self._length
            parts += self._take(group)
            paragraphs = tuple(
                piece.element
                for piece, *_ in group.shown
                if piece.text == PARAGRAPH_END and piece.element is not None
            )
            self.groups.append(Grouped(start, self._length, paragraphs))
        self.text = "".join(parts)

    def _take(self, group: Group) -> Iterator[str]:
        for each in group.shown:
            if each.piece.kind in {"footnote", "endnote"} and each.visible:
                self.notes.append(Called(self._length, each.piece))
            element = each.piece.element
            if each.words and element is not None and element.tag != W_P:
                self.bits.append(Bit(self._length, each.words, element))
            self._length += len(each.words)
            yield each.words

    def group_at(self, offset: int) -> Grouped:
        """The group that a character stands in."""
        return self.groups[max(0, bisect_right(self.groups, offset, key=_START) - 1)]

    def between(self, start: int, end: int) -> list[Bit]:
        """What stands between two offsets, of which each must be at the edge of a bit."""
        first = bisect_left(self.bits, start, key=_START)
        last = bisect_left(self.bits, end, key=_START)
        return [bit for bit in self.bits[first:last] if bit.end <= end]

    def until(self, start: int, end: int) -> list[Bit]:
        """What ends between two offsets, wherever it begins."""
        first = bisect_right(self.bits, start, key=_END)
        last = bisect_right(self.bits, end, key=_END)
        return self.bits[first:last]

    def cut(self, offsets: Iterable[int]) -> None:
        """Divide elements and runs so that at these offsets one run ends and another begins."""
        cut(self.bits, offsets)


def cut(bits: list[Bit], offsets: Iterable[int]) -> None:
    """Divide the elements and runs of ``bits`` at these offsets."""
    for offset in sorted(set(offsets)):
        at = bisect_right(bits, offset, key=_START) - 1
        if at < 0:
            continue
        bit, size = bits[at], offset - bits[at].start
        if 0 < size < len(bit.text) and bit.element.tag == W_T:
            right = divide(bit.element, size)
            bits.insert(at + 1, Bit(offset, bit.text[size:], right))
            bit.text = bit.text[:size]
        elif at and (size == 0 or size == len(bit.text)):
            _part(bits, at if size == 0 else at + 1)


def _part(bits: list[Bit], at: int) -> None:
    """Begin a run with a bit that stands in one run with the bit before it."""
    if at < len(bits):
        run = run_of(bits[at].element)
        if run is not None and run is run_of(bits[at - 1].element):
            divide(bits[at].element, 0)
