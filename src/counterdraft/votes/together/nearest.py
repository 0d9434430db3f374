"""A state among all → who is closest to it in its votes, and who farthest."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from counterdraft.votes.together.indices import Index, index
from counterdraft.votes.together.interval import of_index
from counterdraft.votes.together.seats import Seats, name_of


class Neighbour(Struct, frozen=True, kw_only=True):
    """Another state: the index, with bounds of 95 per cent, over the votes of both."""

    code: str
    name: str
    votes: int
    value: float
    low: float | None
    high: float | None


def neighbours(seats: Seats, row: int, name: Index, minimum: int) -> tuple[Neighbour, ...]:
    """The other states with at least ``minimum`` votes together, the closest first."""
    # Products in single precision are exact to 16 million votes.
    mine = (seats.positions[row][None, :] == np.arange(1, 4)[:, None]).astype(np.float32)
    sides = np.stack([(seats.positions == side).astype(np.float32) for side in (1, 2, 3)])
    counts = np.einsum("iv,jrv->rij", mine, sides, optimize=True).astype(np.int64)
    values, votes = index(counts, name), counts.sum(axis=(-2, -1))
    found = [
        _neighbour(seats, at, counts[at], float(values[at]), name)
        for at in range(len(seats.codes))
        if at != row and votes[at] >= max(minimum, 1) and not np.isnan(values[at])
    ]
    return tuple(sorted(found, key=lambda each: (-each.value, each.name)))


def _neighbour(
    seats: Seats, row: int, counts: NDArray[np.int64], value: float, name: Index
) -> Neighbour:
    bounds = of_index(counts, name)
    low, high = bounds or (None, None)
    code = seats.codes[row]
    return Neighbour(
        code=code, name=name_of(code), votes=int(counts.sum()), value=value, low=low, high=high
    )
