"""What a caller gives → what is meant: one name or many, a date, a day.

The command line and the library ask here alike, so that both refuse what makes no sense.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from typing import Any

from counterdraft.errors import BadQuery
from counterdraft.model.dates import first_day, is_date, is_day, last_day

Name = str | os.PathLike[str]
Dated = str | int | dt.date


def names(given: Name | Iterable[Name] | None) -> tuple[str, ...]:
    """The names in order: one by itself, which is text or a path, is one and not its letters."""
    if given is None:
        return ()
    if isinstance(given, (str, os.PathLike)):
        return (os.fspath(given),)
    return tuple(os.fspath(each) for each in given)


def several(given: object) -> tuple[Any, ...]:
    """The values in order: one word or number by itself is one."""
    if given is None:
        return ()
    if isinstance(given, (str, int)) or not isinstance(given, Iterable):
        return (given,)
    return tuple(given)


def date_given(given: Dated | None, place: str) -> str | None:
    """A day, month or year in ISO 8601; ``place`` is what it was given for.

    Raises BadQuery where it is none.
    """
    found = _in_words(given)
    if found is not None and not is_date(found):
        remedy = "Write 2007-12-18, 2007-12 or 2007"
        raise BadQuery(f"{found!r} is no date", place=place, remedy=remedy)
    return found


def day_given(given: str | dt.date | None, place: str) -> str | None:
    """A day in ISO 8601; ``place`` is what it was given for. Raises BadQuery where it is none."""
    found = _in_words(given)
    if found is not None and not is_day(found):
        remedy = "A day is written like 2014-10-15"
        raise BadQuery(f"{found!r} is no day", place=place, remedy=remedy)
    return found


def days_given(
    since: Dated | None, until: Dated | None
) -> tuple[str | None, str | None]:  # fmt: skip
    """The bounds of a time, each a date or None; raises BadQuery, also where it ends before it."""
    first, last = date_given(since, "--since"), date_given(until, "--until")
    if first and last and last_day(last) < first_day(first):
        reason = f"it ends before {first!r}, when it is to begin"
        raise BadQuery(reason, place="--until", remedy="Say a later date")
    return first, last


def _in_words(given: Dated | None) -> str | None:
    if given is None or isinstance(given, str):
        return given
    return given.isoformat()[:10] if isinstance(given, dt.date) else str(given)
