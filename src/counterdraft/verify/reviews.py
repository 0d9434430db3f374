"""A place → what it says of the Universal Periodic Review of a State, and what it accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.dates import ordinals
from counterdraft.lexicon.reviews import reviews
from counterdraft.model.span import Span
from counterdraft.verify.asserted import fact_before
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.mentions import Mention, mentions_in, of_kind
from counterdraft.verify.twin import DATE, STATE, Twin, twin_of

SOME = "some"
_CYCLES = ("first", "second", "third", "fourth", "fifth")
_CLAUSE = re.compile(r"(?:[^;.]|\.(?!\s|$))+")


def review_claims(place: Place, about: str | None = None) -> Iterator[Claim]:
    """The claims of a place; ``about`` is the one State that the text is about."""
    whole = place.span.of(place.text).lower()
    if not _patterns().name.search(whole):
        return
    for clause in _CLAUSE.finditer(place.text, place.span.start, place.span.end):
        named = mentions_in(place.text, *clause.span(), known=place.known)
        twin = twin_of(place.text, *clause.span(), named)
        yield from _held(twin, place.id, about)
        yield from _taken_up(twin, place.id, about)


# -- when a State was reviewed


def _held(twin: Twin, place: str, about: str | None) -> Iterator[Claim]:
    for at, when in twin.named.items():
        if when.kind != "date":
            continue
        start = _start_of_review(twin.line, at)
        state = _subject(twin, about)
        if start is None or state is None:
            continue
        first = min(start, at)
        if not fact_before(twin.line[:first]):
            continue
        last = max(at + 1, _end_of_review(twin.line, at))
        span = Span(twin.there(first), twin.there(last - 1) + 1 if last - 1 != at else when.end)
        yield Claim(place, span, "review", state, _cycle(twin.line, at), when.value)


def _start_of_review(line: str, at: int) -> int | None:
    """Where the words begin that say that a review was held at the date that stands at ``at``."""
    patterns = _patterns()
    before = patterns.before.search(line, 0, at)
    if before is not None and before.end() == at:
        lead = patterns.outcome.search(line, max(0, before.start() - 60), before.start())
        return None if lead else before.start()
    after = patterns.name.search(line, at)
    one = line.count(DATE) == 1
    if (
        after is not None
        and one
        and patterns.held.search(line)
        and not patterns.outcome.search(line)
    ):
        return at
    return None


def _end_of_review(line: str, at: int) -> int:
    """Where the words end, for a date that stands before them."""
    before = _patterns().before.search(line, 0, at)
    if before is not None and before.end() == at:
        return at + 1
    after = _patterns().name.search(line, at)
    return after.end() if after else at + 1


def _subject(twin: Twin, about: str | None) -> str | None:
    """The one State that the clause names, else the one that the text is about."""
    states = {each.value for each in of_kind(tuple(twin.named.values()), "state")}
    if len(states) == 1:
        return states.pop()
    return about if not states else None


def _cycle(line: str, at: int) -> str:
    """The cycle named nearest before ``at``, else after it; empty where none is."""
    found = list(_patterns().cycle.finditer(line))
    before = [each for each in found if each.end() <= at]
    chosen = before[-1] if before else (found[0] if found else None)
    return f"cycle {ordinals()[chosen['number']]}" if chosen else ""


# -- what it accepted


def _taken_up(twin: Twin, place: str, about: str | None) -> Iterator[Claim]:
    patterns = _patterns()
    reached = 0
    for pattern in (patterns.counted, patterns.counts, patterns.some):
        for found in pattern.finditer(twin.line, reached):
            state = _subject(twin, about)
            fact = pattern is patterns.some or fact_before(twin.line[: found.start()])
            if state is None or not fact:
                continue
            groups = found.groupdict()
            verb = "noted" if re.search(patterns.noted, found[0]) else "accepted"
            count = (groups.get("count") or SOME).replace("none", "0")
            value = f"{verb}: {count}"
            if groups.get("total"):
                value += f", of: {groups['total']}"
            span = Span(*twin.span(found))
            cycle = _of_cycle(twin.line, found)
            yield Claim(place, span, "recommendations", state, cycle, None, value)
            reached = found.end()


def _of_cycle(line: str, found: re.Match[str]) -> str:
    """The cycle that recommendations are of: the one before, where they are earlier ones."""
    cycle = _cycle(line, found.start())
    earlier = re.search(reviews().earlier, line[max(0, found.start() - 25) : found.end()])
    number = int(cycle.removeprefix("cycle ") or 0)
    if earlier:
        return f"cycle {number - 1}" if number > 1 else ""
    return cycle


class _Patterns(NamedTuple):
    name: re.Pattern[str]
    before: re.Pattern[str]
    outcome: re.Pattern[str]
    held: re.Pattern[str]
    cycle: re.Pattern[str]
    counted: re.Pattern[str]
    counts: re.Pattern[str]
    some: re.Pattern[str]
    noted: str


@cache
def _patterns() -> _Patterns:
    known = reviews()
    number = "|".join(_CYCLES)
    between = rf"(?:[\s,()'s]|{known.between}|{STATE})*"
    link = rf"(?:[\s,]|{known.link}|{STATE})*"
    verb = rf"(?:{known.accepted}|{known.noted})"
    figure = r"(?P<count>\d{1,3}|none)\b"
    things = r"(?:\w+\s+){0,3}?recommendations"
    total = rf"(?:of|out of)\s+(?:the\s+|a total of\s+)?(?P<total>\d{{1,3}})\s+{things}"
    return _Patterns(
        name=re.compile(known.names),
        before=re.compile(rf"\b(?:(?:{number})\s+{known.cycle}|{known.names})\b{between}$"),
        outcome=re.compile(known.outcome),
        held=re.compile(known.held),
        cycle=re.compile(rf"\b(?P<number>{number})\s+(?:\w+\s+)?{known.cycle}"),
        counted=re.compile(rf"\b{verb}\b{link}{figure}\s+(?:{total}|(?:\w+\s+){{0,3}}?recommendations)"),
        counts=re.compile(rf"{figure}\s+(?:{total}\b|(?:\w+\s+){{0,3}}?recommendations\b)?{link}\b{verb}\b"),
        some=re.compile(
            rf"\brecommendations\s+(?:(?:that|which)\s+)?(?:it|they|(?:the\s+)?{STATE})\s+"
            rf"(?:has\s+|have\s+|had\s+)?{known.accepted}"
        ),
        noted=known.noted,
    )  # fmt: skip


def state_of_title(title: str | None) -> str | None:
    """The one State that a title names; None where it names none or several."""
    found: tuple[Mention, ...] = mentions_in(title, 0, len(title)) if title else ()
    states = {each.value for each in of_kind(found, "state")}
    return states.pop() if len(states) == 1 else None
