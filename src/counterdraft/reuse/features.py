"""Words as numbers: the same for a query and every shard, in any process, on any machine."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

_MIX = np.uint64(0x9E3779B97F4A7C15)
_AGAIN = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)

word_number = crc32
"""The number of a word, of 32 bits. Of a million words, about a hundred share theirs."""


def form_number(wording: str) -> int:
    """The number of a normalised text, of 64 bits."""
    text = wording.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "little")


def pair_numbers(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The numbers of pairs of words, each from those of its two words."""
    mixed = (first.astype(np.uint64) << _HALF | second) * _MIX
    mixed ^= mixed >> _HALF
    mixed *= _AGAIN
    return (mixed >> _HALF).astype(np.uint32)


def starts_of(lengths: ArrayLike) -> NDArray[np.uint64]:
    """Where each of several stretches begins when they lie end to end, and where the last ends."""
    counts = np.asarray(lengths, np.uint64)
    return np.concatenate((np.zeros(1, np.uint64), np.cumsum(counts, dtype=np.uint64)))
