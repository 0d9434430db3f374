"""A date that is a limit, "before" or "by" which an act was done, held against the day of an entry.

In: how a date stands to an act, and two dates. Out: whether the entry bears it out, rules it out,
or leaves it open. "by 2013" may mean its first day or its last: what came in that year is open.
"""

from __future__ import annotations

from typing import Literal

from counterdraft.verify.days import Fit, bounds, dated, day_said, fit

Time = Literal["", "by", "by the end of", "before", "then", "told otherwise"]
"""How a date stands to an act; "" is on it. Without a date: at a time that is not told, or that is
told in words which are not read ("the following year")."""

_OTHER: dict[Fit, Fit] = {"agrees": "differs", "differs": "agrees", "open": "open"}


def fit_in_time(time: Time, claimed: str, known: str) -> Fit:
    """Whether what was done on a known day was done on, by or before the day that is claimed."""
    (c_first, c_last), (k_first, k_last) = bounds(claimed), bounds(known)
    match time:
        case "before":
            return _sorted_out(done=k_last < c_first, not_done=k_first >= c_first)
        case "by the end of":
            return _sorted_out(done=k_last <= c_last, not_done=k_first > c_last)
        case "by":
            return _sorted_out(done=k_last <= c_first, not_done=k_first > c_last)
        case _:
            return fit(claimed, known)


def not_done_in_time(time: Time, claimed: str, known: str) -> Fit:
    """Whether what was done on a known day was not done on, by or before the day claimed."""
    return _OTHER[fit_in_time(time, claimed, known)]


def _sorted_out(*, done: bool, not_done: bool) -> Fit:
    if done:
        return "agrees"
    return "differs" if not_done else "open"


def time_said(time: Time, date: str) -> str:
    """A date with what it is to an act: "before 20 January 2014", "on 20 January 2014"."""
    return f"{time} {day_said(date)}" if time in ("by", "by the end of", "before") else dated(date)
