"""A place → the meetings, events and reports that it dates or that registers know, with answers.

What a register knows is looked for by its words: in their order with nothing but joining words
between, or, where States took part in it, all of them close together. A date counts for it only
where it is tied to it by words that say when or where; one that differs only where it is said to
have been held, and the name hangs on nothing else ("the anniversary of the Conference, held in …").
Nor does it refute what is called by a common noun, or what there was more than once, unless the
place is the same: other talks may be meant, and other conferences of that name.
Of other meetings that a text dates it is said that no register knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from counterdraft.lexicon.dates import months, ordinals
from counterdraft.lexicon.events import events
from counterdraft.lexicon.states import find_states
from counterdraft.model.register import BETWEEN, Act, Entry
from counterdraft.model.span import Span
from counterdraft.text.stems import stem
from counterdraft.verify.answered import Answer, Asked
from counterdraft.verify.asserted import fact_before
from counterdraft.verify.claim import WITHIN, Claim, Place
from counterdraft.verify.days import YEARLESS, Fit, bounds, dated, fit, with_year, year_taken
from counterdraft.verify.event_days import date_of, is_of_a_part
from counterdraft.verify.event_names import carries_on, hangs, held_beside
from counterdraft.verify.mentions import Mention, mentions_in, of_kind
from counterdraft.verify.one_meeting import Heard, answers, date_asked
from counterdraft.verify.told import said, state_said
from counterdraft.verify.unknown_meetings import unknown_meetings
from counterdraft.wording.english import listed

KINDS: tuple[Act, ...] = ("event", "meeting", "report")
_CLAUSE = re.compile(r"(?:[^;.]|\.(?!\s|$))+")
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_PLACE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?([A-Z][\w'-]+)")
_NEAR = 60
_Answered = tuple[Claim, Answer]
_Where = Literal["there", "elsewhere", "not told"]
_LOOSE = 3
"""How much longer than its own words what States took part in may be spread in a text."""


class Known(NamedTuple):
    """An entry and how texts name it: a pattern, or States by their names and stems of words."""

    entry: Entry
    pattern: re.Pattern[str] | None
    states: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def known_events(asked: Asked) -> tuple[Known, ...]:
    """What registers know of events, with the words of each."""
    entries = (each for act in KINDS for each in asked.entries(act))
    return tuple(_known(each) for each in entries)


def _known(entry: Entry) -> Known:
    *parties, words = entry.subject.split(BETWEEN)
    if not parties:
        return Known(entry, _in_order(words))
    states = frozenset(each.name for party in parties for each in find_states(party))
    return Known(entry, None, states, frozenset(stem(w.lower()) for w in _WORD.findall(words)))


def _in_order(words: str) -> re.Pattern[str]:
    small = r"\s+(?:(?:of|on|for|the|and|in|to|against)\s+){0,3}"
    return re.compile(rf"\b{small.join(map(re.escape, words.split()))}\b", re.IGNORECASE)


def event_claims(
    place: Place, known: Sequence[Known], as_of: str | None = None
) -> Iterator[tuple[Claim, Answer]]:
    """The claims of a place about what was held, took place or came out.

    A day without a year is read as the last such day before ``as_of``; by it nothing is refuted.
    """
    settled: list[Span] = []
    for clause in _CLAUSE.finditer(place.text, place.span.start, place.span.end):
        if not _DIGIT.search(clause[0]):
            continue
        named = mentions_in(place.text, *clause.span(), known=place.known)
        every = (_found(each, named, place, clause, as_of) for each in known)
        heard = [each for each in every if each is not None]
        for found in answers(heard, _told):
            settled.append(found[0].span)
            yield found
        for claim, answer in unknown_meetings(place, clause.span(), named, settled):
            yield claim, _of_known(claim, heard) or answer


def _of_known(claim: Claim, heard: Sequence[Heard]) -> Answer | None:
    """The answer where a register knows what is named, and its entry settles nothing here."""
    entry = next((each.entry for each in heard if claim.span.meets(each.name)), None)
    if entry is None:
        return None
    told = "whether the text puts it as a fact that it was held then is not certain"
    return Answer("unknown", said(_told(entry), told), (entry,))


# -- what registers know


def _found(
    known: Known, named: Sequence[Mention], place: Place, clause: re.Match[str], as_of: str | None
) -> Heard | None:
    window = _window(known, named, place.text, clause)
    entry = known.entry
    if window is None or (known.pattern and carries_on(place.text, window.end, entry.object)):
        return None
    dates = of_kind(named, "date")
    when, held = date_of(place.text, window.end, dates, entry.object)
    if _put_open(place, window, clause, when):
        return None
    opened = window.start > place.span.start and place.text[window.start - 1] in _OPENING
    span = Span(window.start - opened, when.end if when else window.end)
    within = when is not None and is_of_a_part(place.text, clause.start(), window, when, held=held)
    claim = Claim(
        place.id, span, entry.act, entry.subject, entry.object, when.value if when else None,
        WITHIN if within else "",
    )  # fmt: skip
    lead = place.text[clause.start() : window.start]
    beside = entry.act != "report" and held_beside(lead)
    if when is None:
        there = entry.object and _place_after(entry.object).match(place.text, window.end)
        dated_after = any(each.start >= window.end for each in dates)
        if not there:
            return None
        found = _of_place(claim, entry, dated_after)
        return Heard(entry, window, claim, _unless_beside(found, beside=beside))
    where = _where(place.text[window.end : when.end], entry)
    if when.value.startswith(YEARLESS):
        return Heard(entry, window, *_in_its_year(claim, entry, where, as_of))
    certain = held and not beside and not hangs(lead) and fact_before(lead.lower())
    alone = certain or _fits(claim, entry.date) != "differs"
    answer = _unless_beside(_unless_another(_answer(claim, entry), entry, where), beside=beside)
    return Heard(entry, window, claim, answer, alone, _once(entry))


def _in_its_year(claim: Claim, entry: Entry, where: _Where, as_of: str | None) -> _Answered:
    """The claim in the year that makes its day the last before another, where that bears it out."""
    date = with_year(claim.date or "", as_of)
    told = claim._replace(date=date)
    found = _unless_another(_answer(told, entry), entry, where) if date else None
    if date is None or found is None or found.verdict != "holds":
        return claim, _answer(claim, entry)
    return told, found._replace(said=(*said(year_taken(date)), *found.said))


def _put_open(place: Place, window: Span, clause: re.Match[str], when: Mention | None) -> bool:
    """Whether the words say that it was not held, or leave it open."""
    lead = place.text[max(clause.start(), window.start - _NEAR) : window.start]
    words = lead.lower() + place.text[window.start : when.end if when else window.end].lower()
    return bool(_open().search(words))


@cache
def _open() -> re.Pattern[str]:
    return re.compile(events().open)


def _where(between: str, entry: Entry) -> _Where:
    """Whether the place that stands between a name and its date is the entry's."""
    if entry.object and entry.object in between:
        return "there"
    named = _PLACE.search(between)
    other = named is not None and named[1] not in months() and entry.act != "report"
    return "elsewhere" if other and entry.object else "not told"


