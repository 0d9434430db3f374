"""The days that a text names, written either way: "20 October 2014", "October 20, 2014"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.dates import months
from counterdraft.model.span import Span
from counterdraft.text.straight import straighten


class Day(NamedTuple):
    """A day in ISO 8601, and where it stands."""

    iso: str
    span: Span


def latest_day(text: str, apart: Iterable[Span] = ()) -> Day | None:
    """The latest day that ``text`` names outside of the spans ``apart``; None if there is none."""
    left_out = tuple(apart)
    days = (
        Day(iso, Span(*found.span()))
        for found in _pattern().finditer(straighten(text))
        if (iso := _iso(found)) is not None
    )
    outside = [day for day in days if not any(each.meets(day.span) for each in left_out)]
    return max(outside, key=lambda day: day.iso, default=None)


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(months())
    return re.compile(
        rf"\b(?:(?P<d1>\d{{1,2}}) (?P<m1>{names})|(?P<m2>{names}) (?P<d2>\d{{1,2}}),?)"
        r" (?P<y>\d{4})\b"
    )


def _iso(found: re.Match[str]) -> str | None:
    day, month = found["d1"] or found["d2"], found["m1"] or found["m2"]
    try:
        return date(int(found["y"]), months()[month], int(day)).isoformat()
    except ValueError:
        return None
