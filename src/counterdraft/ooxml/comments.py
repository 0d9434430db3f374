"""comments.xml → who said what in the margin, by the ids that the text calls them by."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from counterdraft.ooxml.names import W_AUTHOR, W_DATE, W_ID, w
from counterdraft.ooxml.pieces import pieces
from counterdraft.ooxml.revisions import stands
from counterdraft.ooxml.story import COMMENT_MARKS, paragraphs

_COMMENT = w("comment")


class Remark(NamedTuple):
    """A comment, as it is when all that is tracked in it is accepted."""

    text: str
    author: str | None
    date: str | None


def remarks(root: etree._Element | None) -> dict[str, Remark]:
    """The comments by their ids."""
    if root is None:
        return {}
    return {
        each.get(W_ID, ""): Remark(_words(each), each.get(W_AUTHOR), each.get(W_DATE))
        for each in root.iterfind(_COMMENT)
    }


def _words(comment: etree._Element) -> str:
    """The words of a comment, each paragraph on a line of its own."""
    lines = (
        "".join(
            piece.text
            for piece in pieces(placed.element)
            if piece.kind == "text" and stands(piece.changes, "final")
        )
        for placed in paragraphs(comment)
        if placed.element is not None and placed.element.tag not in COMMENT_MARKS
    )
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())
