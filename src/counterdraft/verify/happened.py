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
from counterdraft.verify.mentions import Mention, mentions_in, of_kind
from counterdraft.verify.one_meeting import Heard, answers
from counterdraft.verify.told import said, state_said
from counterdraft.wording.english import listed

# "Recalling the": what leads up to a name, and is no part of it.
_BEGUN = re.compile(r"[A-Z][\w'-]*\s+the\s+")
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
        heard = (_found(each, named, place, clause, as_of) for each in known)
        for found in answers([each for each in heard if each is not None], _told):
            settled.append(found[0].span)
            yield found
        yield from _unknown(place, clause.span(), named, settled)


def _over(span: Span, settled: Sequence[Span]) -> bool:
    return any(each.start < span.end and span.start < each.end for each in settled)


# -- what registers know


def _found(
    known: Known, named: Sequence[Mention], place: Place, clause: re.Match[str], as_of: str | None
) -> Heard | None:
    window = _window(known, named, place.text, clause)
    if window is None:
        return None
    entry = known.entry
    when, held = _when(place.text, window.end, clause.end(), of_kind(named, "date"))
    if _put_open(place, window, clause, when):
        return None
    opened = window.start > place.span.start and place.text[window.start - 1] in _OPENING
    span = Span(window.start - opened, when.end if when else window.end)
    within = when is not None and _within(place.text, clause.start(), window, when.start)
    claim = Claim(
        place.id, span, entry.act, entry.subject, entry.object, when.value if when else None,
        WITHIN if within else "",
    )  # fmt: skip
    if when is None:
        there = entry.object and _place_after(entry.object).match(place.text, window.end)
        return Heard(entry, window, claim, _answer(claim, entry)) if there else None
    where = _where(place.text[window.end : when.end], entry)
    if when.value.startswith(YEARLESS):
        return Heard(entry, window, *_in_its_year(claim, entry, where, as_of))
    lead = place.text[clause.start() : window.start]
    certain = held and not _HANGS.search(lead[-40:]) and fact_before(lead.lower())
    alone = certain or _fits(claim, entry.date) != "differs"
    answer = _unless_another(_answer(claim, entry), entry, where)
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


def _within(text: str, start: int, name: Span, when: int) -> bool:
    """Whether the words say that the date is of a part of what is named: "during", "at its sitting"."""
    lead = text[max(start, name.start - _NEAR) : name.start].lower()
    between = text[name.end : when].lower()
    return bool(_during().search(lead) or re.search(_at_a_sitting(), between))


@cache
def _during() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{events().during})\s+(?:the\s+)?$")


def _at_a_sitting() -> str:
    """ "at its 22nd plenary meeting", in lower case."""
    return rf"\b(?:at|in)\s+(?:its|a|the|their)\s+(?:[\w-]+\s+){{0,2}}(?:{events().sittings})\b"


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
_HANGS = re.compile(r"\b(?:of|to|for|from|on|by|and|at|in)\s+(?:the\s+)?(?:\w+\s+)?$")


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


def _when(text: str, at: int, end: int, dates: Sequence[Mention]) -> tuple[Mention | None, bool]:
    """The date that is said of what ends at ``at``, and whether it was held then."""
    date = next((each for each in dates if each.start >= at and each.end <= end), None)
    if date is None:
        return None, False
    between = text[at : date.start]
    held = bool(_held().fullmatch(between))
    return (date, held) if held or _tied().fullmatch(between) else (None, False)


@cache
def _tied() -> re.Pattern[str]:
    """Words that only say when or where."""
    known = events()
    return re.compile(rf"(?:[\s,()]|{_at_a_sitting()}|{known.between}|[A-Z][\w'-]*)*")


@cache
def _held() -> re.Pattern[str]:
    """What may carry a name on, and "held": but no other thing that may be what was held."""
    known = events()
    on = r"(?:(?!\b(?:and|with|as well as)\s+(?:the|its|a|an|their)\b)[^;.,]){0,90}?,?\s*"
    where = rf"(?:\s+{known.between}|\s+[A-Z][\w'-]*,?)*\s+"
    return re.compile(rf"{on}(?:which\s+was\s+)?\b(?:{known.held}|{known.out})\b{where}")


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
    question = f"The register has it {dated(entry.date or '')}. Is the date right?"
    return Answer("does not hold", told, (entry,), question, nearby)


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
        return said("the day lies within these, and the text does not say that it is one of several")
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


def _name(entry: Entry) -> str:
    *parties, words = entry.subject.split(BETWEEN)
    if entry.act == "report" and entry.object:
        return entry.object
    named = f"{words} of {listed([state_said(each) for each in parties])}" if parties else words
    return f"{named}, {entry.object}" if entry.object else named


# -- what no register knows


def _unknown(
    place: Place, clause: tuple[int, int], named: Sequence[Mention], settled: Sequence[Span]
) -> Iterator[tuple[Claim, Answer]]:
    dates = of_kind(named, "date")
    for found in _dated_meeting().finditer(place.text, *clause):
        if _of_another(place.text, clause[0], found):
            continue
        when = next((m for m in dates if m.start == found.end()), None)
        if when is not None and _several(place.text, when, dates):
            continue
        begun = _BEGUN.match(found["what"])
        at = found.start() + (begun.end() if begun else 0)
        span = Span(at, when.end if when else found.end())
        treaty = any(m.start < span.end and span.start < m.end for m in of_kind(named, "treaty"))
        what = " ".join(place.text[at : found.end("what")].split())
        if (
            when is not None
            and not treaty
            and not any(m.start <= at and found.end("what") <= m.end for m in named)
            and not what.endswith(" and")
            and not _over(span, settled)
        ):
            claim = Claim(place.id, span, "meeting", what, date=when.value)
            yield claim, Answer("unknown", said("no register that was asked knows of it"))


def _of_another(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether what was held is something else, in whose words the name stands, or is a paper."""
    return bool(_held_itself().search(text[start : found.start()]) or _paper().match(found["what"]))


def _several(text: str, when: Mention, dates: Sequence[Mention]) -> bool:
    """Whether another date goes with this one: of two meetings each has one of them."""
    return any(_and().fullmatch(text, when.end, each.start) for each in dates)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"(?:,|,? and)(?: {events().between})* ")


@cache
def _held_itself() -> re.Pattern[str]:
    """ "the high-level meeting on the outcome of the" before the name of what was not held."""
    no = rf"(?!{events().apart})"
    return re.compile(rf"{events().meetings} (?:of|on|for|to|in) (?:{no}[^,;])*$")


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"(?:[A-Z][\w'-]* the )?{events().papers}", re.IGNORECASE)


@cache
def _dated_meeting() -> re.Pattern[str]:
    """ "the Third Conference …, held in Quito on " with a capital in what was held."""
    known = events()
    what = r"(?P<what>(?:[A-Z][\w'-]*)(?:\s+(?:of|on|for|the|and|in|to|against|[A-Z][\w'-]*))*)"
    verb = rf"(?:,?\s+(?:which\s+was\s+)?{known.held})"
    return re.compile(rf"{what}{verb}(?:\s+(?:{known.between}|[A-Z][\w'-]*,?))*\s+")
