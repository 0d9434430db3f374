"""Which of the verbs in use are stronger than which, in sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from counterdraft.lexicon.force import labels, stronger
from counterdraft.wording.english import listed


def comparisons(forces: Collection[str]) -> tuple[str, ...]:
    """What the partial order says of these classes; empty where there are fewer than two.

    Those above the same ones are told together.

    What follows from two others is not said: of three in a row, the first and the last.
    """
    present = [force for force in labels() if force in forces]
    if len(present) < 2:
        return ()
    chains = "; ".join(_said(present))
    if not chains:
        return ("By force these verbs do not compare.",)
    said = [f"By force, {chains}."]
    if any(stronger(one, other) is None for one, other in combinations(present, 2)):
        said.append("No order is laid down between the others.")
    return tuple(said)


def _said(present: list[str]) -> Iterator[str]:
    above: dict[tuple[str, ...], list[str]] = {}
    for force in present:
        below = tuple(other for other in present if _next_above(force, other, present))
        if below:
            above.setdefault(below, []).append(force)
    for weaker, forces in above.items():
        is_ = "is" if len(forces) == 1 else "are each"
        yield f"{_named(forces)} {is_} stronger than {_named(weaker)}"


def _named(forces: Sequence[str]) -> str:
    return listed([f"\u201c{labels()[force]}\u201d" for force in forces])


def _next_above(force: str, other: str, present: list[str]) -> bool:
    """Whether ``force`` is stronger than ``other`` with none of the present between them."""
    if not stronger(force, other):
        return False
    return not any(stronger(force, mid) and stronger(mid, other) for mid in present)
