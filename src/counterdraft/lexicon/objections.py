"""Paragraphs of adopted texts to which somebody objected on the record, each with its source."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, get_args

from counterdraft.lexicon.load import load

Kind = Literal["amendment", "vote", "dissociation"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Source(NamedTuple):
    """Where a fact was read: who said it, when, and the address of the page."""

    title: str
    url: str


class Objection(NamedTuple):
    """Somebody objected to ``paragraph`` (an id) of ``text`` (a symbol, as it was adopted).

    ``kind`` says how: an amendment was proposed that would change or delete it, a vote was taken
    on it apart, or a delegation said that it does not agree to it. ``by`` are States and groups as
    the source names them, empty where it names none.
    """

    text: str
    paragraph: str
    kind: Kind
    by: tuple[str, ...]
    source: Source


@cache
def objections() -> tuple[Objection, ...]:
    """All that are known, by text."""
    data = load("objections")
    sources = {name: Source(*each) for name, each in data["source"].items()}
    return tuple(
        Objection(text, paragraph, kind, tuple(by), sources[source])
        for text, paragraph, kind, by, source in data["objection"]
    )
