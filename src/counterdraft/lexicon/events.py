"""How texts say that a meeting was held, a report came out, and that somebody praised."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Events(NamedTuple):
    """Patterns, in lower case: what a date follows, what leaves it open, what is held or not."""

    held: str
    out: str
    between: str
    open: str
    meetings: str
    papers: str
    apart: str


class Attributions(NamedTuple):
    """Patterns, in lower case, of who is said to have praised, and of how that is worded."""

    verbs: str
    nouns: str
    degree: str
    organs: str


@cache
def events(language: str = "en") -> Events:
    """The words of a language."""
    data = load(f"{language}/events")
    return Events(*(_longest_first(data[key]) for key in Events._fields))


@cache
def attributions(language: str = "en") -> Attributions:
    """The words of a language."""
    data = load(f"{language}/attributions")
    return Attributions(*(_longest_first(data[key]) for key in Attributions._fields))


def _longest_first(words: list[str]) -> str:
    return alternatives(sorted(words, key=len, reverse=True))
