"""Words by which a text comes back to what it asks, and how a clause asks nobody."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class FollowUp(NamedTuple):
    """``comes_back`` finds what sees to a follow-up; ``asking`` are classes of force.

    ``nobody`` matches what stands behind one of ``verbs``, which are lemmas, that asks nobody.
    """

    comes_back: re.Pattern[str]
    asking: frozenset[str]
    verbs: frozenset[str]
    nobody: re.Pattern[str]


@cache
def follow_up(language: str = "en") -> FollowUp:
    """The words of a language."""
    data = load(f"{language}/follow_up")
    return FollowUp(
        re.compile("|".join(data["forms"]).replace(" ", r"\s+"), re.IGNORECASE),
        frozenset(data["asking"]),
        frozenset(data["nobody"]["verbs"]),
        re.compile(data["nobody"]["form"].replace(" ", r"\s+")),
    )
