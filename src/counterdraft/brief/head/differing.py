"""A comparison → in what two texts differ most, in the words of both: what is sure, and no more.

In: what the comparison found. Out: differences, the weightiest kind first and one of a kind: what
one text goes on with and the other ends; terms and time limits; measures, courts and bodies of
which one alone speaks; limits; whom one alone asks. Of texts that share next to nothing there is
none: all of them differs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from counterdraft.lexicon.acts import things
from counterdraft.model import Addressed, AddresseeClass, Comparison, Quote, Shift, Side, Unit
from counterdraft.text.straight import straighten
from counterdraft.wording.english import shortened
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.within import within

_MOST, _QUOTED = 2, 80
# With less in common two texts need not be on one thing.
_ALIKE = 0.1
# What is worth a word where one text alone speaks of it, by the ids of the things of the lexicon.
_THINGS = ("measures", "court", "body")
# Who is asked under these names in one text may be asked under another in the other.
_ANYBODY: frozenset[AddresseeClass] = frozenset({"other", "member_states"})
_Name = Literal["a", "b"]


class Difference(NamedTuple):
    """A difference in words, and the paragraphs of A by their keys that bear it out."""

    said: str
    a: tuple[str, ...]


def differences(comparison: Comparison) -> tuple[Difference, ...]:
    """The weightiest, at most two, none of a kind twice; A is "this text", B "the other"."""
    if comparison.likeness < _ALIKE:
        return ()
    firsts = (next(kind(comparison), None) for kind in _KINDS)
    return tuple(islice((each for each in firsts if each), _MOST))


def _lasting(comparison: Comparison) -> Iterator[Difference]:
    for shift in _shifts(comparison, "lasting"):
        ours, theirs = shift.a[0], shift.b[0]
        a, b = (_from(side, at) for side, at in ((comparison.a, ours), (comparison.b, theirs)))
        yield _of_both(comparison, a, b, (ours, theirs))


def _limits(comparison: Comparison) -> Iterator[Difference]:
    for shift in _shifts(comparison, "deadline", "replaced"):
        ours, theirs = shift.a[0], shift.b[0]
        yield _of_both(comparison, ours.text, theirs.text, (ours, theirs))


def _spoken_of(comparison: Comparison) -> Iterator[Difference]:
    """What is named in the operative part of one text, and nothing of its like in the other."""
    for name in _THINGS:
        found = [_named(side, name) for side in (comparison.a, comparison.b)]
        whose: _Name = "a" if found[0] else "b"
        here, other = found if whose == "a" else (found[1], found[0])
        operative = [each for each in here if each[0].head.kind == "operative"]
        if operative and not other:
            unit, words = operative[0]
            yield _of_one(whose, f"speaks of “{words}” ({_label(unit)})", [unit.head.key])


def _named(side: Side, name: str) -> list[tuple[Unit, str]]:
    """The units that name such a thing, each with the words that do."""
    thing = things()[name]
    return [
        (unit, unit.text[found.start() : found.end()])
        for unit in side.units
        if (found := _first(straighten(unit.text), thing.general, thing.forms))
    ]


def _first(text: str, *patterns: re.Pattern[str]) -> re.Match[str] | None:
    return next(filter(None, (each.search(text) for each in patterns)), None)


def _qualified(comparison: Comparison) -> Iterator[Difference]:
    for shift in _shifts(comparison, "qualifier"):
        whose: _Name = "a" if shift.a else "b"
        quote = (shift.a or shift.b)[0]
        words = f"has “{quote.text}” ({_where(comparison, whose, quote)})"
        yield _of_one(whose, words, [quote.key])


def _asked(comparison: Comparison) -> Iterator[Difference]:
    """Whom one text alone asks, where the other neither asks any of that kind nor names them."""
    for whose in ("a", "b"):
        for each in comparison.addressed:
            quotes = each.a if whose == "a" else each.b
            if quotes and _is_asked_alone(each, whose, comparison):
                words = f"asks {each.name} ({_where(comparison, whose, quotes[0])})"
                yield _of_one(whose, words, [quote.key for quote in quotes])


def _is_asked_alone(each: Addressed, whose: str, comparison: Comparison) -> bool:
    other = comparison.b if whose == "a" else comparison.a
    if not each.name or (each.a and each.b) or each.class_ in _ANYBODY:
        return False
    rivals = {a.class_ for a in comparison.addressed if (a.b if whose == "a" else a.a)}
    name = each.name.removeprefix("the ").casefold()
    named = any(name in straighten(unit.text).casefold() for unit in other.units)
    return not named and (each.class_ == "named_state" or each.class_ not in rivals)


_KINDS: tuple[Callable[[Comparison], Iterator[Difference]], ...] = (
    _lasting, _limits, _spoken_of, _qualified, _asked,
)  # fmt: skip


def _shifts(comparison: Comparison, rule: str, direction: str | None = None) -> list[Shift]:
    return [
        each for each in comparison.shifts
        if each.rule == rule and direction in {None, each.direction}
    ]  # fmt: skip


def _of_both(comparison: Comparison, a: str, b: str, quotes: tuple[Quote, Quote]) -> Difference:
    one, other = (_where(comparison, side, at) for side, at in zip("ab", quotes, strict=True))
    return Difference(f"“{a}” here ({one}), “{b}” there ({other})", (quotes[0].key,))


def _of_one(whose: _Name, words: str, keys: Sequence[str]) -> Difference:
    name = "this text" if whose == "a" else "the other"
    return Difference(f"{name} alone {words}", tuple(keys) if whose == "a" else ())


def _where(comparison: Comparison, whose: str, quote: Quote) -> str:
    side = comparison.a if whose == "a" else comparison.b
    return _label(next(unit for unit in side.units if unit.head.key == quote.key))


def _label(unit: Unit) -> str:
    return paragraph_label(unit.head.key, unit.head.number)


def _from(side: Side, quote: Quote) -> str:
    """A paragraph's words from a quote's first on, as far as a reader wants them."""
    text = next(unit.text for unit in side.units if unit.head.key == quote.key)
    return within(shortened(text[text.index(quote.text) :], _QUOTED).rstrip(";,."))
