"""How sessions, dates and lists are worded in what is written: plain values in, English out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from counterdraft.lexicon.dates import ordinal_words
from counterdraft.lexicon.load import load
from counterdraft.model import Resolution


def session_words(resolution: Resolution) -> str | None:
    """ "Eighty-first session", "Eleventh emergency special session"; None where it is not known.

    A number for which the lexicon has no word stays a number.
    """
    if resolution.session is None:
        return None
    ordinal = ordinal_words().get(resolution.session)
    if ordinal is None:
        return str(resolution.session)
    kind = "" if resolution.session_kind in {None, "regular"} else f"{resolution.session_kind} "
    return f"{ordinal.capitalize()} {kind}session"


def day(iso: str | None) -> str | None:
    """A date that is a day in the calendar, as it is; None for any other."""
    try:
        return date.fromisoformat(iso or "").isoformat()
    except ValueError:
        return None


def long_date(iso: str | None) -> str | None:
    """ "17 December 2024"; None for what is not a day."""
    known = day(iso)
    if known is None:
        return None
    year, month, number = known.split("-")
    return f"{int(number)} {load('en/dates')['months'][int(month) - 1]} {int(year)}"


def listed(items: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
