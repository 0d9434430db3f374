"""A series → its history: as far as a day, what moved, and what is not known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterdraft.errors import NoSeries
from counterdraft.model.dates import last_day
from counterdraft.model.given import day_given
from counterdraft.model.history import Entry, Gap, History, Series
from counterdraft.model.vote import Vote
from counterdraft.votes.series.moves import changes
from counterdraft.votes.series.texts import name_of
from counterdraft.wording.english import long_date


def history(series: Series, as_of: str | None = None) -> History:
    """The history of ``series``; of what came by the day ``as_of``, which is ISO 8601.

    What is known by its month or year alone came by a day if that month or year was over, or if a
    later text of the series came by it. Raises NoSeries where nothing came by then, and BadQuery
    where ``as_of`` is no day.
    """
    as_of = day_given(as_of, "--as-of")
    years = tuple(each for each in series.entries if _came(each.vote, as_of, series.entries))
    others = tuple(each for each in series.others if _came(each.vote, as_of))
    if not years:
        raise NoSeries(_none(series, as_of), source=series.asked)
    return History(
        series=series, as_of=as_of, years=years, others=others, changes=changes(years),
        gaps=tuple(_gaps([each.vote for each in years])), later=len(series.entries) - len(years),
    )  # fmt: skip


def _none(series: Series, as_of: str | None) -> str:
    if as_of is None or not series.entries:
        return "the series has no text as a whole that was acted on"
    first = series.entries[0].vote
    day = long_date(first.date) if first.date else "a day that is not known"
    return f"nothing came by {long_date(as_of)}: its first text is {name_of(first)}, of {day}"


def _came(vote: Vote, as_of: str | None, entries: Sequence[Entry] = ()) -> bool:
    if as_of is None:
        return True
    if vote.date is None:
        return False
    if last_day(vote.date) <= as_of:
        return True
    return len(vote.date) < 10 and any(
        _after(vote, each.vote) and _came(each.vote, as_of) for each in entries
    )


def _after(vote: Vote, other: Vote) -> bool:
    """Whether ``other``, which has a day, is of a later session than ``vote``."""
    number, later = _number(vote), _number(other)
    has_day = len(other.date or "") == 10
    return has_day and number is not None and later is not None and number < later


def _number(vote: Vote) -> int | None:
    return int(vote.session) if vote.session and vote.session.isdecimal() else None


def _gaps(votes: Sequence[Vote]) -> Iterator[Gap]:
    """Regular sessions of which nothing is known, between two of which something is."""
    numbered = [(number, vote) for vote in votes if (number := _number(vote)) is not None]
    for (one, before), (other, after) in pairwise(numbered):
        if other > one + 1:
            yield Gap(before.id, after.id, tuple(range(one + 1, other)))
