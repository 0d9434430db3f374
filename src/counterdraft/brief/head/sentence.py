"""A sentence that may stand in the head of a brief: where it belongs, and how much it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from counterdraft.brief.case import Case
from counterdraft.brief.report import Evidence, Statement
from counterdraft.wording.english import sentence

Slot = Literal["what", "asks", "effect", "beside", "words", "claims"]
MOST_PLACES = 6


class Sentence(NamedTuple):
    """A sentence with its evidence; ``weight`` ranks it, from 0 to 100."""

    slot: Slot
    weight: int
    said: Statement


def said(
    slot: Slot, weight: int, text: str, evidence: Iterable[Evidence], see: str
) -> Iterator[Sentence]:
    """The sentence; none where there is no evidence for it, which is the rule of the head."""
    places = {(each.label, each.page): each for each in reversed(tuple(evidence))}
    kept = tuple(places.values())[::-1][:MOST_PLACES]
    if kept:
        yield Sentence(slot, weight, Statement(sentence(text), kept, see=see))


def whole(case: Case) -> tuple[Evidence, ...]:
    """What an absence rests on: the first and the last of the paragraphs that were read."""
    paragraphs = case.resolution.paragraphs
    return case.each(paragraphs[:1] + paragraphs[1:][-1:])
