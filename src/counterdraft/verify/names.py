"""A place → names in it that are nearly those of a body or procedure, put as questions."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.lexicon.names import near_misses
from counterdraft.model.register import Entry
from counterdraft.model.span import Span
from counterdraft.verify.answered import Answer
from counterdraft.verify.claim import Claim, Place

NAME = "names of bodies and procedures"


def name_claims(place: Place) -> Iterator[tuple[Claim, Answer]]:
    """The near misses of a place, each with the name that it is near to and where that is from."""
    for miss in near_misses():
        if miss.both and miss.name.casefold() not in place.text.casefold():
            continue
        for found in miss.pattern.finditer(place.text, place.span.start, place.span.end):
            claim = Claim(place.id, Span(*found.span()), "name", found[0])
            entry = Entry(register=NAME, act="name", subject=miss.name, source=miss.source)
            told = f"the name is “{miss.name}” ({miss.source})."
            beside = f" The same text has “{miss.name}” as well." if miss.both else ""
            question = f"Is “{miss.name}” meant?"
            yield claim, Answer("does not hold", (f"T{told[1:]}{beside}",), (entry,), question)
