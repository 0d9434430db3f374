"""How uncertain ideal points are, roll-calls being uncertain too.

The smoother's variances take roll-calls as known. Here these are integrated out of the joint
information of points and roll-calls (Laplace's approximation): what is left has a full block for
each session, and states that stay tie each session to the next. Such a matrix is factored block by
block forwards, and as much of its inverse as is wanted is found backwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from counterdraft.ideal.engine import Engine
    from counterdraft.ideal.layout import Layout
    from counterdraft.ideal.population import Population
    from counterdraft.ideal.unknowns import Unknowns

    F8 = NDArray[np.float64]
    I8 = NDArray[np.int64]

_ELSEWHERE = np.iinfo(np.int32).max


class Joint(NamedTuple):
    """What roll-calls add, as factors of what there is without them."""

    variances: F8
    """[points]: of the variance of each, where mean and variance of all points are fixed"""
    movement: float
    """Of the mean square of movements from session to session"""


class _Session(NamedTuple):
    """A session in the chain. A state that is out for a while has a row in it too."""

    points: I8
    """[rows], -1 where a state is out"""
    stay: I8
    """Rows whose states are in the next session's chain"""
    back: I8
    """Rows whose states were in the one before"""


def joint(layout: Layout, now: Unknowns, kinds: Population, run: Engine) -> Joint:
    """Both factors at the unknowns."""
    chain = _chain(layout.point_of)
    every = np.column_stack((np.ones(len(now.mean)), now.mean))
    # Matrices are small: where the machine has other work, threads would wait for each other.
    with threadpool_limits(limits=1, user_api="blas"):
        inverses, pushed = _forwards(layout, now, kinds, run, chain, every)
        variance, along, square = _backwards(now, chain, inverses, pushed)
    # What moves all points as one is no uncertainty: their mean and variance are fixed.
    points = len(now.mean)
    common = every.T @ along / points**2
    variance += ((every @ common) * every - 2 * every * along / points).sum(axis=1)
    known = _movement(layout, now)
    return Joint(variance / now.spread**2, square / known if known else 1.0)


def _chain(point_of: NDArray[np.int32]) -> list[_Session]:
    """Each session's rows: states from their first session to their last."""
    member = point_of >= 0
    entered = np.logical_or.accumulate(member, axis=1)
    going = np.logical_or.accumulate(member[:, ::-1], axis=1)[:, ::-1]
    there = np.pad(entered & going, ((0, 0), (1, 1)))
    chain = []
    for session in range(member.shape[1]):
        rows = np.flatnonzero(there[:, session + 1])
        stay, back = (np.flatnonzero(there[rows, session + side]) for side in (2, 0))
        chain.append(_Session(point_of[rows, session].astype(np.int64), stay, back))
    return chain


def _forwards(
    layout: Layout, now: Unknowns, kinds: Population, run: Engine, chain: list[_Session], every: F8
) -> tuple[list[F8], list[F8]]:
    """Each session's block without what came before it, inverted; and ``every``, so eliminated."""
    tie, begun = 1 / now.innovation, 1 / kinds.entry_variance
    inverses: list[F8] = []
    pushed: list[F8] = []
    stay = np.empty(0, np.int64)
    for session in chain:
        block = _information(layout, now, kinds, run, session.points)
        own = np.full(len(block), begun)
        own[session.back] = tie
        own[session.stay] += tie
        block[np.diag_indices_from(block)] += own
        push = np.zeros((len(block), 2))
        there = session.points >= 0
        push[there] = every[session.points[there]]
        if len(session.back):
            before = inverses[-1]
            block[np.ix_(session.back, session.back)] -= tie**2 * before[np.ix_(stay, stay)]
            push[session.back] += tie * (before @ pushed[-1])[stay]
        inverses.append(run.inverse(block))
        pushed.append(push)
        stay = session.stay
    return inverses, pushed


def _information(layout: Layout, now: Unknowns, kinds: Population, run: Engine, points: I8) -> F8:
    """What one session's votes tell of its points, [rows, rows], roll-calls integrated out."""
    there = np.flatnonzero(points >= 0)
    used = np.zeros(len(now.items), np.bool_)
    if len(there):  # a session's points stand together
        first, last = points[there].min(), points[there].max()
        starts = layout.point_starts
        used[layout.items[starts[3 * first] : starts[3 * last + 3]]] = True
    row_of = np.full(len(now.mean), _ELSEWHERE, np.int32)
    row_of[points[there]] = there
    among = np.flatnonzero(used).astype(np.int32)
    shared, own = run.ties(now, kinds.prior, row_of, among, len(points))
    block: F8 = -(shared.T @ shared)
    block[np.diag_indices_from(block)] += own
    return block


def _backwards(
    now: Unknowns, chain: list[_Session], inverses: list[F8], pushed: list[F8]
) -> tuple[F8, F8, float]:
    """The variance of each point, the inverse times ``every``, and the sum of squared movements."""
    tie, square = 1 / now.innovation, 0.0
    variance, along = np.empty(len(now.mean)), np.empty((len(now.mean), 2))
    later, after = np.empty((0, 0)), np.empty((0, 2))
    following = chain[-1]
    for session, inverse, push in zip(chain[::-1], inverses[::-1], pushed[::-1], strict=True):
        solved, whole = inverse @ push, inverse
        if len(session.stay):
            reach = tie * inverse[:, session.stay]
            through = reach @ later[np.ix_(following.back, following.back)]
            whole = inverse + through @ reach.T
            solved = solved + reach @ after[following.back]
            square += _squared(now, session, following, whole, later, through)
        there = session.points >= 0
        variance[session.points[there]] = whole.diagonal()[there]
        along[session.points[there]] = solved[there]
        later, after, following = whole, solved, session
    return variance, along, square


def _squared(
    now: Unknowns, session: _Session, following: _Session, whole: F8, later: F8, through: F8
) -> float:
    """The sum of expected squares of movements from a session to the next one."""
    stay, back = session.stay, following.back
    both = (session.points[stay] >= 0) & (following.points[back] >= 0)
    stay, back, column = stay[both], back[both], np.flatnonzero(both)
    rise = now.mean[following.points[back]] - now.mean[session.points[stay]]
    spread = whole[stay, stay] + later[back, back] - 2 * through[stay, column]
    return float((rise**2 + spread).sum())


def _movement(layout: Layout, now: Unknowns) -> float:
    """The same over all sessions, roll-calls taken as known."""
    later = layout.later[layout.elapsed[layout.later] == 1]
    mean, variance = now.mean[layout.path], now.spread[layout.path] ** 2
    square = (mean[later] - mean[later - 1]) ** 2 + variance[later] + variance[later - 1]
    return float((square - 2 * now.joint[later]).sum())
