"""What the caller gives, checked: arrays that fit each other, of the types the kernels want."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from counterdraft.errors import NoEstimate

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KINDS = 3


class Inputs(NamedTuple):
    """Votes [states, roll-calls], sessions and bridges [roll-calls], members [states, sessions]."""

    votes: NDArray[np.int8]
    session: NDArray[np.int64]
    member: NDArray[np.bool_]
    bridge: NDArray[np.int64]


def checked(votes: Any, session: Any, member: Any, bridge: Any) -> Inputs:
    """The arrays as they are wanted; raises NoEstimate and says what does not fit."""
    table = _whole(votes, 2, "votes")
    if table.size and not (table.min() >= 0 and table.max() <= _KINDS):
        raise NoEstimate("votes are 0, 1, 2 or 3, and nothing else")
    states, calls = table.shape
    members = np.asarray(member)
    if members.dtype != np.bool_ or members.ndim != 2 or len(members) != states:
        raise NoEstimate(f"member must be true or false for {states} states and each session")
    sessions = _whole(session, 1, "session")
    if len(sessions) != calls:
        raise NoEstimate(f"there are {calls} roll-calls, and sessions for {len(sessions)}")
    if calls and not (sessions.min() >= 0 and sessions.max() < members.shape[1]):
        raise NoEstimate(f"sessions are numbered from 0 to {members.shape[1] - 1}")
    bridges = np.full(calls, -1) if bridge is None else _whole(bridge, 1, "bridge")
    if len(bridges) != calls:
        raise NoEstimate(f"there are {calls} roll-calls, and bridges for {len(bridges)}")
    found = Inputs(
        np.ascontiguousarray(table, np.int8), np.ascontiguousarray(sessions, np.int64),
        np.ascontiguousarray(members), np.ascontiguousarray(bridges, np.int64),
    )  # fmt: skip
    _no_strangers(found)
    return found


def _whole(array: Any, axes: int, name: str) -> NDArray[Any]:
    found = np.asarray(array)
    if found.ndim != axes or found.dtype.kind not in "iu":
        raise NoEstimate(f"{name} must be whole numbers along {axes} axes, not {_told(found)}")
    return found


def _told(array: NDArray[Any]) -> str:
    return f"{array.dtype} along {array.ndim}"


def _no_strangers(given: Inputs) -> None:
    """Only members vote."""
    stranger = (given.votes > 0) & ~given.member[:, given.session]
    if stranger.any():
        state, call = (int(each[0]) for each in np.nonzero(stranger))
        reason = f"state {state} votes in roll-call {call}, in whose session it is no member"
        raise NoEstimate(reason, remedy="Count it as a member, or leave its vote out")
