"""A page in runs: the stretches of text that a browser sets on lines of their own.

``flow`` makes them out of the tree, ``scope`` tells which of them are the text, ``write``
makes blocks of them.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from lxml import etree

from counterdraft.read.html.notes import Call
from counterdraft.read.reflow import is_formula, opens_clause

Kind = Literal["text", "heading", "row", "typed"]

_FEWEST_WORDS = 4
_CLOSED = re.compile(r"[,;:.](?:\s+and)?[\"'\u201d\u2019\])*\d ]*$")


class Piece(NamedTuple):
    """Some characters of a run, and what its markup says of them.

    ``link`` and ``change`` are places in the page's lists of them, -1 for none.
    """

    text: str
    italic: bool = False
    link: int = -1
    change: int = -1
    note: Call | None = None


BREAK = Piece("\n")


class Change(NamedTuple):
    """What ``<ins>`` and ``<del>`` say of a change."""

    kind: Literal["inserted", "deleted"]
    author: str | None
    date: str | None


class Run(NamedTuple):
    """A stretch of text: ``element`` is the one whose line it is on.

    ``number`` is the marker that is shown before it, ``quoted`` how many block quotes it
    stands in; ``apart`` is true for what is none of the page's text by its name.
    """

    element: etree._Element
    kind: Kind
    pieces: tuple[Piece, ...]
    number: str | None
    level: int
    quoted: int
    apart: bool

    @property
    def plain(self) -> str:
        """Its words, on one line."""
        return " ".join("".join(each.text for each in self.pieces).split())

    @property
    def lines(self) -> list[str]:
        """Its words, line by line."""
        return "".join(each.text for each in self.pieces).splitlines()


class Page(NamedTuple):
    """The runs of a page, and what its pieces point to."""

    runs: tuple[Run, ...]
    links: tuple[str, ...]
    changes: tuple[Change, ...]


def reads_as_draft(text: str) -> bool:
    """Whether a line reads as a clause of a draft, or names the organ that speaks in it."""
    return (is_formula(text) and "," in text) or reads_as_clause(text)


def reads_as_clause(text: str) -> bool:
    """Whether a line opens and ends as a clause does, past its number."""
    words = _LEAD.sub("", text, count=1)
    return (
        opens_clause(words)
        and len(words.split(None, _FEWEST_WORDS)) > _FEWEST_WORDS
        and bool(_CLOSED.search(words[-12:]))
    )


_LEAD = re.compile(r"\s*(?:\(?(?:\d{1,3}|[a-z]{1,4})[.)]|(?:PP|OP)\s?\d+\w*[.:]?|\u2022)\s+")
