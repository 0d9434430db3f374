"""Dates that are held against each other, each as precise as it is: do they agree, or can they not?

A date is a day, a month, a year, or two days with a slash between.
"""

from __future__ import annotations

import re
from typing import Literal

from counterdraft.model.dates import first_day, last_day
from counterdraft.wording.english import MONTHS, long_date

Fit = Literal["agrees", "differs", "open"]
YEARLESS = "-"
BETWEEN_DAYS = "/"
_IN_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")


def bounds(date: str) -> tuple[str, str]:
    """The first and the last day that ``date`` may be."""
    first, _, last = date.partition("/")
    return first_day(first), last_day(last or first)


def fit(claimed: str, known: str, *, lasting: bool = False, within: bool = False) -> Fit:
    """Whether what is known bears a claimed date out, rules it out, or leaves it open.

    ``lasting`` says that what is known went on from its first day to its last; else it happened on
    one of them. ``within`` says that the claim is of a part of it alone ("during"): any day between
    is one. Two days that are claimed are the first and the last, and no others bear them out.
    """
    (c_first, c_last), (k_first, k_last) = bounds(claimed), bounds(known)
    if k_last < c_first or c_last < k_first:
        return "differs"
    inside = k_first <= c_first and c_last <= k_last
    if lasting and within:
        return "agrees" if inside and _IN_DAYS.fullmatch(known) else "open"
    if (c_first, c_last) == (k_first, k_last):
        return "agrees"
    if BETWEEN_DAYS in claimed:
        return "differs" if lasting and _IN_DAYS.fullmatch(known) else "open"
    return "agrees" if c_first <= k_first and k_last <= c_last else "open"


def with_year(date: str, by: str | None) -> str | None:
    """A date that may lack its year, in the year that makes it the last before the day ``by``.

    None where it lacks it and no day is known.
    """
    if not date.startswith(YEARLESS):
        return date
    if by is None:
        return None
    last = bounds(by)[1]
    day = date[2:]
    year = int(last[:4])
    return f"{year}-{day}" if f"{year}-{day}" <= last else f"{year - 1}-{day}"


def come(date: str | None, as_of: str | None) -> bool:
    """Whether what has that date had happened by a day; without a date, or a day, it counts.

    What may have come later in the month or the year than the day had not come for certain.
    """
    return date is None or as_of is None or bounds(date)[0] <= bounds(as_of)[1]


def day_said(date: str) -> str:
    """A date in words: "1 May 2014", "1 May", "from 26 to 28 May 2014"."""
    if date.startswith(YEARLESS):
        _, month, day = date.split("-")[-3:]
        return f"{int(day)} {MONTHS[int(month) - 1]}"
    first, _, last = date.partition("/")
    if not last:
        return long_date(first)
    return f"from {long_date(first)} to {long_date(last)}"


def year_taken(date: str) -> str:
    """What is said of a day whose year was taken from the text's own date."""
    return (
        f"the year is not in the text: read as {day_said(date)}, the last such day before its date"
    )


def dated(date: str) -> str:
    """A date with its preposition: "on 1 May 2014", "in May 2014", "from … to …"."""
    if "/" in date:
        return day_said(date)
    day = date.startswith(YEARLESS) or len(date) == len("2014-05-01")
    return f"{'on' if day else 'in'} {day_said(date)}"
