"""Votes → ideal points of states by session, by the estimator of ``ideal``.

``docs/agreement.md`` says how to read them, ``docs/ideal.md`` how they are estimated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterdraft.errors import NothingToCount
from counterdraft.model.vote import Vote
from counterdraft.votes.matrix import NOT_KNOWN, NOT_VOTING
from counterdraft.votes.series.titles import title_of, titled
from counterdraft.votes.together.bounds import bounds_in_words
from counterdraft.votes.together.choice import Chosen, asked_in_words
from counterdraft.votes.together.compare import row_named
from counterdraft.votes.together.figures import MINIMUM
from counterdraft.votes.together.scaled import IdealPoint, OwnVotes, Scaled
from counterdraft.votes.together.seats import Seats, name_of, notes_on, seats_of

if TYPE_CHECKING:
    from counterdraft.ideal.estimate import Estimate

_BAND = 1.6448536269514722  # standard errors, of 90 per cent
_NO_BRIDGE = -1
# How much a session's own votes gain by another point before the walk is not believed: with chance
# alone once in 9,300 States and sessions; beside such a session, once in 20.
_PULLED, _BESIDE = 15.0, 3.84
_SIDES: dict[int, OwnVotes | None] = {-1: "lower", 0: None, 1: "higher"}


class Wanted(NamedTuple):
    """What is asked of the scaling; ``session`` is shown where no ``states`` are named."""

    states: Sequence[str] = ()
    session: str | None = None
    anchor: str | None = None
    bridge: bool = False
    minimum: int = MINIMUM
    apart: bool = False


class Arrays(NamedTuple):
    """What the estimator is given; rows are those of ``seats``, columns its votes."""

    seats: Seats
    votes: NDArray[np.int8]
    sessions: tuple[str, ...]
    session: NDArray[np.int64]
    member: NDArray[np.bool_]
    bridge: NDArray[np.int64] | None


def scale(
    found: Chosen, wanted: Wanted | None = None, say: Callable[[str], None] | None = None
) -> Scaled:
    """Ideal points from the votes of ``found``.

    ``say`` is told when the estimator is to be compiled, which takes some seconds, once. Raises
    UnknownState, NothingToCount, and NoEstimate where the votes do not tell States apart.
    """
    from counterdraft.ideal.estimate import Options, estimate

    wanted = wanted or Wanted()
    given = arrays_of(found.votes, bridge=wanted.bridge, apart=wanted.apart)
    states = tuple(dict.fromkeys(row_named(given.seats, each) for each in wanted.states))
    anchor = row_named(given.seats, wanted.anchor) if wanted.anchor else None
    session = _session(given, wanted.session)
    row = None if anchor is None else given.seats.codes.index(anchor)
    result = estimate(
        given.votes, given.session, given.member, bridge=given.bridge,
        options=Options(anchor=row), say=say,
    )  # fmt: skip
    points = tuple(_points(given, result))
    kept = tuple(each for each in points if each.votes >= wanted.minimum)
    used = int((result.left_out == 0).sum())
    asked = (*wanted.states, *([wanted.anchor] if wanted.anchor else []))
    return Scaled(
        asked=asked_in_words(found.choice), bounds=bounds_in_words(found), minimum=wanted.minimum,
        states=states, session=session, anchor=anchor, bridged=_bridged(given.bridge), used=used,
        unanimous=len(given.seats.votes) - used, few=len(points) - len(kept),
        innovation_variance=float(result.innovation_variance), converged=bool(result.converged),
        notes=notes_on(given.seats, asked, states), sessions=given.sessions, points=kept,
    )  # fmt: skip


def arrays_of(votes: Sequence[Vote], *, bridge: bool = False, apart: bool = False) -> Arrays:
    """Votes as the estimator wants them; raises NothingToCount where none has a date."""
    seats = seats_of(tuple(vote for vote in votes if vote.date), apart=apart)
    if not seats.votes:
        raise NothingToCount("none of these votes has a date")
    held_in = regular_sessions(seats.votes)
    sessions = tuple(dict.fromkeys(held_in))
    number = {label: at for at, label in enumerate(sessions)}
    session = np.array([number[label] for label in held_in], np.int64)
    positions = np.where(seats.positions == NOT_VOTING, NOT_KNOWN, seats.positions)
    member = np.zeros((len(seats.codes), len(sessions)), np.bool_)
    for at in range(len(sessions)):
        member[:, at] = (seats.positions[:, session == at] != NOT_KNOWN).any(axis=1)
    bridges = _bridges(seats.votes) if bridge else None
    return Arrays(seats, positions.astype(np.int8), sessions, session, member, bridges)


def regular_sessions(votes: Sequence[Vote]) -> tuple[str, ...]:
    """The session of each vote, in order of time; a special one is that in which it was held.

    Emergency special sessions go on for decades: what was voted in them belongs to its time.
    """
    found: list[str] = []
    current = next((v.session for v in votes if v.session and v.session.isdigit()), "special")
    for vote in votes:
        if vote.session and vote.session.isdigit():
            later = not current.isdigit() or int(vote.session) > int(current)
            current = vote.session if later else current
        found.append(current)
    return tuple(found)


def _bridges(votes: Sequence[Vote]) -> NDArray[np.int64]:
    """A number for each title that stands in several sessions, once in each; else none."""
    by: dict[str, list[int]] = {}
    for column, vote in enumerate(votes):
        if (title := titled(vote)) is not None:
            by.setdefault(title_of(title).key, []).append(column)
    found = np.full(len(votes), _NO_BRIDGE, np.int64)
    for number, columns in enumerate(by.values()):
        sessions = [votes[column].session for column in columns]
        if len(columns) > 1 and len(set(sessions)) == len(sessions):
            found[columns] = number
    return found


def _bridged(bridge: NDArray[np.int64] | None) -> int:
    return 0 if bridge is None else len(set(bridge.tolist()) - {_NO_BRIDGE})


def _session(given: Arrays, named: str | None) -> str:
    if named is None:
        return given.sessions[-1]
    if named not in given.sessions:
        raise NothingToCount(
            f"there is no session {named} among these votes", place="--strip",
            remedy=f"There are {given.sessions[0]} to {given.sessions[-1]}",
        )  # fmt: skip
    return named


def _points(given: Arrays, result: Estimate) -> Iterator[IdealPoint]:
    """Every state in every session in which it was a Member, in order of code and time."""
    cast = given.votes > 0
    pulled = _pulled(given, result)
    for row, code in enumerate(given.seats.codes):
        for at, label in enumerate(given.sessions):
            point, error = float(result.points[row, at]), float(result.standard_errors[row, at])
            if np.isnan(point):
                continue
            side, known = _SIDES[int(pulled[row, at])], not pulled[row, at]
            yield IdealPoint(
                code=code, name=name_of(code), session=label, point=point,
                standard_error=error if known else None,
                low=point - _BAND * error if known else None,
                high=point + _BAND * error if known else None,
                votes=int(cast[row, given.session == at].sum()), own_votes=side,
            )  # fmt: skip


def _pulled(given: Arrays, result: Estimate) -> NDArray[np.int8]:
    """[states, sessions]: 1 where a session's own votes pull a point up, -1 where down, else 0."""
    from counterdraft.ideal.pull import pulls

    pull = np.nan_to_num(pulls(given.votes, given.session, result))
    strong = np.pad(np.abs(pull) > _PULLED, ((0, 0), (1, 1)))
    beside = strong[:, :-2] | strong[:, 2:]
    told = strong[:, 1:-1] | (beside & (np.abs(pull) > _BESIDE))
    return np.where(told, np.sign(pull), 0).astype(np.int8)
