"""Words as numbers: the same for a query and every shard, in any process, on any machine."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from counterdraft.reuse.wording import normalised, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MIX = np.uint64(0x9E3779B97F4A7C15)
_AGAIN = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)


class Vocabulary(dict[str, int]):
    """Words by the order in which they first came; ``numbers`` has each one's number of 32 bits.

    Each word is hashed once. Words of one number, of which there may be a few in a million, are
    one word.
    """

    def __init__(self) -> None:
        super().__init__()
        self.numbers = array("I")
        self._ranks: dict[int, int] = {}

    def __missing__(self, word: str) -> int:
        number = int.from_bytes(blake2b(_bytes(word), digest_size=4).digest(), "little")
        rank = self[word] = self._ranks.setdefault(number, len(self.numbers))
        if rank == len(self.numbers):
            self.numbers.append(number)
        return rank


def form_hash(wording: str) -> int:
    """The 64-bit number of a normalised text."""
    return int.from_bytes(blake2b(_bytes(wording), digest_size=8).digest(), "little")


def numbered(text: str, vocabulary: Vocabulary) -> tuple[int, list[int]]:
    """The number of a text's form, and its words in order, by their rank in the vocabulary."""
    wording = normalised(text)
    return form_hash(wording), [vocabulary[word] for word in words(wording)]


def pair_numbers(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The numbers of pairs of words, each from those of its two words."""
    mixed = (first.astype(np.uint64) << _HALF | second) * _MIX
    mixed ^= mixed >> _HALF
    mixed *= _AGAIN
    return (mixed >> _HALF).astype(np.uint32)


def starts_of(lengths: Iterable[int] | NDArray[np.generic]) -> NDArray[np.uint64]:
    """Where each of several stretches begins when they lie end to end, and where the last ends."""
    counts = np.asarray(lengths, np.uint64)
    return np.concatenate((np.zeros(1, np.uint64), np.cumsum(counts, dtype=np.uint64)))


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")
