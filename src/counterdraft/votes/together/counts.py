"""How often each pair of positions occurred, for two states or for all pairs of them at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from counterdraft.votes.matrix import ABSTAIN, NO, YES

SIDES = (YES, ABSTAIN, NO)


def pair_counts(first: NDArray[np.int8], second: NDArray[np.int8]) -> NDArray[np.int64]:
    """3 × 3, of the votes in which both took a position; not voting is none."""
    both = (np.isin(first, SIDES)) & (np.isin(second, SIDES))
    flat = (first[both].astype(np.int64) - YES) * 3 + (second[both] - YES)
    return np.bincount(flat, minlength=9).reshape(3, 3)


def all_counts(positions: NDArray[np.int8]) -> NDArray[np.int64]:
    """Rows × rows × 3 × 3, of a matrix of positions, rows × votes.

    As products of matrices in single precision, which are exact to 16 million votes.
    """
    sides = [(positions == side).astype(np.float32) for side in SIDES]
    rows = positions.shape[0]
    counts = np.empty((rows, rows, 3, 3), np.int64)
    for i, one in enumerate(sides):
        for j, other in enumerate(sides):
            counts[:, :, i, j] = one @ other.T
    return counts
