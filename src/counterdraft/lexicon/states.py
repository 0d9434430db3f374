"""States and groups by every name that texts give them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Named(NamedTuple):
    """A state or group found in a text: the lexicon's name, and where it stands there."""

    name: str
    start: int
    end: int
    group: bool


def fold_name(name: str) -> str:
    """A name for comparing: lower case, no accents, straight apostrophes, single blanks."""
    plain = unicodedata.normalize("NFKD", name.replace("\u2019", "'").casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@cache
def state_names() -> dict[str, str]:
    """Every folded name and alias of a state → the name as the UN prints it."""
    names: dict[str, str] = {}
    for entry in load("states")["state"]:
        for alias in (entry["name"], *entry.get("aliases", ())):
            names.setdefault(fold_name(alias), entry["name"])
    return names


@cache
def group_names() -> dict[str, str]:
    """Every folded name and alias of a group → its name."""
    names: dict[str, str] = {}
    for entry in load("states")["group"]:
        for alias in (entry["name"], *entry.get("aliases", ())):
            names.setdefault(fold_name(alias), entry["name"])
    return names


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((*state_names(), *group_names()), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def find_states(text: str) -> list[Named]:
    """The states and groups named in ``text``, longest names first where they overlap.

    Folding must keep the length of ``text``, or offsets are approximate; callers that
    need spans pass text whose accents are composed.
    """
    folded = "".join(_fold_char(c) for c in text)
    found = []
    for match in _pattern().finditer(folded):
        name = match[0]
        group = name in group_names()
        found.append(
            Named(group_names()[name] if group else state_names()[name], *match.span(), group)
        )
    return found


def _fold_char(char: str) -> str:
    """One character folded to one: offsets hold."""
    if char.isascii():
        return char.lower()
    if char in "\u2019\u2018":
        return "'"
    plain = unicodedata.normalize("NFKD", char)[0].casefold()
    return plain[0] if plain else char


def state_of(name: str) -> str | None:
    """The state that ``name`` (with or without "the") means."""
    folded = fold_name(name).removeprefix("the ")
    return state_names().get(folded) or state_names().get(f"the {folded}")
