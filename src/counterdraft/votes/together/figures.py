"""A figure as it is told: its value with an interval, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from counterdraft.votes.together.choice import issue_names, session_of
from counterdraft.votes.together.indices import INDICES, Index, index
from counterdraft.votes.together.interval import draws, of_index
from counterdraft.votes.together.seats import Seats

MINIMUM = 10
"""Votes below which no figure is given, unless a person says otherwise."""


class Figure(Struct, frozen=True, kw_only=True):
    """One index over ``votes`` votes, with bounds of 95 per cent.

    ``value`` is None where there are too few votes or the index is not defined; ``why`` says it.
    """

    index: Index
    votes: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    why: str | None = None


def figures(
    counts: NDArray[np.int64], minimum: int, names: Iterable[Index] = INDICES
) -> tuple[Figure, ...]:
    """The indices of a table of positions, 3 × 3."""
    drawn = draws(counts) if counts.sum() >= max(minimum, 1) else counts[None]
    return tuple(_figure(counts, name, minimum, drawn) for name in names)


def _figure(
    counts: NDArray[np.int64], name: Index, minimum: int, drawn: NDArray[np.int64]
) -> Figure:
    votes = int(counts.sum())
    if votes < max(minimum, 1):
        why = "no votes together" if votes == 0 else "too few votes"
        return Figure(index=name, votes=votes, why=why)
    value = float(index(counts, name))
    if np.isnan(value):
        why = "not defined: both took one position always"
        return Figure(index=name, votes=votes, why=why)
    low, high = of_index(counts, name, drawn) or (None, None)
    return Figure(index=name, votes=votes, value=value, low=low, high=high)


def by_session(seats: Seats) -> Iterator[tuple[str, NDArray[np.int64]]]:
    """The sessions in order of time, each with the columns of its votes."""
    return _by(seats, lambda column: (session_of(seats.votes[column]),))


def by_issue(seats: Seats) -> Iterator[tuple[str, NDArray[np.int64]]]:
    """The issues in alphabetical order with their columns; a vote may be of several or none."""
    return iter(sorted(_by(seats, lambda column: issue_names(seats.votes[column]))))


def by_year(seats: Seats) -> Iterator[tuple[str, NDArray[np.int64]]]:
    """The years with the columns of their votes."""
    return _by(seats, lambda column: ((seats.votes[column].date or "not told")[:4],))


def by_decade(seats: Seats) -> Iterator[tuple[str, NDArray[np.int64]]]:
    """The decades with the columns of their votes."""
    return _by(seats, lambda column: (f"{(seats.votes[column].date or '????')[:3]}0s",))


def _by(
    seats: Seats, keys: Callable[[int], Iterable[str]]
) -> Iterator[tuple[str, NDArray[np.int64]]]:
    found: dict[str, list[int]] = {}
    for column in range(len(seats.votes)):
        for key in keys(column):
            found.setdefault(key, []).append(column)
    for key, columns in found.items():
        yield key, np.array(columns, np.int64)
