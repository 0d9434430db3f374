"""One sweep: roll-calls given the points, points given roll-calls, scales, what is common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterdraft.ideal.gauge import regauged, standardised
from counterdraft.ideal.population import Given, population

if TYPE_CHECKING:
    from counterdraft.ideal.engine import Engine
    from counterdraft.ideal.layout import Layout
    from counterdraft.ideal.unknowns import Unknowns

# Beside the movements that there are, one of this variance is counted.
_MOVEMENT = 0.01
# One lapse is counted beside those that there are, in so many votes.
_VOTES = 100


def sweep(
    layout: Layout, before: Unknowns, run: Engine, given: Given, movement: float = 1.0
) -> Unknowns:
    """Where a sweep leads.

    What is ``given`` is not estimated; ``movement`` is as in ``joint.Joint``.
    """
    kinds, now = population(layout, before, given.discrimination), before.copy()
    lapses = run.rollcalls(now.mean, now.spread, kinds.prior, now.lapse, now.items, now.moments)
    slope, bend = run.slopes(now.mean, now.spread, now.lapse, now.items)
    entry = kinds.entry_mean, kinds.entry_variance
    run.smooth(now.innovation, entry, slope, bend, now.mean, now.spread, now.joint)
    # Scales are held against the movement that is seen, of which the innovation variance is more.
    seen = now._replace(innovation=now.innovation / movement)
    after = standardised(layout, regauged(layout, seen, kinds, run))
    after = after._replace(lapse=(lapses + 1) / (len(layout.points) + _VOTES))
    if given.innovation is not None:  # it is meant on the scale of results
        return after._replace(innovation=given.innovation * float(after.mean.var()))
    return after._replace(innovation=movement * innovation(layout, after))


def innovation(layout: Layout, now: Unknowns) -> float:
    """The mean square of movements in one session, as far as they are known: EM's step."""
    mean, variance = now.mean[layout.path], now.spread[layout.path] ** 2
    later = layout.later
    square = (mean[later] - mean[later - 1]) ** 2
    square += variance[later] + variance[later - 1] - 2 * now.joint[later]
    total = float((square / layout.elapsed[later]).sum())
    return (total + _MOVEMENT) / (len(later) + 1)
