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

_TWO_DIGITS = re.compile(r"\d\d")


_LEADS = re.compile(r" ?|.*, ?")
# Words of a limit end with a word: what is cut in the middle of one is left out.
_LAST_WHOLE = re.compile(r"\W+\w*$")


@cache
def _no_limit() -> re.Pattern[str]:
    """What stands before words that are no limit of what is asked.

    "resolution 4/6, adopted by the Assembly at its fourth session" was; "for a year, to be
    reviewed nine months after it begins" tells when it is looked at again.
    """
    words = limits()
    return re.compile(
        rf"(?:(?<!to be )\b(?:{words.past})\b(?: by [^,;.]{{3,150}})?"
        rf"|\b(?:{words.looked_at_again})(?: [a-z]+)?) $"
    )


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(rf",? (?:{limits().until})\b")


@cache
def _pattern() -> re.Pattern[str]:
    words = limits()
    count, session = rf"(?:\d+|{words.counts}|the next \w+)", _session()
    return re.compile(
        rf"\b(?:(?:{words.before_day})(?: the)? {_day()}"
        rf"|(?:{words.before_event}) [^,;.]{{3,80}}"
        rf"|(?:{words.before_once}) (?:the|its|their) (?:{words.once})\b[^,;.]{{0,60}}"
        rf"|(?:{words.before_session}|{words.of_session})"
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


def find_deadline(text: str, span: Span, *, leading: bool = False) -> str | None:
    """The first time limit in what is asked, in the text's own words.

    ``leading``: it must begin the stretch, or stand behind a comma, as limits in asides do.
    """
    if not _may_be_timed(text[span.start : span.end]):
        return None
    for found in _pattern().finditer(text, span.start, span.end):
        if leading and not _LEADS.fullmatch(text, span.start, found.start()):
            continue
        if not _no_limit().search(text, max(span.start, found.start() - 170), found.start()):
            return _whole(text, Span(found.start(), found.end()))
    return None


def _whole(text: str, found: Span) -> str:
    """The words of a limit, up to where another matter begins, and to the end of a word."""
    cut = _cut().search(text, found.start + 1, found.end)
    if cut:
        return text[found.start : cut.start()].strip()
    words, following = text[found.start : found.end], text[found.end : found.end + 1]
    return (_LAST_WHOLE.sub("", words) if following.isalnum() else words).strip()


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
