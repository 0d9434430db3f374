"""Words without the endings that their grammar gives them, so that "delivery" is "deliveries"."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = (("'s", ""), ("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", ""))
# What is left of a word that is no ending's is at least so long.
_LEAST = 3


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word of lower-case letters without its ending; a rough one, the same for either text."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _LEAST:
            return word[: -len(ending)].removesuffix("e") + instead
    return word.removesuffix("e") if len(word) > _LEAST else word
