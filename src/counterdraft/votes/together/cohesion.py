"""Groups → how united each voted, in all and by session, issue and decade, and who stood apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterdraft.errors import NothingToCount
from counterdraft.lexicon.blocs import Bloc
from counterdraft.votes.together.adoptions import sessions_of
from counterdraft.votes.together.apart import departing, departures
from counterdraft.votes.together.bounds import bounds_in_words
from counterdraft.votes.together.choice import Chosen, asked_in_words
from counterdraft.votes.together.figures import MINIMUM, by_decade, by_issue, by_session
from counterdraft.votes.together.group_votes import GroupVotes, group_votes
from counterdraft.votes.together.interval import of_mean
from counterdraft.votes.together.seats import Seats, seats_of
from counterdraft.votes.together.united import Blocs, Cohesion, Cut


class _Input(NamedTuple):
    seats: Seats
    adoptions: NDArray[np.str_]  # the session of each
    known: frozenset[str]
    minimum: int
    consensus: bool


def cohesion(
    found: Chosen, groups: Sequence[Bloc], *, minimum: int = MINIMUM, consensus: bool = False,
    apart: bool = False,
) -> Blocs:  # fmt: skip
    """How united each of ``groups`` voted.

    ``consensus`` counts adoptions without a vote as full agreement, in sessions of which they are
    known. Raises NothingToCount where no vote has two members of any group.
    """
    seats = seats_of(found.votes, apart=apart)
    given = _Input(seats, sessions_of(found.consensus), found.known, minimum, consensus)
    counted = [_group(given, bloc) for bloc in groups]
    if not any(each.all.votes for each in counted):
        names = ", ".join(each.name for each in groups)
        raise NothingToCount(f"in none of these votes two members of {names} took a position")
    return Blocs(
        asked=asked_in_words(found.choice), bounds=bounds_in_words(found), minimum=minimum,
        consensus=consensus, consensus_sessions=tuple(sorted(given.known)), groups=tuple(counted),
    )  # fmt: skip


def _group(given: _Input, bloc: Bloc) -> Cohesion:
    voted = group_votes(given.seats, bloc)
    every = np.arange(len(given.seats.votes))
    in_known = np.array([vote.session in given.known for vote in given.seats.votes], np.bool_)
    return Cohesion(
        code=bloc.code, name=bloc.name, source=bloc.source, note=bloc.note,
        listed_as_of=bloc.listed_as_of, precision=bloc.precision,
        all=_cut(given, voted, "all", every),
        recorded=_cut(given, voted, "sessions with known adoptions", every[in_known])
        if given.known else None,
        decades=tuple(_cuts(given, voted, by_decade(given.seats))),
        sessions=tuple(_cuts(given, voted, by_session(given.seats))),
        issues=tuple(_cuts(given, voted, by_issue(given.seats))),
        members=departing(given.seats, voted), departures=departures(given.seats, voted),
    )  # fmt: skip


def _cuts(
    given: _Input, voted: GroupVotes, cuts: Iterable[tuple[str, NDArray[np.int64]]]
) -> Iterator[Cut]:
    for label, columns in cuts:
        cut = _cut(given, voted, label, columns)
        if cut.votes:
            yield cut


def _cut(given: _Input, voted: GroupVotes, label: str, columns: NDArray[np.int64]) -> Cut:
    kept = columns[voted.counted[columns]]
    eligible = int(voted.eligible[kept].sum())
    agreement, rice = voted.agreement[kept], voted.rice[kept]
    rice = rice[~np.isnan(rice)]
    adopted = _adopted(given, label)
    told = Cut(
        label=label, votes=len(kept),
        members=float(voted.eligible[kept].mean()) if len(kept) else 0,
        participation=float(voted.sides[:, kept].sum() / eligible) if eligible else None,
        rice_votes=len(rice), unanimous=int((agreement == 1).sum()),
        tied=int(voted.tied[kept].sum()), consensus=adopted,
    )  # fmt: skip
    if len(kept) < max(given.minimum, 1):
        return told
    return _with_means(told, agreement, rice, voted.expected[kept], given)


def _with_means(
    cut: Cut, agreement: NDArray[np.float64], rice: NDArray[np.float64],
    expected: NDArray[np.float64], given: _Input,
) -> Cut:  # fmt: skip
    """The cut with its means; adoptions without a vote as votes of one mind where that is asked."""
    if given.consensus and cut.consensus:
        ones = np.ones(cut.consensus)
        agreement, rice, expected = (np.append(each, ones) for each in (agreement, rice, expected))
    mean = float(agreement.mean())
    chance = None if np.isnan(expected).any() else float(expected.mean())
    bounds = of_mean(agreement)
    beside = None
    if cut.consensus is not None and not given.consensus and cut.label != "all":
        beside = (agreement.sum() + cut.consensus) / (len(agreement) + cut.consensus)
    return Cut(
        label=cut.label, votes=cut.votes, members=cut.members, participation=cut.participation,
        rice=float(rice.mean()) if len(rice) >= given.minimum else None, rice_votes=cut.rice_votes,
        agreement=mean, low=bounds.low if bounds else None, high=bounds.high if bounds else None,
        expected=chance,
        corrected=(mean - chance) / (1 - chance) if chance is not None and chance < 1 else None,
        unanimous=cut.unanimous, tied=cut.tied, consensus=cut.consensus,
        with_consensus=None if beside is None else float(beside),
    )  # fmt: skip


def _adopted(given: _Input, label: str) -> int | None:
    """Adoptions without a vote of a known session, or of all of them."""
    if not given.known:
        return None
    if label in given.known:
        return int((given.adoptions == label).sum())
    return len(given.adoptions) if label in {"all", "sessions with known adoptions"} else None
