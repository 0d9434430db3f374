"""Time limits, and whether a report is asked for, in what a paragraph asks.

In: straightened text and the stretch that says what is to be done. Out: the words of
the time limit, or None; whether somebody is to report, update or submit information.
"""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.dates import ordinals
from counterdraft.lexicon.deadlines import limits, report_pattern
from counterdraft.model import Span
from counterdraft.parse.dates import month_pattern

# "resolution 4/6, adopted by the Assembly at its fourth session": what was is no limit.
_PAST = re.compile(r"(?<!to be )\b(?:adopted|held|convened)\b(?: by [^,;.]{3,150})? $")
_TWO_DIGITS = re.compile(r"\d\d")


@cache
def _pattern() -> re.Pattern[str]:
    words = limits()
    count, session = rf"(?:\d+|{words.counts}|the next \w+)", _session()
    return re.compile(
        rf"\b(?:(?:{words.before_day})(?: the)? {_day()}"
        rf"|(?:{words.before_event}) [^,;.]{{3,80}}"
        rf"|(?:{words.before_once}) (?:the|its|their) (?:{words.once})\b[^,;.]{{0,60}}"
        rf"|(?:{words.before_session})"
        rf" (?:the (?:first|second|main|resumed) (?:part|resumed part) of )?{session}"
        rf"|within (?:a period of )?{count} (?:calendar |working )?"
        r"(?:days?|weeks?|months?|years?)(?: (?:of|from|after) [^,;.]{3,60})?"
        rf"|every {count} (?:days?|weeks?|months?|years?)"
        r"|at the end of [^,;.]{3,40}"
        rf"|{count} (?:days|weeks|months|years) (?:from|after) [^,;.]{{3,60}})",
        re.IGNORECASE,
    )


def _day() -> str:
    """A pattern for a day, a month, a year, or a part of a year or session."""
    month, year = month_pattern(), r"(?:19|20)\d\d"
    return (
        rf"(?:\d{{1,2}} (?:{month})(?: {year})?|(?:{month}) {year}|{year}"
        rf"|the (?:{limits().parts_of_year}) of (?:the year |its |the |(?:{month}) )?"
        rf"(?:{year}|[a-z-]+ session)?)"
    )


def _session() -> str:
    """A pattern for "its next session", "the seventy-ninth and eightieth regular sessions"."""
    words = "|".join(sorted(ordinals(), key=len, reverse=True))
    return (
        rf"(?:its|the|their) (?:resumed )?(?:next|forthcoming|{words})(?: and (?:{words}))?"
        rf"(?: (?:{limits().sessions}))* sessions?"
    )


def find_deadline(text: str, span: Span) -> str | None:
    """The first time limit in what is asked, in the text's own words."""
    if not _may_be_timed(text[span.start : span.end]):
        return None
    for found in _pattern().finditer(text, span.start, span.end):
        if not _PAST.search(text, max(span.start, found.start() - 170), found.start()):
            return found[0].strip()
    return None


def _may_be_timed(words: str) -> bool:
    """Whether a word that every time limit has may stand here: a quick look."""
    return (
        "session" in words or "later than" in words or "ithin" in words or "efore" in words
        or "prior to" in words or "every " in words or "end of" in words or "months" in words
        or "days" in words or bool(_TWO_DIGITS.search(words))
    )  # fmt: skip


def asks_report(text: str, span: Span) -> bool:
    """Whether what is asked is, or includes, a report or an update."""
    words = " " + text[span.start : span.end]
    return _may_ask_report(words) and bool(report_pattern().search(words))


def _may_ask_report(words: str) -> bool:
    """Whether a word that every such request has may stand here: a quick look."""
    return (
        "eport" in words or "pdate" in words or "brief" in words or "inform" in words
        or "apprise" in words or "nalys" in words or "ssessment" in words
    )  # fmt: skip
