"""The treaties that a paragraph names.

In: straightened text and a stretch of it. Out: ``TreatyMention`` values, by the
lexicon's ids; names inside of longer names are not counted again.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.treaties import treaties
from counterdraft.model import Span, TreatyMention
from counterdraft.text.straight import shaped

_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]+[\w-]*")
_SPLIT = re.compile(r"[^a-z-]+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Every full name of a treaty has one of these.
_GENERIC = (
    "conven", "covenant", "protocol", "treat", "charter", "statute", "agreement", "pact", "marpol",
    "amendment", "rules", "regulations", "constitutive",
)  # fmt: skip
_GLUED = frozenset("/-_")
# "the North Atlantic Treaty Organization" names an organization, and not the treaty.
_BODY = re.compile(r" organi[sz]ation\b")


class _Names(NamedTuple):
    """Names in lower case by their first two words, longest first; acronyms as they are.

    ``reach`` is how far before a generic word a name that has it may begin.
    """

    firsts: frozenset[str]
    reach: int
    spelled: dict[str, tuple[tuple[str, str], ...]]
    acronyms: dict[str, str]


@cache
def _names() -> _Names:
    by_word: dict[str, list[tuple[str, str]]] = {}
    acronyms: dict[str, str] = {}
    firsts: set[str] = set()
    reach = 0
    for treaty in treaties():
        for name in (treaty.name, *treaty.aliases):
            first = _WORD.match(name.lower())
            if " " not in name:
                acronyms.setdefault(name, treaty.id)
            elif first is not None:
                by_word.setdefault(_two_words(name.lower(), 0), []).append(
                    (name.lower(), treaty.id)
                )
                firsts.add(first[0])
                reach = max(reach, min(_generic(name.lower())))
    spelled = {word: tuple(sorted(each, key=_longest)) for word, each in by_word.items()}
    return _Names(frozenset(firsts), reach, spelled, acronyms)


def _longest(name: tuple[str, str]) -> int:
    return -len(name[0])


def find_treaties(text: str, span: Span) -> tuple[TreatyMention, ...]:
    """Every treaty named in ``span``, in order."""
    words = text[span.start : span.end]
    lower = words.lower()
    if len(lower) != len(words):
        lower = words
    names = _names()
    found: list[tuple[int, int, str]] = []
    generic = _generic(lower)
    if generic:
        # From the word so far before the first of them to the end of the last.
        start = lower.rfind(" ", 0, max(0, min(generic) - names.reach)) + 1
        stop = lower.find(" ", max(generic))
        stop = len(lower) if stop < 0 else stop
        for first in names.firsts.intersection(_WORD.findall(lower, start, stop)):
            found += _all_of(lower, first, names.spelled, start, stop)
    if "AAA" in shaped(text)[span.start : span.end]:
        for word in _ACRONYM.finditer(words):
            treaty = _acronym(words, word, names)
            if treaty is not None:
                found.append((*word.span(), treaty))
    if not found:
        return ()
    found.sort(key=_longest_first)
    mentions: list[TreatyMention] = []
    reach = 0
    for start, end, treaty in found:
        if start >= reach:
            here = Span(span.start + start, span.start + end)
            mentions.append(TreatyMention(treaty, words[start:end], here))
            reach = end
    return tuple(mentions)


def _generic(lower: str) -> list[int]:
    """Where generic words stand, the first and the last of each among them."""
    places: list[int] = []
    for word in _GENERIC:
        at = lower.find(word)
        if at >= 0:
            places += (at, lower.rfind(word))
    return places


def _two_words(lower: str, at: int) -> str:
    """The first two words at ``at``, without what is glued to the second."""
    space = lower.find(" ", at)
    second = _SPLIT.search(lower, space + 1) if space >= 0 else None
    return lower[at : second.start()] if second else lower[at:]


def _longest_first(found: tuple[int, int, str]) -> tuple[int, int]:
    return found[0], -found[1]


def _all_of(
    lower: str, first: str, spelled: dict[str, tuple[tuple[str, str], ...]], start: int, stop: int
) -> list[tuple[int, int, str]]:
    """Every place between the two where a name that begins with the word ``first`` stands."""
    found = []
    at = lower.find(first, start, stop)
    while at >= 0:
        names = spelled.get(_two_words(lower, at))
        name = _at(lower, at, names) if names and not (at and lower[at - 1].isalnum()) else None
        if name is not None:
            found.append((at, at + len(name[0]), name[1]))
        at = lower.find(first, at + 1, stop)
    return found


def _at(lower: str, at: int, names: tuple[tuple[str, str], ...]) -> tuple[str, str] | None:
    """The longest of ``names`` that stands at ``at`` and ends with a word there."""
    for name, treaty in names:
        if lower.startswith(name, at):
            after = lower[at + len(name) : at + len(name) + 1]
            whole = not after.isalnum() and after not in _GLUED
            if whole and not _BODY.match(lower, at + len(name)):
                return name, treaty
    return None


def _acronym(words: str, word: re.Match[str], names: _Names) -> str | None:
    """The treaty of an acronym in capitals that is no part of a document symbol."""
    treaty = names.acronyms.get(word[0])
    if treaty is None:
        return None
    around = words[max(0, word.start() - 1) : word.start()] + words[word.end() : word.end() + 1]
    return None if _GLUED.intersection(around) else treaty
