"""A document: what a reader makes of a source, and all that the parser sees."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from counterdraft.model.problem import Problem
from counterdraft.model.span import OffsetMap, Span

Role = Literal[
    "masthead", "title", "formula", "preambular", "operative", "heading", "annex", "other"
]


class Block(Struct, frozen=True, gc=False):
    """One paragraph of a document, as its source sets it apart.

    ``role`` and ``number`` are what the source's own markup says (AKN, a word
    processor's numbering); a plain text says neither, and its numbers stand in the
    text. ``number`` is the path from the outermost: ``("2", "(a)")``. ``level`` is
    the depth of the list or the indentation, ``quoted`` the depth of quotation,
    ``line`` the line of the source, from 1.
    """

    span: Span
    role: Role | None = None
    number: tuple[str, ...] = ()
    level: int = 0
    quoted: int = 0
    italics: tuple[Span, ...] = ()
    line: int | None = None


class Note(Struct, frozen=True):
    """A footnote: its marker, the offset in ``Document.text`` where it is called, its text."""

    marker: str
    anchor: int
    text: str


class Link(Struct, frozen=True, gc=False):
    """A hyperlink: the words that carry it and where it leads."""

    span: Span
    target: str


class Declared(Struct, frozen=True, kw_only=True):
    """One resolution that the source's own markup sets apart, with what it says of it.

    ``first`` and ``last`` bound its blocks (``blocks[first:last]``).
    """

    first: int
    last: int
    symbol: str | None = None
    organ: str | None = None
    title: str | None = None
    session: str | None = None
    date: str | None = None
    committee: str | None = None
    agenda_item: str | None = None
    draft_symbol: str | None = None
    sponsors: str | None = None
    adoption: str | None = None


class Document(Struct, frozen=True, kw_only=True):
    """A source as clean text in blocks.

    ``text`` is without footnote markers, quotation marks of e-mail, markup and line
    wrapping; blocks stand in it in order, apart by a newline. Every span of every
    later stage is an offset into it. ``offsets`` leads back to the source's own text.
    """

    source: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    language: str = "en"
    encoding: str = "utf-8"
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    declared: tuple[Declared, ...] = ()
    problems: tuple[Problem, ...] = ()
    offsets: OffsetMap = OffsetMap()
