"""Words → the text of a pattern that matches any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ESCAPE_OR_CAPITAL = re.compile(r"(\\.)|[A-Z]")


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, literally, in their order; the first that fits wins."""
    return "|".join(re.escape(word) for word in words)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, each as a whole; of two that fit the longer wins."""
    return rf"\b(?:{alternatives(sorted(words, key=len, reverse=True))})\b"


def by_letter(patterns: Iterable[str]) -> str:
    """A pattern for any of ``patterns``, each of which begins with a letter of its own text.

    Each letter stands in it once: what the engine tries at a place are some letters, and then the
    few that begin with one of them. Those keep their order.
    """
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{letter}(?:{'|'.join(each)})" for letter, each in rests.items())


def in_lower_case(pattern: str) -> str:
    """A pattern whose letters are small, but for those that an escape is."""
    return _ESCAPE_OR_CAPITAL.sub(lambda found: found[1] or found[0].lower(), pattern)


def quick_look(forms: Iterable[str]) -> re.Pattern[str]:
    """Whether any of many forms may stand in a text, each from the beginning of a word on.

    It is searched for in the text in lower case with a blank before it: with all of them in one,
    what parts words at its head, and no case to mind, the engine is soon through a text with none.
    """
    either = "|".join(forms).replace(" ", r"\s+")
    return re.compile(in_lower_case(rf"\W(?:{either})"))
