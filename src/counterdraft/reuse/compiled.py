"""Counting and scoring by compiled kernels: what ``plain`` says, many times as fast.

Importing this takes about a second, and some seconds where nothing compiled is in numba's cache:
beside the module, in ``NUMBA_CACHE_DIR``, or in the user's own folder of caches where the place
of the module is read-only. Each kernel may run in several threads at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numba
import numpy as np
from numba import types

if TYPE_CHECKING:
    from numpy.typing import NDArray

    I8 = NDArray[np.int64]
    U2 = NDArray[np.uint16]
    U4 = NDArray[np.uint32]
    U8 = NDArray[np.uint64]

U2_, U4_, I8_, U8_ = (
    types.Array(kind, 1, "C", readonly=True)
    for kind in (types.uint16, types.uint32, types.int64, types.uint64)
)

LINE = 16
"""So many numbers of 32 bits come from memory together."""


def kernel(*signature: types.Type) -> Callable[[Any], Any]:
    """Compiles a function for a signature, or takes it from the cache; other threads may run."""

    def made(function: Any) -> Any:
        try:
            return numba.njit(signature, cache=True, nogil=True)(function)
        except RuntimeError:  # there is no place where a cache may be written
            return numba.njit(signature, nogil=True)(function)

    return made


@kernel(U4_, U4_, U4_)
def places(numbers: U4, keys: U4, directory: U4) -> I8:
    """Where in sorted ``keys`` numbers stand, -1 for those that do not.

    ``directory`` has where the keys stand that begin with each number of bits.
    """
    found = np.full(len(numbers), -1, np.int64)
    shift = 32
    while (len(directory) - 1) >> (32 - shift) > 1:
        shift -= 1
    for n in range(len(numbers)):
        number = numbers[n]
        bucket = np.int64(number) >> shift
        for at in range(directory[bucket], directory[bucket + 1]):
            if keys[at] == number:
                found[n] = at
                break
    return found


@numba.njit(inline="always")
def sift(heap: U8, key: np.uint64) -> None:
    """Put a key in the place of the least of a heap, which is its first."""
    at, below, size = 0, 1, len(heap)
    while below < size:
        if below + 1 < size and heap[below + 1] < heap[below]:
            below += 1
        if heap[below] >= key:
            break
        heap[at] = heap[below]
        at, below = below, 2 * below + 1
    heap[at] = key


@kernel(I8_, I8_, I8_, U2_, U4_, U2_, U4_, types.int64, types.int64)
def candidates(
    first: I8, begins: I8, ends: I8, shares: U2, postings: U4, lengths: U2, scale: U4,
    enough: int, most: int,
) -> U8:  # fmt: skip
    """As ``plain.candidates``."""
    found = np.zeros((len(first) - 1, most), np.uint64)
    shared = np.zeros(len(lengths), np.uint16)
    touched = np.empty(len(lengths) + 1, np.uint32)
    longest = len(scale) - 1
    for text in range(len(first) - 1):
        count = 0
        for each in range(first[text], first[text + 1]):
            share = np.int64(shares[each])
            for form in postings[begins[each] : ends[each]]:
                before = np.int64(shared[form])
                shared[form] = before + share
                if before + share >= enough and before < enough:
                    touched[count] = form
                    count += 1
        heap = found[text]
        least = np.uint64(0)
        for form in touched[:count]:
            length = min(int(lengths[form]), longest)
            rank = np.uint64(shared[form]) * np.uint64(scale[length])
            key = rank << np.uint64(32) | np.uint64(0xFFFFFFFF - form)
            if key > least:
                sift(heap, key)
                least = heap[0]
        for each in range(first[text], first[text + 1]):
            for form in postings[begins[each] : ends[each]]:
                shared[form] = 0
        heap[:] = np.sort(heap)[::-1]
    return found


@kernel(I8_, I8_, I8_, I8_, U4_, U8_, I8_)
def overlaps(
    first: I8, forms: I8, word_first: I8, words: I8, tokens: U4, token_starts: U8, squares: I8
) -> tuple[I8, I8]:
    """As ``plain.overlaps``."""
    shared, whole = np.zeros(len(forms), np.int64), np.zeros(len(forms), np.int64)
    asked = np.int64(0)
    left, ours = np.append(squares, 0), np.zeros(len(squares), np.int64)
    for text in range(len(first) - 1):
        own = words[word_first[text] : word_first[text + 1]]
        for form in forms[first[text] : first[text + 1]]:
            # All are asked for before one is waited for: memory is what takes time here.
            for at in range(np.int64(token_starts[form]), np.int64(token_starts[form + 1]), LINE):
                asked += tokens[at]
        for each in range(first[text], first[text + 1]):
            for word in own:
                if word >= 0:
                    ours[word] = squares[word]
            start, end = token_starts[forms[each]], token_starts[forms[each] + 1]
            theirs = tokens[np.int64(start) : np.int64(end)]
            both, all_words = 0, 0
            for word in theirs:  # each counts once: then there is nothing left of it
                both += ours[word]
                all_words += left[word]
                ours[word] = left[word] = 0
            for word in theirs:
                left[word] = squares[word]
            shared[each], whole[each] = both, all_words
        for word in own:
            if word >= 0:
                ours[word] = 0
    left[0] = asked  # so that it is not left out as of no use
    return shared, whole
