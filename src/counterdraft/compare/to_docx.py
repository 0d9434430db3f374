"""A Comparison → a Word file with B as tracked changes of A.

In: the comparison, and both resolutions with the documents that they were found in. Out: the
bytes of a DOCX in the UN's look. To reject all changes gives A, to accept all gives B.
"""

from __future__ import annotations

from typing import NamedTuple

from counterdraft.model import Comparison, Document, Resolution, Unit
from counterdraft.ooxml.look.file import Heads, word_file
from counterdraft.ooxml.look.masthead import masthead
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.redline.lines import lines
from counterdraft.ooxml.redline.sides import Side
from counterdraft.ooxml.redline.steps import steps


class Text(NamedTuple):
    """A resolution and the document that it was found in."""

    resolution: Resolution
    document: Document


def redline(comparison: Comparison, a: Text, b: Text, *, author: str, date: str) -> bytes:
    """The redline; ``date`` is ISO 8601, and with ``author`` it is on every change."""
    heads = Heads(masthead(*a), masthead(*b))
    ours = Side(comparison.a.units, a.document, heads.a.number)
    theirs = Side(comparison.b.units, b.document, heads.b.number)
    found = steps(comparison.edits, ours.units, theirs.units)
    title = b.resolution.title or b.resolution.symbol or "Draft resolution"
    return word_file(heads, lines(found, ours, theirs), Pen(author, date), title)
