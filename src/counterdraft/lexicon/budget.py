"""What may carry programme budget implications, and words by which no new money is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Costly(NamedTuple):
    """What may cost: a kind and its pattern.

    It is not asked for where ``aims`` matches what goes before it.
    """

    kind: str
    forms: re.Pattern[str]
    aims: re.Pattern[str] | None


class Budget(NamedTuple):
    """Patterns of what may cost; ``saved`` finds what speaks against it.

    ``forces`` are the verbs under which they count; texts of ``committees`` are not read.
    """

    costs: tuple[Costly, ...]
    saved: re.Pattern[str]
    forces: frozenset[str]
    committees: frozenset[str]


@cache
def budget(language: str = "en") -> Budget:
    """The words of a language."""
    data = load(f"{language}/budget")
    costs = tuple(
        Costly(each["kind"], _any(each["forms"]), _before(each.get("aims")))
        for each in data["cost"]
    )
    return Budget(
        costs,
        _any(data["saved"]["forms"]),
        frozenset(data["forces"]),
        frozenset(data["committees"]),
    )


def _any(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(forms)})".replace(" ", r"\s+"), re.IGNORECASE)


def _before(words: Sequence[str] | None) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(words)}) $", re.IGNORECASE) if words else None
