"""Dates as sources write them → ISO 8601, with how exactly they are known."""

from __future__ import annotations

import re
from datetime import date as day_of
from typing import NamedTuple

from counterdraft.model.rollcall import Precision

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: .*)?")
_WORDS = re.compile(
    r"(?P<day>\d{1,2})[ -]?(?P<month>[a-z]{3})[a-z]*\.?,?[ -]?(?P<year>\d{4})", re.I
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIRST, LAST = 1945, 2100


class Dated(NamedTuple):
    """A date, as long as it is known; None where there is none."""

    date: str | None = None
    precision: Precision = "unknown"


def date_of(text: str) -> Dated | None:
    """The date that ``text`` is; None where it is one that cannot be, or no date at all.

    "3/14/1994" is the fourteenth of March, as data sets from the United States have it.
    """
    text = text.strip()
    if _YEAR.fullmatch(text):
        return Dated(text, "year") if FIRST <= int(text) <= LAST else None
    found = _MONTH.fullmatch(text)
    if found:
        return _month(int(found[1]), int(found[2]))
    for pattern, order in ((_ISO, (1, 2, 3)), (_AMERICAN, (3, 1, 2))):
        found = pattern.fullmatch(text)
        if found:
            return _day(*(int(found[group]) for group in order))
    found = _WORDS.fullmatch(text)
    if found and found["month"].lower() in _MONTHS:
        return _day(
            int(found["year"]), _MONTHS.index(found["month"].lower()) + 1, int(found["day"])
        )
    return None


def _month(year: int, month: int) -> Dated | None:
    if not FIRST <= year <= LAST or not 1 <= month <= 12:
        return None
    return Dated(f"{year}-{month:02}", "month")


def _day(year: int, month: int, day: int) -> Dated | None:
    if not FIRST <= year <= LAST:
        return None
    try:
        return Dated(day_of(year, month, day).isoformat(), "day")
    except ValueError:
        return None
