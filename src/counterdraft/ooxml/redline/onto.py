"""Steps → tracked changes in the Word file that A was read from.

In: the file, its changes settled, both sides and the steps. The file's own runs and paragraphs
are kept; those concerned are divided and wrapped. New words look like those that they stand
beside, new paragraphs like the nearest of their kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterdraft.ooxml.package import Package
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.redline.blocks import joinable
from counterdraft.ooxml.redline.edit import Edit
from counterdraft.ooxml.redline.hand import Hand
from counterdraft.ooxml.redline.sides import Side
from counterdraft.ooxml.redline.spots import Spot
from counterdraft.ooxml.redline.steps import Step, parts
from counterdraft.ooxml.redline.whole import add, remove
from counterdraft.ooxml.rewrite import Rewriting

# What a file does not have of these it is not given.
_HEAD = frozenset({"title", "formula"})


def write_onto(
    package: Package, rewriting: Rewriting, a: Side, b: Side, found: Sequence[Step], pen: Pen
) -> None:
    """Write the steps from A to B into A's file.

    Raises WriteError where the file does not have A's words.
    """
    hand = Hand(package, rewriting, a, b, pen)
    for step in found:
        for each in _possible(hand, step):
            if each.a and each.b:
                Edit(hand, each).write()
            elif each.a:
                remove(hand, each.a[0])
            else:
                add(hand, each)
    hand.finish()


def _possible(hand: Hand, step: Step) -> Iterator[Step]:
    """The step, or what comes to the same where the file's paragraphs cannot be joined."""
    found = [hand.spots[i] for i in step.a]
    known = [spot for spot in found if spot is not None]
    if len(known) == len(found) and all(_can_join(one, two) for one, two in pairwise(known)):
        yield step
        return
    for each in parts(step, hand.a.units, hand.b.units):
        gone = each.a and hand.spots[each.a[0]] is None
        head = not known and each.b and hand.b.units[each.b[0]].head.kind in _HEAD
        if not gone and not head:
            yield each


def _can_join(one: Spot, other: Spot) -> bool:
    """Whether two units can become one paragraph."""
    if one.group is other.group:
        return True
    apart = not (one.alone and other.alone)
    return not apart and joinable(one.group.paragraphs[-1], other.group.paragraphs[0]) is not None
