"""Edits → what they mean to those who negotiate, each with the words that bear it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.compare.cited import citation_shifts
from counterdraft.compare.force import force_shifts, moved_force_shifts
from counterdraft.compare.kinds import Kinds
from counterdraft.compare.lasting import lasting_apart, lasting_shifts
from counterdraft.compare.limits import qualifier_shifts
from counterdraft.compare.pairs import Pair
from counterdraft.compare.requests import deadline_shifts, report_shifts
from counterdraft.compare.standing import Standing
from counterdraft.compare.whom import addressee_shifts
from counterdraft.model import Resolution, Shift
from counterdraft.model.comparison import Relation


def shifts_of(
    pairs: Sequence[Pair], a: Resolution, b: Resolution, relation: Relation, kinds: Kinds
) -> tuple[Shift, ...]:
    """Every shift, in the order of the edits; citations, which are of the whole, at the end.

    Of rivals what one alone says is no shift.
    """
    routine = _sessions_between(a, b)
    standing = Standing(a, b, kinds)
    found = [
        shift for pair in pairs if pair.both or relation == "versions"
        for shift in _of_one(pair, routine, standing)
    ]  # fmt: skip
    moved = moved_force_shifts(pairs, standing) if relation == "versions" else lasting_apart(pairs)
    return (*found, *moved, *citation_shifts(pairs, a, b, relation))


def _of_one(pair: Pair, routine: int | None, standing: Standing) -> Iterator[Shift]:
    if pair.edit.kind == "same":
        return
    lasting = list(lasting_shifts(pair))
    yield from lasting
    force = list(force_shifts(pair, standing))
    yield from force
    yield from qualifier_shifts(pair, standing)
    yield from addressee_shifts(pair, standing, _compared(force))
    if not lasting:  # until when something goes on that the other text ends is no time limit
        yield from deadline_shifts(pair, standing, routine=routine)
    yield from report_shifts(pair, standing)


def _compared(force: Sequence[Shift]) -> frozenset[int]:
    """Where the verbs of B stand that are told as weaker or stronger than those of A."""
    ranked = [each for each in force if each.direction in {"weaker", "stronger"}]
    return frozenset(quote.span.start for each in ranked for quote in each.b)


def _sessions_between(a: Resolution, b: Resolution) -> int | None:
    """How many sessions later B is; None where they are of one, or it is not known."""
    if a.session and b.session and a.session_kind == b.session_kind:
        return b.session - a.session or None
    return None
