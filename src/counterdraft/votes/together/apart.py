"""Who stood apart from a group, and when: votes of a member against its first position.

The first position of a group is the one that most of its members took; where two are equal there
is none, and nobody is said to have left it. Not voting is no leaving.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from counterdraft.model.rollcall import Position
from counterdraft.votes.matrix import ABSTAIN, NO, NOT_VOTING, YES
from counterdraft.votes.together.figures import by_session
from counterdraft.votes.together.group_votes import GroupVotes
from counterdraft.votes.together.seats import Seats, name_of

SIDE: dict[int, Position] = {YES: "yes", ABSTAIN: "abstain", NO: "no", NOT_VOTING: "not voting"}


class InSession(Struct, frozen=True):
    """A member in a session: votes with a first position in which it took one, and against it."""

    session: str
    votes: int
    against: int


class Departing(Struct, frozen=True, kw_only=True):
    """A member: of the ``votes`` in which it and the group had a position, how it stood.

    ``opposed`` are those of ``against`` in which one was yes and the other no; ``alone`` those in
    which no other member stood apart from the group. ``silent`` are votes in which it took none.
    """

    code: str
    name: str
    votes: int
    against: int
    opposed: int
    alone: int
    silent: int
    sessions: tuple[InSession, ...]


class Departure(Struct, frozen=True, kw_only=True):
    """A vote in which members stood apart: ``first`` is the group's position, by its figures."""

    vote: str
    date: str | None
    session: str | None
    symbol: str | None
    title: str | None
    first: Position
    yes: int
    abstain: int
    no: int
    apart: tuple[tuple[str, Position], ...]


def departing(seats: Seats, voted: GroupVotes) -> tuple[Departing, ...]:
    """Every state that ever was a member in these votes, those furthest from the group first."""
    found = list(_departing(seats, voted))
    found.sort(key=lambda each: (-(each.against / each.votes if each.votes else 0), each.name))
    return tuple(found)


def _departing(seats: Seats, voted: GroupVotes) -> Iterator[Departing]:
    taken = np.isin(seats.positions, (YES, ABSTAIN, NO)) & voted.inside
    stood = taken & (voted.first > 0)
    against = stood & (seats.positions != voted.first)
    opposed = against & (seats.positions != ABSTAIN) & (voted.first != ABSTAIN)
    alone = against & (against.sum(axis=0) == 1)
    silent = voted.inside & (seats.positions == NOT_VOTING)
    sessions = list(by_session(seats))
    for row in np.flatnonzero(voted.inside.any(axis=1)):
        cuts = ((label, stood[row, at], against[row, at]) for label, at in sessions)
        yield Departing(
            code=seats.codes[row], name=name_of(seats.codes[row]), votes=int(stood[row].sum()),
            against=int(against[row].sum()), opposed=int(opposed[row].sum()),
            alone=int(alone[row].sum()), silent=int(silent[row].sum()),
            sessions=tuple(
                InSession(label, int(of.sum()), int(by.sum())) for label, of, by in cuts if of.any()
            ),
        )  # fmt: skip


def departures(seats: Seats, voted: GroupVotes) -> tuple[Departure, ...]:
    """Every vote in which a member stood apart from the first position, the oldest first."""
    taken = np.isin(seats.positions, (YES, ABSTAIN, NO)) & voted.inside
    against = taken & (voted.first > 0) & (seats.positions != voted.first)
    return tuple(
        _departure(seats, voted, int(column), np.flatnonzero(against[:, column]).tolist())
        for column in np.flatnonzero(against.any(axis=0))
    )


def _departure(seats: Seats, voted: GroupVotes, column: int, rows: list[int]) -> Departure:
    vote = seats.votes[column]
    yes, abstain, no = voted.sides[:, column].tolist()
    return Departure(
        vote=vote.id, date=vote.date, session=vote.session, symbol=vote.symbol, title=vote.title,
        first=SIDE[int(voted.first[column])], yes=yes, abstain=abstain, no=no,
        apart=tuple((seats.codes[row], SIDE[int(seats.positions[row, column])]) for row in rows),
    )  # fmt: skip
