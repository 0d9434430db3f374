"""Nouns that are many bodies and name none, and the words around them that tell whose they are."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from counterdraft.lexicon.load import load
from counterdraft.model import AddresseeClass


class Generic(NamedTuple):
    """Nouns such as "agencies", and what tells of whom they are.

    ``nouns``, ``banks`` and ``governing`` are the nouns, in lower case. ``owners`` names the United
    Nations where one of ``linking`` stands before it; ``its`` are nouns that are of it by
    themselves, ``united`` modifiers that say so. ``levels`` and ``home`` are modifiers of bodies
    between States and within one, ``plain`` those that tell nothing, ``kinds`` those with a class
    of their own; ``apart`` those of somebody else in a list, ``pointing`` those that point back.
    """

    nouns: frozenset[str]
    banks: frozenset[str]
    governing: frozenset[str]
    owners: tuple[str, ...]
    linking: tuple[str, ...]
    its: tuple[str, ...]
    united: frozenset[str]
    levels: frozenset[str]
    home: frozenset[str]
    plain: frozenset[str]
    apart: frozenset[str]
    pointing: frozenset[str]
    kinds: dict[str, AddresseeClass]


@cache
def generic(language: str = "en") -> Generic:
    """The nouns of a language that name no one body."""
    data = load(f"{language}/actors")["generic"]
    return Generic(
        frozenset(data["nouns"]),
        frozenset(data["banks"]),
        frozenset(data["governing"]),
        tuple(data["owners"]),
        tuple(data["linking"]),
        tuple(data["its"]),
        frozenset(data["united"]),
        frozenset(data["levels"]),
        frozenset(data["home"]),
        frozenset(data["plain"]),
        frozenset(data["apart"]),
        frozenset(data["pointing"]),
        {
            word: cast(AddresseeClass, class_)
            for class_, each in data["kinds"].items()
            for word in each
        },
    )
