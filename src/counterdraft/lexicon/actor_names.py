"""The names of bodies and offices, as they are found where capitals or hyphens were left out."""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.alternatives import by_letter
from counterdraft.lexicon.joining import joining_words

_PARTS = re.compile(r"[ -]")
_FEWEST_CAPITALS = 2


@cache
def proper_names(language: str = "en") -> dict[str, str]:
    """Each name of two words or more in capitals, by its words in lower case without hyphens.

    None whose words in lower case, or with fewer capitals, are somebody of the table themselves.
    """
    named: dict[str, str] = {}
    common: set[str] = set()
    for term in actors(language).classes:
        capitals = sum(word[:1].isupper() for word in _PARTS.split(term))
        if capitals < _FEWEST_CAPITALS:
            common.add(bare_name(term))
        elif term.isascii() and _PARTS.split(term)[-1] not in joining_words():
            named.setdefault(bare_name(term), term)
    return {name: term for name, term in named.items() if name not in common}


@cache
def in_any_case(language: str = "en") -> re.Pattern[str]:
    """A pattern for one of these names in lower-case text, the longest first."""
    names = sorted(proper_names(language), key=len, reverse=True)
    forms = (re.escape(each).replace(r"\ ", "[ -]") for each in names)
    return re.compile(rf"\b(?:{by_letter(forms)})(?![\w-])(?!'s )")


def bare_name(words: str) -> str:
    """A name in lower case, with blanks for its hyphens: of the same length."""
    return words.lower().replace("-", " ")
