"""A resolution → the State that its title is about, and what texts call it.

A State that no table knows is taken from the title where the text speaks of its Government. Where
the title names several, or none, there is no subject.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.lexicon.states import find_states, state_names
from counterdraft.model import Resolution
from counterdraft.text.straight import straighten

_TAIL = re.compile(
    r"\b(?:in|of)\s+(?:the\s+)?(?P<name>(?:[A-Z][\w'-]+)(?:\s+(?:of|and|the|[A-Z][\w'-]+))*)$"
)
_HEAD = re.compile(
    r"^(?:[A-Z][\w'-]+\s+)*(?:Republic|Kingdom|State|Union|Federation)\s+of\s+(?:the\s+)?"
)
_GOVERNED = r"\b(?:Government|authorities|people|representatives?) of (?:the )?{}"


class Subject(NamedTuple):
    """A State: its name, the lexicon's where it has one, and whether it does."""

    name: str
    known: bool


def subject(resolution: Resolution) -> Subject | None:
    """The one State that the title is about."""
    title = straighten(resolution.title or "").strip(' "')
    named = {each.name for each in find_states(title) if not each.group}
    if named:
        return Subject(named.pop(), known=True) if len(named) == 1 else None
    tail = _TAIL.search(title)
    if tail is None:
        return None
    name = tail["name"]
    governed = re.compile(_GOVERNED.format(re.escape(name)))
    if any(governed.search(straighten(each.text)) for each in resolution.paragraphs):
        return Subject(name, known=False)
    return None


def names_of(name: str) -> tuple[str, ...]:
    """A name, and its last part by itself where it is one of a formal kind."""
    return tuple(dict.fromkeys((name, _HEAD.sub("", name))))


def same_state(one: str, other: str) -> bool:
    """Whether two names mean one State: by the table, else by their words."""
    return bool(
        {_canonical(each) for each in names_of(one)} & {_canonical(e) for e in names_of(other)}
    )


def _canonical(name: str) -> str:
    folded = straighten(name).casefold()
    return straighten(state_names().get(folded, name)).casefold()


def places(text: str, names: tuple[str, ...]) -> list[tuple[str, int]]:
    """Where straight ``text`` names a State, and by what name: the lexicon's, and these beside."""
    found = [(each.name, each.start) for each in find_states(text) if not each.group]
    for name in names:
        for part in names_of(name):
            found += [(name, each.start()) for each in re.finditer(rf"\b{re.escape(part)}\b", text)]
    return sorted(found, key=lambda pair: pair[1])
