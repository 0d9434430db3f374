"""Two resolutions → what became of one in the other.

The way of the data: units takes both to pieces, edits pairs them and leads from one to the
other, shifts says what that means, rivals what two texts that share little have to do
with each other, and summary tells it in sentences. Every rendering consumes the result.
"""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from counterdraft.compare.edits import edits_of
from counterdraft.compare.pairs import pairs_of
from counterdraft.compare.rivals import alone, asked_of, related
from counterdraft.compare.shifts import shifts_of
from counterdraft.compare.summary import summary_of
from counterdraft.compare.units import units_of
from counterdraft.model import Comparison, Edit, Resolution, Side

Relation = Literal["versions", "rivals"]

# Texts with less in common are rivals, whatever they are called.
_VERSIONS = 0.3


def compare(a: Resolution, b: Resolution, relation: Relation | None = None) -> Comparison:
    """Compare text A with text B.

    ``relation`` says what they are to each other; else it is told by what they share. The
    same comparison, whichever is shown: rivals have edits too, and versions what each asks.
    """
    ones, others = units_of(a), units_of(b)
    edits = edits_of(ones, others)
    share = _likeness(edits)
    told = relation or ("versions" if share >= _VERSIONS else "rivals")
    comparison = Comparison(
        relation=told,
        a=Side(a.source, a.symbol, a.title, ones),
        b=Side(b.source, b.symbol, b.title, others),
        likeness=round(share, 4),
        edits=edits,
        asked=asked_of(a, b),
    )
    return _with_summary(_as_versions(comparison, a, b) if told == "versions"
                         else _as_rivals(comparison, a, b))  # fmt: skip


def _as_versions(comparison: Comparison, a: Resolution, b: Resolution) -> Comparison:
    pairs = pairs_of(comparison.edits, (a, comparison.a.units), (b, comparison.b.units))
    return replace(comparison, shifts=shifts_of(pairs, a, b))


def _as_rivals(comparison: Comparison, a: Resolution, b: Resolution) -> Comparison:
    both = related(a, b)
    return replace(
        comparison,
        related=both,
        only_a=alone(a, [each.a for each in both]),
        only_b=alone(b, [each.b for each in both]),
    )


def _with_summary(comparison: Comparison) -> Comparison:
    return replace(comparison, summary=summary_of(comparison))


def _likeness(edits: tuple[Edit, ...]) -> float:
    """The share of letters that stay."""
    same = sum(len(w.text) for e in edits for w in e.words if w.op == "same")
    changed = sum(len(w.text) for e in edits for w in e.words if w.op != "same")
    return 2 * same / (2 * same + changed) if same or changed else 1.0
