"""Clean text put together piece by piece, with the map back to the source.

In: pieces of the source's own text, with their offsets there. Out: one string in
which every run of white space is a single blank and invisible characters are gone,
and an :class:`OffsetMap` that leads each of its offsets back.
"""

from __future__ import annotations

import re

from counterdraft.model import OffsetMap, Span

# Soft hyphen, zero-width characters, directional marks, byte-order mark, NUL and
# the other controls that are not white space.
_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067"
    "\u2068\u2069\ufeff" + "".join(map(chr, [*range(9), *range(14, 28), 0x7F]))
)
_RUN = re.compile(rf"\s+|[{re.escape(_INVISIBLE)}]+")


class Assembler:
    """Grows a clean text; knows where each part of it came from."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._clean: list[int] = [0]
        self._raw: list[int] = [0]
        self.length = 0
        self._blank_at: int | None = None
        self._block_start = 0
        self._block_part = 0

    def begin_block(self) -> int:
        """Start a block on a new line of the clean text; return its offset."""
        self._blank_at = None
        if self.length:
            self._parts.append("\n")
            self.length += 1
        self._block_start = self.length
        self._block_part = len(self._parts)
        return self.length

    @property
    def place(self) -> int:
        """Where the next words of the block begin, past the blank that they bring to light."""
        return self.length + (self._blank_at is not None)

    @property
    def in_block(self) -> bool:
        """Whether the block begun last has words."""
        return self.length > self._block_start

    def drop_empty_block(self) -> None:
        """Take back the block begun last, in which there is nothing."""
        if self._block_start:
            self._parts.pop()
            self.length -= 1
            self._block_start = self.length

    def tail(self, length: int) -> str:
        """The end of the block begun last: ``length`` characters or more, where it has them."""
        parts: list[str] = []
        for place in range(len(self._parts) - 1, self._block_part - 1, -1):
            parts.append(self._parts[place])
            length -= len(parts[-1])
            if length <= 0:
                break
        return "".join(reversed(parts))

    def block_text(self) -> str:
        """The clean text of the block begun last."""
        return "".join(self._parts[self._block_part :])

    def add(self, piece: str, raw: int) -> None:
        """Append ``piece``, which stands at offset ``raw`` of the source's text."""
        at = 0
        for run in _RUN.finditer(piece):
            self._add_run(piece[at : run.start()], raw + at)
            if piece[run.start()].isspace():
                self.add_blank(raw + run.start())
            at = run.end()
        self._add_run(piece[at:], raw + at)

    def add_blank(self, raw: int) -> None:
        """Remember that white space stood here; it shows when more text follows."""
        if self._blank_at is None and self.length > self._block_start:
            self._blank_at = raw

    def _add_run(self, run: str, raw: int) -> None:
        if not run:
            return
        if self._blank_at is not None:
            self._note(self._blank_at)
            self._parts.append(" ")
            self.length += 1
            self._blank_at = None
        self._note(raw)
        self._parts.append(run)
        self.length += len(run)

    def _note(self, raw: int) -> None:
        """Begin a run of the offset map, unless the last one leads here anyway."""
        if self._raw[-1] + self.length - self._clean[-1] == raw:
            return
        if self._clean[-1] == self.length:
            self._raw[-1] = raw
        else:
            self._clean.append(self.length)
            self._raw.append(raw)

    def drop_last(self, count: int) -> None:
        """Take back the last ``count`` characters of the clean text (a joining hyphen)."""
        while count and self._parts:
            last = self._parts.pop()
            keep = last[: max(0, len(last) - count)]
            count -= len(last) - len(keep)
            self.length -= len(last) - len(keep)
            if keep:
                self._parts.append(keep)

    def span_since(self, start: int) -> Span:
        """The span from ``start`` to the end of what stands now."""
        return Span(start, self.length)

    def text(self) -> str:
        """The clean text."""
        return "".join(self._parts)

    def offsets(self) -> OffsetMap:
        """The map from the clean text to the source's."""
        return OffsetMap(tuple(self._clean), tuple(self._raw))
