"""What every step of a redline onto a file works with, and what it does to words and notes."""

from __future__ import annotations

from lxml import etree

from counterdraft.model import Note
from counterdraft.ooxml.groups import Context, context_of
from counterdraft.ooxml.look.lines import Words
from counterdraft.ooxml.names import MC_ALTERNATE, MC_FALLBACK, W_P
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.places import Called, Places
from counterdraft.ooxml.redline.blocks import Blocks, spacer
from counterdraft.ooxml.redline.models import Models
from counterdraft.ooxml.redline.notes import FileNotes
from counterdraft.ooxml.redline.sides import Side
from counterdraft.ooxml.redline.spots import Spot, located, spots
from counterdraft.ooxml.redline.writer import Writer, close_fields
from counterdraft.ooxml.rewrite import Rewriting
from counterdraft.ooxml.runs import isolate


class Hand:
    """The file under work: where its units stand, and what was done to it.

    ``at`` is the paragraph written last, ``near`` the unit of A that was passed last.
    ``where`` is the paragraph that each unit of B ends in, ``new`` those units for which one was
    made.
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
        self._line: tuple[Spot, Writer] | None = None
        self.near = 0
        self.where: dict[int, etree._Element] = {}
        self.new: set[int] = set()
        lasts = [
            spot.group.paragraphs[-1] for spot in self.spots if spot is not None and spot.alone
        ]
        self._spaced = 2 * sum(spacer(each) is not None for each in lasts) > len(lasts)
        self._touched: dict[etree._Element, None] = {}
        self._calls = {
            id(note): called
            for note, called in zip(self.a.document.notes, self.places.notes, strict=False)
        }

    def spacer(self, paragraph: etree._Element, *, before: bool = False) -> etree._Element | None:
        """The empty paragraph after this one, or before it, in a file that parts all by such."""
        return spacer(paragraph, before=before) if self._spaced else None

    def end_at(self, spot: Spot, writer: Writer | None) -> None:
        """A unit is written: what comes next comes after it, in a line of its own paragraph or not.

        ``writer`` is the one that stands at its end; None where that stayed as it was.
        """
        self.at = spot.group.paragraphs[-1]
        self._line = None if spot.alone else (spot, writer or Writer(self.pen, ()))

    def line(self) -> Writer | None:
        """What writes another line below the one that was written last; None below a paragraph."""
        if self._line is None:
            return None
        spot, writer = self._line
        if writer.cursor is None:
            self.places.cut((spot.line.end,))
            writer.keep(self.places.until(spot.group.start, spot.line.end))
        return writer

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
        _drop_older_forms(self.body)
        self.blocks.finish()
        self.notes.finish()

    def _touch(self, element: etree._Element) -> None:
        at: etree._Element | None = element
        while at is not None and at.tag != W_P:
            at = at.getparent()
        if at is not None:
            self._touched[at] = None


def _drop_older_forms(body: etree._Element) -> None:
    """Take out the older forms of text boxes that have the words from before."""
    for change in list(body.iter(name_of("ins"), name_of("del"))):
        for each in change.iterancestors(MC_ALTERNATE):
            for fallback in each.findall(MC_FALLBACK):
                each.remove(fallback)
