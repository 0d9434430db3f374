"""The names of months, and ordinal numbers in words, as sessions are counted by."""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


@cache
def months(language: str = "en") -> dict[str, int]:
    """The months by name, from 1."""
    return {name: i for i, name in enumerate(load(f"{language}/dates")["months"], 1)}


@cache
def ordinals(language: str = "en") -> dict[str, int]:
    """Number words by value: "eightieth" → 80, "eighty-first" → 81."""
    words = load(f"{language}/dates")["ordinals"]
    found = {word: i for i, word in enumerate(words["units"], 1)}
    for i, word in enumerate(words["tens"]):
        found[word] = 20 + 10 * i
    for i, stem in enumerate(words["tens_stems"]):
        for unit, word in enumerate(words["units"][:9], 1):
            found[f"{stem}-{word}"] = 20 + 10 * i + unit
    return found


@cache
def in_names(language: str = "en") -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes of the year behind it a part of a name, and of the year before it."""
    names = load(f"{language}/dates")["names"]
    before, after = alternatives(names["before"]), alternatives(names["after"])
    return re.compile(rf"\b(?:{before}) $"), re.compile(rf" (?:{after})\b")


@cache
def ordinal_words(language: str = "en") -> dict[int, str]:
    """The word of each number: 80 → "eightieth"."""
    return {number: word for word, number in ordinals(language).items()}
