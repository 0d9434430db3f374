"""The words that tell a line break of the page from one of the author's."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load
from counterdraft.lexicon.organs import organs
from counterdraft.lexicon.verbs import verbs


class Wrapping(NamedTuple):
    """Words at the end of a line.

    ``hyphenated`` keep their hyphen; ``unfinished`` matches the words after which the
    sentence goes on; ``before_number`` are those after which a number is no marker; ``numbered``
    matches the number of an article or the like, after which a letter is that of its point.
    """

    hyphenated: frozenset[str]
    unfinished: re.Pattern[str]
    before_number: tuple[str, ...]
    numbered: re.Pattern[str]


@cache
def wrapping(language: str = "en") -> Wrapping:
    """The words at the end of a line, in a language."""
    data = load(f"{language}/wrapping")
    return Wrapping(
        frozenset(data["hyphenated"]),
        re.compile(rf"\b(?:{alternatives(data['unfinished'])})$"),
        tuple(data["before_number"]),
        re.compile(
            rf"\b(?:{alternatives(data['numbered'])}) \d+"
            r"(?:(?:,| and| or| to)? ?(?:\d+|\([a-z]{1,4}\)))*(?: and| or| to|,)?$",
            re.IGNORECASE,
        ),
    )


def is_one_word(halves: str) -> bool:
    """Whether the halves of a word are one that is known, whatever its first half is elsewhere.

    "Re-" and "quests" are a verb of resolutions, "Gen-" and "eral" stand in an organ's name.
    """
    return halves.lower() in _whole()


@cache
def _whole() -> frozenset[str]:
    named = (word for organ in organs() for name in organ.names for word in name.lower().split())
    return frozenset([*verbs().forms, *named])
