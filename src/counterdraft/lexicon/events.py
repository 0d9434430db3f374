"""How texts say that a meeting was held, a report came out, and that somebody praised."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import any_of
from counterdraft.lexicon.load import load


class Events(NamedTuple):
    """Patterns of whole words, in lower case: what a date follows, leaves it open, is held.

    ``during`` and ``sittings`` make of a date that of a part of what was held.
    ``joins`` with one of the ``determiners`` behind it begins another thing, which may be held.
    ``papers`` and ``apart`` are what is not held, and what joins it to something that was;
    ``hanging`` is by what a name hangs on another.
    """

    held: str
    out: str
    between: str
    open: str
    during: str
    sittings: str
    joins: str
    determiners: str
    meetings: str
    papers: str
    apart: str
    hanging: str


class Attributions(NamedTuple):
    """Patterns of whole words, in lower case, of who is said to have praised, and of how."""

    verbs: str
    nouns: str
    degree: str
    organs: str


@cache
def events(language: str = "en") -> Events:
    """The words of a language."""
    data = load(f"{language}/events")
    return Events(*(any_of(data[key]) for key in Events._fields))


@cache
def attributions(language: str = "en") -> Attributions:
    """The words of a language."""
    data = load(f"{language}/attributions")
    return Attributions(*(any_of(data[key]) for key in Attributions._fields))
