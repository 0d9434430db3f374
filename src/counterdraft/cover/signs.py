"""A place and the tables of words → the signs of how it speaks: turns, praise, wrongs, denials."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.cover.places import Place
from counterdraft.lexicon.cover_words import CoverWords
from counterdraft.lexicon.states import find_states
from counterdraft.text.phrases import Found


class Signs(NamedTuple):
    """The signs of a place by kind: turns, attributions, praise, denial, wrongs, asking."""

    found: Sequence[Found[str]]

    def at(self, kind: str) -> list[Found[str]]:
        """Those of one kind."""
        return [each for each in self.found if each.key == kind]

    def quoted(self) -> frozenset[int]:
        """The tokens right after "according to" and the like."""
        return frozenset(each.last for each in self.at("attribution"))


def signs_of(place: Place, words: CoverWords) -> Signs:
    """All signs of a place; the name of a State or a group ("… for Cooperation") is none."""
    found = tuple(words.signs.find(place.tokens))
    named = [(each.start, each.end) for each in find_states(place.text)] if found else []
    return Signs(tuple(each for each in found if not _within(each, place, named)))


def _within(found: Found[str], place: Place, named: Sequence[tuple[int, int]]) -> bool:
    first, last = place.tokens[found.first].start, place.tokens[found.last - 1].end
    return any(start <= first and last <= end for start, end in named)
