"""Paragraphs that were voted on apart, and where one of that number stands now."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class VotedApart(NamedTuple):
    """Of ``vote``, a text as it was adopted, ``paragraph`` (an id) was voted on apart.

    That was alone or with others. ``text`` is a later text of that title that has a paragraph of
    this number; whether it is the same one is not settled.
    """

    vote: str
    paragraph: str
    text: str


@cache
def voted_apart() -> tuple[VotedApart, ...]:
    """All that are known."""
    return tuple(VotedApart(*each) for each in load("voted_apart")["paragraph"])
