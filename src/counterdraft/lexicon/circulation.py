"""How a document says whose a draft is, as patterns around the name of a State."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Circulation(NamedTuple):
    """The words beside a name.

    ``after`` matches what follows the name of whoever circulated a draft, ``before`` what goes
    before it ("a draft submitted by").
    """

    after: re.Pattern[str]
    before: re.Pattern[str]


@cache
def circulation(language: str = "en") -> Circulation:
    """The patterns of a language; both are matched on straight text."""
    table = load(f"{language}/circulation")
    return Circulation(
        re.compile(rf"\s+(?:{'|'.join(table['verbs'])})\s+{table['draft']}\b", re.IGNORECASE),
        re.compile(
            rf"\b{table['draft']}\s+(?:which\s+was\s+)?(?:{'|'.join(table['by'])})\s+by\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
    )
