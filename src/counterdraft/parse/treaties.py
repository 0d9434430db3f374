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

_CAPITALS = re.compile(r"[A-Z]{3}")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]+[\w-]*")
_SPLIT = re.compile(r"[^a-z-]+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GLUED = frozenset("/-_")


class _Names(NamedTuple):
    """Names in lower case by their first two words, longest first; acronyms as they are."""

    firsts: frozenset[str]
    spelled: dict[str, tuple[tuple[str, str], ...]]
    acronyms: dict[str, str]


@cache
def _names() -> _Names:
    by_word: dict[str, list[tuple[str, str]]] = {}
    acronyms: dict[str, str] = {}
    firsts: set[str] = set()
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
    spelled = {word: tuple(sorted(each, key=_longest)) for word, each in by_word.items()}
    return _Names(frozenset(firsts), spelled, acronyms)


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
    if _may_spell(lower):
        for first in names.firsts.intersection(_WORD.findall(lower)):
            found += _all_of(lower, first, names.spelled)
    if _CAPITALS.search(words):
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


def _may_spell(lower: str) -> bool:
    """Whether a word that every full name of a treaty has may stand here: a quick look."""
    return (
        "conven" in lower or "covenant" in lower or "protocol" in lower or "treat" in lower
        or "charter" in lower or "statute" in lower or "agreement" in lower
        or "constitution" in lower or "accord" in lower or "pact" in lower or "marpol" in lower
        or "amendment" in lower or "rules" in lower or "regulations" in lower
        or "constitutive" in lower
    )  # fmt: skip


def _two_words(lower: str, at: int) -> str:
    """The first two words at ``at``, without what is glued to the second."""
    space = lower.find(" ", at)
    second = _SPLIT.search(lower, space + 1) if space >= 0 else None
    return lower[at : second.start()] if second else lower[at:]


def _longest_first(found: tuple[int, int, str]) -> tuple[int, int]:
    return found[0], -found[1]


def _all_of(
    lower: str, first: str, spelled: dict[str, tuple[tuple[str, str], ...]]
) -> list[tuple[int, int, str]]:
    """Every place where a name that begins with the word ``first`` stands."""
    found = []
    at = lower.find(first)
    while at >= 0:
        names = spelled.get(_two_words(lower, at))
        name = _at(lower, at, names) if names and not (at and lower[at - 1].isalnum()) else None
        if name is not None:
            found.append((at, at + len(name[0]), name[1]))
        at = lower.find(first, at + 1)
    return found


def _at(lower: str, at: int, names: tuple[tuple[str, str], ...]) -> tuple[str, str] | None:
    """The longest of ``names`` that stands at ``at`` and ends with a word there."""
    for name, treaty in names:
        if lower.startswith(name, at):
            after = lower[at + len(name) : at + len(name) + 1]
            if not after.isalnum() and after not in _GLUED:
                return name, treaty
    return None


def _acronym(words: str, word: re.Match[str], names: _Names) -> str | None:
    """The treaty of an acronym in capitals that is no part of a document symbol."""
    treaty = names.acronyms.get(word[0])
    if treaty is None:
        return None
    around = words[max(0, word.start() - 1) : word.start()] + words[word.end() : word.end() + 1]
    return None if _GLUED.intersection(around) else treaty
