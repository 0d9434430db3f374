"""What a person keeps of a case in a dossier, as a brief is given it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

from counterdraft.model import Comparison, Document

ItemKind = Literal[
    "particular", "paragraph", "line", "finding", "topic", "claim", "votes", "statement"
]  # fmt: skip


class Item(Struct, frozen=True):
    """One thing that a brief said: of what kind, by what it is known again, its words.

    ``key`` is a paragraph's id, a rule, a mandate with its topic, a claim, the name of a
    particular, of a statement its section, part and head; ``label`` what people call it; ``places``
    are the ids of the paragraphs that a finding or a claim rests on.
    """

    kind: ItemKind
    key: str
    label: str
    text: str
    places: tuple[str, ...] = ()


class Setting(Struct, frozen=True):
    """One thing that a brief is made from: its key, its value, what is in it.

    ``digest`` tells whether what the value names has other contents than before.
    """

    key: str
    value: str
    digest: str = ""


class Event(NamedTuple):
    """A day of the case, ISO 8601 and as precise as it is known; ``whence`` says who names it."""

    date: str
    what: str
    whence: str


class Note(NamedTuple):
    """A file of the person's own notes, as read."""

    name: str
    document: Document


class Step(NamedTuple):
    """A draft of a dossier: its file, its date, and what became in it of the one before, as A."""

    name: str
    date: str | None = None
    since: Comparison | None = None


class Kept(NamedTuple):
    """A dossier: its title, days, notes, and what the last brief said.

    ``before`` is None where there was none; ``before_of`` is the file that it was of; ``now`` is
    what this brief says. ``beside`` is what this one is made from, ``beside_before`` what that one
    was. ``steps`` are its drafts in their order, where there are several.
    """

    title: str = ""
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()
    before: tuple[Item, ...] | None = None
    before_of: str = ""
    now: tuple[Item, ...] = ()
    beside: tuple[Setting, ...] = ()
    beside_before: tuple[Setting, ...] = ()
    steps: tuple[Step, ...] = ()
