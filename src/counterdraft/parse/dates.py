"""Dates, periods and sessions as a paragraph names them.

In: straightened text and the stretch to look at. Out: ``DateMention`` values in the
order of the text, as precise as it is and no more.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from calendar import monthrange
from datetime import date, timedelta
from functools import cache, lru_cache

from counterdraft.lexicon.dates import (
    NUMBERED,
    YEAR,
    in_names,
    moment_forms,
    months,
    ordinals,
    parts,
)
from counterdraft.model import DateMention, Span
from counterdraft.text.straight import KEPT, shaped

_MARGIN = 50
# What makes of "3 and 7 March" a period, so many characters before it at most.
_BETWEEN = re.compile(r"\b[Bb]etween (?:the )?$")
_LEAD = 12
# What every date has, in the shapes of a text: a year, or a day and the capital of a month.
_DATED = re.compile("0(?=000| A)")
_NO_MONTHS = frozenset(string.ascii_uppercase) - frozenset("JFMASOND")
_KEPT = 4096


@cache
def month_pattern() -> str:
    """A pattern of the months' names."""
    return "|".join(months())


@cache
def _start() -> re.Pattern[str]:
    """Where a date can begin: a number, or a month; one set of characters leads to them all.

    A number that goes on with another ("79/181") begins none.
    """
    firsts = "".join(sorted({name[0] for name in months()}))
    rests = "|".join(name[1:] for name in months())
    return re.compile(rf"[\d{firsts}](?<![\w/.,].)(?:(?<=\d)\d{{0,3}}|(?<!\d)(?:{rests})\b)")


@cache
def _pattern() -> re.Pattern[str]:
    month = month_pattern()
    # "mid-2027": the hyphen is of what tells the part of it.
    part = "".join(rf"|(?<=\b{re.escape(each)})" for each in parts() if each.endswith("-"))
    return re.compile(
        rf"""(?:(?<![\w/.,-]){part})(?:
          (?P<d1>\d{{1,2}})(?:\ (?P<m1>{month}))?(?:\ (?P<y1>{YEAR}))?
            \ ?(?P<j>to|-|and)\ ?(?P<d2>\d{{1,2}})\ (?P<m2>{month})(?:,?\ (?P<y2>{YEAR}))?
        | (?P<ma>{month})(?:\ (?P<ya>{YEAR}))?\ (?P<jm>to|and|-)\ (?P<mb>{month})\ (?P<yb>{YEAR})
        | {moment_forms()}
        | (?P<p1>{YEAR})\ ?-\ ?(?P<p2>{YEAR}|\d\d)(?![\w/-])
        | (?P<yy>{YEAR})(?![\w/)-]|\.\d|{NUMBERED})
        )""",
        re.VERBOSE,
    )


# What stands before the word "session", tied to it at the end.
_BEFORE_SESSION = re.compile(
    r"(?:\b(?:at|during|of|by|before|in|until|to)\ )?(?:\b(?:its|the|their)\ )?(?:\bresumed\ )?"
    r"(?P<word>[a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th))"
    r"(?:\ (?:annual|regular|special|emergency|resumed|substantive|organizational|ordinary))*\ $",
    re.IGNORECASE,
)
_MOST_WORDS = 8
# "one hundred and fifth session"
_HUNDRED = re.compile(r"(?:\b(?:at|during|of|by) )?(?:\b(?:its|the) )?\bone hundred and $")
# Its first letter before all else, which the engine skips to.
_SESSION = re.compile(r"[sS](?<!\w.)(?i:ession)\b")


def day_pattern() -> str:
    """A pattern for a full date; groups are named ``day``, ``month``, ``year``."""
    return (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{month_pattern()}) (?P<year>(?:19|20)\d\d)"
    )


@cache
def meeting_and_day() -> re.Pattern[str]:
    """What stands below an adopted text: "68th plenary meeting", and the day, named as above."""
    return re.compile(
        rf"\d{{1,5}}(?:st|nd|rd|th)(?: \(\w+\))?(?: plenary)? meeting,? {day_pattern()}"
    )


@lru_cache(_KEPT)
def iso(year: str | None, month: str | None, day: str | None) -> str | None:
    """ISO 8601 as precise as what is given; None without a year, or for no such day."""
    if not year:
        return None
    if not month:
        return year
    number = months()[month]
    if not day:
        return f"{year}-{number:02}"
    last = monthrange(int(year), number)[1]
    return f"{year}-{number:02}-{int(day):02}" if 1 <= int(day) <= last else None


def find_dates(text: str, span: Span) -> tuple[DateMention, ...]:
    """Every date, period and session named in ``span`` of the straightened ``text``."""
    found: list[DateMention] = []
    around = _dated(text, span)
    if around is not None:
        reach, match_date = around.start, _pattern().match
        for start in _start().finditer(text, around.start, around.end):
            at = start.start()
            match = match_date(text, at, around.end) if at >= reach else None
            mentions = _mentions(match, span.start) if match else []
            if match and mentions:
                found += mentions
                reach = match.end()
    if text.find("session", span.start, span.end) >= 0:
        found += _sessions(text, span)
        found.sort(key=_place)
    return tuple(found)


