"""The treaties that a paragraph names.

In: straightened text and a stretch of it. Out: ``TreatyMention`` values, by the
lexicon's ids; names inside of longer names are not counted again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from counterdraft.lexicon.treaties import generic_words, treaties
from counterdraft.model import Span, TreatyMention
from counterdraft.text.straight import KEPT, lowered, shaped

_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]+[\w-]*")
_SPLIT = re.compile(r"[^a-z-]+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GLUED = frozenset("/-_")
# "the North Atlantic Treaty Organization" names an organization, and not the treaty.
_BODY = re.compile(r" organi[sz]ation\b")
# Where a name begins and ends, and whose it is.
_Found = tuple[int, int, str]


class _Names(NamedTuple):
    """Names in lower case by their first two words, longest first; acronyms as they are.

    ``reach`` is how far before a generic word a name that has it may begin.
    """

    firsts: frozenset[str]
    reach: int
    spelled: dict[str, dict[str, str]]
    acronyms: dict[str, str]


@cache
def _names() -> _Names:
    by_words: dict[str, dict[str, str]] = {}
    acronyms: dict[str, str] = {}
    firsts: set[str] = set()
    reach = 0
    for treaty in treaties():
        for name in (treaty.name, *treaty.aliases):
            first = _WORD.match(name.lower())
            if " " not in name:
                acronyms.setdefault(name, treaty.id)
            elif first is not None:
                begun = by_words.setdefault(_two_words(name.lower(), 0), {})
                begun.setdefault(name.lower(), treaty.id)
                firsts.add(first[0])
                reach = max(reach, min(_generic(name.lower())))
    spelled = {words: dict(sorted(each.items(), key=_longest)) for words, each in by_words.items()}
    return _Names(frozenset(firsts), reach, spelled, acronyms)


def _longest(name: tuple[str, str]) -> int:
    return -len(name[0])


def find_treaties(text: str, span: Span) -> tuple[TreatyMention, ...]:
    """Every treaty named in ``span``, in order."""
    found = _within(_spelled(text), span)
    if shaped(text).find("AAA", span.start, span.end) >= 0:
        found += _acronyms(text, span)
    if not found:
        return ()
    found.sort(key=_longest_first)
    mentions: list[TreatyMention] = []
    reach = span.start
    for start, end, treaty in found:
        if start >= reach:
            mentions.append(TreatyMention(treaty, text[start:end], Span(start, end)))
            reach = end
    return tuple(mentions)


def _within(found: Sequence[_Found], span: Span) -> list[_Found]:
    """What lies inside of a stretch."""
    first, last = bisect_left(found, (span.start,)), bisect_left(found, (span.end,))
    return [each for each in found[first:last] if each[1] <= span.end]


@lru_cache(KEPT)
def _spelled(text: str) -> tuple[_Found, ...]:
    """Every name of several words in a text, in order.

    The text is searched as a whole, and once: few of its paragraphs have one.
    """
    lower, names = lowered(text), _names()
    found: list[_Found] = []
    for start, stop in _stretches(lower, names.reach):
        for first in names.firsts.intersection(_WORD.findall(lower, start, stop)):
            found += _all_of(lower, first, names.spelled, start, stop)
    return tuple(sorted(found))


def _stretches(lower: str, reach: int) -> list[tuple[int, int]]:
    """Where names may begin: from the word so far before a generic one to the end of that."""
    stretches: list[tuple[int, int]] = []
    for place in sorted(at for word in generic_words() for at in _places(lower, word)):
        start = lower.rfind(" ", 0, max(0, place - reach)) + 1
        stop = lower.find(" ", place)
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, stop if stop >= 0 else len(lower)))
    return stretches


def _places(lower: str, word: str) -> Iterator[int]:
    at = lower.find(word)
    while at >= 0:
        yield at
        at = lower.find(word, at + 1)


def _generic(lower: str) -> list[int]:
    """Where each generic word stands first."""
    return [at for word in generic_words() for at in [lower.find(word)] if at >= 0]


def _two_words(lower: str, at: int) -> str:
    """The first two words at ``at``, without what is glued to the second."""
    space = lower.find(" ", at)
    second = _SPLIT.search(lower, space + 1) if space >= 0 else None
    return lower[at : second.start()] if second else lower[at:]


def _longest_first(found: _Found) -> tuple[int, int]:
    return found[0], -found[1]


def _all_of(
    lower: str, first: str, spelled: dict[str, dict[str, str]], start: int, stop: int
) -> list[_Found]:
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


def _at(lower: str, at: int, names: dict[str, str]) -> tuple[str, str] | None:
    """The longest of ``names`` that stands at ``at`` and ends with a word there."""
    if not lower.startswith(tuple(names), at):
        return None  # many begin with the same two words, and most that stand so are none
    for name, treaty in names.items():
        if lower.startswith(name, at):
            after = lower[at + len(name) : at + len(name) + 1]
            whole = not after.isalnum() and after not in _GLUED
            if whole and not _BODY.match(lower, at + len(name)):
                return name, treaty
    return None


def _acronyms(text: str, span: Span) -> list[_Found]:
    """The acronyms of treaties in capitals that are no part of a document symbol."""
    known = _names().acronyms
    return [
        (*word.span(), known[word[0]])
        for word in _ACRONYM.finditer(text, span.start, span.end)
        if word[0] in known and not _is_glued(text, word, span)
    ]


def _is_glued(text: str, word: re.Match[str], span: Span) -> bool:
    before = text[max(span.start, word.start() - 1) : word.start()]
    return not _GLUED.isdisjoint(before + text[word.end() : min(span.end, word.end() + 1)])
