"""A clause as one line in which what it names is one sign each, so that patterns are short.

``S`` stands for a State, ``T`` for a treaty, ``D`` for a date; all other words are in lower case.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.verify.mentions import Mention

STATE, TREATY, DATE = "\ue000", "\ue001", "\ue002"
_SIGNS = {"state": STATE, "treaty": TREATY, "date": DATE}


class Twin(NamedTuple):
    """The line, the mention behind each sign by its offset there, and the way back to the text."""

    line: str
    named: dict[int, Mention]
    offsets: tuple[tuple[int, int], ...]

    def there(self, at: int) -> int:
        """The offset in the text of an offset in the line."""
        line, text = self.offsets[bisect_right(self.offsets, at, key=lambda each: each[0]) - 1]
        return text + at - line

    def span(self, found: re.Match[str], group: int | str = 0) -> tuple[int, int]:
        """Where in the text what was matched stands."""
        start, end = found.span(group)
        last = self.named.get(end - 1)
        return self.there(start), last.end if last else self.there(end - 1) + 1

    def in_(self, start: int, end: int) -> list[Mention]:
        """What is named between two offsets of the line, in order."""
        return [self.named[at] for at in sorted(self.named) if start <= at < end]


def twin_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Twin:
    """The twin of ``text[start:end]``; ``mentions`` are in order and apart."""
    pieces: list[str] = []
    named: dict[int, Mention] = {}
    offsets: list[tuple[int, int]] = []
    at, length = start, 0
    for each in (m for m in mentions if start <= m.start and m.end <= end):
        plain = _lower(text[at : each.start])
        offsets += [(length, at), (length + len(plain), each.start)]
        pieces += [plain, _SIGNS[each.kind]]
        length += len(plain) + 1
        named[length - 1] = each
        at = each.end
    offsets.append((length, at))
    pieces.append(_lower(text[at:end]))
    return Twin("".join(pieces), named, tuple(offsets))


def _lower(text: str) -> str:
    """``text`` in lower case, character for character: offsets hold."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
