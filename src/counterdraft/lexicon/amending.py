"""The words by which an amendment says what would come, what would go, and where."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.dates import ordinals
from counterdraft.lexicon.load import load


class Amending(NamedTuple):
    """Patterns for straight text.

    ``signs`` are, by name, what an instruction is made of; ``parts`` name whole parts of a draft:
    "preambular", "operative", "both". ``marks`` are marks that are named and not quoted. ``talk``
    matches, perhaps nothing, at the start of a sentence, and ``denied`` what makes of that more
    than talk; ``undone`` is what a sentence has that takes something back.
    """

    signs: dict[str, tuple[re.Pattern[str], ...]]
    parts: dict[str, re.Pattern[str]]
    marks: dict[str, str]
    talk: re.Pattern[str]
    denied: re.Pattern[str]
    undone: re.Pattern[str]


class Named(NamedTuple):
    """The words, as patterns, by which paragraphs are named; of counts and last ones, values."""

    preambular: str
    operative: str
    paragraph: str
    sub: str
    preamble: str
    operative_part: str
    initials_preambular: str
    initials_operative: str
    latin: str
    last: dict[str, int]
    counts: dict[str, int]
    fresh: str
    standing: str


@cache
def amending(language: str = "en") -> Amending:
    """The patterns of a language."""
    table = load(f"{language}/amending")
    ordinal = f"(?:{alternatives(sorted(ordinals(language), key=len, reverse=True))})"
    signs = {
        name: tuple(_pattern(each.replace("{ordinal}", ordinal)) for each in several)
        for name, several in table["signs"].items()
    }
    return Amending(
        signs,
        {part: _pattern(each) for part, each in table["parts"].items()},
        table["marks"],
        re.compile(table["talk"]["before"].replace("{ordinal}", ordinal), re.IGNORECASE),
        _pattern(table["talk"]["denied"]),
        _pattern(table["talk"]["undone"]),
    )


def _pattern(several: str) -> re.Pattern[str]:
    """A pattern for whole words; for marks, wherever they stand."""
    return re.compile(rf"(?:(?<!\w)|(?!\w))(?:{several})(?:(?!\w)|(?<!\w))", re.IGNORECASE)


@cache
def named(language: str = "en") -> Named:
    """How paragraphs are named in a language."""
    return Named(**load(f"{language}/amending")["named"])