def _once(entry: Entry) -> bool:
    """Whether there was but one of the name: a title, or what has a number or a year of its own."""
    if BETWEEN in entry.subject:
        return False
    words = entry.subject.lower().split()
    return entry.act == "report" or any(_DIGIT.search(each) or each in ordinals() for each in words)


_OPENING = '“"«'  # a title's own mark is quoted with it


def _place_after(place: str) -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:held\s+)?(?:in|at)\s+{re.escape(place)}\b")


def _window(
    known: Known, named: Sequence[Mention], text: str, clause: re.Match[str]
) -> Span | None:
    """Where a clause names what a register knows."""
    if known.pattern is not None:
        found = known.pattern.search(text, *clause.span())
        return Span(*found.span()) if found else None
    places = [(m.value, m.start, m.end) for m in of_kind(named, "state") if m.value in known.states]
    if {value for value, _, _ in places} != known.states:
        return None
    stems = ((stem(w[0].lower()), w.start(), w.end()) for w in _WORD.finditer(text, *clause.span()))
    places += [each for each in stems if each[0] in known.words]
    return _shortest(sorted(places, key=lambda each: each[1]), known.words | known.states)


def _shortest(places: Sequence[tuple[str, int, int]], needed: frozenset[str]) -> Span | None:
    """The shortest stretch that has all that is needed, where it is not spread too far."""
    best: Span | None = None
    for first, (_, start, _) in enumerate(places):
        seen: set[str] = set()
        for word, _, end in places[first:]:
            seen.add(word)
            if seen == needed:
                best = min(
                    best or Span(start, end), Span(start, end), key=lambda s: s.end - s.start
                )
                break
    length = sum(len(word) + _LOOSE for word in needed)
    return best if best and best.end - best.start <= _LOOSE * length else None


