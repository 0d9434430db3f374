"""A mandate and a thesaurus → the concepts that this lacks, and identifiers of the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from counterdraft.lexicon.concepts import Concepts
from counterdraft.lexicon.mandate import Mandate

MOST_TOLD = 20  # concepts of a mandate that a thesaurus lacks


def unknown_concepts(mandate: Mandate, concepts: Concepts) -> Iterator[tuple[str, str, str]]:
    """Of each concept that ``concepts`` lack: its key, what is wrong, and what there is instead.

    Of many the first 20, and of the rest how many there are, with nothing instead.
    """
    found = [
        (f"{path}.unbis[{n}]", concept)
        for path, each in mandate.entries()
        for n, concept in enumerate(each.unbis)
        if concept not in concepts.identifiers
    ]
    read = len(concepts.identifiers)
    lacks = f"not in the {concepts.name} ({read:,} term{'' if read == 1 else 's'} read)"
    for path, concept in found[:MOST_TOLD]:
        yield path, f"{concept!r} is {lacks}", _instead(concepts.near(concept))
    for path, concept in found[MOST_TOLD : MOST_TOLD + 1]:
        more = len(found) - MOST_TOLD
        yield path, f"{concept!r} and what follows, {more:,} in all, is {lacks}", ""


def _instead(near: Sequence[str]) -> str:
    """What helps against a concept that is none."""
    if not near:
        return "Write its words under terms"
    *others, last = map(repr, near)
    return f"Is it {', '.join(others)} or {last}?" if others else f"Is it {last}?"


def identified(mandate: Mandate, concepts: Concepts) -> Mandate:
    """The mandate with the identifiers of its concepts, those that are borrowed among them."""
    asked = dict.fromkeys(each for _, topic in mandate.entries() for each in topic.unbis)
    known = concepts.identifiers
    return replace(mandate, identifiers=tuple((e, known[e]) for e in asked if e in known))
