"""How texts speak of the Universal Periodic Review."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import any_of
from counterdraft.lexicon.load import load


class Reviews(NamedTuple):
    """Patterns of whole words, in lower case; the table of the lexicon says what each is for."""

    names: str
    cycle: str
    between: str
    outcome: str
    held: str
    accepted: str
    noted: str
    earlier: str
    link: str
    owner: str
    made: str
    possessive: str
    being: str
    again: str
    time: str
    contrast: str
    respectively: str
    things: str
    none: str
    total: str
    having: str
    they: str


@cache
def reviews(language: str = "en") -> Reviews:
    """The words of a language."""
    data = load(f"{language}/reviews")
    return Reviews(*(any_of(data[key]).replace(r"\ ", r"\s+") for key in Reviews._fields))
