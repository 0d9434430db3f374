"""A place → names in it that are nearly those of a body or procedure, put as questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.lexicon.names import NearMiss, before_names, near_misses
from counterdraft.model.register import Entry
from counterdraft.model.span import Span
from counterdraft.verify.answered import Answer
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.told import said

NAME = "names of bodies and procedures"


def misses_in(text: str) -> tuple[NearMiss, ...]:
    """The near misses that a text has anywhere."""
    folded = text.casefold()
    return tuple(
        each
        for each in near_misses()
        if each.pattern.search(text) and (not each.both or each.name.casefold() in folded)
    )


def name_claims(place: Place, misses: Sequence[NearMiss]) -> Iterator[tuple[Claim, Answer]]:
    """The near misses of a place, each with the name that it is near to and where that is from."""
    for miss in misses:
        for found in miss.pattern.finditer(place.text, place.span.start, place.span.end):
            if _of_another(place.text, found.start()):
                continue
            claim = Claim(place.id, Span(*found.span()), "name", found[0])
            entry = Entry(register=NAME, act="name", subject=miss.name, source=miss.source)
            told = f"the name is “{miss.name}” ({miss.source})"
            beside = f"the same text has “{miss.name}” as well" if miss.both else ""
            question = f"Is “{miss.name}” meant?"
            yield claim, Answer("unknown", said(told, beside), (entry,), question)


def _of_another(text: str, at: int) -> bool:
    """Whether a word in capitals before it makes it the name of something else."""
    before = text[max(0, at - 30) : at].split()
    return bool(before) and before[-1][:1].isupper() and before[-1] not in before_names()
