"""The names of months, the forms of dates, and ordinal numbers in words, as sessions have them."""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load
from counterdraft.text.stems import stem

YEAR = r"(?:19|20)\d\d"
NUMBERED = rf"(?:\ [A-Z])?\ ?\((?:{YEAR}|(?:E?S-)?[IVXLC]+)\)"
"""What makes a number of what stands before it: "2042 (2012)", "1904 A (XVIII)"."""


@cache
def months(language: str = "en") -> dict[str, int]:
    """The months by name, from 1."""
    return {name: i for i, name in enumerate(load(f"{language}/dates")["months"], 1)}


@cache
def moment_forms(language: str = "en") -> str:
    """Patterns for one day, or a month in its year, in each form that is read.

    Groups: ``d``, ``m``, ``y``; ``um``, ``ud``, ``uy`` where the month comes first; ``nd``,
    ``mark``, ``nm``, ``ny`` in figures; ``mm``, ``my`` of a month.
    """
    month, th = alternatives(months(language)), "(?:st|nd|rd|th)?"
    return (
        rf"(?P<d>\d{{1,2}}){th}\ ?(?:of\ )?(?P<m>{month})(?:,?\ (?P<y>{YEAR}))?"
        rf"|(?P<um>{month}),?\ (?P<ud>\d{{1,2}}){th}(?:,?\ (?P<uy>{YEAR}))?(?![\w/])"
        rf"|(?P<nd>\d{{1,2}})(?P<mark>[./])(?P<nm>\d{{1,2}})[./](?P<ny>{YEAR})(?![\w/]|\.\d)"
        rf"|(?P<mm>{month})\ (?P<my>{YEAR})"
    )


@cache
def moment_pattern(language: str = "en") -> str:
    """A pattern without groups for a day, a month or a year, or for a part of it."""
    forms = re.sub(r"[?]P<[a-z]+>", "?:", moment_forms(language))
    return rf"(?:(?:{alternatives(parts(language))})?(?:{forms}|{YEAR}(?!/\d|{NUMBERED})))"


@cache
def ordinals(language: str = "en") -> dict[str, int]:
    """Number words by value: "eightieth" → 80, "eighty-first" → 81."""
    words = load(f"{language}/dates")["ordinals"]
    found = {word: i for i, word in enumerate(words["units"], 1)}
    for i, word in enumerate(words["tens"]):
        found[word] = 20 + 10 * i
    for i, tens in enumerate(words["tens_stems"]):
        for unit, word in enumerate(words["units"][:9], 1):
            found[f"{tens}-{word}"] = 20 + 10 * i + unit
    return found


@cache
def counting_stems(language: str = "en") -> frozenset[str]:
    """The stems of the names of sessions and months, which change every year."""
    return frozenset(stem(each.lower()) for each in (*months(language), *ordinals(language)))


@cache
def parts(language: str = "en") -> tuple[str, ...]:
    """What stands right before a day, a month or a year, and tells which part of it is meant."""
    return tuple(load(f"{language}/dates")["parts"])


@cache
def in_names(language: str = "en") -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes of the year behind it a part of a name, and of the year before it."""
    names = load(f"{language}/dates")["names"]
    before, after = alternatives(names["before"]), alternatives(names["after"])
    return re.compile(rf"\b(?:{before}) $"), re.compile(rf" (?:{after})\b")


@cache
def ordinal_words(language: str = "en") -> dict[int, str]:
    """The word of each number: 80 → "eightieth"."""
    return {number: word for word, number in ordinals(language).items()}
