"""The scale of each session: what the votes leave open, and what priors say of it.

Stretch and shift the points of one session, and its roll-calls with them, and every vote is as
likely as before. Only that states move little, and that roll-calls of all sessions are of one
kind, tells how sessions compare. Steps for points given roll-calls, and for these given points,
hardly move along these directions; so the best stretch and shift of all sessions is found by itself
(as in the parameter expansion of Liu, Rubin and Wu 1998).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from counterdraft.ideal.engine import Engine
    from counterdraft.ideal.layout import Layout
    from counterdraft.ideal.population import Population
    from counterdraft.ideal.unknowns import Unknowns

    F8 = NDArray[np.float64]

_MOST = 0.3  # by which a scale is stretched or shifted in one step


def regauged(layout: Layout, now: Unknowns, kinds: Population, run: Engine) -> Unknowns:
    """A step of Newton's for the stretch and the shift of every scale."""
    information, gradient = _curvature(layout, now, kinds, run)
    step = np.clip(run.inverse(information) @ gradient, -_MOST, _MOST)
    stretch, shift = 1 + step[: len(step) // 2], step[len(step) // 2 :]
    return moved(layout, now, stretch, shift)


def moved(layout: Layout, now: Unknowns, stretch: F8, shift: F8) -> Unknowns:
    """The same votes as likely, on scales that are stretched, then shifted; [scales]."""
    of_point, of_item = stretch[layout.scale], stretch[layout.item_scale]
    slope = now.items[:, 0] / of_item
    along = (slope * shift[layout.item_scale])[:, None]
    items = np.column_stack((slope, now.items[:, 1:] + along))
    in_path = of_point[layout.path]
    joint = now.joint * in_path
    joint[1:] *= in_path[:-1]
    return now._replace(
        mean=now.mean * of_point + shift[layout.scale], spread=now.spread * of_point,
        joint=joint, items=items,
    )  # fmt: skip


def standardised(layout: Layout, now: Unknowns) -> Unknowns:
    """All scales stretched and shifted as one, so that states are of mean 0 and variance 1.

    Their mean is 0, and the mean square of points and of their standard deviations together is 1:
    so the scale does not run away where votes tell little.
    """
    return _scaled(layout, now, float(np.sqrt(now.mean.var() + np.mean(now.spread**2))))


def told(layout: Layout, now: Unknowns) -> Unknowns:
    """The same, so that points alone have mean 0 and variance 1: the scale of results."""
    return _scaled(layout, now, float(now.mean.std()))


def _scaled(layout: Layout, now: Unknowns, size: float) -> Unknowns:
    centre = float(now.mean.mean())
    every = np.ones(int(layout.scale.max()) + 1)
    found = moved(layout, now, every / size, every * (-centre / size))
    return found._replace(innovation=now.innovation / size**2)


def _curvature(layout: Layout, now: Unknowns, kinds: Population, run: Engine) -> tuple[F8, F8]:
    """Minus the second, and the first, derivatives of the log-posterior of stretches and shifts.

    Stretches come first, then shifts, at 1 and 0. A stretch of points spreads their distribution,
    one of roll-calls narrows that of discriminations: so each counts with its logarithm.
    """
    count = int(layout.scale.max()) + 1
    information = run.stretches(now, kinds.entry_variance, count)
    gradient = _pull(layout, now, kinds, count) - information[:, :count].sum(axis=1)
    points = np.bincount(layout.scale, minlength=count)
    items = np.bincount(layout.item_scale, minlength=count)
    slope, middle = now.items[:, 0], now.items[:, 1:].mean(axis=1)
    square = np.bincount(layout.item_scale, slope**2 + now.moments[:, 0], count)
    along = slope * (middle - kinds.middle_mean) + now.moments[:, 1]
    beside = np.bincount(layout.item_scale, along, count) / kinds.middle_variance
    apart = square / kinds.slope_variance
    gradient = gradient + np.concatenate((points - items + apart, -beside))
    bend = np.maximum(3 * apart - items, apart)
    own = np.concatenate((points + bend, square / kinds.middle_variance))
    return information + np.diag(own), gradient


def _pull(layout: Layout, now: Unknowns, kinds: Population, count: int) -> F8:
    """Where states enter, towards the mean of all that do: by stretches, then by shifts."""
    entries = layout.path[layout.entries]
    first, one = layout.scale[entries], np.ones(len(entries))
    along = [np.bincount(first, each, count) for each in (now.mean[entries], one)]
    return kinds.entry_mean / kinds.entry_variance * np.concatenate(along).astype(np.float64)
