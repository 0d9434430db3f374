"""How alike paragraphs are: the share of their words, in their order, that they have in common.

Each word becomes one character, so that the bit-parallel kernels of rapidfuzz compare
paragraphs word by word at the speed at which they compare letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel, LCSseq

from counterdraft.text.straight import straighten

_WORD = re.compile(r"[^\W_]+(?:[-'./][^\W_]+)*")
# The marks of which there are most, none of which is within a word.
_BETWEEN = ',;:()"'
# Characters from here on stand for words; surrogates would be no characters.
_FIRST, _SURROGATES = 0x100, range(0xD800, 0xE000)
_MOST = 0x10FFFF - 0x900


class _Codes(dict[str, str]):
    """The character of each word; one that was not seen yet gets the next."""

    def __missing__(self, word: str) -> str:
        # Beyond a million words, which no two texts have, the last character serves for all.
        place = min(len(self), _MOST) + _FIRST
        shift = len(_SURROGATES) if place >= _SURROGATES.start else 0
        found = self[word] = chr(place + shift)
        return found


class _Chunks(dict[str, str]):
    """The characters of what stands between blanks, which is a word and sometimes more."""

    def __init__(self) -> None:
        super().__init__()
        self._codes = _Codes()

    def __missing__(self, chunk: str) -> str:
        codes = self._codes
        words = [chunk] if chunk.isalnum() else _WORD.findall(chunk)
        found = self[chunk] = "".join([codes[word] for word in words])
        return found


class Coded:
    """A paragraph and its words, one character each, which are told apart when asked for."""

    def __init__(self, text: str, chunks: _Chunks) -> None:
        self.text = text
        self._chunks = chunks

    @cached_property
    def words(self) -> str:
        """Its words; case, marks and the kind of quotes and dashes do not count."""
        chunks, plain = self._chunks, straighten(self.text).lower()
        for mark in _BETWEEN:
            plain = plain.replace(mark, " ")
        return "".join([chunks[chunk] for chunk in plain.split()])

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Which words stand in it."""
        return frozenset(self.words)

    def with_more(self, parts: Iterable[Coded]) -> Coded:
        """It and others as one paragraph."""
        return Coded(" ".join([self.text, *(part.text for part in parts)]), self._chunks)


class Coder:
    """Codes paragraphs as they come, a word being the same character in all of them."""

    def __init__(self) -> None:
        self._chunks = _Chunks()

    def coded(self, paragraph: str) -> Coded:
        """A paragraph, to be held against others of this coder."""
        return Coded(paragraph, self._chunks)


def coded(*texts: Sequence[str]) -> list[list[Coded]]:
    """The paragraphs of several texts, a word being the same character in all of them."""
    coder = Coder()
    return [[coder.coded(paragraph) for paragraph in text] for text in texts]


def likeness(a: Coded, b: Coded, least: float = 0.0) -> float:
    """The share of words that two paragraphs have in common in their order, 0 to 1.

    Below ``least`` it is 0, which is found out sooner.
    """
    if not a.words and not b.words:
        return 1.0
    return Indel.normalized_similarity(a.words, b.words, score_cutoff=least)


def likenesses(one: Coded, others: Mapping[int, str], least: float) -> Iterator[tuple[int, float]]:
    """Those of others, by their words, that are at least so like a paragraph, and how much."""
    found = process.extract(
        one.words, others, scorer=Indel.normalized_similarity, score_cutoff=least, limit=None
    )
    return ((place, share) for _, share, place in found)


def sharing(one: Coded, others: Mapping[int, str], least: int) -> Iterator[tuple[int, int]]:
    """Those of others with at least so many words in the order of a paragraph, and how many."""
    found = process.extract(
        one.words, others, scorer=LCSseq.similarity, score_cutoff=least, limit=None
    )
    return ((place, shared) for _, shared, place in found)


def within(part: Coded, whole: Coded) -> float:
    """How like ``part`` is the stretch of ``whole`` of its length that is most like it, 0 to 1.

    0 where ``part`` is the longer.
    """
    if not part.words or len(part.words) > len(whole.words):
        return 0.0
    return fuzz.partial_ratio(part.words, whole.words) / 100


def contained(part: Coded, whole: Coded) -> float:
    """The share of the words of ``part`` that stand in ``whole`` in the same order, 0 to 1."""
    if not part.words:
        return 0.0
    return in_common(part, whole) / len(part.words)


def in_common(a: Coded, b: Coded) -> int:
    """How many words two paragraphs have in common, in their order."""
    return LCSseq.similarity(a.words, b.words)


def longest_in_both(a: Coded, b: Coded) -> int:
    """How many words stand on end in either paragraph, at most."""
    return SequenceMatcher(None, a.words, b.words, autojunk=False).find_longest_match().size
