"""A line of a text → when it says that States were reviewed, in the Universal Periodic Review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.reviews import reviews
from counterdraft.model.span import Span
from counterdraft.verify.asserted import fact_before
from counterdraft.verify.claim import Claim
from counterdraft.verify.cycles import NUMBER, cycle_named, cycle_numbered
from counterdraft.verify.mentions import of_kind
from counterdraft.verify.twin import DATE, STATE, Twin

SEVERAL = "one of several States"
"""The subject of a review of which it is not certain whose it was."""


def names_review(words: str) -> bool:
    """Whether words, in lower case, name the review."""
    return _patterns().name.search(words) is not None


def held(twin: Twin, place: str, about: str | None) -> Iterator[Claim]:
    """Claims on the reviews that a line names and dates; ``about`` as of ``state_meant``."""
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
    cycle = cycle_named(twin.line, at)
    alone = state_meant(twin, about)
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
        cycle = cycle_numbered(number) if number else first.object
        span = Span(*twin.span(found, "told"))
        yield first._replace(span=span, subject=state.value, object=cycle, date=day.value)


def held_again(twin: Twin, place: str) -> Iterator[Claim]:
    """ "S was reviewed for the second time on D", where the review is not named."""
    for found in _patterns().again.finditer(twin.line):
        if fact_before(twin.line[: found.start()]):
            state, day = twin.in_(*found.span())
            cycle = cycle_numbered(found["number"])
            span = Span(*twin.span(found))
            yield Claim(place, span, "review", state.value, cycle, day.value, unnamed=True)


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


def state_meant(twin: Twin, about: str | None) -> str | None:
    """The one State that the clause names, else the one that the text is about."""
    states = {each.value for each in of_kind(tuple(twin.named.values()), "state")}
    if len(states) == 1:
        return states.pop()
    return about if not states else None


def day_of_review(twin: Twin, end: int) -> str | None:
    """The day of the one review that is dated before ``end``."""
    dates = [(at, each) for at, each in twin.named.items() if each.kind == "date" and at < end]
    days = [each.value for at, each in dates if _start_of_review(twin.line, at) is not None]
    return days[0] if len(days) == 1 else None


class _Patterns(NamedTuple):
    name: re.Pattern[str]
    again: re.Pattern[str]
    whose: re.Pattern[str]
    undergone: re.Pattern[str]
    likewise: re.Pattern[str]
    more_days: re.Pattern[str]
    each: re.Pattern[str]
    before: re.Pattern[str]
    outcome: re.Pattern[str]
    held: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    known = reviews()
    between = rf"(?:[\s,()'s]|{known.between}|{STATE})*"
    names = rf"(?:{known.names}|\b(?:{NUMBER})[\s-]+cycle\s+(?:of\s+the\s+)?review\b)"
    whose = rf"(?:[\s,]|{known.between}|{known.held}|{known.owner}|\b(?:{NUMBER})\b)*"
    own = rf"(?:[\s,]|{known.between}|{known.held}|{known.owner})*"
    again = rf"{known.again}\s+(?P<number>{NUMBER})\s+{known.time}\s+(?:on|in)\s+{DATE}"
    several = rf"{STATE}(?:\s*(?:,|and|,\s+and)\s+(?:the\s+)?{STATE})*"
    return _Patterns(
        name=re.compile(names),
        again=re.compile(rf"{STATE}\s+{known.being}\s+{again}"),
        whose=re.compile(rf"{several}{whose}$"),
        undergone=re.compile(rf"{known.held}|{known.possessive}"),
        likewise=re.compile(
            rf"[\s,]*{known.contrast}\s+(?:that\s+)?(?:the\s+)?"
            rf"(?P<told>{STATE}{own}(?:\b(?P<number>{NUMBER})\b)?{own}{DATE})"
        ),
        more_days=re.compile(rf"\s*(?:,|and|,\s+and)\s+(?:on\s+|in\s+)?{DATE}"),
        each=re.compile(rf",?\s+{known.respectively}"),
        before=re.compile(rf"\b(?:(?:{NUMBER})\s+{known.cycle}|{names})\b{between}$"),
        outcome=re.compile(known.outcome),
        held=re.compile(known.held),
    )
