"""What whoever quotes a text puts into it: dots for what is left out, and notes in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives, any_of
from counterdraft.lexicon.dates import months
from counterdraft.lexicon.load import load

# What stands before the words that a bracket proposes: "[EU: ", "[US, Japan and NZ: ".
PROPOSER = r"[A-Z][\w &/+,-]{0,60}:"
_DOTS = r"(?:\u2026|(?<!\.)\.{3,4}(?!\.)|\. \. \.(?: \.)?)"


class Quoting(NamedTuple):
    """``mark`` matches a mark in brackets, ``left_out`` any by which words were left out.

    A blank, to be filled in, is no such mark: "80/…", "at its … session", "on … May". ``altered``
    matches the bracket round a letter whose case was changed ("[R]equests"), which is its group.
    ``remark`` matches one on a text under negotiation, with the blank before it, ``agreed`` one
    that says that all agree.
    """

    mark: re.Pattern[str]
    left_out: re.Pattern[str]
    altered: re.Pattern[str]
    remark: re.Pattern[str]
    agreed: re.Pattern[str]


def may_leave_out(text: str) -> bool:
    """Whether a text has what is in every mark by which words were left out: a quick look."""
    return "[" in text or "\u2026" in text or ".." in text or ". ." in text


class Announcing(NamedTuple):
    """``before`` ends right before the organ whose act a draft would be; ``behind`` is sought."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def announcing(language: str = "en") -> Announcing:
    """How the sentence before a quoted draft tells whose act it would be."""
    table = load(f"{language}/quoting")["announcing"]
    before, behind = ("|".join(table[name]) for name in ("before", "behind"))
    return Announcing(
        re.compile(rf"\b(?:{before})\s+(?:the\s+)?$", re.IGNORECASE),
        re.compile(rf"\b(?:{behind})\b", re.IGNORECASE),
    )


@cache
def quoting(language: str = "en") -> Quoting:
    """The marks of whoever quotes, in a language."""
    data = load(f"{language}/quoting")
    notes = alternatives((*data["notes"], *data["left_out"]))
    blanks = any_of((*data["blank_before"], *months()))
    words = alternatives(data["left_out"])
    return Quoting(
        re.compile(rf"\[ ?(?:{_DOTS}|{notes}) ?\]", re.IGNORECASE),
        # What is glued to a number or a hyphen is a blank in it.
        re.compile(
            rf"(?<![\d/\u2010-\u2014-])(?:\[ ?(?:{_DOTS}|(?i:{words})) ?\]"
            rf"|(?<!\[)(?<!\[ ){_DOTS})(?![\w/])"
            rf"(?! ?(?:{blanks}))"
        ),
        re.compile(r"(?<!\w)\[([^\W\d_])\](?=[^\W\d_])"),
        _remark((*data["agreed"], *data["remarks"])),
        _remark(data["agreed"]),
    )


def _remark(words: Iterable[str]) -> re.Pattern[str]:
    """ "[delete]", "[EU, JP: delete]", with the blank before it."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\s?\[ ?(?:{PROPOSER} ?)?(?i:{alternatives(longest)}) ?\]")
