"""Two or more states → how much each two of them agree, in all, by session and by issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterdraft.errors import NothingToCount
from counterdraft.lexicon.blocs import codes_of
from counterdraft.votes.matrix import NOT_KNOWN, NOT_VOTING
from counterdraft.votes.together.adoptions import sessions_of, took_part
from counterdraft.votes.together.bounds import bounds_in_words
from counterdraft.votes.together.choice import Chosen, asked_in_words
from counterdraft.votes.together.compared import Compared, Pair, Part
from counterdraft.votes.together.counts import pair_counts
from counterdraft.votes.together.figures import MINIMUM, by_issue, by_session, figures
from counterdraft.votes.together.seats import Seats, name_of, notes_on, row_of_any, seats_of
from counterdraft.wording.english import listed


class _Input(NamedTuple):
    seats: Seats
    adoptions: NDArray[np.bool_]  # seats × adoptions
    sessions: NDArray[np.str_]  # of the adoptions
    known: frozenset[str]
    minimum: int
    consensus: bool


def compare(
    found: Chosen, states: Sequence[str], *, minimum: int = MINIMUM, consensus: bool = False,
    apart: bool = False,
) -> Compared:  # fmt: skip
    """Compare each two of ``states``, given by name or code.

    ``consensus`` counts adoptions without a vote as agreement in all figures, for sessions of
    which they are known; otherwise the figure with them stands beside. Raises UnknownState, and
    NothingToCount where one has no vote in ``found``, or fewer than two states are named.
    """
    seats = seats_of(found.votes, apart=apart)
    codes = tuple(dict.fromkeys(row_named(seats, each) for each in states))
    if len(codes) < 2:
        raise NothingToCount(
            f"{listed(states)} is one state here", remedy="Name two or more different ones"
        )
    given = _Input(
        seats, took_part(seats, found.consensus), sessions_of(found.consensus),
        found.known, minimum, consensus,
    )  # fmt: skip
    return Compared(
        asked=asked_in_words(found.choice), bounds=bounds_in_words(found), minimum=minimum,
        consensus=consensus, consensus_sessions=tuple(sorted(given.known)),
        notes=notes_on(seats, states, codes),
        pairs=tuple(_pair(given, one, other) for one, other in combinations(codes, 2)),
    )  # fmt: skip


def row_named(seats: Seats, name: str) -> str:
    """The code of the row of a state; raises UnknownState, or NothingToCount where it has none."""
    codes = codes_of(name)
    row = row_of_any(seats, codes)
    if row is None:
        raise NothingToCount(
            f"{name_of(codes[0])} was no Member on the day of any of these votes, "
            "or nothing is known of its positions in them"
        )
    return row


def _pair(given: _Input, first: str, second: str) -> Pair:
    one, other = given.seats.codes.index(first), given.seats.codes.index(second)
    every = np.arange(len(given.seats.votes))
    rows = given.seats.positions[one], given.seats.positions[other]
    in_known = np.array([vote.session in given.known for vote in given.seats.votes], np.bool_)
    beside = [
        _part(given, one, other, "sessions with known adoptions", every[in_known], which)
        for which in (False, True)
    ] if given.known else [None, None]  # fmt: skip
    return Pair(
        first=first, second=second, names=(name_of(first), name_of(second)),
        table=tuple(map(tuple, pair_counts(*rows).tolist())),
        all=_part(given, one, other, "all", every, given.consensus),
        not_members=int(((rows[0] == NOT_KNOWN) | (rows[1] == NOT_KNOWN)).sum()),
        recorded=beside[0], with_consensus=beside[1],
        sessions=tuple(_parts(given, one, other, by_session(given.seats))),
        issues=tuple(_parts(given, one, other, by_issue(given.seats), adopted=False)),
    )  # fmt: skip


def _parts(
    given: _Input, one: int, other: int, cuts: Iterator[tuple[str, NDArray[np.int64]]], *,
    adopted: bool = True,
) -> Iterator[Part]:  # fmt: skip
    for label, columns in cuts:
        yield _part(given, one, other, label, columns, given.consensus and adopted)


def _part(
    given: _Input, one: int, other: int, label: str, columns: NDArray[np.int64], consensus: bool
) -> Part:
    first, second = (given.seats.positions[row, columns] for row in (one, other))
    counts = pair_counts(first, second)
    votes = int(counts.sum())
    members = (first != NOT_KNOWN) & (second != NOT_KNOWN)
    silent = members & ((first == NOT_VOTING) | (second == NOT_VOTING))
    agreed = _agreed(given, one, other, label)
    if consensus and agreed:
        counts[0, 0] += agreed
    return Part(
        label=label, votes=votes, silent=int(silent.sum()), consensus=agreed,
        figures=figures(counts, given.minimum),
    )  # fmt: skip


def _agreed(given: _Input, one: int, other: int, label: str) -> int | None:
    """Adoptions without a vote while both were Members; all of them but for a known session."""
    if not given.known:
        return None
    both = given.adoptions[one] & given.adoptions[other]
    if label in given.known:
        both = both & (given.sessions == label)
    elif label not in {"all", "sessions with known adoptions"}:
        return None
    return int(both.sum())
