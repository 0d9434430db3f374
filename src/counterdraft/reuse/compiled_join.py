"""The kernels of a join of all forms with themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import types

from counterdraft.reuse.compiled import I8_, LINE, U2_, U4_, U8_, kernel, sift

if TYPE_CHECKING:
    from numpy.typing import NDArray

    I8 = NDArray[np.int64]
    U2 = NDArray[np.uint16]
    U4 = NDArray[np.uint32]
    U8 = NDArray[np.uint64]


@kernel(U4_, U8_, U4_, types.int64, types.int64, types.int64)
def rarest(order: U4, starts: U8, postings: U4, forms: int, budget: int, most: int) -> U4:
    """The features to look up for each form, rarest first: [forms, most + 1].

    ``order`` has the features that several forms have, the rarest first. The first number of a row
    is how many there are. A form looks at the forms before it: a feature costs as many as there
    are of these, and what costs more than what is left of ``budget`` is left out.
    """
    chosen = np.zeros((forms, most + 1), np.uint32)
    left = np.full(forms, budget, np.int32)
    for feature in order:
        begin, end = np.int64(starts[feature]), np.int64(starts[feature + 1])
        for cost, form in enumerate(postings[begin : min(end, begin + budget)]):
            count = np.int64(chosen[form, 0])
            if count < most and cost <= left[form]:
                left[form] -= cost
                chosen[form, 0] = count + 1
                chosen[form, count + 1] = feature
    return chosen


@kernel(types.Array(types.uint32, 2, "C", readonly=True), U8_, U4_, I8_, U2_, U4_, U4_, U8_,
        types.Array(types.float64, 1, "C", readonly=True), types.int64, types.int64,
        types.int64, types.int64, types.int64, types.int64, types.int64, types.int64)  # fmt: skip
def joined(
    chosen: U4, starts: U8, postings: U4, squares: I8, lengths: U2, scale: U4, tokens: U4,
    token_starts: U8, norms: NDArray[np.float64], begin: int, end: int, whole: int, enough: int,
    most: int, limit: int, words: int, keep: int,
) -> U8:  # fmt: skip
    """For forms from one to another the earlier forms most like each, best first.

    [end - begin, limit], 0 where there are fewer; each is the score times 2**32, and 2**32 - 1
    less the form. ``squares`` are of all features, of which the first ``words`` are words;
    ``norms`` are the lengths of the forms' vectors of words. A candidate that has less than
    ``keep`` hundredths of the rank of the last that is wanted is not scored. What the other
    numbers are ``plain.candidates`` says.
    """
    found = np.zeros((end - begin, limit), np.uint64)
    shared = np.zeros(end, np.uint16)
    touched = np.empty(end + 1, np.uint32)
    ours = np.zeros(words, np.int64)
    heap = np.empty(most, np.uint64)
    longest = len(scale) - 1
    asked = np.int64(0)
    for form in range(begin, end):
        features = chosen[form, 1 : 1 + np.int64(chosen[form, 0])]
        total, count = 1, 0
        for feature in features:
            total += squares[feature]
            asked += postings[np.int64(starts[feature])]
        for feature in features:
            share = max(1, squares[feature] * whole // total)
            for other in postings[np.int64(starts[feature]) : np.int64(starts[feature + 1])]:
                if other >= form:
                    break
                before = np.int64(shared[other])
                shared[other] = before + share
                if before + share >= enough and before < enough:
                    touched[count] = other
                    count += 1
        heap[:] = 0
        least = np.uint64(0)
        for other in touched[:count]:
            length = min(int(lengths[other]), longest)
            rank = np.uint64(shared[other]) * np.uint64(scale[length])
            key = rank << np.uint64(32) | np.uint64(0xFFFFFFFF - other)
            if key > least:
                sift(heap, key)
                least = heap[0]
        for feature in features:
            for other in postings[np.int64(starts[feature]) : np.int64(starts[feature + 1])]:
                if other >= form:
                    break
                shared[other] = 0
        if count == 0:
            continue
        own = tokens[np.int64(token_starts[form]) : np.int64(token_starts[form + 1])]
        heap[:] = np.sort(heap)[::-1]
        poor = (heap[limit - 1] >> np.uint64(32)) * np.uint64(keep) // np.uint64(100)
        kept = 0
        while kept < most and heap[kept] >> np.uint64(32) > poor:
            # All are asked for before one is waited for: memory is what takes time here.
            other = np.int64(0xFFFFFFFF) - np.int64(heap[kept] & np.uint64(0xFFFFFFFF))
            for at in range(np.int64(token_starts[other]), np.int64(token_starts[other + 1]), LINE):
                asked += tokens[at]
            kept += 1
        heap[kept:] = 0
        for n in range(kept):
            other = np.int64(0xFFFFFFFF) - np.int64(heap[n] & np.uint64(0xFFFFFFFF))
            for word in own:
                ours[word] = squares[word]
            both = 0
            for word in tokens[np.int64(token_starts[other]) : np.int64(token_starts[other + 1])]:
                both += ours[word]
                ours[word] = 0  # each word counts once
            score = np.floor(1000 * both / max(norms[form] * norms[other], 1.0))
            low = heap[n] & np.uint64(0xFFFFFFFF)
            heap[n] = np.uint64(min(score, 999.0)) << np.uint64(32) | low
        for word in own:
            ours[word] = 0
        found[form - begin] = np.sort(heap)[::-1][:limit]
    heap[0] = asked  # so that it is not left out as of no use
    return found
