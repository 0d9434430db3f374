"""The words that join others and say nothing by themselves; and what is left without them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives, any_of
from counterdraft.lexicon.load import load
from counterdraft.text.stems import Stemmer, stem


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
def preposition(language: str = "en") -> re.Pattern[str]:
    """What stands, in blanks, between the noun of a name and what it is of: " of "."""
    inner = alternatives(load(f"{language}/joining")["names"]["inner"])
    return re.compile(rf" (?:{inner}) ")


@cache
def turns(language: str = "en") -> str:
    """A pattern, as text, for what joins a further verb to the one before: "and|but"."""
    return alternatives(load(f"{language}/joining")["turns"])


@cache
def relative(language: str = "en") -> re.Pattern[str]:
    """A word that opens a relative clause, as a whole."""
    return re.compile(any_of(load(f"{language}/joining")["relative"]))


@cache
def small_in_names(language: str = "en") -> frozenset[str]:
    """Words that are written small in a name, articles included."""
    data = load(f"{language}/joining")["names"]
    return frozenset({"and", *data["inner"], *data["foreign"], *data["articles"]})


@cache
def articles(language: str = "en") -> frozenset[str]:
    """Articles, in lower case."""
    return frozenset(load(f"{language}/joining")["names"]["articles"])


def content_of(text: str) -> frozenset[str]:
    """The stems of a text's words, without marks, numbers and the words that join others."""
    stems = frozenset(Stemmer()[text].stems)
    return frozenset(each for each in stems if each[0].isalpha()) - joining_stems()


@cache
def joining_stems() -> frozenset[str]:
    """Those of the words that join others and say nothing themselves."""
    return frozenset(map(stem, joining_words()))
