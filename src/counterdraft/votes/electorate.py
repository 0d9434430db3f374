"""Who had a vote in a body on a day, and so who did not use it."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from typing import NamedTuple

from counterdraft.lexicon.bodies import all_vote, size_of
from counterdraft.lexicon.members import line_of, members_on

_DAY = len("2007-12-18")


class Electorate(NamedTuple):
    """Codes of the Members that surely had a vote, and of those that may have had one."""

    sure: tuple[str, ...]
    perhaps: tuple[str, ...] = ()


class Silent(NamedTuple):
    """Members in no list: surely, or only if they were Members that day; and how many had a vote.

    ``members`` is None where the day is not known well enough to tell. Of a body of some Members
    only their number is known, and who did not vote as far as a source lists it.
    """

    not_voting: tuple[str, ...]
    unsure: tuple[str, ...]
    members: int | None


@lru_cache(maxsize=4096)
def electorate(body: str, date: str | None) -> Electorate | None:
    """Who could vote in ``body`` on ``date``, which may be a month or year; None if not known."""
    if date is None or not all_vote(body):
        return None
    found = members_on(date)
    if len(date) == _DAY:
        return Electorate(tuple(each.code for each in found))
    sure = tuple(each.code for each in found if each.throughout(date))
    return Electorate(sure, tuple(each.code for each in found if not each.throughout(date)))


def silent(body: str, date: str | None, voted: Collection[str], absent: Collection[str]) -> Silent:
    """Who did not vote: by the register of Members, else as the source lists them."""
    known = electorate(body, date)
    if known is None:
        both = len({*voted, *absent})
        return Silent(tuple(sorted(absent)), (), size_of(body, date) or (both if absent else None))
    named = {*voted, *absent}
    missing = tuple(sorted({*known.sure, *(set(known.perhaps) & set(absent))} - set(voted)))
    left = {code for code in set(known.perhaps) - named if named.isdisjoint(_seat(code))}
    unsure = tuple(sorted(left))
    seated = len(known.sure) + len(set(known.perhaps) & named)
    return Silent(missing, unsure, None if unsure else seated)


def all_named(body: str, date: str | None, named: Collection[str], unknown: int = 0) -> bool:
    """Whether ``named`` are all that had a vote, with so many more whose names are not known."""
    known = electorate(body, date)
    if known is None:
        size = size_of(body, date)
        return size is not None and len({*named}) + unknown >= size
    return len({*known.sure} - {*named}) <= unknown


def unnamed(body: str, date: str | None, named: Collection[str]) -> tuple[str, ...]:
    """Who may have had a vote and is not among ``named``."""
    known = electorate(body, date)
    return () if known is None else tuple(sorted({*known.sure, *known.perhaps} - {*named}))


@cache
def _seat(code: str) -> tuple[str, ...]:
    """Who held one seat with a Member: where one of them voted, no other had a vote."""
    return line_of(code)


def outsiders(body: str, date: str | None, voted: Collection[str]) -> tuple[str, ...]:
    """Those that voted and were no Members on any day that ``date`` may be."""
    known = electorate(body, date)
    return () if known is None else tuple(sorted({*voted}.difference(*known)))
