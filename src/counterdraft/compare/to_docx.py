"""A Comparison → a Word file with B as tracked changes of A.

In: the comparison, and both resolutions with the documents that they were found in. Out: the
bytes of a DOCX, in the UN's look or, where A came from a DOCX, in that very file. To reject all
changes gives A, to accept all gives B.
"""

from __future__ import annotations

from typing import NamedTuple

from counterdraft.lexicon.languages import is_from_right
from counterdraft.model import Comparison, Document, Resolution
from counterdraft.ooxml.active import without_active_content
from counterdraft.ooxml.groups import context_of
from counterdraft.ooxml.look.file import Heads, word_file
from counterdraft.ooxml.look.masthead import masthead
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.redline.lines import lines
from counterdraft.ooxml.redline.onto import write_onto
from counterdraft.ooxml.redline.sides import Side
from counterdraft.ooxml.redline.steps import steps
from counterdraft.ooxml.rewrite import Rewriting
from counterdraft.ooxml.settle import settle, stories, tracked
from counterdraft.ooxml.unseen import unseen


class Text(NamedTuple):
    """A resolution and the document that it was found in."""

    resolution: Resolution
    document: Document


class Redlined(NamedTuple):
    """A's file with B as tracked changes.

    ``settled`` says that it had tracked changes, which were accepted first; ``removed`` what
    was taken out of it because it would be run, opened or fetched; ``unseen`` what stays in it and
    is not seen in its text.
    """

    data: bytes
    settled: bool
    removed: tuple[str, ...]
    unseen: tuple[str, ...]


def redline(comparison: Comparison, a: Text, b: Text, *, author: str, date: str) -> bytes:
    """The redline in the UN's look; ``author`` and ``date``, ISO 8601, are on every change."""
    heads = Heads(masthead(*a), masthead(*b))
    ours = Side(comparison.a.units, a.document, heads.a.number)
    theirs = Side(comparison.b.units, b.document, heads.b.number)
    found = steps(comparison.edits, ours.units, theirs.units)
    title = b.resolution.title or b.resolution.symbol or "Draft resolution"
    from_right = is_from_right(b.resolution.language)
    text, pen = lines(found, ours, theirs), Pen(author, date)
    return word_file(heads, text, pen, title, from_right=from_right)


def redline_onto(
    data: bytes, comparison: Comparison, a: Document, b: Document, *, author: str, date: str
) -> Redlined:
    """The redline on ``data``, the Word file that ``a`` was read from, all changes accepted.

    Raises WriteError where the file does not have A's words, and the errors of reading one
    where it is unsound.
    """
    package = Package(data, a.source)
    rewriting = Rewriting(package)
    settled = tracked(rewriting)
    if settled:
        settle(rewriting, "final")
    pen = Pen(author, date, stories(rewriting))
    sides = Side(comparison.a.units, a), Side(comparison.b.units, b)
    found = steps(comparison.edits, comparison.a.units, comparison.b.units)
    kept = _unseen(package, rewriting)
    write_onto(package, rewriting, *sides, found, pen)
    removed = without_active_content(rewriting)
    return Redlined(rewriting.written(), settled, removed, kept)


def _unseen(package: Package, rewriting: Rewriting) -> tuple[str, ...]:
    root = rewriting.tree(rewriting.main)
    body = root.find(name_of("body"))
    return () if body is None else unseen(body, context_of(package, root, "final"))
