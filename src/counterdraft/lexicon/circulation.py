"""How a text says that somebody brought a draft before others, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Circulation(NamedTuple):
    """``after`` follows the name of whoever brought a draft; ``before`` leads up to it."""

    after: re.Pattern[str]
    before: re.Pattern[str]


@cache
def circulation(language: str = "en") -> Circulation:
    """The patterns of a language: "circulated the draft", "the draft … tabled by"."""
    data = load(f"{language}/circulation")
    did, draft = (alternatives(data[name]) for name in ("did", "draft"))
    return Circulation(
        re.compile(
            rf"\W*(?:\w+\W+){{0,3}}(?:{did})\W+(?:\w+\W+){{0,3}}(?:{draft})\b", re.IGNORECASE
        ),
        re.compile(
            rf"\b(?:{draft})\b(?:\W+\w+){{0,4}}?\W+(?:{did})\W+by\W+(?:the\W+)?$", re.IGNORECASE
        ),
    )
