"""How a group voted, vote by vote: its sides, its first position, its indices.

Rice (1928) is the difference of yes and no over their sum; abstentions do not count. The agreement
index (Hix, Noury and Roland 2005) has all three: 1 where all took one position, 0 where they are
split evenly over three. ``docs/agreement.md`` has the equations.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterdraft.lexicon.blocs import Bloc
from counterdraft.votes.matrix import NOT_KNOWN
from counterdraft.votes.together.chance import expected_agreement
from counterdraft.votes.together.counts import SIDES
from counterdraft.votes.together.seats import Seats

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class GroupVotes(NamedTuple):
    """A group in every vote of ``seats``.

    ``inside`` are its members, seats × votes. ``sides`` are its yes, abstain and no, 3 × votes.
    A vote whose lists have some Members only is its where they have all of it, and ``expected`` is
    NaN there. ``first`` is its most frequent position, coded as in ``votes.matrix``, 0 in ties and
    where fewer than two voted. ``rice``, ``agreement`` and ``expected`` are NaN where not defined.
    """

    inside: NDArray[np.bool_]
    sides: Ints
    eligible: Ints
    first: NDArray[np.int8]
    tied: NDArray[np.bool_]
    rice: Floats
    agreement: Floats
    expected: Floats

    @property
    def counted(self) -> NDArray[np.bool_]:
        """The votes in which two members or more took a position: one is of one mind always."""
        return np.asarray(self.sides.sum(axis=0) >= 2)


def group_votes(seats: Seats, bloc: Bloc) -> GroupVotes:
    """The votes of a group, its members taken by the day of each vote."""
    inside = seats.mask(bloc.members_on) & (seats.positions != NOT_KNOWN)
    inside &= _of_all(seats, bloc, inside)
    sides = sides_of(np.where(inside, seats.positions, 0))
    first, tied = first_of(sides)
    voting = sides.sum(axis=0)
    several = voting >= 2
    expected = expected_agreement(np.where(several, voting, 0), sides_of(seats.positions))
    expected = np.where(seats.whole(), expected, np.nan)  # the rest of the Assembly is not known
    return GroupVotes(
        inside, sides, inside.sum(axis=0), np.where(several, first, 0).astype(np.int8),
        tied & several, rice(sides), agreement(sides), expected,
    )  # fmt: skip


def _of_all(seats: Seats, bloc: Bloc, inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The votes that can be the group's: their lists have everyone, or everyone of the group."""
    found = seats.whole()
    for column in np.flatnonzero(~found):
        members = {seats.code_of(code) for code in bloc.members_on(seats.votes[column].date or "")}
        found[column] = inside[:, column].sum() == len(members)
    return found


def sides_of(positions: NDArray[np.int8]) -> Ints:
    """Yes, abstain and no of each vote, 3 × votes."""
    return np.stack([(positions == side).sum(axis=0) for side in SIDES]).astype(np.int64)


def first_of(sides: Ints) -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
    """The most frequent position of each vote, 0 where two are, and where that is so."""
    most = sides.max(axis=0)
    tied = ((sides == most).sum(axis=0) > 1) & (most > 0)
    first = np.array(SIDES, np.int8)[sides.argmax(axis=0)]
    return np.where(tied | (most == 0), 0, first).astype(np.int8), tied


def rice(sides: Ints) -> Floats:
    """Rice's index of each vote; NaN where none voted yes or no."""
    yes, _, no = sides
    with np.errstate(invalid="ignore"):
        return np.asarray(np.abs(yes - no) / (yes + no))


def agreement(sides: Ints) -> Floats:
    """The agreement index of each vote; NaN where none voted."""
    total, most = sides.sum(axis=0), sides.max(axis=0)
    with np.errstate(invalid="ignore"):
        return np.asarray((most - (total - most) / 2) / total)
