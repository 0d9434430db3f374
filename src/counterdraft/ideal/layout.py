"""Votes as the caller has them → votes as the kernels want them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from counterdraft.errors import NoEstimate

if TYPE_CHECKING:
    from types import ModuleType

    from numpy.typing import NDArray

    from counterdraft.ideal.inputs import Inputs

    F8 = NDArray[np.float64]
    I1 = NDArray[np.int8]
    I4 = NDArray[np.int32]
    I8 = NDArray[np.int64]


YES, ABSTAIN, NO = 1, 2, 3
"""What a vote may be, besides 0: not voting, or not a member."""

USED, NO_VOTES, UNANIMOUS = 0, 1, 2
"""Whether a roll-call tells anything, and if not, why."""


class Layout(NamedTuple):
    """Votes in two orders, and how points and roll-calls belong together.

    A point is a state in one session as a member; points are numbered session by session. An item
    is a roll-call that is used, or several that are bridged. ``compiled`` says how votes stand.
    """

    item_starts: I8
    points: I4
    point_starts: I8
    items: I4
    item_of: I4
    """[roll-calls], -1 for those left out"""
    left_out: I1
    point_of: I4
    """[states, sessions], -1 where there is none"""
    state: I4
    """[points]"""
    scale: I8
    """[points]: sessions that bridges tie together are one scale"""
    item_scale: I8
    """[items]"""
    path: I4
    """The points of each state in order of time, end to end"""
    path_starts: I8
    """[states + 1]"""
    elapsed: F8
    """[points], in the order of ``path``: sessions since the point before; 1 for the first"""

    @property
    def entries(self) -> I8:
        """Where in ``path`` states begin."""
        starts = self.path_starts
        return starts[:-1][np.diff(starts) > 0]

    @property
    def later(self) -> I8:
        """Where in ``path`` a point stands that continues one before."""
        going = np.ones(len(self.path), np.bool_)
        going[self.entries] = False
        return np.flatnonzero(going)

    def by_state(self, values: F8) -> F8:
        """Values of points as [states, sessions], nan where there is none."""
        found = np.append(values, np.nan)[self.point_of]
        return np.ascontiguousarray(found)


def lay_out(given: Inputs, kernels: ModuleType) -> Layout:
    """Put the votes of all roll-calls that tell anything into both orders."""
    item_of, left_out = _items(given)
    point_of, state, session_of = _points(given.member)
    path, path_starts, elapsed = _paths(given.member, point_of)
    count = int(item_of.max(initial=-1)) + 1
    by_item, points, by_point, items = _filed(given, item_of, point_of, count, len(state), kernels)
    scale_of = _scales(given, item_of, session_of)
    item_scale = np.zeros(count, np.int64)
    item_scale[item_of[item_of >= 0]] = scale_of[given.session[item_of >= 0]]
    layout = Layout(
        by_item, points, by_point, items, item_of, left_out, point_of, state,
        scale_of[session_of], item_scale, path, path_starts, elapsed,
    )  # fmt: skip
    _enough(layout)
    return layout


def _items(given: Inputs) -> tuple[I4, I1]:
    """Which item each roll-call is, and why it is none; bridged roll-calls are judged together."""
    alone = given.bridge < 0
    names = np.where(alone, np.arange(len(alone)), len(alone) + given.bridge)
    groups, group_of = np.unique(names, return_inverse=True)
    kinds = np.zeros(len(groups), np.int64)
    for vote in (YES, ABSTAIN, NO):
        cast = (given.votes == vote).any(axis=0)
        kinds += np.bincount(group_of[cast], minlength=len(groups)) > 0
    numbers = np.cumsum(kinds > 1) - 1
    item_of = np.where(kinds > 1, numbers, -1)[group_of].astype(np.int32)
    why = np.choose(np.minimum(kinds, 2), (NO_VOTES, UNANIMOUS, USED)).astype(np.int8)
    left_out = why[group_of]
    empty = ~(given.votes > 0).any(axis=0)
    item_of[empty], left_out[empty] = -1, NO_VOTES
    return item_of, left_out


def _points(member: NDArray[np.bool_]) -> tuple[I4, I4, I8]:
    """The number of each point, and of each point its state and its session."""
    session_of, state = np.nonzero(member.T)
    point_of = np.full(member.shape, -1, np.int32)
    point_of[state, session_of] = np.arange(len(state))
    return point_of, state.astype(np.int32), session_of


def _paths(member: NDArray[np.bool_], point_of: I4) -> tuple[I4, I8, F8]:
    """The points of each state, where each state's begin, and the sessions since the one before."""
    state, session = np.nonzero(member)
    starts = np.zeros(len(member) + 1, np.int64)
    np.cumsum(np.bincount(state, minlength=len(member)), out=starts[1:])
    elapsed = np.ones(len(state))
    elapsed[1:][state[1:] == state[:-1]] = np.diff(session)[state[1:] == state[:-1]]
    return point_of[state, session], starts, elapsed


def _filed(
    given: Inputs, item_of: I4, point_of: I4, items: int, points: int, kernels: ModuleType
) -> tuple[I8, I4, I8, I4]:
    """All votes by item, and by point."""
    of_items, of_points = np.zeros(3 * items + 1, np.int64), np.zeros(3 * points + 1, np.int64)
    where = (given.votes, item_of, point_of, given.session)
    kernels.count_votes(*where, of_items, of_points)
    by_item, by_point = np.cumsum(of_items), np.cumsum(of_points)
    filed = [np.empty(int(by_item[-1]), np.int32) for _ in range(2)]
    kernels.file_votes(*where, by_item.copy(), by_point.copy(), *filed)
    return by_item, filed[0], by_point, filed[1]


def _scales(given: Inputs, item_of: I4, session_of: I8) -> I8:
    """A scale for each session that has members, from 0; those that share an item share it."""
    scale = np.arange(given.member.shape[1])
    for item in np.unique(item_of[(given.bridge >= 0) & (item_of >= 0)]):
        tied = np.unique(scale[given.session[item_of == item]])
        scale[np.isin(scale, tied)] = tied[0]
    used = np.unique(scale[session_of])
    return np.searchsorted(used, scale)


def _enough(layout: Layout) -> None:
    """Raises NoEstimate where no two states vote in a roll-call that is used."""
    voting = np.diff(layout.point_starts[::3]) > 0
    if len(np.unique(layout.state[voting])) < 2:
        raise NoEstimate(
            "no roll-call divides two states",
            remedy="Give roll-calls in which some vote otherwise than others",
        )
