"""Comparisons made for the tests of redlines: units paired by what they say, and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterdraft.align.paragraphs import Pairing, pair
from counterdraft.align.words import APART, word_edits
from counterdraft.model import Comparison, Document, Edit, Resolution, Side, Unit
from counterdraft.model.comparison import EditKind
from counterdraft.ooxml.look.units import units

if TYPE_CHECKING:
    from collections.abc import Sequence

BODY = {"preambular", "operative"}


def compared(a: Resolution, one: Document, b: Resolution, other: Document) -> Comparison:
    """A comparison of two versions."""
    sides = units(a, one), units(b, other)
    return Comparison(
        relation="versions",
        a=Side(a.source, a.symbol, a.title, sides[0]),
        b=Side(b.source, b.symbol, b.title, sides[1]),
        likeness=0.5,
        edits=tuple(edits(*sides)),
    )


def edits(a: Sequence[Unit], b: Sequence[Unit]) -> list[Edit]:
    """The way from A to B, in B's order; what is deleted comes last."""
    found = []
    for kinds in ({"title"}, {"formula"}, {"heading"}, BODY, {"annex"}):
        ours = [i for i, unit in enumerate(a) if unit.head.kind in kinds]
        theirs = [j for j, unit in enumerate(b) if unit.head.kind in kinds]
        for each in pair([a[i].text for i in ours], [b[j].text for j in theirs]):
            places = tuple(ours[i] for i in each.a), tuple(theirs[j] for j in each.b)
            found.append(edit(a, b, each._replace(a=places[0], b=places[1])))
    return sorted(found, key=lambda each: each.b or (len(b),))


def edit(a: Sequence[Unit], b: Sequence[Unit], each: Pairing) -> Edit:
    before, after = (
        APART.join(side[place].text for place in places)
        for side, places in ((a, each.a), (b, each.b))
    )
    heads = tuple(b[j].head for j in each.b)
    return Edit(kind(each), each.a, each.b, heads, word_edits(before, after), each.likeness)


def kind(each: Pairing) -> EditKind:
    if not each.a or not each.b:
        return "added" if each.b else "deleted"
    if len(each.a) > 1 or len(each.b) > 1:
        return "merged" if len(each.a) > 1 else "split"
    if each.moved:
        return "moved"
    return "same" if each.likeness == 1 else "edited"
