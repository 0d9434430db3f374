"""Wordings → ranks by the force of their first verbs, weak to strong as far as they compare.

The forces are in a partial order. A rank comes after all that it is stronger than; of those that
no chain joins the ranks with the text's own verb come before the others. What does not compare is
named in each rank, so that standing below another is never taken for being stronger.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.lexicon.force import labels, stronger
from counterdraft.model import Rank, Variant


def ranked(variants: Sequence[Variant]) -> tuple[Rank, ...]:
    """The ranks of these wordings, each of them in the order given."""
    by_force: dict[str | None, list[Variant]] = {}
    for each in variants:
        by_force.setdefault(_known(each.force), []).append(each)
    present = [force for force in labels() if force in by_force]
    own = next((_known(each.force) for each in variants if not each.places), None)
    ordered = [force for chain in _chains(present, own) for force in chain]
    ranks = [_rank(force, present, by_force[force]) for force in ordered]
    if None in by_force:
        ranks.append(Rank(force=None, apart=tuple(present), variants=tuple(by_force[None])))
    return tuple(ranks)


def _known(force: str | None) -> str | None:
    """A force of this lexicon: a corpus may have been made with another."""
    return force if force in labels() else None


def _rank(force: str, present: Sequence[str], variants: Sequence[Variant]) -> Rank:
    others = [each for each in present if each != force]
    return Rank(
        force=force,
        above=tuple(each for each in others if stronger(force, each)),
        apart=tuple(each for each in others if stronger(force, each) is None),
        variants=tuple(variants),
    )


def _chains(present: Sequence[str], own: str | None) -> list[list[str]]:
    """The forces in groups that nothing joins, the weaker first; ``own``'s group comes first."""
    groups: list[list[str]] = []
    for force in present:
        joined = [g for g in groups if any(stronger(force, each) is not None for each in g)]
        rest = [g for g in groups if g not in joined]
        groups = [*rest, [each for g in joined for each in g] + [force]]
    groups.sort(key=lambda group: (own not in group, min(map(present.index, group))))
    return [sorted(g, key=lambda force: (_height(force, g), present.index(force))) for g in groups]


def _height(force: str, group: Sequence[str]) -> int:
    """How many steps lead up to a force from the weakest below it."""
    below = [each for each in group if stronger(force, each)]
    return 1 + max(_height(each, group) for each in below) if below else 0
