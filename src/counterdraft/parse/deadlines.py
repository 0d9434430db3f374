"""Time limits, and whether a report is asked for, in what a paragraph asks.

In: straightened text and the stretch that says what is to be done. Out: the words of
each time limit, and of each term for which something is decided; whether somebody is to
report, update or submit information.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from counterdraft.lexicon.alternatives import alternatives, by_letter, in_lower_case
from counterdraft.lexicon.dates import YEAR, months, ordinals
from counterdraft.lexicon.deadlines import (
    UNIT,
    again_pattern,
    day_forms,
    event_forms,
    limits,
    rest_of_phrase,
    term_forms,
    until_forms,
)
from counterdraft.lexicon.reports import (
    a_report,
    is_to_end,
    opens_things,
    report_asked,
    reports_itself,
)
from counterdraft.model import Span
from counterdraft.parse.hanging import hangs_elsewhere
from counterdraft.text.straight import lowered, shaped

# A year is a limit where it is the first: further on it tells of something else.
_YEAR_ALONE = re.compile(r"^(?!.* of |\w+ing )[a-z ]+ \d{4}$")
_LOOK = 240  # characters before a limit
_SHORTEST = len("by 2027")
# "For its consideration, a final report".
_FOR_WHOM = re.compile(r"^ for [^;:]{1,80}?,? (?=an? )")
# Behind these something else is to be done: "to end the dark, and report on it".
_JOINED = ("and ", "also ", "then ", ", ")
_MATTER = re.compile(r"(?: as well as)? on (?!\d|which\b|an? |the (?:date|day)\b)")
# Words of a limit end with a word: what is cut in the middle of one is left out.
_LAST_WHOLE = re.compile(r"\W+\w*$")
# "From the seventh day before the start of the Games until …" is a period, and no limit.
_PERIOD = re.compile(rf"\bfrom (?:the |an? )?(?:[\w-]+ ){{0,3}}{UNIT} $")
# A date that the longest limit there is cuts: "in December 20(27)".
_REST_OF_DATE = re.compile(r"(?:(?<= \d)|(?<= \d\d)|(?<= \d\d\d))\d+\b")

# "Before the 2027 Lamp Conference": the year is of a name, which is told with it.
_THE_YEAR = re.compile(rf"[a-z ]+ the {YEAR}")
_ITS_NAME = re.compile(r"(?: (?:[a-z]+ ){0,2}[A-Z][\w'-]*)*")


@cache
def _leads() -> re.Pattern[str]:
    """What may stand before a limit in an aside: "(when appropriate and) no later than 1 May"."""
    return re.compile(rf" ?|.*, ?|(?:.*, ?| )?(?:(?:[a-z]+ ){{1,4}}and|{limits().begins}) ")


@cache
def _no_limit() -> re.Pattern[str]:
    """What stands before words that are no limit of what is asked.

    "resolution 4/6, adopted by the Assembly at its fourth session" was; "posts that have been
    vacant for a year by 30 June" are told apart by it; "unless it is lit by then" is a condition;
    "for a year, to be reviewed nine months after it begins" tells when it is looked at again.
    """
    words = limits()
    # Words of one phrase: commas in names alone, and nothing else that is to be done.
    inner = r"(?:(?! and [a-z]| to (?!the\b)| for (?:its )?consideration)[^,;.]|, (?=[A-Z])){3,200}"
    either = (
        words.past, words.since, words.unless, words.looked_at_again, words.to_be_held,
        words.relating,
    )  # fmt: skip
    firsts = "".join(sorted({word[0] for word in "|".join(either).split("|")}))
    # What parts two words, which the engine skips to, stands first; a verb is before it all.
    return re.compile(
        rf"\W(?=[{firsts}])(?:(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\band )(?:{words.past})\b"
        rf"(?: (?:{words.past_by}) {inner})?"
        rf"|(?:{words.since}|{words.unless})(?: {inner})?"
        rf"|(?<=, )(?:{words.to_be_held})"
        rf"|(?:{words.relating}) {inner}"
        rf"|{_not_behind(words.named_review)}(?:{words.looked_at_again})(?: [a-z]+)?) $"
    )


def _not_behind(words: str) -> str:
    """A pattern for a place before which none of the words stands."""
    return "".join(rf"(?<!\b{each} )" for each in words.split("|"))


@cache
def _by_then() -> re.Pattern[str]:
    """A day by which something is told: what was made so far is told by then."""
    words = limits()
    return re.compile(rf"(?:{words.by_then})\b(?=.*\d)")


@cache
def _in_month() -> re.Pattern[str]:
    return re.compile(rf"in (?:{alternatives(months())}) {YEAR}$")


@cache
def _told() -> re.Pattern[str]:
    """What is told in a month, with no event between them that it may be the month of."""
    words = limits()
    return re.compile(
        rf"\b(?:{words.told_in})\b(?:(?!\b(?:{words.events})\b)[^;.])*$", re.IGNORECASE
    )


@cache
def _reported() -> re.Pattern[str]:
    """Somebody is to report, and what on stands behind the limit: "to report (within 60 days)"."""
    return re.compile(rf"\b(?:{limits().told_in})\b(?:(?! on )[^,;.])*$")


@cache
def _due() -> re.Pattern[str]:
    """What is due by the limit before it: "before the end of the mandate (an interim report)"."""
    words = limits()
    free = "".join(rf"(?<! {each})" for each in words.due_to_event.split("|"))
    return re.compile(rf"{free}(?<!ing)(?: and)? an? (?:[a-z]+ )?(?:{words.due})\b")


@cache
def _kept() -> re.Pattern[str]:
    """What is told to come again and again, and is asked of nobody: "to be held (annually)"."""
    words = limits()
    return re.compile(rf"\b(?:(?:{words.kept}) |(?:{words.counted}) [^,;.]*)$")


@cache
def _so_far() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{limits().so_far}) $")


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(rf",? (?:{limits().until})\b")


@cache
def _pattern() -> re.Pattern[str]:
    words = limits()
    rest = rest_of_phrase()
    count, session = rf"(?:\d+|{words.counts}|the next \w+)(?: \(\d+\))?", _session()
    before = (
        words.before_day, words.before_event, words.before_length, words.before_once,
        words.before_session,
    )  # fmt: skip
    others = ("of", "on", "after", "within", "every", "the next", "once", "twice", "each")
    back = rf"(?:(?:{words.bound}|{words.latest}) )?{count} (?:calendar |working )?{UNIT}"
    year = rf"(?:{alternatives(months())} )?{YEAR}"
    first = rf"(?:(?:{words.before_first}) )?(?:{year}|{day_forms()}|{session})"
    more = (
        words.begins,
        words.counts,
        words.again,
        words.bound,
        words.latest,
        words.in_time,
        *before,
    )
    bound = rf"(?:(?:{words.bound}) )?"
    leads = (*others, *"|".join(more).split("|"))
    # What parts two words, which the engine skips to, and all that a limit can begin with stand
    # first, so that any other word is passed by at once; in lower case, in which a letter tells.
    limit = (
        rf"\W(?=\d|{by_letter(leads)})"
        rf"((?:{words.before_day})(?: the)? {day_forms()}"
        rf"|(?<=, )(?:{words.begins}) {first}(?=[,;.]|$| to )"
        rf"|(?:{words.before_event}) {rest}"
        rf"|(?:{words.before_once}) (?:the|its|their) (?:{words.once})\b(?:{rest})?"
        rf"|(?:{words.before_end}) (?:the|this|that|its|their)"
        rf" (?:[\w-]+ ){{0,4}}?(?:{words.ends})\b"
        r"(?: (?:mentioned|referred to|specified|set out) in paragraph \d+)?(?: above)?"
        rf"|(?:{words.before_session}|{words.of_session})"
        rf" (?:the (?:first|second|main|resumed) (?:part|resumed part) of )?{session}"
        rf"|within (?:a period of )?{count} (?:calendar |working )?"
        rf"{UNIT}(?: (?:of|{words.counted_from}) {event_forms()})?"
        rf"|{bound}(?:(?:{words.often}) )?every {count} {UNIT}"
        rf"|on {day_forms()}(?=,? and (?:then )?every )"
        rf"|after an? (?:(?:{words.which_term}) )?(?:{words.term}) of {count} {UNIT}"
        rf"|in {count} (?:calendar |working )?{UNIT}\b(?! of\b|-)(?:'s? time\b)?"
        rf"(?: (?:{words.counted_from}) {event_forms()})?"
        rf"|in (?:{alternatives(months())}) {YEAR}"
        rf"|{words.same}|(?<!\bof )(?<!\bfor ){bound}(?:{words.recurring})"
        rf"|{bound}on {bound}an? (?:{words.on_basis}) basis"
        rf"|{bound}(?:{words.again})(?: thereafter\b|(?=[,;.]| (?:{words.after_again})\b|$))"
        rf"|(?<!\bperiod of )(?:{words.before_length}) {count} (?:calendar |working )?"
        rf"{UNIT} (?:{words.counted_from}) {event_forms()}"
        rf"|(?<!\bperiod of ){back}"
        rf" (?:(?:{words.counted_back}) {event_forms()}|(?:{words.in_advance})\b)"
        rf"|(?:{words.in_time}) {rest}"
        rf"|at the end of (?!which\b){rest}"
        rf"|(?<!\bperiod of )(?:until )?{count} {UNIT} (?:from|after) {event_forms()})"
    )
    return re.compile(in_lower_case(limit))


def _session() -> str:
    """A pattern for "its next session", "the 79th and 80th sessions", "its 2027 session"."""
    words = "|".join(sorted(ordinals(), key=len, reverse=True))
    which = rf"(?:next|forthcoming|upcoming|{words}|\d{{1,3}}(?:st|nd|rd|th)|(?:19|20)\d\d)"
    return (
        rf"(?:its|the|their) (?:resumed )?{which}(?: and {which})?"
        r"(?: (?!(?:of|and|or|to|in|for|at|on) )[a-z-]+){0,2}? sessions?"
    )


@cache
def _term() -> re.Pattern[str]:
    """A pattern for "for a further period of six months, that is, until 30 June 2026"."""
    return re.compile(in_lower_case(term_forms()))


@cache
def _until() -> re.Pattern[str]:
    """A pattern for the day up to which something is decided."""
    return re.compile(in_lower_case(until_forms()))


def find_deadlines(
    text: str, span: Span, *, leading: bool = False, decided: bool = False
) -> tuple[str, ...]:
    """The time limits in what is asked, in their order and in the text's own words.

    ``leading``: they must begin the stretch, or stand behind a comma, as limits in asides do, or
    behind few words and "and".
    ``decided``: it is decided, and the terms for which it is count as well.
    """
    if not _may_be_timed(text, span):
        return ()
    terms = _terms(text, span)
    found = list(terms) if decided else []
    for at in _forms(text, span):
        if not any(term.meets(at) for term in terms):
            found += [at] if _is_limit(text, span, at, leading=leading) else []
    if not found:
        return ()
    found.sort(key=_place)
    words = dict.fromkeys(_whole(text, at) for at in found)
    return tuple(each for n, each in enumerate(words) if not n or not _YEAR_ALONE.search(each))


def _forms(text: str, span: Span) -> Iterator[Span]:
    """Whatever has the form of a limit; another may begin where the words of one are cut."""
    # A verb stands before all that is asked, so that something parts it from the first word.
    at = max(0, span.start - 1)
    while each := _pattern().search(lowered(text), at, span.end):
        found = Span(*each.span(1))
        yield found
        at = min(found.end, found.start + max(1, len(_whole(text, found))))


def find_terms(text: str, span: Span) -> tuple[str, ...]:
    """The terms for which an organ decides something, be it nobody's to do."""
    if not _may_be_timed(text, span):
        return ()
    terms = _terms(text, span)
    for each in _until().finditer(lowered(text), span.start, span.end):
        at = Span(*each.span())
        terms += [] if any(term.holds(at) for term in terms) else [at]
    return tuple(dict.fromkeys(_whole(text, at) for at in sorted(terms, key=_place)))


