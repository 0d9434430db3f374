"""Sources of accounts of votes: who made them, their terms, and what must be known to read them."""

from __future__ import annotations

from functools import cache

from msgspec import Struct, convert

from counterdraft.lexicon.load import load


class VoteSource(Struct, frozen=True, kw_only=True):
    """A source by its key; ``terms`` are those under which it may be used.

    ``counted`` is what is to be said of figures that are counted from its lists, where it has none.
    """

    key: str
    title: str
    by: str
    terms: str
    counted: str = ""


class Days(Struct, frozen=True):
    """Up to the session ``until`` a day of 1 to ``most`` is a counter and tells the month alone."""

    until: int
    most: int


class Records(Struct, frozen=True, kw_only=True):
    """Roll-calls from ``first`` to ``last`` that were added out of meeting records.

    ``tail``, ``asks`` and ``done`` say what of a President's words before a vote is of that vote.
    """

    first: int
    last: int
    tail: int
    asks: str
    done: str
    said: str

    def have(self, number: str) -> bool:
        """Whether a roll-call is one of them."""
        return number.isdecimal() and len(number) < 6 and self.first <= int(number) <= self.last


class Exchanged(Struct, frozen=True, kw_only=True):
    """Roll-calls from ``first`` to ``last`` in which two Members stand in each other's place."""

    first: int
    last: int
    codes: tuple[str, str]
    said: str


class Numbering(Struct, frozen=True, kw_only=True):
    """What Voeten's numbers are: pages at first, then resolutions within ``series``."""

    pages_until: int
    special_pages_until: int
    decisions_from: int
    series: dict[int, tuple[int, int]]


@cache
def vote_sources() -> dict[str, VoteSource]:
    """Every source by its key."""
    found = convert(load("vote_sources")["source"], tuple[VoteSource, ...])
    return {each.key: each for each in found}


def vote_source(key: str) -> VoteSource | None:
    """The source of a key, which may go on after a colon ("csv:mine")."""
    return vote_sources().get(key.partition(":")[0])


@cache
def exchanged() -> tuple[Exchanged, ...]:
    """Every pair of Members that Voeten's data has in each other's place."""
    return convert(load("vote_sources")["exchanged"], tuple[Exchanged, ...])


@cache
def issues() -> dict[str, str]:
    """The codes of issues, and what they stand for."""
    return convert(load("vote_sources")["issues"], dict[str, str])


@cache
def days() -> Days:
    """From when on the days of Voeten's dates are days."""
    return convert(load("vote_sources")["days"], Days)


@cache
def records() -> Records:
    """Which of Voeten's roll-calls are out of meeting records."""
    return convert(load("vote_sources")["records"], Records)


@cache
def numbering() -> Numbering:
    """What Voeten's numbers are."""
    return convert(load("vote_sources")["numbering"], Numbering, strict=False)
