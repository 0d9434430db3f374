"""Treaties by their ids and names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Treaty(NamedTuple):
    """A treaty: its id, full name, other names, and the day it was adopted, where known."""

    id: str
    name: str
    aliases: tuple[str, ...]
    adopted: str | None


@cache
def treaties(language: str = "en") -> tuple[Treaty, ...]:
    """Every treaty of the lexicon, in its order."""
    return tuple(
        Treaty(entry["id"], entry["name"], tuple(entry.get("aliases", ())), entry.get("adopted"))
        for entry in load(f"{language}/treaties")["treaty"]
    )


@cache
def treaty_names(language: str = "en") -> dict[str, str]:
    """The full name of each treaty by its id."""
    return {treaty.id: treaty.name for treaty in treaties(language)}


@cache
def treaty_parts(language: str = "en") -> dict[str, tuple[str, ...]]:
    """The ids of treaties that go together by one name, by the id of that name."""
    rows = load(f"{language}/treaties")["treaty"]
    return {each["id"]: tuple(each["includes"]) for each in rows if "includes" in each}


@cache
def generic_words(language: str = "en") -> tuple[str, ...]:
    """Words in small letters of which every full name of a treaty has one."""
    return tuple(load(f"{language}/treaties")["generic"])
