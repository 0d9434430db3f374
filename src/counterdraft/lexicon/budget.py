"""What may carry programme budget implications, and words by which no new money is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Budget(NamedTuple):
    """Patterns of what may cost, each with what it is; ``saved`` finds what speaks against it.

    ``forces`` are the verbs under which they count; texts of ``committees`` are not read.
    """

    costs: tuple[tuple[str, re.Pattern[str]], ...]
    saved: re.Pattern[str]
    forces: frozenset[str]
    committees: frozenset[str]


@cache
def budget(language: str = "en") -> Budget:
    """The words of a language."""
    data = load(f"{language}/budget")
    costs = tuple((each["kind"], _any(each["forms"])) for each in data["cost"])
    return Budget(
        costs,
        _any(data["saved"]["forms"]),
        frozenset(data["forces"]),
        frozenset(data["committees"]),
    )


def _any(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(forms)})".replace(" ", r"\s+"), re.IGNORECASE)
