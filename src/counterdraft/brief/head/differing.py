"""A comparison → in what two texts differ most, in the words of both: what is sure, and no more.

In: what the comparison found. Out: differences, the weightiest kind first and one of a kind: what
one text goes on with and the other ends; terms and time limits; measures, courts and bodies of
which one alone speaks; what one alone condemns, demands or decides; what either asks of one State;
limits; whom one alone asks. Of texts with little in common only such are told as rest on no pair of
paragraphs, and of texts of which no two paragraphs answer to each other there is none: they are on
two things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from msgspec.structs import replace

from counterdraft.brief.head.asked_alone import asked, asked_of_one_state
from counterdraft.brief.head.difference import (
    QUOTED,
    Difference,
    Whose,
    label,
    of_both,
    sides,
    unit,
)
from counterdraft.brief.head.done import done
from counterdraft.brief.head.spoken_of import spoken_of
from counterdraft.lexicon.routine import only_comes_back
from counterdraft.model import Comparison, Quote, Shift, Side, Unit
from counterdraft.wording.english import listed, shortened
from counterdraft.wording.within import within

_MOST = 2
# Two texts need not be on one thing with less in common: words, or, of the paragraphs of the
# shorter one, such as the other answers to.
_ALIKE, _ANSWERED = 0.1, 0.2
_PARAGRAPHS = frozenset({"preambular", "operative"})


def differences(
    comparison: Comparison, told: AbstractSet[tuple[str, str]] = frozenset()
) -> tuple[Difference, ...]:
    """The weightiest, at most two, none of a kind twice; A is "this text", B "the other".

    ``told`` are paragraphs of A and of B by their keys of which the reader is told elsewhere that
    one goes on with what the other ends.
    """
    kept = [
        each for each in comparison.shifts
        if each.rule != "lasting" or (each.a[0].key, each.b[0].key) not in told
    ]  # fmt: skip
    comparison = replace(comparison, shifts=tuple(kept))
    kinds = _KINDS if are_near(comparison) else _OF_WHOLE_TEXTS if _answered(comparison) else ()
    firsts = (next(kind(comparison), None) for kind in kinds)
    return tuple(islice((each for each in firsts if each), _MOST))


def are_near(comparison: Comparison) -> bool:
    """Whether two texts have so much in common, words or paragraphs, that they are on one thing."""
    return comparison.likeness >= _ALIKE or _answered(comparison) >= _ANSWERED


def _answered(comparison: Comparison) -> float:
    """Of the paragraphs of the shorter text, how many answer to some of the other, or are near."""
    found = [
        (len(said), len(said.intersection(alone)))
        for side, alone in ((comparison.a, comparison.only_a), (comparison.b, comparison.only_b))
        for said in [_saying(side)]
    ]
    whole, alone = min(found)
    return (whole - alone) / whole if whole else 0.0


def _saying(side: Side) -> frozenset[str]:
    """The paragraphs of a text by their keys, without formulas that every text has."""
    return frozenset(
        each.head.key for each in side.units
        if each.head.kind in _PARAGRAPHS and not only_comes_back(each.text)
    )  # fmt: skip


def _lasting(comparison: Comparison) -> Iterator[Difference]:
    for shift in _shifts(comparison, "lasting"):
        ours, theirs = shift.a[0], shift.b[0]
        a, b = (_from(side, at) for side, at in ((comparison.a, ours), (comparison.b, theirs)))
        yield of_both(comparison, a, b, (ours, theirs))


def _limits(comparison: Comparison) -> Iterator[Difference]:
    for shift in _shifts(comparison, "deadline", "replaced"):
        ours, theirs = shift.a[0], shift.b[0]
        yield of_both(comparison, ours.text, theirs.text, (ours, theirs))


def _qualified(comparison: Comparison) -> Iterator[Difference]:
    """A limit that a paragraph of one text has, and that of the other which answers to it not."""
    for shift in _shifts(comparison, "qualifier"):
        whose: Whose = "a" if shift.a else "b"
        quote = (shift.a or shift.b)[0]
        here, _ = sides(comparison, whose)
        answer = _answering(comparison, whose, quote.key)
        if not answer or any(quote.text.casefold() in each.text.casefold() for each in answer):
            continue
        places = [label(unit(here, quote.key)), listed([label(each) for each in answer])]
        name, other = ("this text", "the other") if whose == "a" else ("the other", "this text")
        said = f"“{quote.text}” in {name} ({places[0]}), not in {other} ({places[1]})"
        keys = [quote.key] if whose == "a" else [each.head.key for each in answer]
        yield Difference(said, tuple(keys))


def _answering(comparison: Comparison, whose: Whose, key: str) -> list[Unit]:
    """The units of the other text that an edit joins with one of a text."""
    here, there = sides(comparison, whose)
    for edit in comparison.edits:
        ours, theirs = (edit.a, edit.b) if whose == "a" else (edit.b, edit.a)
        if any(here.units[n].head.key == key for n in ours):
            return [there.units[n] for n in theirs]
    return []


_Kind = Callable[[Comparison], Iterator[Difference]]
_OF_WHOLE_TEXTS: tuple[_Kind, ...] = (spoken_of, done, asked_of_one_state, asked)
_KINDS: tuple[_Kind, ...] = (
    _lasting, _limits, spoken_of, done, asked_of_one_state, _qualified, asked,
)  # fmt: skip


def _shifts(comparison: Comparison, rule: str, direction: str | None = None) -> list[Shift]:
    return [
        each for each in comparison.shifts
        if each.rule == rule and direction in {None, each.direction}
    ]  # fmt: skip


def _from(side: Side, quote: Quote) -> str:
    """A paragraph's words from a quote's first on, as far as a reader wants them."""
    text = unit(side, quote.key).text
    return within(shortened(text[text.index(quote.text) :], QUOTED).rstrip(";,."))
