"""Titles of texts: which are one, which are alike, and which States they are about.

Years, sessions, case, quotes and what a catalogue adds to a title do not count. Some sources have
keywords in capitals ("CUBA, U.S. EMBARGO") where others have a title, or cut it short; then what
they say of the matter may be it. Keywords are no title: many texts share them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from counterdraft.lexicon.joining import content_of
from counterdraft.lexicon.states import find_states
from counterdraft.model.vote import Vote
from counterdraft.reuse.wording import normalised

_CATALOGUE = re.compile(
    r"\s*:\s*(?:draft )?(?:reso(?:l(?:u(?:t(?:i(?:o(?:n)?)?)?)?)?)?)?(?:\s*/.*)?\s*$", re.IGNORECASE
)
# What is said of a matter and is no title: a reference to an agenda, what a President said.
_NO_TITLE = re.compile(r"[A-Z]/\d|The (?:Acting )?President\b|I (?:shall )?now\b")
_LONGEST = 400
# What is left of an apostrophe in some tables: "People?Æs".
_BROKEN = re.compile(r"(?<=\w)\?[^\x00-\x7f]+(?=s\b)")
_LETTERS = re.compile(r"[^\w\x01]+")
_TYPO = 94.0  # of 100: above it two titles differ in how they are printed
_CUT = 85.0  # above it one title is the beginning of the other, or of a better copy of it
_WORDS, _ALIKE, _SAME = 5, 0.7, 0.85


class Title(NamedTuple):
    """A title for comparing: as one string, its words that say something, the States in it.

    ``shown`` is as it is printed, but for what a catalogue adds.
    """

    key: str
    words: frozenset[str]
    states: frozenset[str]
    shown: str


def titled(vote: Vote) -> str | None:
    """The title of the text that a vote is on, as far as its sources tell it."""
    title, detail = _clean(vote.title), _clean(vote.detail)
    if title and detail and len(detail) > len(title):
        begins = fuzz.ratio(detail[: len(title)].casefold(), title.casefold()) >= _CUT
        return detail if begins else title
    return title or detail


def _clean(text: str | None) -> str | None:
    """``text`` without what a catalogue adds; None where it is no title."""
    found = _CATALOGUE.sub("", " ".join(_BROKEN.sub("'", text or "").split()))
    if not found or found.isupper() or len(found) > _LONGEST or _NO_TITLE.match(found):
        return None
    return found if found[0].isupper() or found[0].isdigit() else None


@lru_cache(maxsize=16384)
def title_of(text: str) -> Title:
    """``text`` for comparing; what a catalogue puts after a title is left out."""
    clean = _CATALOGUE.sub("", text).strip()
    key = _key(clean)
    named = [each for each in find_states(clean) if not each.group]
    whole = clean
    for each in reversed(named):  # "DPRK" and "North Korea" are the same words
        whole = f"{whole[: each.start]}{each.name}{whole[each.end :]}"
    return Title(key, content_of(_key(whole)), frozenset(each.name for each in named), clean)


def _key(text: str) -> str:
    return " ".join(_LETTERS.sub(" ", normalised(text)).split()).removeprefix("the ")


def same(one: Title, other: Title) -> bool:
    """Whether two titles are one but for how they are printed."""
    if one.key == other.key:
        return True
    if not _of_one_state(one, other):
        return False
    return fuzz.ratio(one.key, other.key) >= _TYPO and not _one_word_more(one, other)


def _one_word_more(one: Title, other: Title) -> bool:
    """Whether one of two short titles says something that the other does not."""
    return min(len(one.words), len(other.words)) < _WORDS and one.words != other.words


def likeness(one: Title, other: Title) -> float:
    """From 0 to 1: the words that two titles share, of all and of the shorter one's.

    0 where they name different States. A title of few words must share nearly all of both.
    """
    shared = len(one.words & other.words)
    if not shared or not _of_one_state(one, other):
        return 0.0
    of_all = shared / len(one.words | other.words)
    shorter = min(len(one.words), len(other.words))
    return of_all if shorter < _WORDS else (of_all + shared / shorter) / 2


def alike(one: Title, other: Title) -> bool:
    """Whether one title may be a later wording of the other."""
    short = min(len(one.words), len(other.words)) < _WORDS
    return same(one, other) or likeness(one, other) >= (_SAME if short else _ALIKE)


def holds(title: Title, asked: Title) -> bool:
    """Whether a title has every word that was asked for, and is about the States asked for."""
    return asked.words <= title.words and asked.states <= title.states


def _of_one_state(one: Title, other: Title) -> bool:
    """Whether two titles can be about the same States: one may name fewer, or have one misspelt."""
    if one.states == other.states:
        return True
    fewer = one.states < other.states or other.states < one.states
    both = bool(one.states and other.states)
    return fewer and (both or fuzz.ratio(one.key, other.key) >= _TYPO)
