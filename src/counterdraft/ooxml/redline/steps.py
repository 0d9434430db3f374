"""The edits of a comparison → steps in an order that is that of both texts.

What was moved goes in one place and comes in the other. Of what changed between two units
that stay, the units of A come first. Words that stay are as many marks in both texts: a blank
that only one of them has comes or goes. Kinds of quotes, dashes and blanks are A's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from counterdraft.model import APART, Edit, Unit, WordEdit

# Blanks, and the mark after them.
_BLANKS = re.compile(rf"[^\S{APART}]*")
_PIECE = re.compile(rf"(?P<blanks>[^\S{APART}]*)(?P<mark>[\S{APART}]|\Z)")


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
            words = [word for edit in each.words for word in _even(edit)]
            found.append(Step(each.a, each.b, tuple(words)))
    return found


def _even(edit: WordEdit) -> Iterator[WordEdit]:
    """Words that stay, parted where one text has blanks that the other has not."""
    if len(edit.now or edit.text) == len(edit.text):
        yield edit
        return
    pieces = (piece for piece in _blanks_apart(edit.text, edit.now) if piece.text)
    for op, alike in groupby(pieces, key=lambda piece: piece.op):
        yield WordEdit(op, "".join(piece.text for piece in alike))


def _blanks_apart(before: str, after: str) -> Iterator[WordEdit]:
    at = 0
    for piece in _PIECE.finditer(before):
        ours, mark = piece.groups()
        theirs = _blanks(after, at)
        stay = min(len(ours), len(theirs))
        yield WordEdit("same", ours[:stay])
        yield WordEdit("deleted", ours[stay:])
        yield WordEdit("inserted", theirs[stay:])
        yield WordEdit("same", mark)
        at += len(theirs) + len(mark)


def _blanks(text: str, at: int) -> str:
    found = _BLANKS.match(text, at)
    return found[0] if found else ""


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
