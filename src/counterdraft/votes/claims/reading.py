"""Signs → a reading: the conditions that a claim puts, each on one number of each vote.

In: the words of a claim. Out: a :class:`Reading`, or what was not understood. Every sign must have
its use: with a "not" or a second quantity that nothing takes up, a claim is not understood.
What a claim leaves open, such as of whom a majority is one, is read in each way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from counterdraft.votes.claims.clauses import (
    Base,
    Clause,
    Quantity,
    always,
    clauses_of,
    compared,
    of_all,
    own_signs,
    quantity_of,
    share_of,
    without_moves,
)
from counterdraft.votes.claims.signs import Sign, signs
from counterdraft.votes.claims.unclear import PERIODS, unclear

When = Literal["", "every", "any", "latest"]

FAR = 9999
# Of whom a share may be one: those who abstain are not voting (rule 86), those absent took no part.
_BASES: dict[Quantity, tuple[Base, ...]] = {
    "yes": ("voting", "members"), "no": ("voting", "members"),
    "abstain": ("took_part", "members"), "not_voting": ("members",),
}  # fmt: skip


class Condition(NamedTuple):
    """What is to be true of a vote.

    ``kind`` is "share" (of ``base``), "number", "trend", "mode" or "vague"; ``compare`` one of
    > >= < <= =; ``value`` what is compared with, to ``digits`` of a per cent where it is so given.
    ``word`` is what a trend, mode or vague word says.
    """

    kind: str
    quantity: Quantity = "yes"
    base: Base | None = None
    compare: str = ""
    value: Fraction = Fraction(0)
    digits: int | None = None
    word: str = ""
    negated: bool = False
    every: bool = False


class Reading(NamedTuple):
    """A claim as read: all of its conditions, of which votes, between which years."""

    conditions: tuple[Condition, ...]
    when: When = ""
    since: int = 0
    until: int = FAR


class NotUnderstood(NamedTuple):
    """The words of a claim that no table has, or what is wrong with it; or it asks nothing."""

    words: tuple[str, ...] = ()
    why: str = ""


def read(claim: str) -> Reading | NotUnderstood:
    """How a claim is understood."""
    found = without_moves(signs(claim))
    strange = tuple(each.value for each in found if each.kind == "word")
    clauses = list(clauses_of(found))
    if strange or not clauses:
        return NotUnderstood(strange)
    wrong = next(unclear(found, clauses), None)
    if wrong:
        return NotUnderstood((), wrong)
    base = of_all(found)
    conditions = tuple(each for clause in clauses for each in _conditions(clause, base, found))
    when = next((each.value for each in found if each.kind == "when"), "")
    return Reading(conditions, when, *_years(found))  # type: ignore[arg-type]


def _conditions(clause: Clause, base: Base | None, found: Sequence[Sign]) -> Iterator[Condition]:
    """What a clause puts; a share of nobody named is read of both that it may be of."""
    sign = clause.sign
    negated = sum(each.kind == "negation" for each in own_signs(clause)) % 2 == 1
    compare, every = compared(clause)
    every = every or any(each.value in always() for each in own_signs(clause))
    quantity = quantity_of(clause, found) or "yes"
    made = Condition(sign.kind, quantity, base, negated=negated, every=every)
    if sign.kind in {"trend", "mode", "vague"}:
        yield made._replace(word=sign.value)
    elif sign.kind == "number":
        yield made._replace(base=None, compare=compare or "=", value=Fraction(sign.value))
    else:
        value, usual, own = share_of(sign)
        digits = len(sign.value.partition(".")[2]) if sign.kind == "percent" else None
        of_whom = own or base
        for each in (of_whom,) if of_whom else _BASES[quantity]:
            yield made._replace(
                kind="share", base=each, compare=compare or usual, value=value, digits=digits
            )


def _years(found: Sequence[Sign]) -> tuple[int, int]:
    sign = next((each for each in found if each.kind in PERIODS), None)
    if sign is None:
        return 0, FAR
    year = int(sign.value)
    return {
        "period": (year, int(sign.more or FAR)), "since": (year, FAR), "after": (year + 1, FAR),
        "until": (0, year), "before": (0, year - 1), "year": (year, year),
    }[sign.kind]  # fmt: skip
