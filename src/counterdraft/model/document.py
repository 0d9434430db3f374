"""A document: what a reader makes of a source, and all that the parser sees."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from counterdraft.model.adoption import Adoption
from counterdraft.model.problem import Problem
from counterdraft.model.shown import Shown, many
from counterdraft.model.span import OffsetMap, Span

Role = Literal[
    "masthead", "title", "formula", "preambular", "operative", "continued", "heading", "annex",
    "other",
]  # fmt: skip


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""The ``media_type`` of a Word file."""


class Block(Struct, frozen=True, gc=False):
    """One paragraph of a document, as its source sets it apart.

    ``role`` and ``number`` are what the source's own markup says; a plain text says
    neither, and its numbers stand in the text. Beside the role of a paragraph (AKN)
    ``number`` is the path from the outermost, ``("2", "(a)")``, "" for a point without
    one; elsewhere (an annex, a list of a word processor or a web page) it is the
    paragraph's own number as a reader sees it, alone: ``("1.",)``, ``("(a)",)``,
    ``("\u2022",)``. "continued" is what goes on after the points of a paragraph.
    ``level`` is the depth of the list or the indentation, ``quoted`` the depth of
    quotation, ``line`` the line of the source, from 1, ``style`` what the source calls
    the paragraph's style, ``wid`` the name that it keeps through all versions (AKN).
    """

    span: Span
    role: Role | None = None
    number: tuple[str, ...] = ()
    level: int = 0
    quoted: int = 0
    italics: tuple[Span, ...] = ()
    line: int | None = None
    style: str | None = None
    wid: str | None = None


class Link(Struct, frozen=True, gc=False):
    """A hyperlink: the words that carry it and where it leads."""

    span: Span
    target: str


class Note(Struct, frozen=True):
    """A footnote: its marker, the offset in ``Document.text`` where it is called, its text.

    The spans of ``links`` and ``italics`` are offsets into its own text.
    """

    marker: str
    anchor: int
    text: str
    links: tuple[Link, ...] = ()
    italics: tuple[Span, ...] = ()


class Place(Struct, frozen=True, gc=False):
    """Where a printed line stands: from ``start`` in ``Document.text`` up to the next place's.

    ``page`` counts from 1; ``box`` is left, bottom, right and top in points, from the
    lower left corner of the page as it is shown.
    """

    start: int
    page: int
    box: tuple[float, float, float, float]


class Revision(Struct, frozen=True):
    """A tracked change: who inserted or deleted ``text``, and when (ISO 8601, as recorded).

    ``span`` is where the words stand in the view that was read; where that view leaves
    them out it is empty, at the place where they would stand. ``whole`` says that they are whole
    paragraphs: an empty span is then of none that is there, but stands between two.
    """

    kind: Literal["inserted", "deleted"]
    span: Span
    text: str
    author: str | None = None
    date: str | None = None
    whole: bool = False


class Comment(Struct, frozen=True):
    """A comment in the margin, on the words at ``span``; none of the text."""

    span: Span
    text: str
    author: str | None = None
    date: str | None = None


View = Literal["final", "original", "marked"]


class Declared(Struct, frozen=True, kw_only=True):
    """One resolution that the source's own markup sets apart, with what it says of it.

    ``first`` and ``last`` bound its blocks (``blocks[first:last]``); ``kind`` is what it
    is called there, ``adopted`` the line that says so, ``adoption`` how it was; ``subjects`` are
    the UN's own terms.
    """

    first: int
    last: int
    kind: Literal["resolution", "draft"] | None = None
    symbol: str | None = None
    organ: str | None = None
    title: str | None = None
    session: str | None = None
    date: str | None = None
    committee: str | None = None
    agenda_item: str | None = None
    draft_symbol: str | None = None
    sponsors: str | None = None
    adopted: str | None = None
    adoption: Adoption = Adoption()
    subjects: tuple[str, ...] = ()


class Document(Shown, frozen=True, kw_only=True):
    """A source as clean text in blocks.

    ``text`` is without footnote markers, quotation marks of e-mail, markup and line
    wrapping; blocks stand in it in order, apart by a newline. Every span of every
    later stage is an offset into it. ``offsets`` leads back to the source's own text;
    ``places``, in order, to the pages where the source has them. ``view`` says which
    state of a text with tracked changes this is: all of them accepted ("final"), all
    rejected ("original"), or both states' words side by side ("marked").
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
    places: tuple[Place, ...] = ()
    view: View = "final"
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()

    def in_a_line(self) -> str:
        """Where it is from, and how long it is."""
        characters, blocks = many(len(self.text), "character"), many(len(self.blocks), "block")
        return f"{self.source}, {characters} in {blocks}"

    def page_of(self, offset: int) -> int | None:
        """The page, from 1, on which ``offset`` stands; None where the source has no pages."""
        found = bisect_right(self.places, offset, key=_START) if self.places else 0
        return self.places[found - 1].page if found else None


_START = attrgetter("start")
