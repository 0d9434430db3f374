"""How a language says who exactly is meant by the name of somebody who is asked."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Narrowing(NamedTuple):
    """Words behind the name of whoever is asked.

    ``hanging`` ends a stretch behind which a clause goes on past a comma, ``before_next`` is what
    joins the next who is named; with ``not_behind`` begins what narrows nobody, with ``joined``
    what more is joined than is named.
    """

    hanging: re.Pattern[str]
    before_next: re.Pattern[str]
    not_behind: re.Pattern[str]
    joined: re.Pattern[str]


@cache
def narrowing(language: str = "en") -> Narrowing:
    """The words of a language."""
    words = {
        name: alternatives(each) for name, each in load(f"{language}/requests")["narrowed"].items()
    }
    marks = "[ ,]{0,3}"
    return Narrowing(
        re.compile(rf"\b(?:{words['hanging']})$"),
        re.compile(rf"{marks}(?:\b(?:{words['joins']})\b{marks}){{0,4}}$"),
        re.compile(rf",| (?:{words['not_behind']}) "),
        re.compile(rf" (?:{words['joined']}) "),
    )


class Meant(NamedTuple):
    """Words that tell who is meant by a name, in small letters.

    ``parties`` matches the name of parties to a treaty, and ``short`` matches, behind it, a treaty
    that was named before; who is asked for what ``joining`` matches may be party to another.
    ``narrowing`` matches the beginning of what narrows a name, ``referring`` in it what its own
    text alone explains. Of ``several`` there are many, and ``fighting`` are parties to something
    that may be known by the State that a text is on.
    """

    parties: re.Pattern[str]
    short: re.Pattern[str]
    joining: re.Pattern[str]
    narrowing: re.Pattern[str]
    referring: re.Pattern[str]
    several: frozenset[str]
    fighting: frozenset[str]


@cache
def meant(language: str = "en") -> Meant:
    """The words of a language."""
    data = load(f"{language}/requests")["meant"]
    parties, short, joining, narrowing, referring = (
        alternatives(data[name])
        for name in ("parties", "short", "joining", "narrowing", "referring")
    )
    return Meant(
        re.compile(rf"(?:[\w'’-]+ ){{0,4}}?(?:{parties})\b", re.IGNORECASE),
        re.compile(rf"to the (?:{short})s?\b"),
        re.compile(rf"\b(?:{joining})\b"),
        re.compile(rf"(?:{narrowing})\b"),
        re.compile(rf"\b(?:{referring})\b"),
        frozenset(data["several"]),
        frozenset(data["fighting"]),
    )
