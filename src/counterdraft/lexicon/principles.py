"""Principles that a text may invoke, and what cannot be meant beside them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.acts import pattern
from counterdraft.lexicon.load import load
from counterdraft.model.finding import Confidence


class Principle(NamedTuple):
    """A principle, what to call it in a sentence, and the words that invoke it."""

    id: str
    name: str
    forms: re.Pattern[str]


class Tension(NamedTuple):
    """Two things that a text says and cannot both mean.

    ``first`` is a principle's id or an act ("end:measures"), ``second`` are acts or "own-source",
    which must stand in a clause that has ``also``; the sentences are those of a finding.
    """

    id: str
    title: str
    first: str
    second: tuple[str, ...]
    also: str
    statement: str
    why: str
    against: tuple[str, ...]
    source: str
    confidence: Confidence


@cache
def principles(language: str = "en") -> dict[str, Principle]:
    """Every principle by its id."""
    return {
        each["id"]: Principle(each["id"], each["name"], pattern(each["forms"]))
        for each in load(f"{language}/principles")["principle"]
    }


@cache
def tensions(language: str = "en") -> tuple[Tension, ...]:
    """Every tension, in the lexicon's order."""
    return tuple(
        Tension(
            each["id"], each["title"], each["first"], tuple(each["second"]), each.get("also", ""),
            each["statement"], each["why"], tuple(each["against"]), each["source"],
            each["confidence"],
        )
        for each in load(f"{language}/principles")["tension"]
    )  # fmt: skip
