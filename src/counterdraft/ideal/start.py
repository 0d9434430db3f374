"""Where the first sweep begins: states on the principal component of all votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from counterdraft.ideal.gauge import standardised
from counterdraft.ideal.population import Population
from counterdraft.ideal.unknowns import Unknowns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from counterdraft.ideal.engine import Engine
    from counterdraft.ideal.layout import Layout

    F8 = NDArray[np.float64]

_KINDS = Population(0.0, 1.0, 1.0, 0.5, 1.0, 1.0)
INNOVATION = 0.02
"""What is taken for the innovation variance to begin with."""

_SPREAD = 0.2
_LEAST = 1e-9
_TURNS = 50  # of the power iteration
_STEPS = 3  # for roll-calls, before points are moved


def start(layout: Layout, votes: NDArray[np.int8], run: Engine, fixed: float | None) -> Unknowns:
    """Points that do not move, and roll-calls as these have them."""
    used = layout.item_of >= 0
    place = principal_component(votes[:, used])[layout.state]
    count, points = len(layout.item_scale), len(layout.state)
    now = Unknowns(
        place, np.full(points, _SPREAD), np.zeros(points), _divided(layout),
        np.zeros((count, 3)), fixed or INNOVATION,
    )  # fmt: skip
    now = standardised(layout, now)._replace(innovation=fixed or INNOVATION)
    now = now._replace(spread=np.full(points, _SPREAD))
    for _ in range(_STEPS):
        run.rollcalls(now.mean, now.spread, _KINDS.prior, now.items, now.moments)
    return now


def principal_component(votes: NDArray[np.int8]) -> F8:
    """Of the states' correlations over roll-calls, each pair's over those in which both voted.

    By power iteration, near enough for a beginning.
    """
    known = (votes > 0).astype(np.float32)
    value = (votes - votes.sum(0, dtype=np.float32) / known.sum(0)) * known
    value /= np.sqrt(np.maximum((value**2).sum(0), _LEAST) / known.sum(0))
    together = np.maximum(known @ known.T, 1)
    alike = (value @ value.T / together).astype(np.float64)
    place: F8 = alike[:, np.argmax((alike**2).sum(0))]
    for _ in range(_TURNS):
        place = alike @ place
        place /= np.linalg.norm(place)
    # Where the votes put all at one place, any order will do to begin with.
    return place if np.ptp(place) > _LEAST else np.linspace(-1, 1, len(place))


def _divided(layout: Layout) -> F8:
    """Roll-calls that do not discriminate, with cut-points by how many vote yes and abstain.

    The logistic distribution is near enough; half a vote of each kind comes with the others.
    """
    kinds = np.diff(layout.item_starts).reshape(-1, 3) + 0.5
    share = np.cumsum(kinds, axis=1)[:, :2] / kinds.sum(axis=1, keepdims=True)
    cuts = np.log(share / (1 - share)) / 1.7
    return np.column_stack((np.zeros(len(kinds)), cuts))
