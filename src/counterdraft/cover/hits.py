"""One way of recognising a topic, and one place in the words where it was found."""

from __future__ import annotations

from typing import Literal, NamedTuple

Strength = Literal["names", "touches", "alludes"]


class Entry(NamedTuple):
    """One way of recognising a topic: what it is called, and how strong a sign it is.

    ``role`` tells what is more than a sign by itself: "except", "one" and "with" of the ``pair`` of
    that number, "named" for what the topic rests on, "back" for what refers back to it.
    """

    kind: str
    words: str
    strength: Strength = "names"
    role: Literal["", "except", "one", "with", "named", "back"] = ""
    pair: int = -1


class Hit(NamedTuple):
    """An entry found at tokens ``[first, last)`` of a place.

    ``concept`` is that of the thesaurus which the same words are; it is no second sign.
    """

    entry: Entry
    first: int
    last: int
    concept: str = ""

    @property
    def by(self) -> str:
        """What recognised the topic, as people are told it."""
        told = f"{self.entry.kind}: {self.entry.words}"
        return f"{told} ({self.concept})" if self.concept else told
