"""Words → the text of a pattern that matches any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, literally, in their order; the first that fits wins."""
    return "|".join(re.escape(word) for word in words)


def by_letter(patterns: Iterable[str]) -> str:
    """A pattern for any of ``patterns``, each of which begins with a letter of its own text.

    Each letter stands in it once: what the engine tries at a place are some letters, and then the
    few that begin with one of them. Those keep their order.
    """
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{letter}(?:{'|'.join(each)})" for letter, each in rests.items())
