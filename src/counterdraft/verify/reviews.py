"""A place → what it says of the Universal Periodic Review of a State, and what it accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.dates import ordinals
from counterdraft.lexicon.reviews import reviews
from counterdraft.lexicon.upr import upr_sessions
from counterdraft.model.span import Span
from counterdraft.verify.asserted import fact_before
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.days import YEARLESS, bounds
from counterdraft.verify.mentions import Mention, mentions_in, of_kind
from counterdraft.verify.twin import DATE, STATE, Twin, twin_of

SOME = "some"
SEVERAL = "one of several States"
"""The subject of a review of which it is not certain whose it was."""
_CYCLES = ("first", "second", "third", "fourth", "fifth")
_CLAUSE = re.compile(r"(?:[^;.]|\.(?!\s|$))+")


def review_claims(place: Place, about: str | None = None) -> Iterator[Claim]:
    """The claims of a place; ``about`` is the one State that the text is about.

    What fits the review in a place that does not name it is a claim that refutes nothing.
    """
    whole = place.span.of(place.text).lower()
    named = bool(_patterns().name.search(whole))
    if not named and not _patterns().unnamed.search(whole):
        return
    for clause in _CLAUSE.finditer(place.text, place.span.start, place.span.end):
        mentions = mentions_in(place.text, *clause.span(), known=place.known)
        twin = twin_of(place.text, *clause.span(), mentions)
        if named:
            found = (*_held(twin, place.id, about), *_taken_up(twin, place.id, about))
        else:
            found = (*_unnamed(twin, place.id), *_counted_unnamed(twin, place.id))
        yield from dict.fromkeys(found)


# -- when a State was reviewed


def _held(twin: Twin, place: str, about: str | None) -> Iterator[Claim]:
    for at, when in twin.named.items():
        start = _start_of_review(twin.line, at) if when.kind == "date" else None
        if start is None or not fact_before(twin.line[: min(start, at)]):
            continue
        first = min(start, at)
        last = max(at + 1, _end_of_review(twin.line, at))
        span = Span(twin.there(first), twin.there(last - 1) + 1 if last - 1 != at else when.end)
        claim = Claim(place, span, "review", "", "", when.value)
        yield from _of_states(twin, at, start, claim, about)


def _of_states(twin: Twin, at: int, start: int, claim: Claim, about: str | None) -> Iterator[Claim]:
    """A review's claim for each State whose review it is, with what is said likewise of others."""
    cycle = _cycle(twin.line, at)
    alone = _subject(twin, about)
    if alone is not None:
        yield claim._replace(subject=alone, object=cycle)
        return
    states = _reviewed(twin, at, start)
    days = _days(twin, at, len(states))
    if not days and of_kind(tuple(twin.named.values()), "state"):
        yield claim._replace(subject=SEVERAL, object=cycle)
    for state, day in zip(states, days, strict=False):
        yield claim._replace(subject=state, object=cycle, date=day)
    if len(states) == 1:
        yield from _likewise(twin, at, claim._replace(object=cycle))


def _reviewed(twin: Twin, at: int, start: int) -> tuple[str, ...]:
    """The States named in the words of a review, else right before them."""
    if start > at:
        return ()
    within = of_kind(twin.in_(start, at), "state")
    if not within:
        before = _patterns().whose.search(twin.line, 0, start)
        own = before is not None and _patterns().undergone.search(before[0])
        within = of_kind(twin.in_(*before.span()), "state") if before and own else ()
    return tuple(dict.fromkeys(each.value for each in within))


def _days(twin: Twin, at: int, states: int) -> tuple[str, ...]:
    """The day of each of so many States; none where it is not certain which day is whose."""
    days, end = [twin.named[at].value], at + 1
    while more := _patterns().more_days.match(twin.line, end):
        end = more.end()
        days.append(twin.named[end - 1].value)
    if len(days) == 1:
        return tuple(days) * states
    each = len(days) == states and _patterns().each.match(twin.line, end)
    return tuple(days) if each else ()


def _likewise(twin: Twin, at: int, first: Claim) -> Iterator[Claim]:
    """The same of other States: "and Japan its third on D"."""
    end = at + 1
    while found := _patterns().likewise.match(twin.line, end):
        end = found.end()
        state, day = twin.in_(*found.span())
        number = found["number"]
        cycle = f"cycle {ordinals()[number]}" if number else first.object
        span = Span(*twin.span(found, "told"))
        yield first._replace(span=span, subject=state.value, object=cycle, date=day.value)


def _unnamed(twin: Twin, place: str) -> Iterator[Claim]:
    """ "S was reviewed for the second time on D", where the review is not named."""
    for found in _patterns().again.finditer(twin.line):
        if fact_before(twin.line[: found.start()]):
            state, day = twin.in_(*found.span())
            cycle = f"cycle {ordinals()[found['number']]}"
            span = Span(*twin.span(found))
            yield Claim(
                place, span, "review", state.value, cycle, day.value, unnamed=True
            )  # fmt: skip


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


