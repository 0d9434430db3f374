"""Part of a text and another text → what of the part stands there, and what is like it there.

Words are compared by themselves: case, marks, and the kind of quotes and dashes do not count.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from counterdraft.model import Span
from counterdraft.text.straight import straighten

_WORD = re.compile(r"[^\W_]+(?:[-'./][^\W_]+)*")


class _Words:
    """A text's words in order, and where each stands."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(straighten(text).lower()))
        self.words = [each[0] for each in found]
        self.places = [each.span() for each in found]

    def span(self, first: int, last: int) -> Span:
        """From one word to another, which is in it."""
        return Span(self.places[first][0], self.places[last][1])


def longest_run(part: str, whole: str) -> tuple[Span, int] | None:
    """The longest run of words of ``part`` that stands in ``whole``, and how many they are."""
    here, there = _Words(part), _Words(whole)
    matcher = SequenceMatcher(None, here.words, there.words, autojunk=False)
    run = matcher.find_longest_match()
    return (here.span(run.a, run.a + run.size - 1), run.size) if run.size else None


def stretch_like(part: str, whole: str) -> Span | None:
    """The stretch of ``whole``, as long as ``part``, that is most like it; None where none is."""
    here, there = _Words(part), _Words(whole)
    codes: dict[str, str] = {}
    for word in (*here.words, *there.words):
        codes.setdefault(word, chr(0x100 + len(codes)))
    one, other = ("".join(codes[word] for word in side.words) for side in (here, there))
    found = fuzz.partial_ratio_alignment(one, other) if len(one) <= len(other) else None
    shared = [
        n for n in range(found.dest_start, found.dest_end) if other[n] in one
    ] if found else []  # fmt: skip
    return there.span(shared[0], shared[-1]) if shared else None
