"""Treaties by their ids."""

from __future__ import annotations

from functools import cache

from counterdraft.lexicon.load import load


@cache
def treaty_names(language: str = "en") -> dict[str, str]:
    """The full name of each treaty by its id."""
    return {entry["id"]: entry["name"] for entry in load(f"{language}/treaties")["treaty"]}
