"""What every step of a redline onto a file works with, and what it does to words and notes."""

from __future__ import annotations

from lxml import etree

from counterdraft.model import Note
from counterdraft.ooxml.groups import Context, context_of
from counterdraft.ooxml.look.lines import Words
from counterdraft.ooxml.names import W_P
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.places import Called, Places
from counterdraft.ooxml.redline.blocks import Blocks
from counterdraft.ooxml.redline.models import Models
from counterdraft.ooxml.redline.notes import FileNotes
from counterdraft.ooxml.redline.sides import Side
from counterdraft.ooxml.redline.spots import located, spots
from counterdraft.ooxml.redline.writer import Writer, close_fields
from counterdraft.ooxml.rewrite import Rewriting
from counterdraft.ooxml.runs import isolate


class Hand:
    """The file under work: where its units stand, and what was done to it.

    ``at`` is the paragraph written last, ``line`` what writes on in it where that is a line of
    a longer one, ``near`` the unit of A that was passed last. ``new`` are the paragraphs made
    for units of B.
    """

    def __init__(self, package: Package, rewriting: Rewriting, a: Side, b: Side, pen: Pen) -> None:
        root = rewriting.tree(rewriting.main)
        body = root.find(name_of("body"))
        self.body = body if body is not None else root
        self.context: Context = context_of(package, root, "final")
        self.places = Places(self.body, self.context)
        self.a, self.b, self.pen = located(a), b, pen
        self.spots = spots(self.a, self.places)
        self.blocks = Blocks(pen)
        self.notes = FileNotes(rewriting, self.context, pen)
        self.models = Models(self.a, b, self.spots, self.places, self.context)
        self.at: etree._Element | None = None
        self.line: Writer | None = None
        self.near = 0
        self.new: dict[int, etree._Element] = {}
        self._touched: dict[etree._Element, None] = {}
        self._calls = {
            id(note): called
            for note, called in zip(self.a.document.notes, self.places.notes, strict=False)
        }

    def call_of(self, note: Note) -> Called | None:
        """Where a note of A is called in the file."""
        return self._calls.get(id(note))

    def delete(self, start: int, end: int, writer: Writer | None = None) -> None:
        """Delete the words of a stretch; a new writer does it where none is given."""
        self.places.cut((start, end))
        bits = self.places.between(start, end)
        (writer or Writer(self.pen, bits)).delete(bits)
        for bit in bits:
            self._touch(bit.element)

    def delete_notes(self, start: int, end: int) -> None:
        """Delete the notes that are called in a stretch."""
        for called in self.places.notes:
            if start < called.start <= end:
                self.delete_note(called, Writer(self.pen, ()))

    def delete_note(self, called: Called, writer: Writer) -> None:
        """Delete a note with its call."""
        element = called.piece.element
        run = isolate(element) if element is not None else None
        if run is not None:
            writer.delete_element(run)
            self.notes.delete(called.piece)

    def italic(self, item: Words) -> bool | None:
        """Whether new words are in italics; None where they are as those beside them."""
        if not self.a.knows_italics:
            return None
        return item.italic if self.b.knows_italics or item.italic else None

    def finish(self) -> None:
        """Close what is open: fields without a result, the marks of paragraphs."""
        for paragraph in self._touched:
            close_fields(paragraph, self.pen)
        self.blocks.finish()
        self.notes.finish()

    def _touch(self, element: etree._Element) -> None:
        at: etree._Element | None = element
        while at is not None and at.tag != W_P:
            at = at.getparent()
        if at is not None:
            self._touched[at] = None
