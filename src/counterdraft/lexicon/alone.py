"""What is worth a word where one of two texts alone has it, and how far a name reaches."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load

_CAPITAL = "[A-Z][\\w\u2019'/-]*"


class Act(NamedTuple):
    """What a text does by its first verb, a lemma: how it is told.

    ``forces`` are classes of force of which a text that does nothing of the kind has no word.
    """

    verb: str
    said: str
    forces: frozenset[str]


class Names(NamedTuple):
    """What of a name may stand before and behind the part of it that was found.

    A name that has ``joint`` in front begins with its ``owner``. ``common`` are words that most
    names have.
    """

    behind: re.Pattern[str]
    before: re.Pattern[str]
    joint: re.Pattern[str]
    owner: re.Pattern[str]
    common: re.Pattern[str]


class Alone(NamedTuple):
    """``things`` and ``body``, which is one of them, are ids of things that acts are done to."""

    things: tuple[str, ...]
    body: str
    acts: tuple[Act, ...]
    names: Names


@cache
def alone(language: str = "en") -> Alone:
    """The table of a language."""
    data = load(f"{language}/alone")
    acts = (Act(each["verb"], each["said"], frozenset(each["forces"])) for each in data["act"])
    names = {name: _pattern(form) for name, form in data["name"].items()}
    return Alone(tuple(data["things"]), data["body"], tuple(acts), Names(**names))


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form.replace("CAPITAL", _CAPITAL).replace(" ", r"\s"))
