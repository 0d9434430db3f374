"""A difference of two texts that are compared, in words, and what the ways to find one share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from counterdraft.model import Comparison, Quote, Side, Unit
from counterdraft.wording.english import shortened
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.within import within

Whose = Literal["a", "b"]
BOTH: tuple[Whose, Whose] = ("a", "b")
QUOTED = 110


class Difference(NamedTuple):
    """A difference in words, and the paragraphs of A by their keys that bear it out."""

    said: str
    a: tuple[str, ...]


def of_one(whose: Whose, words: str, keys: Sequence[str]) -> Difference:
    """What one text alone does: A is "this text"."""
    name = "this text" if whose == "a" else "the other"
    return Difference(f"{name} alone {words}", tuple(keys) if whose == "a" else ())


def of_both(
    comparison: Comparison, a: str, b: str, quotes: tuple[Quote, Quote], begun: str = ""
) -> Difference:
    """What one text says, and the other instead."""
    one, other = (where(comparison, side, at) for side, at in zip(BOTH, quotes, strict=True))
    return Difference(f"{begun}“{a}” here ({one}), “{b}” there ({other})", (quotes[0].key,))


def sides(comparison: Comparison, whose: Whose) -> tuple[Side, Side]:
    """The text itself, and the other."""
    a, b = comparison.a, comparison.b
    return (a, b) if whose == "a" else (b, a)


def where(comparison: Comparison, whose: Whose, quote: Quote) -> str:
    """What the paragraph is called that words stand in."""
    return label(unit(sides(comparison, whose)[0], quote.key))


def unit(side: Side, key: str) -> Unit:
    """The unit of a text by its key."""
    return next(each for each in side.units if each.head.key == key)


def label(unit: Unit) -> str:
    """What a paragraph is called: "OP2"."""
    return paragraph_label(unit.head.key, unit.head.number)


def told(text: str) -> str:
    """Words of a paragraph as they stand in a sentence, as far as a reader wants them."""
    return within(shortened(text, QUOTED).rstrip(";,.:"))
