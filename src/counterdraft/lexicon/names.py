"""Names of bodies and procedures, and what is written in their place by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from counterdraft.lexicon.load import load


class NearMiss(NamedTuple):
    """A wording that is nearly a name: its pattern, the name, where the name is from.

    ``both`` says that it counts only in a text that has the right name as well.
    """

    pattern: re.Pattern[str]
    name: str
    source: str
    both: bool


@cache
def near_misses(language: str = "en") -> tuple[NearMiss, ...]:
    """Every wording that is nearly a name of the lexicon."""
    return tuple(
        NearMiss(_pattern(wording, entry.get("after", "")), entry["name"], entry["source"], both)
        for entry in load(f"{language}/names")["name"]
        for wording, both in _wordings(entry)
    )


@cache
def before_names(language: str = "en") -> frozenset[str]:
    """Words in capitals that may stand before a name and make it no other's."""
    return frozenset(load(f"{language}/names")["before"])


def _wordings(entry: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """What is written in place of a name, and whether that may be another's name."""
    name = entry["name"]
    for key, both in (("small", False), ("heads", True)):
        for word, others in entry.get(key, {}).items():
            for other in others:
                yield re.sub(rf"\b{re.escape(word)}\b", other, name, count=1), both
    for word in entry.get("inner", ()):
        yield " ".join(name.replace(word, "").split()), False


def _pattern(wording: str, after: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, wording.split()))
    return re.compile(rf"(?<![\w-]){words}(?:s\b)?(?![\w-]){after}")
