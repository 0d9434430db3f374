"""The words by which an amendment says what would come, what would go, and where."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from counterdraft.lexicon.alternatives import any_of
from counterdraft.lexicon.load import load

Role = Literal["comes", "goes", "place"]
_ROLES: tuple[Role, ...] = ("comes", "goes", "place")


class Amending(NamedTuple):
    """Patterns for straight text.

    ``instruction`` matches the first words of one, its number before it, and ``named`` what it
    must speak of; ``whole`` matches what says that paragraphs go, not a part of them; the groups of
    ``roles`` are "comes", "goes" and "place"; ``orders`` matches what puts paragraphs in another
    order.
    """

    instruction: re.Pattern[str]
    named: re.Pattern[str]
    whole: re.Pattern[str]
    roles: re.Pattern[str]
    orders: re.Pattern[str]


@cache
def amending(language: str = "en") -> Amending:
    """The patterns of a language."""
    table = load(f"{language}/amending")
    roles = (f"(?P<{role}>{any_of(table[role])})" for role in _ROLES)
    return Amending(
        re.compile(rf"(?:\(?\w{{1,3}}[.)]\s+)?{any_of(table['begins'])}"),
        re.compile(rf"\b{table['names']}", re.IGNORECASE),
        re.compile(rf"{any_of(table['goes'])} {table['whole']}", re.IGNORECASE),
        re.compile("|".join(roles), re.IGNORECASE),
        re.compile(any_of(table["orders"]), re.IGNORECASE),
    )


@cache
def parts_named(language: str = "en") -> dict[str, re.Pattern[str]]:
    """What names a whole part of a draft, by the part: "preambular", "operative"."""
    table = load(f"{language}/amending")["parts"]
    return {part: re.compile(rf"\b(?:{each})\b", re.IGNORECASE) for part, each in table.items()}