def _terms(text: str, span: Span) -> list[Span]:
    return [Span(*each.span()) for each in _term().finditer(lowered(text), span.start, span.end)]


def _place(at: Span) -> int:
    return at.start


def _is_limit(text: str, span: Span, at: Span, *, leading: bool) -> bool:
    """Whether words of the form of a limit are one of what is asked."""
    if leading and not _leads().fullmatch(text, span.start, at.start):
        return False
    if hangs_elsewhere(text, span, at) or _PERIOD.search(text, span.start, at.start):
        return False
    start = max(span.start, at.start - _LOOK)
    if text.startswith(limits().never_past, at.start):
        return True
    if _in_month().match(text, at.start, at.end) and not _told().search(text, start, at.start):
        return False
    if again_pattern().match(text, at.start, at.end) and _kept().search(text, start, at.start):
        return False
    if _so_far().search(text, start, at.start) and _by_then().match(text, at.start, at.end):
        return True
    return not _no_limit().search(text, max(0, start - 1), at.start)


def _whole(text: str, found: Span) -> str:
    """The words of a limit, up to where another matter begins, and to the end of a word."""
    cut = _cut().search(text, found.start + 1, found.end)
    if cut is None and _reported().search(text, max(0, found.start - _LOOK), found.start):
        cut = _MATTER.search(text, found.start, found.end)  # what the report is on
    cut = cut or _due().search(text, found.start + 1, found.end)
    if cut:
        return text[found.start : cut.start()].strip(" :")
    if _THE_YEAR.fullmatch(text, found.start, found.end):
        name = _ITS_NAME.match(text, found.end)
        return text[found.start : name.end() if name else found.end]
    date = _REST_OF_DATE.match(text, found.end)
    if date:
        return text[found.start : date.end()]
    words, following = text[found.start : found.end], text[found.end : found.end + 1]
    return (_LAST_WHOLE.sub("", words) if following.isalnum() else words).strip(" :")


