"""How hard a session's own votes pull a point away: against the definition, and by chance."""

from __future__ import annotations

from math import erf, log, sqrt

import numpy as np
import pytest

from counterdraft.ideal.estimate import Estimate, estimate
from counterdraft.ideal.pull import pulls
from counterdraft.votes.scaling import _BESIDE, _PULLED

SESSIONS, CALLS = 4, 60


def made(turn: float = 0.0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Votes of 60 states by the model; the first is elsewhere by ``turn`` in the last session."""
    chance = np.random.default_rng(3)
    place = np.repeat(np.linspace(-1.7, 1.7, 60)[:, None], SESSIONS, axis=1)
    place += np.cumsum(chance.normal(0, 0.1, place.shape), axis=1)
    place[0, -1] += turn
    session = np.repeat(np.arange(SESSIONS), CALLS)
    slope, middle = chance.normal(0, 1, len(session)), chance.normal(0, 1, len(session))
    lean = slope * place[:, session] - middle + chance.normal(0, 1, (60, len(session)))
    votes = np.select([lean < -0.3, lean < 0.3], [1, 2], 3).astype(np.int8)
    return votes, session, np.ones((60, SESSIONS), np.bool_)


def found(turn: float = 0.0) -> tuple[np.ndarray, np.ndarray, Estimate]:
    votes, session, member = made(turn)
    return votes, session, estimate(votes, session, member)


def log_likelihood(votes: np.ndarray, session: np.ndarray, one: Estimate, at: float) -> float:
    """Of the first state's votes in the last session, vote by vote."""
    total = 0.0
    for call in np.flatnonzero((session == SESSIONS - 1) & (one.left_out == 0)):
        cuts = [c - one.discriminations[call] * at for c in one.cut_points[call]]
        low, high = (0.5 * (1 + erf(c / sqrt(2))) for c in cuts)
        chance = (low, high - low, 1 - high)[votes[0, call] - 1]
        total += log((1 - one.lapse_rate) * chance + one.lapse_rate / 3)
    return total


def test_a_pull_is_what_another_point_gains() -> None:
    votes, session, one = found(turn=2.0)
    pull = pulls(votes, session, one)
    here = log_likelihood(votes, session, one, one.points[0, -1])
    best = max(log_likelihood(votes, session, one, at) for at in np.arange(-4, 4, 0.05))
    assert abs(pull[0, -1]) == pytest.approx(2 * (best - here), abs=0.05)
    assert abs(pull[0, -1]) > _PULLED
    away = np.sign(one.points[0, -1] - one.points[0, 0])
    assert np.sign(pull[0, -1]) == away  # it goes on where it began to go


def test_by_the_model_hardly_a_point_is_pulled() -> None:
    pull = np.abs(pulls(*found()))
    assert pull.shape == (60, SESSIONS)
    assert (pull > _PULLED).sum() == 0
    assert (pull > _BESIDE).mean() < 0.05


def test_where_there_is_no_vote_there_is_no_pull_and_without_a_point_none_is_known() -> None:
    votes, session, member = made()
    member[5, 0], votes[5, session == 0] = False, 0
    votes[6, session == 1] = 0
    pull = pulls(votes, session, estimate(votes, session, member))
    assert np.isnan(pull[5, 0])
    assert pull[6, 1] == 0
