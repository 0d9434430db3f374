"""The words that make a verb stronger without making it another, or weigh its object."""

from __future__ import annotations

from functools import cache

from counterdraft.lexicon.load import load


@cache
def intensifiers(language: str = "en") -> frozenset[str]:
    """These words, in lower case."""
    return frozenset(load(f"{language}/intensity")["words"])


@cache
def weighing_words(language: str = "en") -> frozenset[str]:
    """Those that only weigh what they lead to ("the importance of …"), in lower case."""
    return frozenset(load(f"{language}/intensity")["weighing"])


@cache
def degree_nouns(language: str = "en") -> frozenset[str]:
    """Words that may stand with those that make a verb stronger: "in the strongest terms"."""
    return frozenset(load(f"{language}/intensity")["degree_nouns"])
