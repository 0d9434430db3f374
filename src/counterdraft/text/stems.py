"""Words without the endings that their grammar gives them, so that "delivery" is "deliveries"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from counterdraft.text.straight import straighten

# Marks that are words of their own wherever they stand; what else stands between blanks is one.
_MARKS = ',;:()[]"?!'
_ENDS = "-'./"
_DIGIT = re.compile(r"\d")
_ENDINGS = (("'s", ""), ("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", ""))
# How adverbs, and nouns of what an adjective says, are made of it ("constructively").
_DERIVED = (
    ("ically", "ic"), ("ily", "y"), ("ly", ""), ("ality", "al"), ("arity", "ar"), ("ivity", "ive"),
    ("ency", "ent"), ("ancy", "ant"), ("nes", ""),
)  # fmt: skip
# What is left of a word that is no ending's is at least so long.
_LEAST = 3


def stem(word: str) -> str:
    """A word of lower-case letters without its ending; a rough one, the same for either text."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _LEAST:
            return word[: -len(ending)].removesuffix("e") + instead
    return word.removesuffix("e") if len(word) > _LEAST else word


@lru_cache(maxsize=50_000)
def family(stemmed: str) -> str:
    """The stem of the adjective that a stem's word is made of, else the stem itself; a rough one.

    It is the same for "constructive" and "constructively", "impartial" and "impartiality".
    """
    for ending, instead in _DERIVED:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) > _LEAST:
            return stem(stemmed[: -len(ending)] + instead)
    return stemmed


class Stemmed(NamedTuple):
    """The words, numbers and marks of a text as printed, and the stem of each."""

    words: list[str]
    stems: list[str]

    def printed(self, start: int, end: int) -> str:
        """Some of its words, without what only joins them to the next."""
        return " ".join(self.words[start:end]).strip(_ENDS)


class Stemmer(dict[str, Stemmed]):
    """Texts, by themselves, each taken to words once: much of two texts is the same."""

    def __missing__(self, text: str) -> Stemmed:
        apart = f"{straighten(text)} ".replace(". ", " . ")
        for mark in _MARKS:
            apart = apart.replace(mark, f" {mark} ")
        words = apart.split()
        found = self[text] = Stemmed(words, list(map(_stem_of_printed, words)))
        return found


@lru_cache(maxsize=50_000)
def _stem_of_printed(word: str) -> str:
    lower = word.lower().strip(_ENDS) or word
    # A symbol is a name and no word: so it looks, as a number does.
    return f"#{lower}" if "/" in lower and _DIGIT.search(lower) else stem(lower)
