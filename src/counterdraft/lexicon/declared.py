"""Words to which a delegation objected on the record as such, each with its source."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.lexicon.objections import Source


class Declared(NamedTuple):
    """``by`` (States and groups) objected to some words, at ``date`` ("2019-11") in a session.

    ``words`` are in lower case; a paragraph has them that has a word, or words, beginning so.
    """

    by: tuple[str, ...]
    session: int
    date: str
    words: tuple[str, ...]
    source: Source


@cache
def declared() -> tuple[Declared, ...]:
    """All that are known, by session."""
    data = load("declared")
    sources = {name: Source(*each) for name, each in data["source"].items()}
    return tuple(
        Declared(tuple(by), session, date, tuple(words), sources[source])
        for by, session, date, words, source in data["declared"]
    )


@cache
def spared() -> dict[str, tuple[str, ...]]:
    """By words to which somebody objected, those beside which they did not."""
    return {words: tuple(beside) for words, beside in load("declared")["spared"].items()}


@cache
def pattern_of(words: str) -> re.Pattern[str]:
    """What finds such words in a text with straight quotation marks."""
    return re.compile(rf"\b{re.escape(words)}", re.IGNORECASE)
