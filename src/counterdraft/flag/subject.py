"""A resolution → the State that its title is about, and what texts call it.

The title says that something is so in a State, or speaks of cooperation with it, and ends with it
but for how that is to be ("… through dialogue"). One that no table knows counts
where the text speaks of its Government. Where the title names several, or none, there is no
subject.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.lexicon.states import find_states, state_of
from counterdraft.lexicon.subjects import subjects
from counterdraft.model import Resolution
from counterdraft.text.straight import straighten


class Subject(NamedTuple):
    """A State: its name, the lexicon's where it has one, and whether it does."""

    name: str
    known: bool


def subject(resolution: Resolution) -> Subject | None:
    """The one State that the title ends in: "… in the Republic of Orlavia"."""
    title = subjects().behind.sub("", straighten(resolution.title or "").strip(' "'))
    if subjects().apart.search(title):
        return None
    named = [each for each in find_states(title) if not each.group]
    if named:
        state = named[-1]
        one = len({each.name for each in named}) == 1
        inside = subjects().before.search(title[: state.start]) and not title[state.end :].strip(
            " .,;:"
        )
        return Subject(state.name, known=True) if one and inside else None
    tail = subjects().tail.search(title)
    if tail is None or subjects().region.fullmatch(tail["name"]):
        return None
    name = tail["name"]
    governed = subjects().governs(name)
    if any(governed.search(straighten(each.text)) for each in resolution.paragraphs):
        return Subject(name, known=False)
    return None


def names_of(name: str) -> tuple[str, ...]:
    """What texts call a State; one that no table knows also by the last part of a formal name."""
    if state_of(name) is not None:
        return (name,)
    return tuple(dict.fromkeys((name, subjects().formal.sub("", name))))


def same_state(one: str, other: str) -> bool:
    """Whether two names mean one State: by the table where it knows either, else by their words."""
    known = state_of(one), state_of(other)
    if any(known):
        return known[0] == known[1]
    return bool({_folded(each) for each in names_of(one)} & {_folded(e) for e in names_of(other)})


def _folded(name: str) -> str:
    return straighten(name).casefold()


class Place(NamedTuple):
    """Where a text names a State, and the name by which it is known."""

    name: str
    start: int
    end: int


def places(text: str, names: tuple[str, ...]) -> list[Place]:
    """Where straight ``text`` names a State, and by what name: the lexicon's, and these beside."""
    found = [Place(each.name, each.start, each.end) for each in find_states(text) if not each.group]
    for name in names:
        for part in names_of(name):
            pattern = rf"\b{re.escape(part)}\b"
            found += [Place(name, *each.span()) for each in re.finditer(pattern, text)]
    return sorted(found, key=lambda each: each.start)
