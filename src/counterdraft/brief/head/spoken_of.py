"""A comparison → of which measures, courts and bodies one text alone speaks.

What a text has, it is quoted with; what it has not, none of its words may name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.brief.head.difference import BOTH, Difference, label, of_one, sides
from counterdraft.draft.body_name import end_of_name
from counterdraft.lexicon.acts import Thing, things
from counterdraft.lexicon.alone import alone
from counterdraft.model import Comparison, Side, Unit
from counterdraft.text.straight import straighten
from counterdraft.wording.english import listed

# A name is in capitals.
_NAME = re.compile(r"[A-Z]")


def spoken_of(comparison: Comparison) -> Iterator[Difference]:
    """What is named in the operative part of one text, and nothing of its like in the other."""
    for whose in BOTH:
        found = list(_spoken_of(*sides(comparison, whose)))
        if found:
            words = [f"“{each.words}” ({label(each.unit)})" for each in found]
            keys = list(dict.fromkeys(each.unit.head.key for each in found))
            yield of_one(whose, f"speaks of {listed(words)}", keys)


def _spoken_of(here: Side, other: Side) -> Iterator[_Named]:
    """Of each kind of thing that the other text does not name, the first that a text does."""
    for name in alone().things:
        told = [] if _named(other, name) else [e for e in _named(here, name) if e.is_told(name)]
        yield from told[:1]


class _Named(NamedTuple):
    """A unit that names a thing, the words that do, and whether but some of its class are meant."""

    unit: Unit
    words: str
    is_part: bool

    def is_told(self, name: str) -> bool:
        """Whether it is worth a word: a body has a name in capitals."""
        named = name != alone().body or _NAME.match(self.words)
        return self.unit.head.kind == "operative" and bool(named) and not self.is_part


def _named(side: Side, name: str) -> list[_Named]:
    """The units that name such a thing."""
    thing = things()[name]
    return [
        _Named(
            unit, _whole_name(unit, found.start(), _end(unit, found, thing)),
            bool(thing.part.match(straighten(unit.text), found.end() + 1)),
        )
        for unit in side.units
        if (found := _first(straighten(unit.text), thing.general, thing.forms))
    ]  # fmt: skip


def _end(unit: Unit, found: re.Match[str], thing: Thing) -> int:
    """Where the name ends of a body that is told by more than its kind."""
    return end_of_name(straighten(unit.text), found.end()) if thing.has_name else found.end()


def _whole_name(unit: Unit, start: int, end: int) -> str:
    """What was found, with what of a name in capitals stands before and behind it."""
    names, text = alone().names, unit.text
    behind = names.behind.match(text, end)
    before = names.before.search(text, unit.head.phrase, start)
    if before and _NAME.match(text, start):
        start = before.start()
        owner = names.owner.search(text, unit.head.phrase, start)
        start = owner.start() if owner and names.joint.search(before.group()) else start
    end = behind.end() if behind else end
    return text[start:end]


def _first(text: str, *patterns: re.Pattern[str]) -> re.Match[str] | None:
    return next(filter(None, (each.search(text) for each in patterns)), None)
