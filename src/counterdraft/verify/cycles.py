"""Words of a line, or a date → the cycle of the Universal Periodic Review that is meant."""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.dates import ordinals
from counterdraft.lexicon.reviews import reviews
from counterdraft.lexicon.upr import upr_sessions
from counterdraft.verify.days import YEARLESS, bounds
from counterdraft.verify.told import ORDINALS

NUMBER = "|".join(ORDINALS[1:])
"""A pattern of the words that number a cycle."""


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


def cycle_numbered(number: str) -> str:
    """The cycle of an ordinal: "second" is "cycle 2"."""
    return f"cycle {ordinals()[number]}"


def cycle_named(line: str, at: int) -> str:
    """The cycle named nearest before ``at``, else after it; empty where none is."""
    found = list(_named().finditer(line))
    before = [each for each in found if each.end() <= at]
    chosen = before[-1] if before else (found[0] if found else None)
    return cycle_numbered(chosen["number"] or chosen["time"]) if chosen else ""


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<number>{NUMBER})[\s-]+(?:\w+\s+)?{reviews().cycle}"
        rf"|{reviews().again}\s+(?P<time>{NUMBER})\s+{reviews().time}"
    )
