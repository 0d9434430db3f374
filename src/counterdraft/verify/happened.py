"""A place → the meetings, events and reports that it dates or that registers know, with answers.

What registers know is looked for by its words: all of them, close together, and a date tied to them
by words that only say when or where. Of other meetings that a text dates it is said that no
register knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.events import events
from counterdraft.lexicon.states import find_states
from counterdraft.model.register import Act, Entry
from counterdraft.model.span import Span
from counterdraft.text.stems import stem
from counterdraft.text.wording import listed
from counterdraft.verify.answered import Answer, Asked
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.days import dated, fit
from counterdraft.verify.mentions import Mention, mentions_in, of_kind
from counterdraft.verify.told import said

KINDS: tuple[Act, ...] = ("event", "meeting", "report", "statement")
_CLAUSE = re.compile(r"(?:[^;.]|\.(?!\s|$))+")
_WORD = re.compile(r"\w+")
_LOOSE = 3
"""How much longer than its own words a name may be spread in a text."""


class Known(NamedTuple):
    """An entry, and the words that a text names it by: States by their names, stems of others."""

    entry: Entry
    states: frozenset[str]
    words: frozenset[str]


def known_events(asked: Asked) -> tuple[Known, ...]:
    """What registers know of events, with the words of each."""
    entries = (each for act in KINDS for each in asked.entries(act))
    return tuple(_known(each) for each in entries)


def _known(entry: Entry) -> Known:
    parts = entry.subject.split("; ")
    named = [each for each in find_states(entry.subject) if not each.group]
    states = frozenset(each.name for each in named)
    words = [w for part in parts if not find_states(part) for w in _WORD.findall(part)]
    if not words:
        words = _WORD.findall(entry.subject)
    return Known(entry, states, frozenset(stem(word.lower()) for word in words))


def event_claims(place: Place, known: Sequence[Known]) -> Iterator[tuple[Claim, Answer]]:
    """The claims of a place about what was held, took place or came out."""
    settled: list[Span] = []
    for clause in _CLAUSE.finditer(place.text, place.span.start, place.span.end):
        named = mentions_in(place.text, *clause.span(), known=place.known)
        stems = [
            (stem(w[0].lower()), w.start(), w.end())
            for w in _WORD.finditer(place.text, *clause.span())
        ]
        for each in known:
            found = _found(each, stems, named, place, clause.end())
            if found is not None and not any(s.start < found[0].span.end and found[0].span.start < s.end for s in settled):
                settled.append(found[0].span)
                yield found
        yield from _unknown(place, clause.span(), named, settled)


# -- what registers know


def _found(
    known: Known, stems: Sequence[tuple[str, int, int]], named: Sequence[Mention], place: Place,
    end: int,
) -> tuple[Claim, Answer] | None:  # fmt: skip
    window = _window(known, stems, named)
    if window is None:
        return None
    when = _when(place.text, window.end, end, of_kind(named, "date"))
    entry = known.entry
    span = Span(window.start, when.end if when else window.end)
    claim = Claim(
        place.id, span, entry.act, entry.subject, entry.object, when.value if when else None
    )
    return claim, _answer(claim, entry)


def _window(
    known: Known, stems: Sequence[tuple[str, int, int]], named: Sequence[Mention]
) -> Span | None:
    """The shortest stretch of a clause that has all words and States of an entry."""
    wanted = known.words
    places = [(word, start, end) for word, start, end in stems if word in wanted]
    places += [(m.value, m.start, m.end) for m in of_kind(named, "state") if m.value in known.states]
    places.sort(key=lambda each: each[1])
    needed, best = wanted | known.states, None
    for first in range(len(places)):
        seen: set[str] = set()
        for word, _, end in places[first:]:
            seen.add(word)
            if seen == needed:
                span = Span(places[first][1], end)
                if best is None or span.end - span.start < best.end - best.start:
                    best = span
                break
    length = sum(len(word) + 3 for word in needed)
    return best if best and best.end - best.start <= _LOOSE * length else None


def _when(text: str, at: int, end: int, dates: Sequence[Mention]) -> Mention | None:
    """The date that is said of what ends at ``at``: the next one, where nothing else comes between."""
    date = next((each for each in dates if each.start >= at and each.end <= end), None)
    if date is None:
        return None
    between = text[at : date.start]
    return date if _tied().fullmatch(between) else None


@cache
def _tied() -> re.Pattern[str]:
    """Words that only say when or where; before "held" what carries the name on, but no other thing."""
    known = events()
    only = rf"(?:[\s,()]|\b(?:{known.between}|{known.held}|{known.out}|which|was|were|that|and)\b|[A-Z][\w'-]*)*"
    on = r"(?:(?!\band\s+(?:the|its|a|an|their)\b)[^;.,]){0,90}?"
    verb = rf"\b(?:{known.held}|{known.out})\b(?:\s+(?:{known.between}|[A-Z][\w'-]*,?))*\s+"
    return re.compile(rf"{only}|{on}{verb}")


def _answer(claim: Claim, entry: Entry) -> Answer:
    nearby = said(entry.note) if entry.note else ()
    told = f"{_name(entry)}: {dated(entry.date)} ({entry.source})" if entry.date else _name(entry)
    if claim.date is None:
        return Answer("holds", said(told), (entry,), None, nearby)
    found = fit(claim.date, entry.date or "", lasting=True)
    if found == "agrees":
        return Answer("holds", said(told), (entry,), None, nearby)
    if found == "open":
        return Answer("unknown", said(told), (entry,), None, nearby)
    question = f"The register has it {dated(entry.date or '')}. Is the date right?"
    return Answer("does not hold", said(told), (entry,), question, nearby)


def _name(entry: Entry) -> str:
    parts = entry.subject.split("; ")
    parties = parts[:-1]
    words = parts[-1]
    if entry.act == "report" and entry.object:
        return entry.object
    named = f"{words} of {listed(parties)}" if parties else words
    return f"{named}, {entry.object}" if entry.object else named


# -- what no register knows


def _unknown(
    place: Place, clause: tuple[int, int], named: Sequence[Mention], settled: Sequence[Span]
) -> Iterator[tuple[Claim, Answer]]:
    for found in _dated_meeting().finditer(place.text, *clause):
        when = next((m for m in of_kind(named, "date") if m.start == found.end()), None)
        span = Span(found.start(), when.end if when else found.end())
        if when is None or any(s.start < span.end and span.start < s.end for s in settled):
            continue
        claim = Claim(place.id, span, "meeting", " ".join(found["what"].split()), date=when.value)
        yield claim, Answer("unknown", said("no register that was asked knows of it"))


@cache
def _dated_meeting() -> re.Pattern[str]:
    """ "the Third Conference …, held in Quito on " with a capital in what was held."""
    known = events()
    what = r"(?P<what>(?:[A-Z][\w'-]*)(?:\s+(?:of|on|for|the|and|in|to|against|[A-Z][\w'-]*))*)"
    verb = rf"(?:,?\s+(?:which\s+was\s+)?(?:{known.held}))"
    return re.compile(rf"{what}{verb}(?:\s+(?:{known.between}|[A-Z][\w'-]*,?))*\s+")
