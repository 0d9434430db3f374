"""Votes → an array of seats by votes: Members that followed each other on one seat in one row.

The Russian Federation continued the membership of the Union of Soviet Socialist Republics, and
since resolution 2758 (XXVI) others speak for China; each is one row here, under the code of the
last, unless ``apart``. A successor on a new seat (Czechia, Serbia) is a row of its own always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterdraft.lexicon.blocs import codes_of
from counterdraft.lexicon.members import line_of, members
from counterdraft.lexicon.states import state_of
from counterdraft.model.vote import Vote
from counterdraft.votes.matrix import matrix_of
from counterdraft.wording.english import long_date

Bools = NDArray[np.bool_]


class Seats(NamedTuple):
    """Positions, int8, seats × votes, coded as in ``votes.matrix``; ``codes`` name the rows."""

    codes: tuple[str, ...]
    votes: tuple[Vote, ...]
    positions: NDArray[np.int8]
    apart: bool

    def whole(self) -> Bools:
        """The votes whose lists have everyone: without these no position is the commonest."""
        return np.array([not vote.part for vote in self.votes], np.bool_)

    def row_of(self, code: str) -> int | None:
        """The row in which a Member's votes stand; None where it has none."""
        name = self.code_of(code)
        return self.codes.index(name) if name in self.codes else None

    def code_of(self, code: str) -> str:
        """The code of the row in which a Member's votes stand, if there is one."""
        return code if self.apart else line_of(code)[-1]

    def mask(self, on: Callable[[str], Iterable[str]]) -> Bools:
        """Which seats ``on`` gives for the day of each vote, seats × votes."""
        found = np.zeros(self.positions.shape, np.bool_)
        row = {code: at for code in members() if (at := self.row_of(code)) is not None}
        by_date: dict[str, list[int]] = {}
        for column, vote in enumerate(self.votes):
            if vote.date is None:
                continue
            if vote.date not in by_date:
                by_date[vote.date] = [row[code] for code in on(vote.date) if code in row]
            found[by_date[vote.date], column] = True
        return found


def seats_of(votes: Sequence[Vote], *, apart: bool = False) -> Seats:
    """The positions of every seat that has one in ``votes``."""
    matrix = matrix_of(votes)
    names = [code if apart else line_of(code)[-1] for code in matrix.codes]
    codes = sorted(set(names))
    positions = np.zeros((len(codes), len(votes)), np.int8)
    for name, row in zip(names, matrix.positions, strict=True):
        at = codes.index(name)
        # Two on one seat never vote on one day; where a source has both, the first stands.
        positions[at] = np.where(positions[at] == 0, row, positions[at])
    return Seats(tuple(codes), tuple(votes), positions, apart)


def name_of(code: str) -> str:
    """The name of a Member as the United Nations prints it."""
    return members()[code].name


def notes_on(seats: Seats, asked: Iterable[str], codes: Iterable[str]) -> tuple[str, ...]:
    """As whose each name that was asked for is read, and which rows hold the votes of several."""
    read = (read_as(seats, name) for name in asked)
    held = (seat_in_words(seats, code) for code in codes)
    return tuple(dict.fromkeys(note for note in (*read, *held) if note))


def read_as(seats: Seats, asked: str) -> str | None:
    """As whose votes a name is read that is not the name, or the code, of who cast them."""
    codes = codes_of(asked)
    meant, row = codes[0], row_of_any(seats, codes)
    if row is None:
        return None
    if row == meant:
        own = state_of(asked)
        return None if own in {None, name_of(row)} else f"“{asked}” is read as {name_of(row)}"
    one = members()[meant]
    until = long_date(one.until)
    if not seats.apart and row == line_of(meant)[-1]:
        return (
            f"“{asked}” is read as the seat that {one.name} held before {until}: its votes since "
            f"then are those of {name_of(row)}"
        )
    return (
        f"“{asked}” is read as {name_of(row)}; {one.name}, a Member before {until}, has no "
        "position in these votes"
    )


def row_of_any(seats: Seats, codes: Iterable[str]) -> str | None:
    """The code of the first row that one of ``codes`` has; None where none has one."""
    rows = (seats.code_of(code) for code in codes if seats.row_of(code) is not None)
    return next(rows, None)


def seat_in_words(seats: Seats, code: str) -> str | None:
    """That a row holds votes of several Members, and whose; None where it holds one's only."""
    line = (code,) if seats.apart else line_of(code)
    first = seats.votes[0].date or "" if seats.votes else ""
    before = [members()[each] for each in line[:-1] if members()[each].until > first]
    if not before:
        return None
    told = ", ".join(f"{each.name} before {long_date(each.until)}" for each in before)
    return f"{name_of(code)} stands for one seat, with {told}"
