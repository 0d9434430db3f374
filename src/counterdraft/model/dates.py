"""Dates as accounts have them: a day, or a month or year where no more is known (ISO 8601)."""

from __future__ import annotations

import re
from datetime import date

_FORM = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_YEAR, _DAY = len("2007"), len("2007-12-18")


def is_date(text: str) -> bool:
    """Whether ``text`` is a year, a month or a day in ISO 8601, and one that there is."""
    if not text.isascii() or not _FORM.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - _YEAR :])
    except ValueError:
        return False
    return True


def first_day(date: str) -> str:
    """The first day that ``date`` may be."""
    return date + "-01-01"[len(date) - _YEAR :]


def last_day(date: str) -> str:
    """The last day that ``date`` may be; of every month the 31st, which orders all the same."""
    return date + "-12-31"[len(date) - _YEAR :]


def is_day(text: str) -> bool:
    """Whether ``text`` is a day in ISO 8601, and one that there is."""
    return len(text) == _DAY and is_date(text)
