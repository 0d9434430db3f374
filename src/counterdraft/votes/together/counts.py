"""How often each pair of positions occurred, for two states."""

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
