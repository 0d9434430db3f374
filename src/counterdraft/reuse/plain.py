"""Counting and scoring by numpy alone: what ``compiled`` does as well, without its second of start.

Both give the same, to the last bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    I8 = NDArray[np.int64]
    U2 = NDArray[np.uint16]
    U4 = NDArray[np.uint32]
    U8 = NDArray[np.uint64]

_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


def places(numbers: U4, keys: U4, directory: U4) -> I8:  # noqa: ARG001
    """Where in sorted ``keys`` numbers stand, -1 for those that do not.

    ``directory`` has where the keys stand that begin with each number of bits.
    """
    if not len(keys):
        return np.full(len(numbers), -1, np.int64)
    found = np.searchsorted(keys, numbers)
    found[found == len(keys)] = 0
    return np.where(keys[found] == numbers, found, -1)


def candidates(
    first: I8, begins: I8, ends: I8, shares: U2, postings: U4, lengths: U2, scale: U4,
    enough: int, most: int,
) -> U8:  # fmt: skip
    """For each text the forms that share most, best first: [texts, most], 0 where there are fewer.

    A text's stretches of postings are ``first[text]`` to ``first[text + 1]`` of ``begins`` and
    ``ends``. A form gets the shares of all it is in; with fewer than ``enough`` it is none. Each
    candidate is this number times ``scale`` of its length and 2**32, and 2**32 - 1 less the
    form, so that of equals the older is first.
    """
    found = np.zeros((len(first) - 1, most), np.uint64)
    for text in range(len(found)):
        of = slice(first[text], first[text + 1])
        stretches = [postings[a:b] for a, b in zip(begins[of], ends[of], strict=True)]
        if not any(map(len, stretches)):
            continue
        forms, which = np.unique(np.concatenate(stretches), return_inverse=True)
        each = np.repeat(shares[of], ends[of] - begins[of])
        shared = np.bincount(which, each, len(forms)).astype(np.uint64)
        forms, shared = forms[shared >= enough], shared[shared >= enough]
        best = shared * scale[np.minimum(lengths[forms], len(scale) - 1)] << _HALF | (_LOW - forms)
        best = np.sort(best)[::-1][:most]
        found[text, : len(best)] = best
    return found


def overlaps(
    first: I8, forms: I8, word_first: I8, words: I8, tokens: U4, token_starts: U8, squares: I8
) -> tuple[I8, I8]:
    """For each candidate the squares of the words it shares with its text, and of all its words.

    A text's candidates are ``first[text]`` to ``first[text + 1]`` of ``forms``, its words
    likewise of ``words``.
    """
    lengths = (token_starts[forms + 1] - token_starts[forms]).astype(np.int64)
    ends = np.cumsum(lengths)
    places = np.arange(lengths.sum()) + np.repeat(
        token_starts[forms].astype(np.int64) - ends + lengths, lengths
    )
    which = np.repeat(np.arange(len(forms), dtype=np.uint64), lengths)
    each = _distinct(which << _HALF | tokens[places])
    which, theirs = (each >> _HALF).astype(np.int64), (each & _LOW).astype(np.int64)
    text = np.repeat(np.arange(len(first) - 1), np.diff(first))
    ours = np.repeat(np.arange(len(first) - 1), np.diff(word_first)) << 32 | words
    known = _among(text[which] << 32 | theirs, np.sort(ours[words >= 0]))
    weights = squares[theirs]
    whole = np.bincount(which, weights, len(forms)).astype(np.int64)
    shared = np.bincount(which[known], weights[known], len(forms)).astype(np.int64)
    return shared, whole


def _distinct(numbers: U8) -> U8:
    """Each of the numbers once, ascending; by sorting, which is twice as fast as ``np.unique``."""
    numbers = np.sort(numbers)
    found: U8 = numbers[np.diff(numbers, prepend=~numbers[:1]) != 0]
    return found


def _among(numbers: I8, known: I8) -> NDArray[np.bool_]:
    """Which of the numbers are among sorted ones."""
    if not len(known):
        return np.zeros(len(numbers), bool)
    at = np.searchsorted(known, numbers)
    found: NDArray[np.bool_] = known[np.minimum(at, len(known) - 1)] == numbers
    return found
