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
def _names() -> tuple[dict[str, str], re.Pattern[str], dict[str, str], re.Pattern[str]]:
    """Names in lower case, and acronyms as they are, each with its id and a pattern."""
    names: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    for entry in load("en/treaties")["treaty"]:
        for name in (entry["name"], *entry.get("aliases", ())):
            table = acronyms if " " not in name else names
            table.setdefault(name if " " not in name else name.lower(), entry["id"])
    return names, _any_of(names), acronyms, _any_of(acronyms)


def _any_of(names: dict[str, str]) -> re.Pattern[str]:
    ordered = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{ordered})(?![\w-])")


# A paragraph without any of these names no treaty.
_GATE = re.compile(
    r"Conven|Covenant|Protocol|Treaty|Charter|Statute|Agreement|Constitution|Accord|Pact\b|\b[A-Z]{3,}"
)


def find_treaties(text: str, span: Span) -> tuple[TreatyMention, ...]:
    """Every treaty named in ``span``, in order."""
    if not _GATE.search(text, span.start, span.end):
        return ()
    names, spelled, acronyms, short = _names()
    words = text[span.start : span.end]
    lower = words.lower()
    found: list[tuple[int, int, str]] = []
    if len(lower) == len(words):
        found = [(*m.span(), names[m[0]]) for m in spelled.finditer(lower)]
    for m in short.finditer(words):
        if not any(a <= m.start() < b for a, b, _ in found):
            found.append((*m.span(), acronyms[m[0]]))
    return tuple(
        TreatyMention(treaty, words[a:b], Span(span.start + a, span.start + b))
        for a, b, treaty in sorted(found)
    )
