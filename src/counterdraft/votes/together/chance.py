"""What cohesion would be by chance: each member drawing from the whole Assembly's positions.

In: for each vote the number of members that voted, and the Assembly's votes for yes, abstain, no.
Out: the agreement index expected of that many independent draws from these shares.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_CERTAIN = 6.0  # standard errors by which the first place is the first for sure (2 in 10^9)
_AT_ONCE = 2_000_000  # cells of a block
_NEVER = -1e6  # the logarithm of no chance at all, and no infinity: 0 times it is 0


def expected_agreement(voting: NDArray[np.int64], assembly: NDArray[np.int64]) -> Floats:
    """The agreement index expected; ``assembly`` is 3 × votes. NaN where nobody voted."""
    shares = assembly / np.maximum(assembly.sum(axis=0), 1)
    found = np.full(len(voting), np.nan)
    for count in np.unique(voting[voting > 0]):
        at = np.flatnonzero(voting == count)
        found[at] = (3 * expected_first(int(count), shares[:, at]) / count - 1) / 2
    return found


def expected_first(count: int, shares: Floats) -> Floats:
    """How many of ``count`` draws the largest of three sides has, on average; shares 3 × votes."""
    ordered = np.sort(shares, axis=0)
    gap = ordered[2] - ordered[1]
    spread = np.sqrt(np.maximum(ordered[2] + ordered[1] - gap**2, 0))
    certain = gap * np.sqrt(count) > _CERTAIN * spread
    found: Floats = count * ordered[2]
    open_ = np.flatnonzero(~certain)
    size = max(1, _AT_ONCE // ((count + 1) * (count + 2) // 2))
    for start in range(0, len(open_), size):
        block = open_[start : start + size]
        found[block] = _by_every_outcome(count, shares[:, block])
    return found


def _by_every_outcome(count: int, shares: Floats) -> Floats:
    """The mean over all ways to fall into three sides, each with its chance."""
    first, second = np.meshgrid(np.arange(count + 1), np.arange(count + 1), indexing="ij")
    keep = first + second <= count
    sides = np.stack([first[keep], second[keep], count - first[keep] - second[keep]])
    factorial = np.append(0.0, np.cumsum(np.log(np.arange(1, count + 1))))  # its logarithm
    ways = factorial[count] - factorial[sides].sum(axis=0)
    with np.errstate(divide="ignore"):
        logs = np.where(shares > 0, np.log(shares), _NEVER)
    chances = np.exp(ways + logs.T @ sides)
    return np.asarray(chances @ sides.max(axis=0))
