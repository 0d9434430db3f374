"""How uncertain ideal points are, roll-calls being uncertain too.

The smoother's variances take roll-calls as known. Here these are integrated out of the joint
information of points and roll-calls (Laplace's approximation): what is left has a full block for
each session, and states that stay tie each session to the next. Such a matrix is factored block by
block from both ends to the middle, and as much of its inverse as is wanted is found on the way
back: the two halves have nothing to do with each other, and each may have a processor.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

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
    onwards: I8
    """Rows whose states are in the next session's chain, on the way to the middle"""
    back: I8
    """Rows whose states were in the one before, on that way"""
    entered: NDArray[np.bool_]
    """[rows]: whose states enter with this session, in time"""

    def turned(self) -> _Session:
        """The same on the way back in time."""
        return self._replace(onwards=self.back, back=self.onwards)


class _Eliminated(NamedTuple):
    """Sessions from one end to the middle: each without what came before it on the way."""

    sessions: list[_Session]
    inverses: list[F8]
    pushed: list[F8]

    def into(self, session: _Session, block: F8, push: F8, tie: float, run: Engine) -> None:
        """Take what came before out of a session's block, and add what that pushes to ``push``."""
        if self.sessions and len(session.back):
            stay, before = self.sessions[-1].onwards, self.inverses[-1]
            run.take_out(block, session.back, before, stay, tie**2)
            push[session.back] += tie * (before @ self.pushed[-1])[stay]


class _Found(NamedTuple):
    """What is told of points, [points] and [points, 2], and the sum of squared movements."""

    variance: F8
    along: F8
    squares: list[float]

    def put(self, session: _Session, whole: F8, solved: F8) -> None:
        there = session.points >= 0
        self.variance[session.points[there]] = whole.diagonal()[there]
        self.along[session.points[there]] = solved[there]


class _Given(NamedTuple):
    """What every session's block is made of; ``every`` is to be multiplied by the inverse."""

    layout: Layout
    now: Unknowns
    kinds: Population
    run: Engine
    every: F8


def joint(layout: Layout, now: Unknowns, kinds: Population, run: Engine) -> Joint:
    """Both factors at the unknowns."""
    every = np.column_stack((np.ones(len(now.mean)), now.mean))
    found = _inverted(_Given(layout, now, kinds, run, every), _chain(layout.point_of))
    # What moves all points as one is no uncertainty: their mean and variance are fixed.
    points, variance, along = len(now.mean), found.variance, found.along
    common = every.T @ along / points**2
    variance += ((every @ common) * every - 2 * every * along / points).sum(axis=1)
    known, square = _movement(layout, now), sum(found.squares)
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
        new = ~there[rows, session]
        chain.append(_Session(point_of[rows, session].astype(np.int64), stay, back, new))
    return chain


def _inverted(given: _Given, chain: list[_Session]) -> _Found:
    """The wanted parts of the inverse, from both ends to the middle and back: two at a time."""
    half = len(chain) // 2
    middle, tie = chain[half], 1 / given.now.innovation
    later = [each.turned() for each in chain[:half:-1]]
    sides = given.run.together(
        [partial(_eliminated, given, chain[:half]), partial(_eliminated, given, later)]
    )
    block, push = _block(given, middle), _push(given, middle)
    sides[0].into(middle, block, push, tie, given.run)
    sides[1].into(middle.turned(), block, push, tie, given.run)
    whole = given.run.inverse(block)
    found = _Found(np.empty(len(given.every)), np.empty_like(given.every), [])
    found.put(middle, whole, whole @ push)
    ends = zip(sides, (middle, middle.turned()), strict=True)
    found.squares.extend(
        given.run.together(
            [partial(_outwards, given, side, end, whole, whole @ push, found) for side, end in ends]
        )
    )
    return found


def _eliminated(given: _Given, sessions: list[_Session]) -> _Eliminated:
    """Each session's block without what came before it, inverted; and ``every``, so eliminated."""
    done = _Eliminated([], [], [])
    for session in sessions:
        block, push = _block(given, session), _push(given, session)
        done.into(session, block, push, 1 / given.now.innovation, given.run)
        done.sessions.append(session)
        done.inverses.append(given.run.inverse(block))
        done.pushed.append(push)
    return done


def _block(given: _Given, session: _Session) -> F8:
    """A session's part of the information: its votes, and what ties it to its neighbours."""
    block = _information(given.layout, given.now, given.kinds, given.run, session.points)
    own = np.where(session.entered, 1 / given.kinds.entry_variance, 0.0)
    for neighbours in (session.back, session.onwards):
        own[neighbours] += 1 / given.now.innovation
    block[np.diag_indices_from(block)] += own
    return block


def _push(given: _Given, session: _Session) -> F8:
    """``every`` in a session's rows."""
    push = np.zeros((len(session.points), given.every.shape[1]))
    there = session.points >= 0
    push[there] = given.every[session.points[there]]
    return push


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


def _outwards(
    given: _Given, side: _Eliminated, following: _Session, later: F8, after: F8, found: _Found
) -> float:
    """Fill in ``found`` from the middle to an end; the sum of squared movements on the way."""
    tie, square = 1 / given.now.innovation, 0.0
    for session, inverse, push in zip(
        side.sessions[::-1], side.inverses[::-1], side.pushed[::-1], strict=True
    ):
        solved, whole = inverse @ push, inverse
        if len(session.onwards):
            reach = tie * _columns(inverse, session.onwards)
            through = reach @ _among(later, following.back)
            whole = inverse + through @ reach.T
            solved = solved + reach @ after[following.back]
            square += _squared(given.now, session, following, whole, later, through)
        found.put(session, whole, solved)
        later, after, following = whole, solved, session
    return square


def _columns(matrix: F8, rows: I8) -> F8:
    """Some columns of a matrix; where they are all, that itself."""
    return matrix if len(rows) == len(matrix) else matrix[:, rows]


def _among(matrix: F8, rows: I8) -> F8:
    """Some rows and their columns of a matrix; where they are all, that itself."""
    return matrix if len(rows) == len(matrix) else matrix[np.ix_(rows, rows)]


def _squared(
    now: Unknowns, session: _Session, following: _Session, whole: F8, later: F8, through: F8
) -> float:
    """The sum of expected squares of movements from a session to the next one."""
    stay, back = session.onwards, following.back
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
