"""What heads the columns of a table in which proposals stand beside a draft."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Heads(NamedTuple):
    """Whole heads in small letters: of the draft's column, of one beside it, of one of numbers."""

    draft: frozenset[str]
    beside: frozenset[str]
    number: frozenset[str]


@cache
def column_heads(language: str = "en") -> Heads:
    """The heads of a language."""
    table = load(f"{language}/columns")
    return Heads(*(frozenset(table[each]) for each in Heads._fields))
