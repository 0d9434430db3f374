"""How alike paragraphs are: the share of their words, in their order, that they have in common.

Each word becomes one character, so that the bit-parallel kernels of rapidfuzz compare
paragraphs word by word at the speed at which they compare letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from rapidfuzz.distance import Indel, LCSseq

from counterdraft.text.straight import straighten

_WORD = re.compile(r"[^\W_]+(?:[-'./][^\W_]+)*")
# Characters from here on stand for words; surrogates would be no characters.
_FIRST, _SURROGATES = 0x100, range(0xD800, 0xE000)
_MOST = 0x10FFFF - 0x900


class Coded(Struct, frozen=True, dict=True):
    """A paragraph's words, one character each."""

    words: str

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Which words stand in it."""
        return frozenset(self.words)


class _Codes(dict[str, str]):
    """The character of each word; one that was not seen yet gets the next."""

    def __missing__(self, word: str) -> str:
        # Beyond a million words, which no two texts have, the last character serves for all.
        place = min(len(self), _MOST) + _FIRST
        shift = len(_SURROGATES) if place >= _SURROGATES.start else 0
        found = self[word] = chr(place + shift)
        return found


class Coder:
    """Gives each word a character of its own, the same for every text it codes."""

    def __init__(self) -> None:
        self._codes = _Codes()

    def code(self, text: str) -> Coded:
        """The words of ``text``; case, marks and the kind of quotes and dashes do not count."""
        codes = self._codes
        return Coded("".join([codes[word] for word in _WORD.findall(straighten(text).lower())]))


def likeness(a: Coded, b: Coded, least: float = 0.0) -> float:
    """The share of words that two paragraphs have in common in their order, 0 to 1.

    Below ``least`` it is 0, which is found out sooner.
    """
    if not a.words and not b.words:
        return 1.0
    return Indel.normalized_similarity(a.words, b.words, score_cutoff=least)


def contained(part: Coded, whole: Coded) -> float:
    """The share of the words of ``part`` that stand in ``whole`` in the same order, 0 to 1."""
    if not part.words:
        return 0.0
    return LCSseq.similarity(part.words, whole.words) / len(part.words)


def joined(parts: Sequence[Coded]) -> Coded:
    """Several paragraphs as one."""
    return Coded("".join(part.words for part in parts))
