"""A comparison → in what two texts differ most, in the words of both: what is sure, and no more.

In: what the comparison found. Out: differences, the weightiest kind first and one of a kind: what
one text goes on with and the other ends; terms and time limits; measures, courts and bodies of
which one alone speaks; limits; whom one alone asks. Of texts that share next to nothing there is
none: all of them differs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Literal, NamedTuple

from msgspec.structs import replace

from counterdraft.lexicon.acts import things
from counterdraft.model import Addressed, AddresseeClass, Comparison, Quote, Shift, Side, Unit
from counterdraft.text.straight import straighten
from counterdraft.wording.english import listed, shortened
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.within import within

_MOST, _QUOTED = 2, 110
# Two texts need not be on one thing with less in common: words, or, of the paragraphs of the
# shorter one, such as the other answers to.
_ALIKE, _ANSWERED = 0.1, 0.2
_PARAGRAPHS = frozenset({"preambular", "operative"})
# What is worth a word where one text alone speaks of it, by the ids of the things of the lexicon.
_THINGS = ("measures", "court", "body")
# Who is asked under these names in one text may be asked under another in the other.
_ANYBODY: frozenset[AddresseeClass] = frozenset({"other", "member_states"})
# A name is in capitals, and of more than what so many are of.
_NAME, _COMMON = re.compile(r"[A-Z]"), "United Nations"
_GOES_ON = re.compile(r"(?:\s(?:(?:of|for|on|in|and|to)\s(?:the\s)?)?[A-Z][\w\u2019'-]*)+")
_Name = Literal["a", "b"]


class Difference(NamedTuple):
    """A difference in words, and the paragraphs of A by their keys that bear it out."""

    said: str
    a: tuple[str, ...]


def differences(
    comparison: Comparison, told: AbstractSet[tuple[str, str]] = frozenset()
) -> tuple[Difference, ...]:
    """The weightiest, at most two, none of a kind twice; A is "this text", B "the other".

    ``told`` are paragraphs of A and of B by their keys of which the reader is told elsewhere that
    one goes on with what the other ends.
    """
    if comparison.likeness < _ALIKE and not _is_on_one_thing(comparison):
        return ()
    kept = [
        each for each in comparison.shifts
        if each.rule != "lasting" or (each.a[0].key, each.b[0].key) not in told
    ]  # fmt: skip
    comparison = replace(comparison, shifts=tuple(kept))
    firsts = (next(kind(comparison), None) for kind in _KINDS)
    return tuple(islice((each for each in firsts if each), _MOST))


def _is_on_one_thing(comparison: Comparison) -> bool:
    """Whether enough paragraphs of the shorter text are paired with some of the other, or near."""
    sides = ((comparison.a, comparison.only_a), (comparison.b, comparison.only_b))
    found = [
        (sum(unit.head.kind in _PARAGRAPHS for unit in side.units), len(alone))
        for side, alone in sides
    ]
    whole, alone = min(found)
    return whole - alone >= _ANSWERED * whole > 0


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
        (unit, unit.text[found.start() : _end_of_name(unit.text, found.end())])
        for unit in side.units
        if (found := _first(straighten(unit.text), thing.general, thing.forms))
    ]


def _end_of_name(text: str, at: int) -> int:
    """Where a name ends that goes on in capitals behind the words that were found."""
    found = _GOES_ON.match(text, at)
    return found.end() if found else at


def _first(text: str, *patterns: re.Pattern[str]) -> re.Match[str] | None:
    return next(filter(None, (each.search(text) for each in patterns)), None)


def _qualified(comparison: Comparison) -> Iterator[Difference]:
    """A limit that a paragraph of one text has, and that of the other which answers to it not."""
    for shift in _shifts(comparison, "qualifier"):
        whose: _Name = "a" if shift.a else "b"
        quote = (shift.a or shift.b)[0]
        here, _ = _sides(comparison, whose)
        answer = _answering(comparison, whose, quote.key)
        if not answer or any(quote.text.casefold() in each.text.casefold() for each in answer):
            continue
        places = [_label(_unit(here, quote.key)), listed([_label(each) for each in answer])]
        name, other = ("this text", "the other") if whose == "a" else ("the other", "this text")
        said = f"“{quote.text}” in {name} ({places[0]}), not in {other} ({places[1]})"
        keys = [quote.key] if whose == "a" else [each.head.key for each in answer]
        yield Difference(said, tuple(keys))


def _answering(comparison: Comparison, whose: _Name, key: str) -> list[Unit]:
    """The units of the other text that an edit joins with one of a text."""
    here, there = _sides(comparison, whose)
    for edit in comparison.edits:
        ours, theirs = (edit.a, edit.b) if whose == "a" else (edit.b, edit.a)
        if any(here.units[n].head.key == key for n in ours):
            return [there.units[n] for n in theirs]
    return []


def _sides(comparison: Comparison, whose: str) -> tuple[Side, Side]:
    a, b = comparison.a, comparison.b
    return (a, b) if whose == "a" else (b, a)


def _asked(comparison: Comparison) -> Iterator[Difference]:
    """Whom one text alone asks, by a name, where the other neither asks their like nor has it."""
    for whose in ("a", "b"):
        for each in comparison.addressed:
            quotes = each.a if whose == "a" else each.b
            if quotes and _is_asked_alone(each, whose, comparison):
                words = f"asks {each.name} ({_where(comparison, whose, quotes[0])})"
                yield _of_one(whose, words, [quote.key for quote in quotes])


def _is_asked_alone(each: Addressed, whose: str, comparison: Comparison) -> bool:
    own = each.name.replace(_COMMON, "")
    if not _NAME.search(own) or (each.a and each.b) or each.class_ in _ANYBODY:
        return False
    _, other = _sides(comparison, whose)
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
    return _label(_unit(_sides(comparison, whose)[0], quote.key))


def _unit(side: Side, key: str) -> Unit:
    return next(unit for unit in side.units if unit.head.key == key)


def _label(unit: Unit) -> str:
    return paragraph_label(unit.head.key, unit.head.number)


def _from(side: Side, quote: Quote) -> str:
    """A paragraph's words from a quote's first on, as far as a reader wants them."""
    text = _unit(side, quote.key).text
    return within(shortened(text[text.index(quote.text) :], _QUOTED).rstrip(";,."))
