"""How texts say by which votes a resolution was adopted, and on which day."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import any_of
from counterdraft.lexicon.load import load


class Adopted(NamedTuple):
    """Patterns of whole words, with any white space; the lexicon's table says what each is for."""

    verbs: str
    adopted: str
    votes: str
    favour: str
    against: str
    abstentions: str
    none: str
    recorded: str
    without: str
    unanimous: str
    organs: str
    bodies: str
    being: str
    linked: str
    before: str
    resolutions: str
    assembly: str
    other: str
    elsewhere: str
    each: str
    titled: str


@cache
def adopted(language: str = "en") -> Adopted:
    """The words of a language."""
    data = load(f"{language}/adopted")
    return Adopted(*(any_of(data[name]).replace(r"\ ", r"\s+") for name in Adopted._fields))
