"""A title that a text gives to a resolution → what the titles in registers say to it.

A title is its words: a year, an ordinal or a State's name that differs makes it another. What does
not matter is how they are printed: capitals, accents, marks and articles. One that a text gives in
part stands where a whole part of the title does, up to a colon, a dash or a bracket.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from counterdraft.lexicon.states import fold_name
from counterdraft.model.register import Entry
from counterdraft.text.straight import straighten
from counterdraft.verify.answered import Answer, Asked
from counterdraft.verify.claim import Claim
from counterdraft.verify.told import said
from counterdraft.wording.english import listed

Alike = Literal["same", "part", "cut", "longer", "near", "other"]

_NO_TITLE = "no register that was asked has the title of this resolution"
_BOUNDARY = re.compile(r"\s*(?::|;|\s-+\s|--+|[()\[\]])\s*")
_ARTICLE = re.compile(r"\bthe\b|^\s*an?\b|(?<=[:;(])\s*an?\b", re.IGNORECASE)
_SMALL_ARTICLE = re.compile(r"\ban?\b(?=\s+\w)")
_MARK = re.compile(r"[^\w\s]")


def answer_title(claim: Claim, asked: Asked) -> Answer:
    """The title of a resolution; what is near to it, and is not it, is put as a question."""
    known = [each for each in asked.entries("title", claim.subject) if each.value]
    if not known:
        return Answer("unknown", said(_NO_TITLE))
    found: dict[Alike, list[Entry]] = {}
    for each in known:
        found.setdefault(alike(claim.value, each.value), []).append(each)
    agreed = [*found.get("same", ()), *found.get("part", ())]
    apart = [*found.get("near", ()), *found.get("other", ())]
    if agreed and apart:
        return Answer("contested", said(f"registers disagree: {_told(known)}"), tuple(known))
    if agreed:
        reason = "" if "same" in found else "the words given are a part of the title"
        return Answer("holds", said(_told(agreed), reason), tuple(agreed))
    return _not_it(claim, known, found)


def _not_it(claim: Claim, known: Sequence[Entry], found: dict[Alike, list[Entry]]) -> Answer:
    """What no register has as a title: near to one, a piece of one, or another title."""
    told = _told(known)
    if "cut" in found:
        reason = "the words given stand within the title, and are no whole part of it"
        return Answer("unknown", said(told, reason), tuple(known))
    if "longer" in found:
        reason = "the words given begin with the title, or have it as a part, and say more"
        return Answer("unknown", said(told, reason), tuple(known))
    if "near" in found:
        shown = found["near"][0].value
        question = (
            f"The text has “{claim.value}”, the register “{shown}”: is that of the register meant?"
        )
        reason = "the words given are near to the title, and are not the title"
        return Answer("unknown", said(told, reason), tuple(known), question)
    question = (
        f"{claim.subject} is entitled “{known[0].value}” in the register. Is the number right?"
    )
    return Answer("does not hold", said(told), tuple(known), question)


def alike(given: str, title: str) -> Alike:
    """How the words given for a title are to the title of a register.

    "part" is a whole part of it, of more than a word, "cut" words within it that are none;
    "longer" has it within, "near" shares half of its words with it.
    """
    if same_title(given, title):
        return "same"
    words, others = _words(given), _words(title)
    if len(words) > 1 and _squeezed(given) in _whole_parts(title):
        return "part"
    if _within(words, others):
        return "cut"
    if _within(others, words):
        return "longer"
    shared = len(set(words) & set(others))
    return "near" if shared * 2 >= min(len(set(words)), len(set(others))) else "other"


def same_title(one: str, other: str) -> bool:
    """Whether two titles are one, however they are printed."""
    return _squeezed(one) == _squeezed(other)


def _whole_parts(title: str) -> set[str]:
    """Every run of parts between a colon, a dash or brackets, as it is compared."""
    parts = [each for each in _BOUNDARY.split(straighten(title)) if each.strip()]
    count = len(parts)
    runs = (
        "".join(map(_squeezed, parts[a:b])) for a in range(count) for b in range(a + 1, count + 1)
    )
    return {each for each in runs if each}


def _words(text: str) -> list[str]:
    plain = straighten(text).replace("&", " and ").replace("'", "")
    bare = _SMALL_ARTICLE.sub(" ", _ARTICLE.sub(" ", plain))
    return _MARK.sub(" ", fold_name(bare)).split()


def _squeezed(text: str) -> str:
    """A title's words in one, so that a hyphen or a blank makes no other word."""
    return "".join(_words(text))


def _within(some: Sequence[str], others: Sequence[str]) -> bool:
    return f" {' '.join(some)} " in f" {' '.join(others)} "


def _told(entries: Sequence[Entry]) -> str:
    return listed([f"it is entitled “{each.value}” ({each.source})" for each in entries])