def _may_be_timed(text: str, span: Span) -> bool:
    """Whether a word that every time limit has may stand here: a quick look."""
    if span.end - span.start < _SHORTEST:
        return False
    words = text[span.start : span.end]
    return (
        "session" in words or "later than" in words or "ithin" in words or "efore" in words
        or "prior to" in words or "every " in words or "next " in words or "end of" in words
        or "in time " in words
        or "month" in words or "day" in words or "hours" in words or "year" in words
        or "week" in words or "annual" in words or "quarterly" in words or " same " in words
        or " period " in words
        or shaped(text).find("00", span.start, span.end) >= 0
        or shaped(text).find("0 A", span.start, span.end) >= 0
    )  # fmt: skip


# What is asked may begin with the verb: "(requests that it) report", "(that it) will report". What
# is transmitted then is a report that is there.
_BARE = re.compile(
    r" *(?:will )?(?!(?:not )?to\b|for\b|shall\b|should\b|must\b)(?!transmit the )(?=[a-z])"
)


def asks_report(text: str, span: Span, *, point: bool = False) -> bool:
    """Whether what is asked is, or includes, a report or an update; none that is to end.

    A ``point`` begins with a capital and may leave "to" out: "(a) To report", "(a) Report to it".
    """
    words = text[span.start : span.end]
    if not _may_ask_report(words):
        return False
    words = words[:1].lower() + words[1:] if point else words
    if told := reports_itself().match(words):  # "requests that the Panel provides an update"
        words = f" to {told['verb']}{words[told.end() :]}"
    else:
        words = " " + _BARE.sub("to ", words, count=1) if _BARE.match(words) else " " + words
    found = report_asked().search(words)
    while found and _is_not_made(words, found.start()):
        found = report_asked().search(words, found.start() + 1)
    return found is not None


def opens_reports(text: str, span: Span) -> bool:
    """Whether a stretch ends with what is to be done with its points: "to provide to it:"."""
    return bool(opens_things().search(text, max(span.start, span.end - _LOOK), span.end))


def is_report(text: str, span: Span) -> bool:
    """Whether a point of what is to be provided is a report: "(a) A final report"."""
    at = span.start
    words = f" {text[at : at + 1].lower()}{text[at + 1 : span.end]}"
    return bool(a_report().match(_FOR_WHOM.sub(" ", words)))


def _is_not_made(words: str, at: int) -> bool:
    """Whether a report that is asked for in the words at a place is not to be made."""
    return is_to_end(words, at) and not words.startswith(_JOINED, at)


def _may_ask_report(words: str) -> bool:
    """Whether a word that every such request has may stand here: a quick look."""
    return (
        "eport" in words or "pdate" in words or "brief" in words or "inform" in words
        or "apprise" in words or "nalys" in words or "ssessment" in words
        or "stud" in words or "inding" in words or " note" in words or " paper" in words
        or "oral " in words
    )  # fmt: skip