def _of_place(claim: Claim, entry: Entry, dated_after: bool) -> Answer:
    """The answer to where it was held alone; a date behind it that is not read leaves it open."""
    found = _answer(claim, entry)
    if not dated_after:
        return found
    told = "the place is the register’s; whether the date that stands near is, is not certain"
    return found._replace(verdict="unknown", said=(*found.said, *said(told)))


def _answer(claim: Claim, entry: Entry) -> Answer:
    nearby = said(entry.note)
    told = said(_told(entry))
    if claim.date is not None and claim.date.startswith(YEARLESS):
        return Answer("unknown", (*said("the text gives no year"), *told), (entry,), None, nearby)
    found = _fits(claim, entry.date)
    if found == "agrees":
        return Answer("holds", told, (entry,), None, nearby)
    if found == "open":
        return Answer("unknown", (*told, *_why_open(claim, entry)), (entry,), None, nearby)
    return Answer("does not hold", told, (entry,), date_asked((entry,)), nearby)


def _fits(claim: Claim, known: str | None) -> Fit:
    """How a claim's date fits; a register that has none leaves it open."""
    if claim.date is None:
        return "agrees"
    within = claim.value == WITHIN
    return fit(claim.date, known, lasting=True, within=within) if known else "open"


def _why_open(claim: Claim, entry: Entry) -> tuple[str, ...]:
    """Why a date that may be right is left open; nothing where the register has no date."""
    if not (claim.date and entry.date):
        return ()
    (first, last), (begun, ended) = bounds(claim.date), bounds(entry.date)
    if begun <= first and last <= ended:
        return said("the day is one of these, and what was done on it the register does not tell")
    return said("not exact enough to settle it")


def _told(entry: Entry) -> str:
    when = f": {dated(entry.date)}" if entry.date else ""
    return f"{_name(entry)}{when} ({entry.source})"


def _unless_another(found: Answer, entry: Entry, where: _Where) -> Answer:
    """The answer; unknown where another of the same name may be meant."""
    agrees, differs = found.verdict == "holds", found.verdict == "does not hold"
    same = where == "there" or (where == "not told" and (agrees or _once(entry)))
    if not (agrees or differs) or (same and not (differs and BETWEEN in entry.subject)):
        return found
    told = "another may be meant, at another time or another place"
    return found._replace(verdict="unknown", said=(*found.said, *said(told)), question=None)


def _unless_beside(found: Answer, *, beside: bool) -> Answer:
    """The answer; unknown where it may be of another meeting, named before it."""
    if not beside or found.verdict not in ("holds", "does not hold"):
        return found
    told = "what was held there may be the other that is named before it"
    return found._replace(verdict="unknown", said=(*found.said, *said(told)), question=None)


def _name(entry: Entry) -> str:
    *parties, words = entry.subject.split(BETWEEN)
    if entry.act == "report" and entry.object:
        return entry.object
    named = f"{words} of {listed([state_said(each) for each in parties])}" if parties else words
    return f"{named}, {entry.object}" if entry.object else named
