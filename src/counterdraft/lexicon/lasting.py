"""What an organ decides to go on with, what it decides to end, and what is not to be done."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Lasting(NamedTuple):
    """Patterns for the words behind "decides", in straight text."""

    goes_on: re.Pattern[str]
    ends: re.Pattern[str]


class NotDone(NamedTuple):
    """Patterns for straight text: ``said`` names an ``act`` that is not to be done, as "not to go".

    ``asked`` names one that is to be done.
    """

    said: re.Pattern[str]
    asked: re.Pattern[str]


@cache
def not_done(language: str = "en") -> NotDone:
    """The patterns of a language."""
    data = load(f"{language}/lasting")["not_done"]
    said, adverbs = ("|".join(data[name]).replace(" ", r"\s+") for name in ("said", "adverbs"))
    act = rf"\s+(?:(?:{adverbs})\s+)?(?P<act>[a-z]{{3,}})\b"
    return NotDone(re.compile(rf"\b(?:{said}){act}"), re.compile(rf"(?<!\bnot\s)\bto{act}"))


@cache
def lasting(language: str = "en") -> Lasting:
    """The patterns of a language."""
    data = load(f"{language}/lasting")
    found = ("|".join(data[name]).replace(" ", r"\s+") for name in Lasting._fields)
    return Lasting(*(re.compile(rf"\s*(?:{each})\b") for each in found))
