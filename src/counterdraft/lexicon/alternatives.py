"""Words → the text of a pattern that matches any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_ESCAPE_OR_CAPITAL = re.compile(r"(\\.)|[A-Z]")


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, literally, in their order; the first that fits wins."""
    return "|".join(re.escape(word) for word in words)


def grouped(words: Mapping[str, Iterable[str]]) -> str:
    """Words as alternatives, those of each key in the group of its name."""
    return "|".join(f"(?P<{name}>{alternatives(each)})" for name, each in words.items())


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, each as a whole; of two that fit the longer wins."""
    return rf"\b(?:{alternatives(sorted(words, key=len, reverse=True))})\b"


def any_form(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of ``forms``, patterns whose blanks are any white space, from where a word begins."""
    return re.compile(rf"\b(?:{'|'.join(forms)})".replace(" ", r"\s+"), re.IGNORECASE)


def by_letter(patterns: Iterable[str]) -> str:
    """A pattern for any of ``patterns``, each of which begins with a letter of its own text.

    Each letter stands in it once: what the engine tries at a place are some letters, and then the
    few that begin with one of them. Those keep their order.
    """
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{letter}(?:{'|'.join(each)})" for letter, each in rests.items())


class Seldom(NamedTuple):
    """A pattern in letters of any case, slow to search for, which few texts have.

    ``words`` are in small letters; one of them stands in whatever the pattern matches, and a text
    that has none of them is not searched.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]

    def match(self, text: str) -> re.Match[str] | None:
        """What stands at the beginning of ``text``."""
        return self.pattern.match(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first in ``text``."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Each in ``text``."""
        return self.pattern.finditer(text) if self.may_be_in(text) else iter(())

    def may_be_in(self, text: str) -> bool:
        """Whether a text has one of the words."""
        lower = text.casefold()
        return any(word in lower for word in self.words)


def seldom(pattern: str, words: Iterable[str]) -> Seldom:
    """A pattern all of whose matches have one of ``words``; of these only some need be looked for.

    A word in which another stands is found with that.
    """
    small = {word.casefold() for word in words}
    needed = (each for each in small if not any(other in each for other in small - {each}))
    return Seldom(re.compile(pattern, re.IGNORECASE), tuple(sorted(needed)))


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
