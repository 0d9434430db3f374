"""The words that join others and say nothing by themselves."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Capitals(NamedTuple):
    """Patterns for names in capitals, as text: ``word`` for one word of a name.

    ``joint`` is what joins two of them, the blank before the second included.
    """

    word: str
    joint: str


@cache
def joining_words(language: str = "en") -> frozenset[str]:
    """Articles, prepositions, conjunctions and the like, in lower case."""
    return frozenset(load(f"{language}/joining")["words"])


@cache
def capitals(language: str = "en") -> Capitals:
    """How the words of a name in capitals look, and what joins them."""
    data = load(f"{language}/joining")["names"]
    inner, foreign = alternatives(data["inner"]), alternatives(data["foreign"])
    return Capitals(
        rf"(?:{alternatives(data['prefixes'])})?[A-Z][\w'/-]*",
        rf" (?:(?:{inner}) (?:the )?|(?:(?:{foreign}) )+)?",
    )


@cache
def small_in_names(language: str = "en") -> frozenset[str]:
    """Words that are written small in a name, articles included."""
    data = load(f"{language}/joining")["names"]
    return frozenset({"and", *data["inner"], *data["foreign"], *data["articles"]})


@cache
def articles(language: str = "en") -> frozenset[str]:
    """Articles, in lower case."""
    return frozenset(load(f"{language}/joining")["names"]["articles"])
