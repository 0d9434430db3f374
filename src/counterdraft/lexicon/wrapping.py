"""The words that tell a line break of the page from one of the author's."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


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
