"""Whether a number rises or falls from vote to vote.

A number of votes is compared as a share of all Members where their number is known for every vote,
for there were not always as many; else as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from counterdraft.model.claim import Figure
from counterdraft.model.vote import Vote
from counterdraft.votes.claims.clauses import Base
from counterdraft.votes.claims.numbers import base_of, label_of, number_of
from counterdraft.votes.claims.reading import Condition


def trend(condition: Condition, votes: Sequence[Vote]) -> tuple[Figure, ...]:
    """A figure for each vote; whether it moved as claimed since the last one, None of the first."""
    base: Base = condition.base or "members"
    figures = [
        Figure(vote.id, label_of(vote), vote.date, number_of(condition.quantity, vote),
               base_of(base, vote))
        for vote in votes
    ]  # fmt: skip
    held: list[bool | None] = [None]
    for one, other in pairwise(figures):
        held.append(moved(one, other, condition))
    return tuple(
        Figure(f.vote, f.label, f.date, f.count, f.base, holds)
        for f, holds in zip(figures, held, strict=False)
    )


def moved(one: Figure, other: Figure, condition: Condition) -> bool | None:
    """Whether a number moved as claimed from one vote to another; None where one is not known."""
    if one.count is None or other.count is None:
        return None
    if one.base and other.base:
        before, after = Fraction(one.count, one.base), Fraction(other.count, other.base)
    else:
        before, after = Fraction(one.count), Fraction(other.count)
    return (after > before if condition.word == "up" else after < before) is not condition.negated
