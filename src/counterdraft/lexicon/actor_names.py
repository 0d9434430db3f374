"""The names of bodies and offices, as they are found where capitals or hyphens were left out."""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.alternatives import by_letter
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.load import load

_PARTS = re.compile(r"[ -]")
_FEWEST_CAPITALS = 3


@cache
def proper_names(language: str = "en") -> dict[str, str]:
    """Each name that tells whose it is in any case, by its words in lower case without hyphens."""
    words = load(f"{language}/actors")["any_case"]
    short, common = frozenset(words["short"]), frozenset(words["common"])
    named: dict[str, str] = {}
    for term in actors(language).classes:
        parts = _PARTS.split(term)
        capitals = sum(word[:1].isupper() for word in parts)
        proper = capitals >= _FEWEST_CAPITALS or term.startswith(words["lead"]) or term in short
        if proper and term not in common and parts[-1] not in joining_words():
            named.setdefault(bare_name(term), term)
    return named


@cache
def in_any_case(language: str = "en") -> re.Pattern[str]:
    """A pattern for one of these names in lower-case text, the longest first."""
    names = sorted(proper_names(language), key=len, reverse=True)
    forms = (re.escape(each).replace(r"\ ", "[ -]") for each in names)
    return re.compile(rf"\b(?:{by_letter(forms)})(?![\w-])(?!'s )")


def bare_name(words: str) -> str:
    """A name in lower case, with blanks for its hyphens: of the same length."""
    return words.lower().replace("-", " ")
