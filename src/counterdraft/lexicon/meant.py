"""Words that tell who is meant by a name that is asked, in one text and in another."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Meant(NamedTuple):
    """Words that tell who is meant by a name, in small letters.

    ``parties`` matches the name of parties to a treaty, ``called`` the end of it that all of them
    have alike, and ``short``, behind it, a treaty that was named before; who is asked for what
    ``joining`` matches may be party to another.
    ``narrowing`` matches the beginning of what narrows a name, ``referring`` in it what its own
    text alone explains. Of ``several`` there are many; ``task`` is the text of a pattern for what
    their full names go on with. ``fighting`` are parties to something that may be known by the
    State that a text is on.
    """

    parties: re.Pattern[str]
    called: re.Pattern[str]
    short: re.Pattern[str]
    joining: re.Pattern[str]
    narrowing: re.Pattern[str]
    referring: re.Pattern[str]
    several: frozenset[str]
    task: str
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
        re.compile(rf"\b(?:{parties})$"),
        re.compile(rf"to the (?:{short})s?\b"),
        re.compile(rf"\b(?:{joining})\b"),
        re.compile(rf"(?:{narrowing})\b"),
        re.compile(rf"\b(?:{referring})\b"),
        frozenset(data["several"]),
        alternatives(data["task"]),
        frozenset(data["fighting"]),
    )
