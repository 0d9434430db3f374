"""The signs of a claim → its conditions' signs, each with what stands before and after it.

In: signs from left to right. Out: :class:`Clause` values, and what of the signs around says what a
condition counts, of how many it is a share, and how it is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.votes.claims.signs import Sign, around

Quantity = Literal["yes", "no", "abstain", "not_voting"]
Base = Literal["members", "voting", "took_part"]

CONDITIONS = frozenset({"share", "number", "percent", "trend", "mode", "vague"})


class Clause(NamedTuple):
    """A condition's sign, and what stands before and after it as far as the next condition."""

    sign: Sign
    before: Sequence[Sign]
    after: Sequence[Sign]


@cache
def always() -> frozenset[str]:
    """The negations that say so of every vote: "never"."""
    return frozenset(load("en/claims")["negation"]["always"])


def without_moves(found: Sequence[Sign]) -> list[Sign]:
    """The signs without a rise or fall that only leads to a comparison: "rose above 25".

    "Rose to more than 25" says both; denied ("never rose to more than 25"), it is the comparison.
    """
    kept: list[Sign] = []
    for place, sign in enumerate(found):
        behind = found[place + 1 : place + 3]
        to = bool(behind) and behind[0].kind == "filler" and behind[0].words in around("moving")
        denied = any(each.kind == "negation" for each in as_far(reversed(kept)))
        leads = behind[1:] if to and denied else behind[:1]
        if sign.kind != "trend" or not any(each.kind == "compare" for each in leads):
            kept.append(sign)
    return kept


def clauses_of(found: Sequence[Sign]) -> Iterator[Clause]:
    """One clause for each condition's sign."""
    places = [n for n, sign in enumerate(found) if sign.kind in CONDITIONS]
    for number, at in enumerate(places):
        start = places[number - 1] + 1 if number else 0
        end = places[number + 1] if number + 1 < len(places) else len(found)
        yield Clause(found[at], found[start:at], found[at + 1 : end])


def own_signs(clause: Clause) -> Iterator[Sign]:
    """The signs before a condition's that are its own, the nearest first."""
    return as_far(reversed(clause.before))


def as_far(some: Iterable[Sign]) -> Iterator[Sign]:
    """Signs as far as a mark, "and" or "but": beyond stands what belongs to another condition."""
    for sign in some:
        if sign.kind in {"mark", "contrast"} or (sign.kind == "filler" and sign.value == "and"):
            return
        yield sign


def compared(clause: Clause) -> tuple[str, bool]:
    """How a clause compares (">=", "" for not at all), and whether so in every vote."""
    sign = next((each for each in own_signs(clause) if each.kind == "compare"), None)
    compare, _, every = (sign.value if sign else "").partition(" ")
    return compare, bool(every)


def share_of(sign: Sign) -> tuple[Fraction, str, Base | None]:
    """A share as a number, how it is compared where nothing is said, and of whom by its name."""
    if sign.kind == "percent":
        return Fraction(sign.value) / 100, "=", None
    value, _, how = sign.value.partition(" ")
    return (
        Fraction(value),
        ">=" if how == "reached" else ">",
        "members" if how == "members" else None,
    )


def quantity_of(clause: Clause, found: Sequence[Sign]) -> Quantity | None:
    """What a condition counts: what is named with it, after it or before, else earlier.

    Votes in favour where nothing is named at all; None where it is not clear.
    """
    named = [each for each in found if each.kind == "quantity"]
    after = {each.value for each in as_far(clause.after) if each.kind == "quantity"}
    before = {each.value for each in own_signs(clause) if each.kind == "quantity"}
    earlier = {each.value for each in named if each.start < clause.sign.start}
    near = after or before or earlier or {each.value for each in named} | {"yes"}
    return near.pop() if len(near) == 1 else None  # type: ignore[return-value]


def of_all(found: Sequence[Sign]) -> Base | None:
    """Of how many, for the whole claim: by what is counted with it, else as named."""
    for kind in ("widen", "base"):
        sign = next((each for each in found if each.kind == kind), None)
        if sign is not None:
            return sign.value  # type: ignore[return-value]
    return None
