"""The words by which a clause asks for less than it could."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.model import Span


class Qualified(NamedTuple):
    """A qualifier found: its id, what it says, where it stands, its hint, and if it leads.

    What leads stands before the thing that it limits ("to consider"), the others seldom do.
    """

    id: str
    says: str
    span: Span
    hint: str = ""
    leads: bool = False


class _Kind(NamedTuple):
    """A kind of qualifier: its forms, and the words without which none of them stands."""

    id: str
    says: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    leads: bool


@cache
def _kinds(language: str) -> tuple[_Kind, ...]:
    found = []
    for entry in load(f"{language}/qualifiers")["qualifier"]:
        forms = "|".join(f"(?:{form})" for form in entry["forms"]).replace(" ", r"\s+")
        pattern = re.compile(rf"\b(?:{forms})\b")
        hints, leads = tuple(entry["hints"]), entry.get("leads", False)
        found.append(_Kind(entry["id"], entry["says"], hints, pattern, leads))
    return tuple(found)


@cache
def leading_words(language: str = "en") -> frozenset[str]:
    """Words behind which a qualifier limits what follows it: "and, where possible, to mend"."""
    return frozenset(load(f"{language}/qualifiers")["leading"])


@cache
def passed_over(language: str = "en") -> frozenset[str]:
    """Words that do not yet say what is to be considered: "to consider ways to mend"."""
    return frozenset(load(f"{language}/qualifiers")["passed_over"])


def find_qualifiers(text: str, language: str = "en") -> Iterator[Qualified]:
    """Every qualifier in ``text`` (straightened), kind by kind, in order; none within a name."""
    lower = text.lower()
    if len(lower) != len(text):  # some letters, none of them English, become two
        lower = "".join(each.lower()[:1] for each in text)
    for kind in _kinds(language):
        for hint in kind.hints:
            if hint in lower:
                for found in kind.pattern.finditer(lower):
                    if _is_named(text[found.start() : found.end()]):
                        continue
                    word = next(each for each in kind.hints if each in found[0])
                    yield Qualified(kind.id, kind.says, Span(*found.span()), word, kind.leads)
                break


def _is_named(words: str) -> bool:
    """Whether they stand in a name: "the Biennial Meeting of States to Consider"."""
    return words.rpartition(" ")[2][:1].isupper()
