"""Words of what a text asked, and a later text → whether that was due by the day of the later one.

What was to be done once, by a day or a session that is past, or in the next report, is not given up
where the next text of the series does not ask it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.dates import YEAR, in_names, moment_pattern, months, ordinals
from counterdraft.lexicon.deadlines import due, due_next, limits
from counterdraft.lexicon.sessions import opened
from counterdraft.model import Resolution
from counterdraft.text.straight import straighten

# A session of another body has another number: those of the last texts of a series lie so near.
_SESSIONS = 4
# Characters before a session in which it may be said that something happened there.
_HAPPENED = 40
_OF_SESSION = re.compile(r"A/RES/(?P<session>\d+)/")
# A day or a year behind these is that of a document: "76/10 of 9 May 2021", "2019–2021".
_CITED = re.compile(r"\d+/\d+(?: [A-Z](?: and [A-Z])?)? of $|\d\d[–-]$")
_RANGE = re.compile(r"[–-]\d")


def was_due(words: str, later: Resolution, before: str | None = None) -> bool:
    """Whether every time that the words set is past, and they set one; False where none is read.

    ``before`` is the symbol of the text that they stand in: a day that lies between the two texts
    is one for which something was asked, whatever leads to it ("from 22 to 24 March 2030").
    """
    straight = straighten(words)
    found = [*_days(straight, later), *_sessions(straight, later)]
    found += _between(straight, later, before)
    found += [True for _ in due_next().finditer(straight)]
    return bool(found) and all(found)


def _days(words: str, later: Resolution) -> Iterator[bool]:
    """For each day, month or year that is a limit whether it is past; a limit of every year is not.

    Of a year, and of a month, the end counts.
    """
    if later.date is None:
        return
    for found in _day().finditer(words):
        year = re.search(YEAR, found[0])
        month = _month().search(found[0])
        last = f"{year[0]}-{months()[month[0]] if month else 12:02}" if year else "9999"
        yield last < later.date[:7]


def _between(words: str, later: Resolution, before: str | None) -> Iterator[bool]:
    """For each day between the two texts True, and for each that is yet to come False."""
    if later.date is None or due().recurring.search(words):
        return
    since, (named, names) = _since(before, later.date), in_names()
    for found in _moment().finditer(words):
        ahead = words[: found.start()]
        year = re.search(YEAR, found[0])
        if year is None or named.search(ahead) or names.match(words, found.end()):
            continue
        if _CITED.search(ahead) or _RANGE.match(words, found.end()):
            continue
        if due().budget.search(ahead):
            yield int(year[0]) <= int(later.date[:4]) + 1
            continue
        month = _month().search(found[0])
        # Of a year alone nothing is left in its December.
        end = 6 if due().early.search(words[: found.end()]) else 11
        last = f"{year[0]}-{months()[month[0]] if month else end:02}"
        if last >= since:
            yield last < later.date[:7]


def _since(before: str | None, day: str) -> str:
    """The first month that lies behind the text before, by its session; else the year of the later.

    A session's texts are for the most part of the year in which it opens.
    """
    session = _OF_SESSION.match(before or "")
    day_opened = opened(session["session"]) if session else None
    return f"{int(day_opened[:4]) + 1}-01" if day_opened else f"{day[:4]}-01"


def _sessions(words: str, later: Resolution) -> Iterator[bool]:
    """For each session at which something is to be done whether it is past, or this one."""
    if later.session is None or later.session_kind != "regular":
        return
    for found in _session().finditer(words):
        before = words[max(0, found.start() - _HAPPENED) : found.start()]
        number = ordinals()[found["number"].lower()]
        if number >= later.session - _SESSIONS and not _happened().search(before):
            yield number <= later.session


@cache
def _day() -> re.Pattern[str]:
    words = limits()
    part = rf"(?:the (?:{words.parts_of_year}) of )?"
    return re.compile(rf"\b(?:{words.before_day}) {part}{moment_pattern()}")


@cache
def _moment() -> re.Pattern[str]:
    return re.compile(rf"\b{moment_pattern()}")


@cache
def _month() -> re.Pattern[str]:
    return re.compile(alternatives(months()))


@cache
def _session() -> re.Pattern[str]:
    words = limits()
    return re.compile(
        rf"\b(?:{words.before_session}|of) (?:its|the) (?P<number>{alternatives(ordinals())})"
        rf"(?: (?:{words.sessions}))? session\b",
        re.IGNORECASE,
    )


@cache
def _happened() -> re.Pattern[str]:
    return re.compile(rf"\b(?<!\bbe )(?:{limits().past})\b[^,;]*$")
