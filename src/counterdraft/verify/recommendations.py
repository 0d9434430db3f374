"""A line of a text → what it says that States made of recommendations in their reviews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.reviews import reviews
from counterdraft.model.span import Span
from counterdraft.verify.asserted import fact_before
from counterdraft.verify.claim import Claim
from counterdraft.verify.cycles import cycle_named, cycle_of
from counterdraft.verify.review_days import day_of_review, state_meant
from counterdraft.verify.twin import DATE, STATE, Twin

SOME = "some"
"""The count of a claim that tells none: "the recommendations that it accepted"."""


def taken_up(twin: Twin, place: str, about: str | None) -> Iterator[Claim]:
    """Claims on how many a State accepted or noted; ``about`` as of ``state_meant``."""
    patterns = _patterns()
    reached = 0
    for pattern in (patterns.counted, patterns.counts, patterns.some):
        for found in pattern.finditer(twin.line, reached):
            state = state_meant(twin, about)
            fact = pattern is patterns.some or fact_before(twin.line[: found.start()])
            if state is None or not fact:
                continue
            groups = found.groupdict()
            verb = "noted" if re.search(patterns.noted, found[0]) else "accepted"
            count = groups.get("count") or SOME
            count = "0" if re.fullmatch(reviews().none, count) else count
            value = f"{verb}: {count}"
            if groups.get("total"):
                value += f", of: {groups['total']}"
            span = Span(*twin.span(found))
            cycle = _of_cycle(twin, found)
            yield Claim(place, span, "recommendations", state, cycle, None, value)
            reached = found.end()


def counted_unnamed(twin: Twin, place: str) -> Iterator[Claim]:
    """ "S accepted 132 of the 262 recommendations", where the review is not named."""
    if _patterns().accepted_of.search(twin.line):
        for each in taken_up(twin, place, None):
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
    cycle = cycle_named(line, found.start())
    earlier = re.search(reviews().earlier, line[max(0, found.start() - 25) : found.end()])
    number = int(cycle.removeprefix("cycle ") or 0)
    if earlier:
        return f"cycle {number - 1}" if number > 1 else ""
    return cycle or cycle_of(day_of_review(twin, found.start()))


class _Patterns(NamedTuple):
    accepted_of: re.Pattern[str]
    made: re.Pattern[str]
    counted: re.Pattern[str]
    counts: re.Pattern[str]
    some: re.Pattern[str]
    noted: str


@cache
def _patterns() -> _Patterns:
    known = reviews()
    link = rf"(?:[\s,]|{known.link}|{STATE})*"
    verb = rf"(?:{known.accepted}|{known.noted})"
    figure = rf"(?P<count>\d{{1,3}}|{known.none})\b"
    things = rf"(?:\w+\s+){{0,3}}?{known.things}"
    total = rf"(?:of|out of)\s+(?:{known.total}\s+)?(?P<total>\d{{1,3}})\s+{things}"
    to_it = rf"(?:\s+(?:{known.link}|{known.owner}|{STATE}))*"
    return _Patterns(
        accepted_of=re.compile(rf"\b{known.accepted}\s+\d{{1,3}}\s+(?:out\s+)?of\b"),
        made=re.compile(rf"{to_it}\s+{known.made}{to_it}\s+(?:in|on)\s+{DATE}"),
        counted=re.compile(rf"\b{verb}\b{link}{figure}\s+(?:{total}|{things})"),
        counts=re.compile(rf"{figure}\s+(?:{total}\b|{things}\b)?{link}\b{verb}\b"),
        some=re.compile(
            rf"{known.things}\s+(?:(?:that|which)\s+)?(?:{known.they}|(?:the\s+)?{STATE})\s+"
            rf"(?:{known.having}\s+)?{known.accepted}"
        ),
        noted=known.noted,
    )
