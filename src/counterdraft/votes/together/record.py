"""One state → its record: how it voted, with whom, where it stood alone, and what it moved on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterdraft.lexicon.blocs import Bloc
from counterdraft.model.rollcall import Position
from counterdraft.votes.matrix import ABSTAIN, NO, NOT_KNOWN, NOT_VOTING, YES
from counterdraft.votes.series.titles import title_of, titled
from counterdraft.votes.together.apart import SIDE
from counterdraft.votes.together.bounds import bounds_in_words
from counterdraft.votes.together.choice import Chosen, asked_in_words
from counterdraft.votes.together.compare import row_named
from counterdraft.votes.together.figures import MINIMUM, by_issue, by_session
from counterdraft.votes.together.group_votes import first_of, sides_of
from counterdraft.votes.together.indices import Index
from counterdraft.votes.together.nearest import neighbours
from counterdraft.votes.together.recorded import FEW, Moved, Record, Sides, Stand, Step, WithGroup
from counterdraft.votes.together.seats import Seats, name_of, notes_on, seats_of

_TAKEN = (YES, ABSTAIN, NO)


class _One(NamedTuple):
    """A state in every vote."""

    seats: Seats
    row: int
    mine: NDArray[np.int8]
    first: NDArray[np.int8]


def record(
    found: Chosen, state: str, groups: Sequence[Bloc], *, index: Index = "half",
    minimum: int = MINIMUM, few: int = FEW, apart: bool = False,
) -> Record:  # fmt: skip
    """The record of ``state``, given by name or code; ``groups`` are looked through for its own.

    Raises UnknownState, and NothingToCount where it has no position in any of the votes.
    """
    seats = seats_of(found.votes, apart=apart)
    code = row_named(seats, state)
    row = seats.codes.index(code)
    first, _ = first_of(sides_of(seats.positions))
    first = np.where(seats.whole(), first, 0).astype(np.int8)
    one = _One(seats, row, seats.positions[row], first)
    moved = tuple(_moved(one))
    return Record(
        code=code, name=name_of(code), asked=asked_in_words(found.choice),
        bounds=bounds_in_words(found), minimum=minimum, index=index,
        notes=notes_on(seats, [state], [code]), all=_sides(one, "all", np.arange(len(seats.votes))),
        sessions=_cuts(one, by_session(seats)), issues=_cuts(one, by_issue(seats)),
        groups=tuple(_with_groups(one, groups)),
        neighbours=neighbours(seats, row, index, minimum), few=few,
        stands=tuple(_stands(one, few)), titles=len(moved),
        moved=tuple(sorted((m for m in moved if m.changes), key=_latest, reverse=True)),
    )  # fmt: skip


def _cuts(one: _One, cuts: Iterable[tuple[str, NDArray[np.int64]]]) -> tuple[Sides, ...]:
    """Parts of the votes; those in all of which it was no Member are left out."""
    found = (_sides(one, label, at) for label, at in cuts if (one.mine[at] != NOT_KNOWN).any())
    return tuple(found)


def _sides(one: _One, label: str, columns: NDArray[np.int64]) -> Sides:
    mine, first = one.mine[columns], one.first[columns]
    counted = np.isin(mine, _TAKEN) & (first > 0)
    return Sides(
        label=label, yes=int((mine == YES).sum()), abstain=int((mine == ABSTAIN).sum()),
        no=int((mine == NO).sum()), not_voting=int((mine == NOT_VOTING).sum()),
        with_first=int((counted & (mine == first)).sum()), of=int(counted.sum()),
    )  # fmt: skip


def _with_groups(one: _One, groups: Sequence[Bloc]) -> Iterator[WithGroup]:
    """The groups it was in on the day of some vote, itself left out of their positions."""
    for bloc in groups:
        inside = one.seats.mask(bloc.members_on) & one.seats.whole()
        within = inside[one.row] & np.isin(one.mine, _TAKEN)
        if not within.any():
            continue
        inside[one.row] = False
        sides = sides_of(np.where(inside, one.seats.positions, 0))
        first, tied = first_of(sides)
        counted = within & (first > 0)
        yield WithGroup(
            code=bloc.code, name=bloc.name, votes=int(counted.sum()),
            with_first=int((counted & (one.mine == first)).sum()), tied=int((within & tied).sum()),
            listed_as_of=bloc.listed_as_of,
        )  # fmt: skip


def _stands(one: _One, few: int) -> Iterator[Stand]:
    """Votes in which at most ``few`` States, itself among them, took its position."""
    same = (one.seats.positions == one.mine) & np.isin(one.mine, _TAKEN)
    number = np.where(one.seats.whole(), same.sum(axis=0), 0)
    sides = sides_of(one.seats.positions)
    for column in np.flatnonzero((number > 0) & (number <= few) & (one.mine != one.first)):
        vote = one.seats.votes[column]
        yes, abstain, no = sides[:, column].tolist()
        others = (row for row in np.flatnonzero(same[:, column]) if row != one.row)
        yield Stand(
            vote=vote.id, date=vote.date, session=vote.session, symbol=vote.symbol,
            title=vote.title, position=SIDE[int(one.mine[column])],
            others=tuple(one.seats.codes[row] for row in others), yes=yes, abstain=abstain, no=no,
        )  # fmt: skip


def _moved(one: _One) -> Iterator[Moved]:
    """Titles that come back in at least two sessions in which it took a position."""
    by_title: dict[str, list[int]] = {}
    for column in np.flatnonzero(np.isin(one.mine, _TAKEN)):
        title = titled(one.seats.votes[column])
        if title:
            by_title.setdefault(title_of(title).key, []).append(int(column))
    for columns in by_title.values():
        steps = tuple(_steps(one, columns))
        if len(steps) > 1:
            changes = sum(set(a.positions) != set(b.positions) for a, b in pairwise(steps))
            last = one.seats.votes[columns[-1]]
            yield Moved(title=titled(last) or "", changes=changes, steps=steps)


def _steps(one: _One, columns: Sequence[int]) -> Iterator[Step]:
    by: dict[str, list[Position]] = {}
    for column in columns:
        session = one.seats.votes[column].session or "not told"
        by.setdefault(session, []).append(SIDE[int(one.mine[column])])
    for session, positions in by.items():
        yield Step(session, tuple(positions))


def _latest(moved: Moved) -> tuple[int, str]:
    """By the place of the last change, latest first, so that what moved lately stands first."""
    last = 0
    for at, (before, after) in enumerate(pairwise(moved.steps), 1):
        if set(before.positions) != set(after.positions):
            last = at
    session = moved.steps[last].session
    return (int(session) if session.isdigit() else 0, moved.title)