def _dated(text: str, span: Span) -> Span | None:
    """The stretch that holds every date, so that the long pattern reads no more than it must."""
    places = _dated_places(text)
    first, last = bisect_left(places, span.start), bisect_left(places, span.end)
    if first == last:
        return None
    start, end = places[first] - _MARGIN, places[last - 1] + _MARGIN
    return Span(max(span.start, start), min(span.end, end))


@lru_cache(KEPT)
def _dated_places(text: str) -> tuple[int, ...]:
    """Where a text may have dates: it is searched as a whole, for most paragraphs have none."""
    found = (each.start() for each in _DATED.finditer(shaped(text)))
    return tuple(at for at in found if text[at + 2] not in _NO_MONTHS)


def _place(mention: DateMention) -> Span:
    return mention.span


def _mentions(match: re.Match[str], begin: int) -> list[DateMention]:
    """What a match names: "2 April and 24 December 2014" two days, one period no more than it."""
    mention = _mention(match)
    if mention is None or mention.kind != "period" or not _apart(match, mention, begin):
        return [] if mention is None else [mention]
    joint = "j" if match["j"] else "jm"
    first, last = (match.start(), match.start(joint) - 1), (match.end(joint) + 1, match.end())
    return [
        DateMention(
            "day" if match["j"] else "month", match.string[slice(*at)], Span(*at), when, when
        )
        for at, when in ((first, mention.start), (last, mention.end))
    ]


def _apart(match: re.Match[str], mention: DateMention, begin: int) -> bool:
    """Whether "and" joins two dates that neither follow each other nor bound what is between."""
    if "and" not in (match["j"], match["jm"]):
        return False
    if _BETWEEN.search(match.string, max(begin, match.start() - _LEAD), match.start()):
        return False
    if match["jm"]:
        return True
    if mention.start is None or mention.end is None:
        return match["m1"] is not None  # "3 and 9 March": as it stands, for no day is known
    return date.fromisoformat(mention.end) - date.fromisoformat(mention.start) != timedelta(days=1)


def _mention(match: re.Match[str]) -> DateMention | None:
    span, words, g = Span(*match.span()), match[0], match
    if g["d2"]:
        last_year = g["y2"]
        first_month, first_year = g["m1"] or g["m2"], g["y1"] or last_year
        return DateMention(
            "period", words, span,
            iso(first_year, first_month, g["d1"]), iso(last_year, g["m2"], g["d2"]),
        )  # fmt: skip
    if g["d"] or g["ud"]:
        day, month, year = (g["d"], g["m"], g["y"]) if g["d"] else (g["ud"], g["um"], g["uy"])
        when = iso(year, month, day)
        if int(day) > 31 or (year and when is None):
            return None
        return DateMention("day", words, span, when, when)
    if g["nd"]:
        return _in_figures(span, words, g)
    if g["mb"]:
        return DateMention(
            "period",
            words,
            span,
            iso(g["ya"] or g["yb"], g["ma"], None),
            iso(g["yb"], g["mb"], None),
        )
    if g["mm"]:
        when = iso(g["my"], g["mm"], None)
        return DateMention("month", words, span, when, when)
    if g["p1"]:
        last = g["p2"] if len(g["p2"]) == 4 else g["p1"][:2] + g["p2"]
        return DateMention("period", words, span, g["p1"], last) if last > g["p1"] else None
    return None if _in_name(match) else DateMention("year", words, span, g["yy"], g["yy"])


def _in_figures(span: Span, words: str, g: re.Match[str]) -> DateMention | None:
    """ "31.12.2027", "12/31/2027"; of "3/4/2027" nobody knows which figure is the month."""
    first, second, names = int(g["nd"]), int(g["nm"]), list(months())
    day, month = (second, first) if g["mark"] == "/" and second > 12 else (first, second)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    known = g["mark"] == "." or day > 12 or day == month
    when = iso(g["ny"], names[month - 1], str(day)) if known else None
    return None if known and when is None else DateMention("day", words, span, when, when)


def _in_name(match: re.Match[str]) -> bool:
    """Whether a year is a part of a name, of a plan or the like, that tells no date."""
    before, after = in_names()
    text, start = match.string, match.start()
    return bool(
        before.search(text, max(0, start - _MARGIN), start) or after.match(text, match.end())
    )


def _sessions(text: str, span: Span) -> list[DateMention]:
    found = []
    for session in _SESSION.finditer(text, span.start, span.end):
        begin = max(span.start, session.start() - 90)
        before = _last(text[begin : session.start()])
        word = before["word"].lower() if before else ""
        number = ordinals().get(word) or (int(word[:-2]) if word[:1].isdigit() else None)
        if before and number is not None:
            led = text[max(span.start, begin - 40) : begin + before.start("word")]
            hundred = _HUNDRED.search(led) if led.endswith("hundred and ") else None
            number += 100 if hundred else 0
            start = begin + before.start()
            if hundred:
                start = max(span.start, begin - 40) + hundred.start()
            at = Span(start, session.end())
            found.append(DateMention("session", text[at.start : at.end], at, session=number))
    return found


def _last(text: str) -> re.Match[str] | None:
    """The longest run of words at the end of ``text`` that can name a session."""
    best, blank = None, len(text)
    for _ in range(_MOST_WORDS):
        blank = text.rfind(" ", 0, blank)
        best = _BEFORE_SESSION.match(text, blank + 1) or best
        if blank < 0:
            break
    return best
