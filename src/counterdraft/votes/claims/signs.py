"""The words of a claim → signs: what each phrase stands for, by the table "claims" of the lexicon.

In: a text. Out: :class:`Sign` values from left to right, with what is understood by none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.text.straight import straighten

_FOLDED = ("quantity", "base", "widen", "share", "compare", "trend", "mode", "when")
_LISTS = ("negation", "vague", "contrast", "filler")
_YEAR = r"(?:19|20)\d\d"
_PATTERNS = (
    ("period", rf"(?:from|between)\s+({_YEAR})\s+(?:to|and|until)\s+({_YEAR})"),
    ("period", rf"({_YEAR})\s*[-\u2013]\s*({_YEAR})"),
    ("since", rf"(?:since|from)\s+({_YEAR})(?:\s+(?:on|onwards?))?"),
    ("after", rf"after\s+({_YEAR})"),
    ("until", rf"(?:until|up\s+to|by|through)\s+({_YEAR})"),
    ("before", rf"before\s+({_YEAR})"),
    ("year", rf"(?:in\s+)?({_YEAR})"),
    ("percent", r"(\d+(?:\.\d+)?)\s*(?:%|per\s?cent)"),
    ("number", r"(\d+)"),
)


class Sign(NamedTuple):
    """What a stretch of a claim stands for.

    ``kind`` is a table of the lexicon's, or "since", "percent" and the like; ``value`` its entry
    there, or the figures; "word" is what stands in no table, "mark" what is no word. ``words`` is
    the stretch itself, in lower case.
    """

    kind: str
    value: str
    start: int
    end: int
    more: str = ""
    words: str = ""


@cache
def around(name: str) -> frozenset[str]:
    """The words around a condition that the table has under a name."""
    return frozenset(load("en/claims")["around"][name])


def signs(text: str) -> list[Sign]:
    """All of ``text`` in signs; blanks between them are left out."""
    plain = straighten(text).lower()
    return [sign._replace(words=plain[sign.start : sign.end]) for sign in _signs(plain)]


def _signs(text: str) -> Iterator[Sign]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        sign = _next(text, at)
        yield sign
        at = sign.end


def _next(text: str, at: int) -> Sign:
    for kind, pattern in _figures():
        found = pattern.match(text, at)
        if found:
            more = found[2] if found.re.groups > 1 else ""
            return Sign(kind, found[1], at, found.end(), more)
    phrase = _phrase().match(text, at)
    if phrase:
        kind, value = _meanings()[" ".join(phrase[0].split())]
        return Sign(kind, value, at, phrase.end())
    word = re.compile(r"[^\W_](?:[\w'-]*\w)?").match(text, at)
    if word:
        return Sign("word", word[0], at, word.end())
    return Sign("mark", text[at], at, at + 1)


@cache
def _figures() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"{pattern}(?![\w/])")) for kind, pattern in _PATTERNS)


@cache
def _meanings() -> dict[str, tuple[str, str]]:
    """What each phrase stands for; of one that stands in two tables, the first one's."""
    table: dict[str, Any] = load("en/claims")
    found: dict[str, tuple[str, str]] = {}
    for kind in _FOLDED:
        for value, phrases in table[kind].items():
            for phrase in phrases:
                found.setdefault(phrase, (kind, value))
    for phrase, number in table["number"].items():
        found.setdefault(phrase, ("number", str(number)))
    for kind in _LISTS:
        for phrase in table[kind]["words"]:
            found.setdefault(phrase, (kind, phrase))
    return found


@cache
def _phrase() -> re.Pattern[str]:
    longest = sorted(_meanings(), key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest)
    return re.compile(rf"(?:{either})(?![\w-])")
