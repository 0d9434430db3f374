"""How far a figure might have fallen elsewhere, had other votes been taken: bounds of 95 per cent.

Votes are taken as drawn one by one. They are not: texts return every year, and several are on one
matter; so the intervals are the narrowest that can be meant.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterdraft.votes.together.indices import Index, index

_DRAWS, _BLOCKS = 1000, 4
_FEWEST = 5
_SEED = 20_241_217
_Z = 1.959963984540054
_TAILS = (2.5, 97.5)


class Interval(NamedTuple):
    """Bounds of 95 per cent."""

    low: float
    high: float


def wilson(hits: float, of: int) -> Interval:
    """The score interval of a share (Wilson 1927); ``of`` is at least 1."""
    share, z2 = hits / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    return Interval(low, 1.0 if hits == of else min(1.0, middle + half))


def draws(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Tables as they might have come out elsewhere: as many votes, drawn from these.

    The same table gives the same draws always.
    """
    total = int(counts.sum())
    chance = np.random.default_rng(_SEED)
    return chance.multinomial(total, (counts / total).ravel(), _DRAWS).reshape(-1, 3, 3)


def of_index(
    counts: NDArray[np.int64], name: Index, drawn: NDArray[np.int64] | None = None
) -> Interval | None:
    """By Wilson for a share, else by bootstrap.

    None where most draws have no value, and of so few votes that all draws are nearly the same.
    """
    total = int(counts.sum())
    if total == 0:
        return None
    if name == "same":
        return wilson(float(np.trace(counts)), total)
    if total < _FEWEST:
        return None
    values = index(draws(counts) if drawn is None else drawn, name)
    values = values[~np.isnan(values)]
    return _percentiles(values) if len(values) > _DRAWS / 2 else None


def of_mean(values: NDArray[np.float64]) -> Interval | None:
    """Of a mean, by bootstrap over votes; None of too few for that."""
    if len(values) < _FEWEST:
        return None
    chance = np.random.default_rng(_SEED)
    size = (_DRAWS // _BLOCKS, len(values))  # in blocks, which need less memory
    means = [
        values[chance.integers(0, len(values), size, np.int32)].mean(axis=1) for _ in range(_BLOCKS)
    ]
    return _percentiles(np.concatenate(means))


def _percentiles(values: NDArray[np.float64]) -> Interval:
    low, high = np.percentile(values, _TAILS)
    return Interval(float(low), float(high))
