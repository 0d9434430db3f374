"""Votes → an array of Members by votes, which everything that counts across votes starts from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterdraft.model.vote import Vote

NOT_KNOWN, YES, ABSTAIN, NO, NOT_VOTING = range(5)
"""What stands in the array; NOT_KNOWN also where a state was no Member on the day."""


class Matrix(NamedTuple):
    """Positions of states in votes.

    ``positions`` is int8, states × votes, in the order of ``codes`` and ``votes``. Votes without
    lists have NOT_KNOWN in their whole column.
    """

    codes: tuple[str, ...]
    votes: tuple[Vote, ...]
    positions: NDArray[np.int8]


def matrix_of(votes: Sequence[Vote]) -> Matrix:
    """The positions of all states that have one in ``votes``, by code in alphabetical order."""
    lists = [
        (number, value, codes)
        for number, vote in enumerate(votes)
        for value, codes in ((YES, vote.yes), (ABSTAIN, vote.abstain), (NO, vote.no),
                             (NOT_VOTING, vote.not_voting))
    ]  # fmt: skip
    names = sorted({code for _, _, codes in lists for code in codes})
    row = {code: at for at, code in enumerate(names)}
    positions = np.zeros((len(names), len(votes)), np.int8)
    for number, value, codes in lists:
        positions[[row[code] for code in codes], number] = value
    return Matrix(tuple(names), tuple(votes), positions)
