"""Where the first sweep begins: states on the principal component of votes, session by session."""

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
    F4 = NDArray[np.float32]
    Bools = NDArray[np.bool_]

_KINDS = Population(0.0, 1.0, 1.0, 0.5, 1.0, 1.0)
INNOVATION = 0.02
"""What is taken for the innovation variance to begin with."""
LAPSE = 0.003
"""The same for the lapse rate."""

_SPREAD = 0.2
_LEAST = 1e-9
_TURNS = 50  # of the power iteration
_SESSION_TURNS = 3  # of a session's component
_NEAR = 0.7  # what votes of the session before or after count beside its own


def start(
    layout: Layout, votes: NDArray[np.int8], session: NDArray[np.int64], run: Engine,
    fixed: float | None,
) -> Unknowns:  # fmt: skip
    """Points on the principal component, and roll-calls as these have them."""
    used = layout.item_of >= 0
    there = layout.point_of >= 0
    place = _by_session(votes[:, used], session[used], there).T[there.T]
    count, points = len(layout.item_scale), len(layout.state)
    now = Unknowns(
        place, np.full(points, _SPREAD), np.zeros(points), _divided(layout),
        np.zeros((count, 3)), fixed or INNOVATION, LAPSE,
    )  # fmt: skip
    now = standardised(layout, now)._replace(innovation=fixed or INNOVATION)
    now = now._replace(spread=np.full(points, _SPREAD))
    run.rollcalls(now.mean, now.spread, _KINDS.prior, LAPSE, now.items, now.moments)
    return now


def principal_component(votes: NDArray[np.int8]) -> F8:
    """Of the states' correlations over roll-calls, each pair's over those in which both voted.

    By power iteration, near enough for a beginning.
    """
    value, known = _standardised(votes)
    together = np.maximum(known @ known.T, 1)
    alike = (value @ value.T / together).astype(np.float64)
    place: F8 = alike[:, np.argmax((alike**2).sum(0))]
    for _ in range(_TURNS):
        place = alike @ place
        place /= np.linalg.norm(place)
    # Where the votes put all at one place, any order will do to begin with.
    return place if np.ptp(place) > _LEAST else np.linspace(-1, 1, len(place))


def _by_session(votes: NDArray[np.int8], session: NDArray[np.int64], there: Bools) -> F8:
    """[states, sessions]: the component as each session and those around it have it.

    A few turns from that of all votes: from there, a bloc that stood elsewhere for some time would
    be long on its way. Who votes little is drawn to where all its votes have it, by one vote.
    """
    whole = principal_component(votes)
    place = (whole / whole.std()).astype(np.float32)[:, None]
    value, known = _standardised(votes)
    sessions = np.arange(there.shape[1])
    calls = [np.flatnonzero(session == each) for each in sessions]
    parts = [(value[:, each], known[:, each]) for each in calls]
    near = (_NEAR ** np.abs(sessions[:, None] - sessions)).astype(np.float32)
    places: F4 = np.repeat(place, len(sessions), axis=1)
    for _ in range(_SESSION_TURNS):
        loads = [
            part.T @ each / voting.sum(0)
            for (part, voting), each in zip(parts, places.T, strict=True)
        ]
        both = list(zip(parts, loads, strict=True))
        score = np.stack([part @ load for (part, _), load in both], axis=1)
        weight = np.stack([voting @ load**2 for (_, voting), load in both], axis=1)
        places = (score @ near + place) / (weight @ near + 1)
        places /= max(float(places[there].std()), _LEAST)
    return places.astype(np.float64)


def _standardised(votes: NDArray[np.int8]) -> tuple[F4, F4]:
    """Votes of each roll-call with mean 0 and variance 1, 0 where there is none; and where one is.

    Both [states, roll-calls].
    """
    known = (votes > 0).astype(np.float32)
    value = (votes - votes.sum(0, dtype=np.float32) / known.sum(0)) * known
    value /= np.sqrt(np.maximum((value**2).sum(0), _LEAST) / known.sum(0))
    return value, known


def _divided(layout: Layout) -> F8:
    """Roll-calls that do not discriminate, with cut-points by how many vote yes and abstain.

    The logistic distribution is near enough; half a vote of each kind comes with the others.
    """
    kinds = np.diff(layout.item_starts).reshape(-1, 3) + 0.5
    share = np.cumsum(kinds, axis=1)[:, :2] / kinds.sum(axis=1, keepdims=True)
    cuts = np.log(share / (1 - share)) / 1.7
    return np.column_stack((np.zeros(len(kinds)), cuts))
