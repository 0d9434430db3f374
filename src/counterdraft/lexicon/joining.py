"""The words that join others and say nothing by themselves."""

from __future__ import annotations

from functools import cache

from counterdraft.lexicon.load import load


@cache
def joining_words(language: str = "en") -> frozenset[str]:
    """Articles, prepositions, conjunctions and the like, in lower case."""
    return frozenset(load(f"{language}/joining")["words"])
