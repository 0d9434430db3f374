"""What may carry programme budget implications, and words by which no new money is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import any_form, quick_look
from counterdraft.lexicon.load import load


class Costly(NamedTuple):
    """What may cost: a kind and its pattern.

    It is not asked for where ``aims`` matches what goes before it.
    """

    kind: str
    forms: re.Pattern[str]
    aims: re.Pattern[str] | None


class Budget(NamedTuple):
    """Patterns of what may cost, and a quick look for any; ``saved`` finds what speaks against it.

    ``forces`` are the verbs under which they count, but for the lemmas in ``aiming``; texts of
    ``committees`` are not read. Where
    ``negated`` matches what goes before, or ``negation`` in it, it is not to be done.
    """

    costs: tuple[Costly, ...]
    any_cost: re.Pattern[str]
    saved: re.Pattern[str]
    forces: frozenset[str]
    committees: frozenset[str]
    aiming: frozenset[str]
    negated: re.Pattern[str]
    negation: re.Pattern[str]


@cache
def budget(language: str = "en") -> Budget:
    """The words of a language."""
    data = load(f"{language}/budget")
    costs = tuple(
        Costly(each["kind"], any_form(each["forms"]), _before(each.get("aims")))
        for each in data["cost"]
    )
    return Budget(
        costs,
        quick_look(form for each in data["cost"] for form in each["forms"]),
        any_form(data["saved"]["forms"]),
        frozenset(data["forces"]),
        frozenset(data["committees"]),
        frozenset(data["aiming"]),
        _ended(data["not"], data["within"]),
        re.compile(r"\b(?:shall|will|should|must|be)\s+(?:not|never|no\s+longer)\b", re.IGNORECASE),
    )


def _before(words: Sequence[str] | None) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(words)}) $", re.IGNORECASE) if words else None


def _ended(words: Sequence[str], within: int) -> re.Pattern[str]:
    """One of the words, and at most so many others, before what follows."""
    forms = "|".join(words).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{forms})\s+(?:[\w'-]+\s+){{0,{within}}}$", re.IGNORECASE)
