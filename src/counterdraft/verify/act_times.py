"""The date of an act in a clause → how it stands to the act: on it, before it, by it, or untold."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.register_acts import acts
from counterdraft.verify.limits import Time
from counterdraft.verify.mentions import Mention
from counterdraft.verify.twin import DATE, Twin

_REACH = 40  # characters before a date, or an act, in which what tells its time stands
_OR_DATE = re.compile(rf",?\s+or\s+(?:\w+\s+){{0,2}}{DATE}")
_DATE_OR = re.compile(rf"{DATE},?\s+or\s+(?:\w+\s+){{0,2}}$")


class Untimed(NamedTuple):
    """An act from ``start`` to ``end`` of a line, of which the time is asked.

    ``past`` says that it had not been done at a time that may be told elsewhere, ``party`` that it
    is being a party.
    """

    start: int
    end: int
    denied: bool
    past: bool
    party: bool


class When(NamedTuple):
    """The date of a claim, how it stands to the act, and whether it was not done then."""

    date: str | None
    time: Time
    denied: bool


def act_time(twin: Twin, date: Mention | None, said: Untimed) -> When:
    """When an act was done, or was not: what was not done until a day was done on it."""
    if date is None:
        time: Time = "then" if said.past else ""
        return When(None, "told otherwise" if _told_otherwise(said, twin) else time, said.denied)
    found = _limit(twin, date)
    if _one_of_two(twin, date):
        return When(None, "", said.denied)
    if found == "until":
        return When(date.value if said.denied else None, "", denied=False)
    if found == "since" and said.denied:
        return When(None, "", said.denied)
    if found == "at":
        return When(date.value, "by" if said.denied else "", said.denied)
    if said.party and said.denied and not found:
        return When(date.value, "by", said.denied)
    return When(date.value, _TIMES.get(found, ""), said.denied)


_TIMES: dict[str, Time] = {"before": "before", "by": "by", "by_the_end": "by the end of"}


def _limit(twin: Twin, date: Mention) -> str:
    """Which kind of limit the words make of a date that stand before it; empty for none."""
    at = _sign_of(twin, date)
    found = _patterns().limit.search(twin.line, max(0, at - _REACH), at)
    return acts().limits[" ".join(found["limit"].split())] if found else ""


def _one_of_two(twin: Twin, date: Mention) -> bool:
    """Whether another date may be meant as well: "in 2013 or 2014"."""
    at = _sign_of(twin, date)
    return bool(_OR_DATE.match(twin.line, at + 1) or _DATE_OR.search(twin.line, 0, at))


def _sign_of(twin: Twin, date: Mention) -> int:
    return next((at for at, each in twin.named.items() if each == date), 0)


def _told_otherwise(said: Untimed, twin: Twin) -> bool:
    """Whether words that tell a time by another stand right behind an act, or right before it."""
    patterns = _patterns()
    before = twin.line[max(0, said.start - _REACH) : said.start]
    return bool(patterns.relative.match(twin.line, said.end) or patterns.sooner.search(before))


class _Patterns(NamedTuple):
    limit: re.Pattern[str]
    relative: re.Pattern[str]
    sooner: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    known = acts()
    return _Patterns(
        limit=re.compile(rf"\b(?P<limit>{known.limit})\s+(?:(?:the|early|late)\s+)*$"),
        relative=re.compile(rf"[\s,]*(?:[\w-]+\s+){{0,4}}?(?:{known.later})\b"),
        sooner=re.compile(rf"\b(?:{known.sooner})\b[\s,]*(?:the\s+)?$"),
    )  # fmt: skip
