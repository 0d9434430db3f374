"""What an alteration of agreed language may change in substance: principles, duties and rights."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import any_form
from counterdraft.lexicon.load import load


class Principle(NamedTuple):
    """A principle by its name, the words that name it, and where it is laid down."""

    name: str
    pattern: re.Pattern[str]
    source: str


class Agreed(NamedTuple):
    """The principles, and a pattern of words that state a duty or a right."""

    principles: tuple[Principle, ...]
    duty: re.Pattern[str]


@cache
def agreed(language: str = "en") -> Agreed:
    """The words of a language."""
    data = load(f"{language}/agreed")
    return Agreed(
        tuple(Principle(p["name"], any_form(p["forms"]), p["source"]) for p in data["principle"]),
        any_form(data["duty"]["forms"]),
    )
