"""A Resolution → a Word file in the look of the United Nations' documents.

In: a resolution and the document that it was found in, which has italics, notes and the title
of the agenda item. Out: the bytes of a DOCX with numbers that Word counts, footnotes of Word's,
running heads. Read again it is the same resolution; the same resolution gives the same bytes.
"""

from __future__ import annotations

from counterdraft.lexicon.languages import is_from_right
from counterdraft.model import Document, Resolution
from counterdraft.ooxml.look.file import Heads, word_file
from counterdraft.ooxml.look.masthead import masthead
from counterdraft.ooxml.look.units import units
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.redline.lines import lines
from counterdraft.ooxml.redline.sides import Side
from counterdraft.ooxml.redline.steps import unchanged


def to_docx(resolution: Resolution, document: Document) -> bytes:
    """The resolution as a DOCX."""
    head = masthead(resolution, document)
    side = Side(units(resolution, document), document, head.number)
    text = lines(unchanged(side.units), side, side)
    title = resolution.title or resolution.symbol or "Draft resolution"
    from_right = is_from_right(resolution.language)
    return word_file(Heads(head, head), text, Pen("", ""), title, from_right=from_right)
