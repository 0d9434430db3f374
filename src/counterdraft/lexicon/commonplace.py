"""The words that so many resolutions have that by themselves they tell none from another."""

from __future__ import annotations

from functools import cache

from counterdraft.lexicon.load import load


@cache
def commonplace_words(language: str = "en") -> frozenset[str]:
    """In lower case, each in its most frequent form."""
    return frozenset(load(f"{language}/commonplace")["words"])


@cache
def citing_words(language: str = "en") -> frozenset[str]:
    """Those that only open a clause, or name a text, a meeting or a day."""
    return frozenset(load(f"{language}/commonplace")["citing"])


@cache
def frequent_words(language: str = "en") -> frozenset[str]:
    """Those that many have, though fewer: alone in a few places they tell little."""
    return frozenset(load(f"{language}/commonplace")["frequent"])
