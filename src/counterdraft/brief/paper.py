"""A brief as it is set on paper: what a form with pages is made from.

In it every link is resolved to the name of its target, words are cut into pieces where marks
begin and end, and what may not stand on a page is replaced. The forms (Word, PDF) say how it looks
and nothing else. ``on_paper`` makes it out of a ``Report``.
"""

from __future__ import annotations

from msgspec import Struct

from counterdraft.brief.report import MarkKind, PassageKind, Style


class Ref(Struct, frozen=True):
    """A reference to a place: what it is called ("OP2 (a), p. 3") and the name of its target."""

    label: str
    target: str


class Said(Struct, frozen=True):
    """A statement. ``link`` is the target of the words themselves, empty where they are no link."""

    text: str
    style: Style
    refs: tuple[Ref, ...] = ()
    link: str = ""


class Prose(Struct, frozen=True, tag="prose"):
    """Sentences that run on."""

    said: tuple[Said, ...]


class Bullets(Struct, frozen=True, tag="bullets"):
    """A list; ``title`` may be empty."""

    title: str
    said: tuple[Said, ...]


class Term(Struct, frozen=True):
    """A term and its values; ``wide`` where they want the width of the page."""

    term: str
    values: tuple[Said, ...]
    wide: bool


class Terms(Struct, frozen=True, tag="facts"):
    """Terms and their values."""

    terms: tuple[Term, ...]


Cell = tuple[Said, ...]


class Row(Struct, frozen=True):
    """A row; ``whole`` where it must not be broken over two pages."""

    cells: tuple[Cell, ...]
    level: int
    whole: bool


class Group(Struct, frozen=True):
    """Rows under a title, which may be empty."""

    title: str
    rows: tuple[Row, ...]


class Grid(Struct, frozen=True, tag="table"):
    """A table. ``widths`` are parts of the whole, and together 1."""

    title: str
    note: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    groups: tuple[Group, ...]


class Marked(Struct, frozen=True, tag="mark"):
    """Words under a mark, in italics, or that a link leads to, by its name (``anchor``)."""

    kind: MarkKind | None
    inner: tuple[Piece, ...]
    anchor: str = ""
    italic: bool = False


class Call(Struct, frozen=True, tag="call"):
    """Where a footnote is called."""

    marker: str
    target: str


Piece = str | Marked | Call


class Paragraph(Struct, frozen=True):
    """A passage of the text. ``back`` is, for a footnote, the passage that calls it."""

    anchor: str
    kind: PassageKind
    label: str
    page: str
    number: str
    level: int
    words: tuple[Piece, ...]
    back: str = ""


class Verbatim(Struct, frozen=True, tag="text"):
    """The text, with the kinds of marks that are in it and what to call them."""

    title: str
    legend: tuple[tuple[MarkKind, str], ...]
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...]


class Picture(Struct, frozen=True, tag="picture"):
    """A picture as SVG, and what it shows in words."""

    title: str
    description: str
    svg: str


PaperPart = Prose | Bullets | Terms | Grid | Picture | Verbatim


class Division(Struct, frozen=True):
    """A section, by its number."""

    anchor: str
    number: int
    title: str
    parts: tuple[PaperPart, ...]


class Sheet(Struct, frozen=True):
    """The brief of one resolution. ``running`` stands at the head of each of its pages."""

    anchor: str
    title: str
    subtitle: tuple[str, ...]
    running: str
    divisions: tuple[Division, ...]


class Paper(Struct, frozen=True):
    """A brief, with a sheet for each resolution; ``closing`` stands at its end."""

    title: str
    source: str
    language: str
    generator: str
    closing: str
    sheets: tuple[Sheet, ...]
