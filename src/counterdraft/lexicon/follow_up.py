"""Words by which a text comes back to what it asks, and how a clause asks nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class FollowUp(NamedTuple):
    """``comes_back`` finds what sees to a follow-up.

    ``asking`` and ``deciding`` are classes of force.
    ``asked`` finds what does so where it is asked or decided, ``dated`` ends before a date on which
    something is to be. ``nobody`` matches what stands behind one of ``verbs``, which are lemmas,
    that asks nobody.
    """

    comes_back: re.Pattern[str]
    asked: re.Pattern[str]
    dated: re.Pattern[str]
    asking: frozenset[str]
    deciding: frozenset[str]
    verbs: frozenset[str]
    nobody: re.Pattern[str]


@cache
def follow_up(language: str = "en") -> FollowUp:
    """The words of a language."""
    data = load(f"{language}/follow_up")
    return FollowUp(
        _any(data["forms"]),
        _any(_filled(data["asked"], data["asked_words"])),
        re.compile(rf"\b(?:{'|'.join(data['dated'])}) $", re.IGNORECASE),
        frozenset(data["asking"]),
        frozenset(data["deciding"]),
        frozenset(data["nobody"]["verbs"]),
        re.compile(data["nobody"]["form"].replace(" ", r"\s+")),
    )


def _any(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(forms).replace(" ", r"\s+"), re.IGNORECASE)


def _filled(forms: Sequence[str], words: dict[str, list[str]]) -> list[str]:
    """The forms with the words that they name in braces: "{to}"."""
    for name, each in words.items():
        forms = [form.replace(f"{{{name}}}", rf"(?:{'|'.join(each)})\b") for form in forms]
    return [rf"\b(?:{form})" for form in forms]
