"""The words by which sources tell of votes: what was voted on, how, and who took which side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from counterdraft.lexicon.load import load
from counterdraft.lexicon.states import fold_name
from counterdraft.model.rollcall import Matter, Mode, Outcome, Position

_ORDER: tuple[Matter, ...] = ("motion", "amendment", "paragraph", "text")


@cache
def _patterns(table: str, name: str) -> re.Pattern[str]:
    return re.compile("|".join(load("en/votes")[table][name]))


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("\u2019", "'").split())


@lru_cache(maxsize=8192)
def matter_of(words: str) -> Matter:
    """What a description says was voted on: what it names first; "unknown" where it does not."""
    words = _plain(words)
    found = [(match.start(), at) for at, each in enumerate(_ORDER)
             if (match := _patterns("matter", each).search(words))]  # fmt: skip
    return _ORDER[min(found)[1]] if found else "unknown"


@lru_cache(maxsize=1024)
def mode_of(words: str) -> Mode:
    """How was voted, by the words of a source."""
    words = _plain(words)
    modes: Iterable[Mode] = load("en/votes")["mode"]
    return next((each for each in modes if _patterns("mode", each).search(words)), "unknown")


@lru_cache(maxsize=1024)
def outcome_of(words: str) -> Outcome:
    """Whether it was adopted, by the words of a source."""
    words = _plain(words)
    outcomes: Iterable[Outcome] = load("en/votes")["outcome"]
    return next((each for each in outcomes if _patterns("outcome", each).search(words)), "unknown")


@cache
def _positions() -> dict[str, Position]:
    table: dict[Position, list[str]] = load("en/votes")["position"]
    return {word: position for position, words in table.items() for word in words}


@lru_cache(maxsize=1024)
def position_of(word: str) -> Position | None:
    """The position that a code or word means; None where it means none."""
    return _positions().get(fold_name(word).rstrip("."))


def has_all(word: str) -> bool | None:
    """Whether a table says that its lists have everyone that voted; None where it says neither."""
    table: dict[str, list[str]] = load("en/votes")["whole"]
    folded = fold_name(word)
    return next((key == "yes" for key, words in table.items() if folded in words), None)


def bare_title(title: str) -> str:
    """A title without what a catalogue sets behind it."""
    return re.sub("|".join(load("en/votes")["title"]["tail"]), "", title, flags=re.IGNORECASE)


@cache
def columns() -> dict[str, str]:
    """Every name that a column of one's own may have → the name that it has here."""
    table: dict[str, list[str]] = load("en/votes")["columns"]
    return {alias: name for name, aliases in table.items() for alias in aliases}
