"""Whether a text has words that a person asks for: whole words, whatever their case and accents.

In: words as typed; one that ends in "*" stands for every word that so begins. What stands between
two words does not count, so that "nuclear weapon free" is "nuclear-weapon-free".
"""

from __future__ import annotations

import re
from functools import lru_cache

from counterdraft.lexicon.states import fold_name

_WORD = re.compile(r"[^\W_]+\*?")
_MORE = r"[^\W_]*"
_BETWEEN = r"[\W_]+"


def asked_words(wanted: str) -> tuple[str, ...]:
    """The words asked for, folded, each with the "*" that it ends in."""
    return tuple(_WORD.findall(fold_name(wanted)))


def has_phrase(wanted: str, text: str) -> bool:
    """Whether ``text`` has the words in this order, with no other between them."""
    return any(each.search(fold_name(text)) for each in _phrase(asked_words(wanted)))


def has_words(wanted: str | None, text: str) -> bool:
    """Whether ``text`` has every word, wherever each stands; it has, where none is asked for."""
    if not wanted:
        return True
    folded = fold_name(text)
    words = asked_words(wanted)
    return bool(words) and all(each.search(folded) for word in words for each in _phrase((word,)))


@lru_cache(maxsize=256)
def _phrase(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """What finds the words in a folded text; nothing, where there are no words."""
    if not words:
        return ()
    parts = (
        re.escape(word.removesuffix("*")) + (_MORE if word.endswith("*") else "") for word in words
    )
    return (re.compile(rf"(?<![^\W_]){_BETWEEN.join(parts)}(?![^\W_])"),)
