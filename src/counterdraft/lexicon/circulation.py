"""How a document says whose a draft is, as patterns around the name of a State."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load

_REACH = 80  # characters before a name


class Circulation(NamedTuple):
    """The words beside a name.

    ``after`` matches what follows the name of whoever circulated a draft, ``before`` what goes
    before it ("a draft submitted by"); behind ``relative`` ("the draft that") ``did`` follows it.
    """

    after: re.Pattern[str]
    before: re.Pattern[str]
    relative: re.Pattern[str]
    did: re.Pattern[str]

    def says_of(self, straight: str, start: int, end: int) -> bool:
        """Whether what stands around a name in straight text says that it circulated a draft."""
        ahead = straight[max(0, start - _REACH) : start]
        if self.after.match(straight, end) or self.before.search(ahead):
            return True
        return bool(self.relative.search(ahead) and self.did.match(straight, end))


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
        re.compile(
            rf"\b{table['draft']}\b[^.;:,]{{0,60}},?\s+(?:{'|'.join(table['relative'])})\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        re.compile(rf"\s+(?:{'|'.join(table['verbs'])})\b", re.IGNORECASE),
    )
