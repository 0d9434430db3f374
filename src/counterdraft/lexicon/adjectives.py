"""Adjectives of States: what may stand before the name of a State's institution."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Adjectives(NamedTuple):
    """``of`` has the States of each adjective; ``pattern`` finds any of them, as it is written."""

    of: dict[str, tuple[str, ...]]
    pattern: re.Pattern[str]


@cache
def adjectives(language: str = "en") -> Adjectives:
    """Those of a language."""
    table = load(f"{language}/adjectives")["adjectives"]
    every = {word for words in table.values() for word in words}
    states = {word: tuple(s for s, words in table.items() if word in words) for word in every}
    longest = sorted(states, key=len, reverse=True)
    return Adjectives(states, re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"))
