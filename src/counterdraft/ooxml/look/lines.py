"""A line of a text in the UN's look: its words, and its place among styles and lists."""

from __future__ import annotations

from typing import Literal, NamedTuple

from counterdraft.model import Note
from counterdraft.model.comparison import WordOp

Style = Literal[
    "ResolutionNumber", "ResolutionTitle", "Formula", "Heading1", "Preamble", "Operative",
    "Point", "Typed", "AnnexLabel", "AnnexTitle", "AnnexText", "Session", "Committee", "AgendaItem",
    "AgendaSubject", "Adopted", "Sponsors",
]  # fmt: skip


class Shape(NamedTuple):
    """How a paragraph is set: its style, and the list and the level that number it, if any."""

    style: Style
    place: tuple[int, int] | None = None


class Words(NamedTuple):
    """Words that stay, come or go, and whether in italics; ``was`` is how those that stay were."""

    text: str
    op: WordOp = "same"
    italic: bool = False
    was: bool = False


class Call(NamedTuple):
    """A note called: as A has it, as B has it, or both where it stays."""

    a: Note | None
    b: Note | None

    @property
    def op(self) -> WordOp:
        """What becomes of the call."""
        return "same" if self.a and self.b else "deleted" if self.a else "inserted"


class Line(NamedTuple):
    """A paragraph; ``shape`` is None where its end is deleted, ``was`` where it is inserted."""

    inner: tuple[Words | Call, ...]
    shape: Shape | None
    was: Shape | None

    @property
    def op(self) -> WordOp:
        """What becomes of the paragraph's end."""
        return "same" if self.shape and self.was else "inserted" if self.shape else "deleted"


def plain(text: str, style: Style) -> Line:
    """A paragraph that stays as it is."""
    shape = Shape(style)
    return Line((Words(text),), shape, shape)
