"""Where in a document something stands."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct


class Span(Struct, frozen=True, array_like=True, order=True, gc=False):
    """A stretch of ``Document.text``: ``text[start:end]``, in code points.

    In JSON it is a pair, ``[start, end]``.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def moved(self, by: int) -> Span:
        """The same stretch, in a text that has so many more code points before it."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two have a code point in common."""
        return self.start < other.end and other.start < self.end


class OffsetMap(Struct, frozen=True, gc=False):
    """The way back from ``Document.text`` to the text that the source holds.

    ``clean[i]`` and ``raw[i]`` are the offsets at which run ``i`` begins on either
    side; within a run both sides advance together. Both ascend.
    """

    clean: tuple[int, ...] = (0,)
    raw: tuple[int, ...] = (0,)

    def to_raw(self, offset: int) -> int:
        """The offset in the source's own text for one in the clean text."""
        run = bisect_right(self.clean, offset) - 1
        return self.raw[run] + offset - self.clean[run]

    def span_to_raw(self, span: Span) -> Span:
        """The stretch of the source's own text that ``span`` was made from."""
        if span.end == span.start:
            start = self.to_raw(span.start)
            return Span(start, start)
        return Span(self.to_raw(span.start), self.to_raw(span.end - 1) + 1)
