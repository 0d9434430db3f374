"""The treaties that a paragraph names.

In: straightened text and a stretch of it. Out: ``TreatyMention`` values, by the
lexicon's ids; names inside of longer names are not counted again.
"""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.load import load
from counterdraft.model import Span, TreatyMention


@cache
def _names() -> dict[str, str]:
    """Every name and alias of a treaty → its id."""
    names: dict[str, str] = {}
    for entry in load("en/treaties")["treaty"]:
        for name in (entry["name"], *entry.get("aliases", ())):
            names.setdefault(name.lower(), entry["id"])
    return names


@cache
def treaty_titles() -> dict[str, str]:
    """The full name of each treaty by its id."""
    return {entry["id"]: entry["name"] for entry in load("en/treaties")["treaty"]}


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(
        (n for entry in load("en/treaties")["treaty"] for n in (entry["name"], *entry.get("aliases", ()))),
        key=len,
        reverse=True,
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})(?![\w-])")


# A paragraph without any of these names no treaty.
_GATE = re.compile(
    r"Conven|Covenant|Protocol|Treaty|Charter|Statute|Agreement|Constitution|Accord|Pact\b|\b[A-Z]{3,}"
)


def find_treaties(text: str, span: Span) -> tuple[TreatyMention, ...]:
    """Every treaty named in ``span``, in order."""
    if not _GATE.search(text, span.start, span.end):
        return ()
    names = _names()
    return tuple(
        TreatyMention(names[m[0].lower()], m[0], Span(*m.span()))
        for m in _pattern().finditer(text, span.start, span.end)
    )
