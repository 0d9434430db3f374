"""Which of the verbs in use are stronger than which, in sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations

from counterdraft.lexicon.force import labels, stronger
from counterdraft.wording.english import listed


def comparisons(forces: Collection[str]) -> tuple[str, ...]:
    """What the partial order says of these classes; empty where there are fewer than two.

    What follows from two others is not said: of three in a row, the first and the last.
    """
    present = [force for force in labels() if force in forces]
    if len(present) < 2:
        return ()
    chains = "; ".join(_said(present))
    said = [f"{chains}."] if chains else []
    if any(stronger(one, other) is None for one, other in combinations(present, 2)):
        said.append("No order is laid down between the others." if chains else "They do not.")
    return tuple(said)


def _said(present: list[str]) -> Iterator[str]:
    for force in present:
        below = [other for other in present if _next_above(force, other, present)]
        if below:
            names = listed([f"\u201c{labels()[other]}\u201d" for other in below])
            yield f"\u201c{labels()[force]}\u201d is stronger than {names}"


def _next_above(force: str, other: str, present: list[str]) -> bool:
    """Whether ``force`` is stronger than ``other`` with none of the present between them."""
    if not stronger(force, other):
        return False
    return not any(stronger(force, mid) and stronger(mid, other) for mid in present)
