"""The words of Akoma Ntoso → text: one block after the other, or a note by itself.

In: elements that hold words. Out: their text with white space folded and markers left out;
notes, links and italics with their places in it.
"""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from counterdraft.model import Link, Note, Span
from counterdraft.read.akn_names import (
    EOL,
    LINKS,
    NOTE,
    NOTE_REF,
    STYLED,
    SUP,
    is_slanted,
)

_INVISIBLE = "\u00ad\u200e\ufeff"


def _folded(piece: str) -> str | None:
    """A piece with white space folded and invisible characters left out; None without a word."""
    if piece.isprintable() and "  " not in piece:  # no white space but single blanks
        return piece.strip(" ") or None
    words = piece.split()
    if not words:
        return None
    text = " ".join(words)
    if not text.isprintable():
        for each in _INVISIBLE:
            text = text.replace(each, "")
    return text


class Words:
    """Grows a text; knows the links, italics and notes in it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.notes: list[Note] = []
        self.links: list[Link] = []
        self.italics: list[Span] = []
        self._known: dict[str, Note] = {}
        self._start = 0
        self._blank = False

    def begin(self) -> None:
        """Another text begins, with notes of its own."""
        self._known = {}

    def text(self) -> str:
        """All that was added."""
        return "".join(self.parts)

    def block(self, holders: list[etree._Element]) -> Span | None:
        """One block, on a line of its own, of the words of ``holders``; None if there are none."""
        mark = (self.length, len(self.parts), len(self.notes), len(self.links))
        if self.length:
            self.parts.append("\n")
            self.length += 1
        self._start = self.length
        self.italics = []
        self._blank = False
        for holder in holders:
            self._blank = self.length > self._start
            self.inline(holder)
        if self.length == self._start:
            self.length = mark[0]
            del self.parts[mark[1] :], self.notes[mark[2] :], self.links[mark[3] :]
            return None
        return Span(self._start, self.length)

    def inline(self, element: etree._Element) -> None:
        """The text under ``element``; notes, links and italics on the way."""
        if element.text:
            self._add(element.text)
        for child in element:
            tag = child.tag
            if tag == NOTE:
                self._note(child)
            elif tag == NOTE_REF:
                self._again(child.get("marker") or "")
            elif tag == SUP and (child.text or "").strip().isdigit():
                self._again(child.text or "")
            elif tag in LINKS or tag in STYLED:
                self._marked(child)
            elif tag == EOL:
                self._blank = True
            else:
                self.inline(child)
            if child.tail:
                self._add(child.tail)

    def _marked(self, element: etree._Element) -> None:
        """The text of a link, or of what may be in italics, and where it stands."""
        start, part = self.length, len(self.parts)
        self.inline(element)
        if part < len(self.parts) and self.parts[part].startswith(" "):
            start += 1  # the blank that joins it on is not its own
        span = Span(start, self.length)
        if element.tag in LINKS:
            self.links.append(Link(span, element.get("href") or ""))
        elif is_slanted(element):
            self.italics.append(span)

    def _add(self, piece: str) -> None:
        text = _folded(piece)
        if text is None:
            self._blank = self._blank or self.length > self._start
            return
        if (self._blank or piece[0].isspace()) and self.length > self._start:
            text = " " + text
        self.parts.append(text)
        self.length += len(text)
        self._blank = piece[-1].isspace()

    def _again(self, marker: str) -> None:
        """A note that was called before is called once more, and not its own number printed."""
        known = self._known.get(marker.strip())
        if known is not None and known.anchor != self.length:
            self.notes.append(replace(known, anchor=self.length))

    def _note(self, element: etree._Element) -> None:
        own = Words()
        for holder in [element] if element.text and element.text.strip() else element:
            own._blank = own.length > 0
            own.inline(holder)
        text = own.text()
        if text:
            marker = (element.get("marker") or str(len(self.notes) + 1)).strip()
            note = Note(marker, self.length, text, tuple(own.links), tuple(own.italics))
            self._known[marker] = note
            self.notes.append(note)
