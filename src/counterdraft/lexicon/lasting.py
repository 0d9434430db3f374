"""What an organ decides to go on with, and what it decides to end."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Lasting(NamedTuple):
    """Patterns for the words behind "decides", in straight text."""

    goes_on: re.Pattern[str]
    ends: re.Pattern[str]


@cache
def lasting(language: str = "en") -> Lasting:
    """The patterns of a language."""
    data = load(f"{language}/lasting")
    found = ("|".join(data[name]).replace(" ", r"\s+") for name in Lasting._fields)
    return Lasting(*(re.compile(rf"\s*(?:{each})\b") for each in found))
