"""The words by which a clause asks for less than it could."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.model import Span


class Qualified(NamedTuple):
    """A qualifier found: its id, what it says, where it stands."""

    id: str
    says: str
    span: Span


class _Kind(NamedTuple):
    """A kind of qualifier: its forms, and the words without which none of them stands."""

    id: str
    says: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def _kinds(language: str) -> tuple[_Kind, ...]:
    found = []
    for entry in load(f"{language}/qualifiers")["qualifier"]:
        forms = "|".join(f"(?:{form})" for form in entry["forms"]).replace(" ", r"\s+")
        pattern = re.compile(rf"\b(?:{forms})\b")
        found.append(_Kind(entry["id"], entry["says"], tuple(entry["hints"]), pattern))
    return tuple(found)


def find_qualifiers(text: str, language: str = "en") -> Iterator[Qualified]:
    """Every qualifier in ``text`` (straightened), kind by kind, in order."""
    lower = text.lower()
    if len(lower) != len(text):  # some letters, none of them English, become two
        lower = "".join(each.lower()[:1] for each in text)
    for kind in _kinds(language):
        for hint in kind.hints:
            if hint in lower:
                for found in kind.pattern.finditer(lower):
                    yield Qualified(kind.id, kind.says, Span(*found.span()))
                break
