"""The edits of a comparison → steps in an order that is that of both texts.

What was moved goes in one place and comes in the other. Of what changed between two units
that stay, the units of A come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.align.words import even
from counterdraft.model import Edit, Unit, WordEdit


class Step(NamedTuple):
    """Units of A that become units of B, by these words; one side may be empty."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    words: tuple[WordEdit, ...]


def steps(edits: Iterable[Edit], a: Sequence[Unit], b: Sequence[Unit]) -> list[Step]:
    """Every unit of either text in one step; those of A and of B ascend."""
    return list(_between(_chain(edits), a, b))


def unchanged(units: Sequence[Unit]) -> list[Step]:
    """The steps of a text that stays as it is."""
    return [
        Step((place,), (place,), (WordEdit("same", unit.text),)) for place, unit in enumerate(units)
    ]


def _chain(edits: Iterable[Edit]) -> list[Step]:
    """The steps with both sides, without those that cross what stays."""
    found: list[Step] = []
    for each in edits:
        if each.kind == "moved" or not each.a or not each.b:
            continue
        if not found or (each.a[0] > found[-1].a[-1] and each.b[0] > found[-1].b[-1]):
            found.append(Step(each.a, each.b, tuple(even(each.words))))
    return found


def _between(chain: Sequence[Step], a: Sequence[Unit], b: Sequence[Unit]) -> Iterator[Step]:
    at_a = at_b = 0
    for step in (*chain, Step((len(a),), (len(b),), ())):
        between = Step(tuple(range(at_a, step.a[0])), tuple(range(at_b, step.b[0])), ())
        yield from parts(between, a, b)
        if step.words or step.a[0] < len(a):
            yield step
        at_a, at_b = step.a[-1] + 1, step.b[-1] + 1


def parts(step: Step, a: Sequence[Unit], b: Sequence[Unit]) -> list[Step]:
    """What comes to the same as a step: its units of A deleted, those of B inserted."""
    return [
        *(Step((i,), (), (WordEdit("deleted", a[i].text),)) for i in step.a),
        *(Step((), (j,), (WordEdit("inserted", b[j].text),)) for j in step.b),
    ]
