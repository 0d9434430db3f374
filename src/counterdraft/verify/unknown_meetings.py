"""A clause → the meetings that it dates and no register knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from counterdraft.lexicon.events import events
from counterdraft.model.span import Span
from counterdraft.verify.answered import Answer
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.mentions import Mention, of_kind
from counterdraft.verify.told import said

# "Racism, Xenophobia and Related Intolerance": behind a comma stands the end of a name.
_LISTED = re.compile(r"[A-Z][\w'-]*,\s+$")
# "Recalling the": what leads up to a name, and is no part of it.
_BEGUN = re.compile(r"[A-Z][\w'-]*\s+the\s+")


def unknown_meetings(
    place: Place, clause: tuple[int, int], named: Sequence[Mention], settled: Sequence[Span]
) -> Iterator[tuple[Claim, Answer]]:
    """What a clause says was held on a day, beside the stretches that are ``settled``."""
    dates = of_kind(named, "date")
    for found in _dated_meeting().finditer(place.text, *clause):
        when = next((each for each in dates if each.start == found.end()), None)
        if when is None or _several(place.text, when, dates):
            continue
        begun = _BEGUN.match(found["what"])
        name = Span(found.start() + (begun.end() if begun else 0), found.end("what"))
        span = Span(name.start, when.end)
        if any(span.meets(each) for each in settled) or _names_another(span, name, named):
            continue
        what = " ".join(name.of(place.text).split())
        if what.endswith(" and") or _of_another(place.text, clause[0], found):
            continue
        claim = Claim(place.id, span, "meeting", what, date=when.value)
        yield claim, Answer("unknown", said("no register that was asked knows of it"))


def _names_another(span: Span, name: Span, named: Sequence[Mention]) -> bool:
    """Whether a treaty is spoken of, or the name is but that of a State."""
    treaty = any(span.meets(each.span) for each in of_kind(named, "treaty"))
    return treaty or any(each.span.holds(name) for each in named)


def _of_another(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether what was held is something else, in whose words the name stands, or is a paper."""
    before = text[start : found.start()]
    listed = _LISTED.search(
        before
    )  # "Racism, Xenophobia and Related Intolerance": an end of a name
    return bool(listed or _held_itself().search(before) or _paper().match(found["what"]))


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
