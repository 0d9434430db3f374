"""A search as a person writes it, in FTS5's own language → what it asks for, or what is wrong.

In: words, "phrases", NEAR(a b, 5), AND, OR, NOT, parentheses, ``word*``. Out: the query, checked by
SQLite itself, with the phrases in it that matches are scored by.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from counterdraft.corpus.search_file import TOKENS, tokens
from counterdraft.errors import BadQuery

_LONGEST = 2000
_PIECE = re.compile(
    r"""(?P<string>"(?:[^"]|"")*")|(?P<word>[A-Za-z0-9_\x1a\u0080-\U0010ffff]+)
    |(?P<mark>[(){}:^+*,-])|(?P<blank>\s+)|(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_CURLY = str.maketrans("\u201c\u201d\u201e", '"""')
_OPERATORS = frozenset({"AND", "OR", "NOT", "NEAR"})
_NEAR_TO = re.compile(r'near "(.*)"$', re.DOTALL)
_REMEDY = (
    'Put what is no plain word in double quotes, "follow-up"; AND, OR, NOT and NEAR(a b, 5) '
    "stand between words or phrases"
)


class Leaf(NamedTuple):
    """A word or phrase of a query: its words as compared; ``begun``: the last may go on."""

    words: tuple[str, ...]
    begun: bool

    def as_query(self) -> str:
        """It alone, as a query."""
        return f'"{" ".join(self.words)}"{"*" if self.begun else ""}'

    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text that is folded."""
        first, *rest = map(re.escape, self.words)
        end = "" if self.begun else r"(?![^\W_])"
        # What stands before the word is looked at behind it: so the engine can search for the word.
        return re.compile(
            rf"{first}(?<![^\W_]{first})" + "".join(rf"[\W_]+{x}" for x in rest) + end
        )


class Query(NamedTuple):
    """A query that FTS5 takes, and the words and phrases in it, each once."""

    text: str
    leaves: tuple[Leaf, ...]


class _Piece(NamedTuple):
    kind: str
    text: str
    start: int


def parsed(text: str) -> Query:
    """The query that ``text`` is.

    Raises BadQuery, which says where it cannot be understood.
    """
    if len(text) > _LONGEST:
        raise BadQuery(f"a search has at most {_LONGEST:,} characters", remedy="Ask for less")
    text = text.translate(_CURLY)
    if not text.isprintable():
        text = "".join(each if each.isprintable() else " " for each in text)
    pieces = [_Piece(each.lastgroup or "", each[0], each.start()) for each in _PIECE.finditer(text)]
    pieces = [piece for piece in pieces if piece.kind != "blank"]
    leaves = _leaves(pieces)
    if text.strip():
        _check(text, pieces)
    if not leaves:
        raise BadQuery("it asks for no word", source=text, remedy="Say words or a phrase")
    return Query(text, leaves)


def _leaves(pieces: Sequence[_Piece]) -> tuple[Leaf, ...]:
    found: dict[Leaf, None] = {}
    distance = False
    for piece, after in zip_longest(pieces, pieces[1:]):
        # In "NEAR(a b, 5)" the figure is no word.
        distance, is_distance = piece.text == ",", distance
        if piece.kind not in {"string", "word"} or is_distance:
            continue
        if piece.kind == "word" and piece.text in _OPERATORS:
            continue
        words = tuple(tokens(piece.text))
        if words:
            begun = after is not None and after.text == "*"
            found[Leaf(words, begun)] = None
    return tuple(found)


def _check(text: str, pieces: Sequence[_Piece]) -> None:
    """What FTS5 has against the query is found before any segment is asked."""
    database = sqlite3.connect(":memory:")
    try:
        database.execute(f"CREATE VIRTUAL TABLE words USING fts5(text, tokenize = '{TOKENS}')")
        database.execute("SELECT rowid FROM words WHERE words MATCH ?", (text,)).fetchall()
    except sqlite3.Error as error:
        raise _bad(text, pieces, str(error)) from None
    finally:
        database.close()


def _bad(text: str, pieces: Sequence[_Piece], said: str) -> BadQuery:
    named = _NEAR_TO.search(said)
    near = named[1] if named else None
    at = _place(pieces, near)
    if near == "":
        return BadQuery("it ends too early", source=text, place="at its end", remedy=_REMEDY)
    reason = said.removeprefix("fts5: ") if near is None else f"{near!r} cannot stand here"
    if reason.startswith("no such column"):
        reason = "a colon or hyphen cannot stand here"
    return BadQuery(reason, source=text, place=f"at character {at + 1}", remedy=_REMEDY)


def _place(pieces: Sequence[_Piece], near: str | None) -> int:
    """Where it is wrong: at what FTS5 never takes, else at what it names and is out of place."""
    operators = {*_OPERATORS, "("}
    named = [
        (i == 0 or pieces[i - 1].text in operators, each.start)
        for i, each in enumerate(pieces)
        if each.kind != "string" and each.text == near
    ]
    wrong = [each.start for each in pieces if each.kind == "other"]
    wrong += [start for misplaced, start in named if misplaced]
    wrong += [start for _, start in named]
    wrong += [each.start for each in pieces if each.text in {":", "-"}]
    return wrong[0] if wrong else 0
