"""One sweep: roll-calls given the points, points given roll-calls, innovation variance, scales."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

import numpy as np

from counterdraft.ideal.gauge import regauged, standardised
from counterdraft.ideal.population import population

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from counterdraft.ideal.engine import Engine
    from counterdraft.ideal.layout import Layout
    from counterdraft.ideal.unknowns import Unknowns

    F8 = NDArray[np.float64]

# Beside the movements that there are, one of this variance is counted.
_MOVEMENT = 0.01
# How much the movement that is seen grows with the innovation variance is tried with one that is
# larger; what is then left to go is taken in one step, within bounds.
_FREER, _SLOWEST, _LONGEST = 1.1, 0.95, 0.2


def sweep(
    layout: Layout, before: Unknowns, run: Engine, fixed: float | None, movement: float = 1.0
) -> Unknowns:
    """Where a sweep leads.

    ``fixed`` is the innovation variance where it is not to be estimated; ``movement`` is as in
    ``joint.Joint``.
    """
    kinds, now = population(layout, before), before.copy()
    run.rollcalls(now.mean, now.spread, kinds.prior, now.items, now.moments)
    slope, bend = run.slopes(now.mean, now.spread, now.items)
    entry = kinds.entry_mean, kinds.entry_variance
    moved = smoothed(now, run, entry, slope, bend)
    # Scales are held against the movement that is seen, of which the innovation variance is more.
    seen = moved._replace(innovation=moved.innovation / movement)
    after = standardised(layout, regauged(layout, seen, kinds, run))
    if fixed is not None:
        return after._replace(innovation=fixed)
    freer = smoothed(now._replace(innovation=_FREER * now.innovation), run, entry, slope, bend)
    share = log(innovation(layout, freer) / innovation(layout, moved)) / log(_FREER)
    wanted = movement * innovation(layout, after)
    return after._replace(innovation=onwards(before.innovation, wanted, share))


def smoothed(
    now: Unknowns, run: Engine, entry: tuple[float, float], slope: F8, bend: F8
) -> Unknowns:
    """A step for all points, of whose log-likelihood these are the derivatives."""
    after = now.copy()
    run.smooth(now.innovation, entry, slope, bend, after.mean, after.spread, after.joint)
    return after


def innovation(layout: Layout, now: Unknowns) -> float:
    """The mean square of movements in one session, as far as they are known: EM's step."""
    mean, variance = now.mean[layout.path], now.spread[layout.path] ** 2
    later = layout.later
    square = (mean[later] - mean[later - 1]) ** 2
    square += variance[later] + variance[later - 1] - 2 * now.joint[later]
    total = float((square / layout.elapsed[later]).sum())
    return (total + _MOVEMENT) / (len(later) + 1)


def onwards(here: float, there: float, share: float) -> float:
    """Where steps like that from one variance to another lead, each ``share`` of the one before."""
    step = log(there / here) / (1 - min(max(share, 0.0), _SLOWEST))
    return here * exp(min(max(step, -_LONGEST), _LONGEST))