def cycle_of(date: str | None) -> str:
    """The cycle in which a date lies, as far as it does so for certain; empty where it does not."""
    if not date or date.startswith(YEARLESS):
        return ""
    first, last = bounds(date)
    spans: dict[int, tuple[str, str]] = {}
    for each in upr_sessions().values():
        begun, ended = spans.get(each.cycle, (each.first, each.last))
        spans[each.cycle] = (min(begun, each.first), max(ended, each.last))
    within = [cycle for cycle, (begun, ended) in spans.items() if begun <= last and first <= ended]
    return f"cycle {within[0]}" if len(within) == 1 else ""


def _cycle(line: str, at: int) -> str:
    """The cycle named nearest before ``at``, else after it; empty where none is."""
    found = list(_patterns().cycle.finditer(line))
    before = [each for each in found if each.end() <= at]
    chosen = before[-1] if before else (found[0] if found else None)
    return f"cycle {ordinals()[chosen['number'] or chosen['time']]}" if chosen else ""


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
            cycle = _of_cycle(twin, found)
            yield Claim(place, span, "recommendations", state, cycle, None, value)
            reached = found.end()


def _counted_unnamed(twin: Twin, place: str) -> Iterator[Claim]:
    """ "S accepted 132 of the 262 recommendations", where the review is not named."""
    if _patterns().accepted_of.search(twin.line):
        for each in _taken_up(twin, place, None):
            if "of: " in each.value:
                yield each._replace(unnamed=True)


def _of_cycle(twin: Twin, found: re.Match[str]) -> str:
    """The cycle in which recommendations were made, or whose review is named before them.

    It is the one before where they are earlier ones.
    """
    line = twin.line
    made = _patterns().made.match(line, found.end())
    if made is not None:
        return cycle_of(twin.named[made.end() - 1].value)
    cycle = _cycle(line, found.start())
    earlier = re.search(reviews().earlier, line[max(0, found.start() - 25) : found.end()])
    number = int(cycle.removeprefix("cycle ") or 0)
    if earlier:
        return f"cycle {number - 1}" if number > 1 else ""
    return cycle or cycle_of(_day_of_review(twin, found.start()))


def _day_of_review(twin: Twin, end: int) -> str | None:
    """The day of the one review that is dated before ``end``."""
    dates = [(at, each) for at, each in twin.named.items() if each.kind == "date" and at < end]
    days = [each.value for at, each in dates if _start_of_review(twin.line, at) is not None]
    return days[0] if len(days) == 1 else None


class _Patterns(NamedTuple):
    name: re.Pattern[str]
    unnamed: re.Pattern[str]
    again: re.Pattern[str]
    accepted_of: re.Pattern[str]
    whose: re.Pattern[str]
    undergone: re.Pattern[str]
    likewise: re.Pattern[str]
    more_days: re.Pattern[str]
    each: re.Pattern[str]
    made: re.Pattern[str]
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
    names = rf"(?:{known.names}|\b(?:{number})[\s-]+cycle\s+(?:of\s+the\s+)?review\b)"
    whose = rf"(?:[\s,]|{known.between}|{known.held}|{known.owner}|\b(?:{number})\b)*"
    own = rf"(?:[\s,]|{known.between}|{known.held}|{known.owner})*"
    again = rf"reviewed\s+for\s+the\s+(?P<number>{number})\s+time\s+(?:on|in)\s+{DATE}"
    several = rf"{STATE}(?:\s*(?:,|and|,\s+and)\s+(?:the\s+)?{STATE})*"
    to_it = rf"(?:\s+(?:{known.link}|{known.owner}|{STATE}))*"
    return _Patterns(
        name=re.compile(names),
        unnamed=re.compile(r"\breviewed\s+for\s+the\s|\brecommendations\b"),
        again=re.compile(rf"{STATE}\s+(?:was|were|has\s+been|had\s+been)\s+{again}"),
        accepted_of=re.compile(rf"\b{known.accepted}\s+\d{{1,3}}\s+(?:out\s+)?of\b"),
        whose=re.compile(rf"{several}{whose}$"),
        undergone=re.compile(rf"{known.held}|\b(?:its|their)\b"),
        likewise=re.compile(
            rf"[\s,]*\b(?:and|while|whereas)\s+(?:that\s+)?(?:the\s+)?"
            rf"(?P<told>{STATE}{own}(?:\b(?P<number>{number})\b)?{own}{DATE})"
        ),
        more_days=re.compile(rf"\s*(?:,|and|,\s+and)\s+(?:on\s+|in\s+)?{DATE}"),
        each=re.compile(r",?\s+respectively\b"),
        made=re.compile(rf"{to_it}\s+{known.made}{to_it}\s+(?:in|on)\s+{DATE}"),
        before=re.compile(rf"\b(?:(?:{number})\s+{known.cycle}|{names})\b{between}$"),
        outcome=re.compile(known.outcome),
        held=re.compile(known.held),
        cycle=re.compile(
            rf"\b(?P<number>{number})[\s-]+(?:\w+\s+)?{known.cycle}"
            rf"|\breviewed\s+for\s+the\s+(?P<time>{number})\s+time\b"
        ),
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
