"""Ideal points and the votes that they are of → how hard a session's own votes pull a point away.

The random walk lets every State move by one variance. A State that turns at once is held back by
where it stood: its point then lies where neither those votes nor those before would have it, and
the standard error, which takes the walk for true, knows nothing of that.
"""

from __future__ import annotations

from math import erfc, sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from counterdraft.ideal.estimate import Estimate

    F8 = NDArray[np.float64]

_KINDS = 3
_BEYOND, _STEP = 2.0, 0.05  # how far beyond all points a session's own is looked for, how finely
_AT = np.linspace(-9, 9, 3601)
_BELOW = np.array([0.5 * erfc(-u / sqrt(2)) for u in _AT])


def pulls(votes: NDArray[np.int8], session: NDArray[np.int64], found: Estimate) -> F8:
    """[states, sessions]: twice the log-likelihood that a session's votes gain by another point.

    That point is the best one for the state's votes of the session alone, roll-calls as estimated;
    the figure is negative where it lies below the state's. ``votes`` and ``session`` are those that
    ``found`` is estimated from. It is 0 where there are no votes and nan where there is no point.
    Were the model true, its size would be as chi-square of one degree of freedom or smaller.
    """
    reach = float(np.nanmax(np.abs(found.points))) + _BEYOND
    grid = np.arange(-reach, reach + _STEP, _STEP)
    result = np.full(found.points.shape, np.nan)
    for at in range(found.points.shape[1]):
        here = ~np.isnan(found.points[:, at])
        calls = np.flatnonzero((found.left_out == 0) & (session == at))
        likely = _likely(votes[np.ix_(here, calls)], calls, found, grid)
        result[here, at] = _gained(likely, grid, found.points[here, at])
    return result


def _likely(votes: NDArray[np.int8], calls: NDArray[np.int64], found: Estimate, grid: F8) -> F8:
    """[states, grid]: the log-likelihood of each state's votes in some roll-calls, by its place."""
    lean = found.discriminations[calls, None] * grid
    first, second = (
        np.interp(found.cut_points[calls, side, None] - lean, _AT, _BELOW) for side in (0, 1)
    )
    lapse = found.lapse_rate
    likely: F8 = np.zeros((len(votes), len(grid)))
    for kind, chance in enumerate((first, second - first, 1 - second), 1):
        log = np.log(np.maximum((1 - lapse) * chance + lapse / _KINDS, np.finfo(float).tiny))
        likely += (votes == kind).astype(float) @ log
    return likely


def _gained(likely: F8, grid: F8, points: F8) -> F8:
    now = np.array([np.interp(at, grid, row) for at, row in zip(points, likely, strict=True)])
    best = likely.argmax(axis=1)
    gain: F8 = 2 * np.maximum(likely[np.arange(len(points)), best] - now, 0)
    gain[grid[best] < points] *= -1
    return gain
