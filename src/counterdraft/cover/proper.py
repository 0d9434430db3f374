"""The words of a place → the names of bodies, meetings and instruments in it.

"The World Conference against Racism", "the Committee on the Rights of the Child": who names one
speaks of the body or the paper, and at most alludes to what it is called after.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.cover.places import Place
from counterdraft.lexicon.cover_words import CoverWords, Names

_ASIDE = 3  # small words in a row within a name: "on the"


class Name(NamedTuple):
    """Tokens ``[first, last)`` of a name, and which of them says what it is ("Conference")."""

    first: int
    last: int
    head: int

    def holds(self, first: int, last: int) -> bool:
        """Whether tokens ``[first, last)`` are of what it is called after, and not the thing."""
        return self.first <= first and last <= self.last and not first <= self.head < last


def names(place: Place, words: CoverWords) -> tuple[Name, ...]:
    """All of them; what is printed in capitals throughout shows no names."""
    if place.text.isupper():
        return ()
    return tuple(_names(place, words.names))


def _names(place: Place, words: Names) -> Iterator[Name]:
    for at, token in enumerate(place.tokens):
        if token.word in words.heads and _capital(at, place):
            yield Name(_start(at, place), _end(at, place, words), at)


def _capital(at: int, place: Place) -> bool:
    return at < len(place.tokens) and place.text[place.tokens[at].start].isupper()


def _between(at: int, place: Place) -> str:
    """What stands before a token, after the one before it."""
    return place.text[place.tokens[at - 1].end : place.tokens[at].start].strip()


def _start(head: int, place: Place) -> int:
    """Where the capitals before the head begin: "World Conference"."""
    first = head
    while first > 0 and _between(first, place) in {"", "-"} and _capital(first - 1, place):
        first -= 1
    return first


def _end(head: int, place: Place, words: Names) -> int:
    """Where what it is called after ends: "on the Rights of the Child"."""
    last = head + 1
    while (following := _next(last, head, place, words)) is not None:
        last = following + 1
    return last


def _next(at: int, head: int, place: Place, words: Names) -> int | None:
    """The next word in capitals of a name that so far ends before ``at``; None where it ends."""
    bare = at == head + 1
    for gone in range(_ASIDE):
        here = at + gone
        if here >= len(place.tokens):
            return None
        word, mark = place.tokens[here].word, _between(here, place)
        if _capital(here, place):
            joined = mark in ({"", "-"} if gone or bare else {"", "-", ","})
            return here if joined and word not in words.others else None
        if mark or word not in words.joins or (gone and place.tokens[here - 1].word == "and"):
            return None
        if word == "and" and (bare or gone):
            return None
    return None
