"""How far the name of a body goes, and what else tells bodies apart, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class BodyNames(NamedTuple):
    """All but ``without``, which is matched on a whole name, are matched on straight text.

    ``begins`` behind the blank after the words for a body, ``never`` and ``ends`` at the beginning
    of a word, ``comma`` behind a comma and its blank, ``more`` right behind a name, ``trailing`` on
    whole words, ``number`` gives a resolution's number as its group.
    """

    begins: re.Pattern[str]
    never: re.Pattern[str]
    ends: re.Pattern[str]
    trailing: re.Pattern[str]
    comma: re.Pattern[str]
    more: re.Pattern[str]
    number: re.Pattern[str]
    without: re.Pattern[str]


@cache
def body_names(language: str = "en") -> BodyNames:
    """What a language has of them."""
    table = load(f"{language}/body_names")
    return BodyNames(
        re.compile(rf"{table['begins']}\b"),
        re.compile(rf"(?:{'|'.join(table['never'])})", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(f'(?:{each})' for each in table['ends'])})(?![\w'-])"),
        re.compile(table["trailing"]),
        re.compile(table["comma"]),
        re.compile(table["more"]),
        re.compile(table["number"], re.IGNORECASE),
        re.compile(table["without"]),
    )
