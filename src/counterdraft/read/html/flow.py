"""The tree of a page → its runs, in the order in which they are read.

In: the root element. Out: a :class:`Page`. What a browser does not show is left out, and
so are notes, which stand with their calls; numbers of lists are set before their items;
line breaks are kept for ``write`` to judge.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from counterdraft.read.html.css import sheet_of
from counterdraft.read.html.furniture import DROPPED, is_furniture, is_unseen
from counterdraft.read.html.markers import Markers
from counterdraft.read.html.notes import find_notes
from counterdraft.read.html.runs import BREAK, Change, Kind, Page, Piece, Run, reads_as_draft
from counterdraft.read.html.style import Style, style_of
from counterdraft.read.html.tables import data_tables

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th", "dt"})
_IGNORED = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:\d{1,3}(?:bis|ter|alt)?[.)]|\((?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6})\)|[a-z]\)"
    r"|(?:PP|OP)\s?\d{1,3}(?:bis|ter|alt)?[.:]?|[\u2022\u25cf\u25e6\u25aa\u2023\u2043\u00b7])$"
)
_ALONE_IN_CELL = re.compile(r"\d{1,3}$|[\u2013\u2014-]$")
# Signs that mean a bullet in the fonts that Word sets them in.
_SYMBOLS = frozenset("\u00b7o\u00a7\u00a8\u00d8\u00fc\uf0b7\uf0a7\uf0d8\uf0fc")
_RAISED = re.compile(r"[\[\](),;\s\d*\u2020\u2021a-z]{1,20}")
_BEFORE_CALL = re.compile(r"(?:[^\W\d_]{4}|[,.;:)\"\u201d\u2019])$")
_EXPONENTS = str.maketrans(
    "0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
)
_ADDRESS = re.compile(r"(?:https?|ftp|mailto):", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][\w+.-]*:")


class _Frame(NamedTuple):
    """An element that is open, and what holds for the text inside of it.

    ``block`` is the element whose lines that text is on: itself, or one around it.
    """

    element: etree._Element
    block: etree._Element
    style: Style
    quoted: int = 0
    apart: bool = False
    link: int = -1
    change: int = -1
    kind: Kind = "text"


def flow(root: etree._Element, *, unscripted: bool = False) -> Page:
    """The runs of a page; ``unscripted`` shows what it says to browsers without scripts."""
    return _Flow(root, unscripted).page()


class _Flow:
    """One pass over the tree."""

    def __init__(self, root: etree._Element, unscripted: bool) -> None:
        self.root = root
        self.dropped = DROPPED - {"noscript", "head"} if unscripted else DROPPED
        self.sheet = sheet_of(root)
        self.notes = find_notes(root)
        self.tables = data_tables(root)
        self.markers = Markers(self.sheet)
        self.frames = [_Frame(root, root, Style())]
        self.runs: list[Run] = []
        self.links: list[str] = []
        self.changes: list[Change] = []
        self.pieces: list[Piece] = []
        self.holder: _Frame | None = None
        self.number: str | None = None
        self.in_row = False

    def page(self) -> Page:
        """The whole page."""
        walk = etree.iterwalk(self.root, events=("start", "end"))
        entered: list[bool] = []
        for event, element in walk:
            if event == "start":
                frame = self.enter(element)
                entered.append(frame is not None)
                if frame is None:
                    walk.skip_subtree()
                else:
                    self.frames.append(frame)
                    self.text(element.text)
            else:
                if entered.pop():
                    self.leave(self.frames.pop())
                if element is not self.root:
                    self.text(element.tail)
        self.close()
        return Page(tuple(self.runs), tuple(self.links), tuple(self.changes))

    # -- elements

    def enter(self, element: etree._Element) -> _Frame | None:
        """Open an element; None where it is passed over, with all that is inside of it."""
        tag, around = str(element.tag), self.frames[-1]
        if tag == "br":
            self.add(BREAK if not self.in_row else Piece(" "))
            return None
        if tag in self.dropped or is_unseen(element) or element in self.notes.holders:
            return None
        if self._calls(element, tag):
            return None
        if _IGNORED.search(element.get("style", "")[:500]):
            self._typed_number(element)
            return None
        style = style_of(element, self.sheet, around.style)
        if style.hidden:
            return None
        if style.block:
            self.boundary(tag)
        self._count(element, style)
        return self._frame(element, tag, style, around)

    def _frame(self, element: etree._Element, tag: str, style: Style, around: _Frame) -> _Frame:
        """What holds inside of an element that is shown."""
        if tag == "q":
            self.add(Piece("\u201c"))
        if tag == "tr":
            self.in_row = next(element.iterancestors("table"), None) in self.tables
        kind: Kind = around.kind
        if tag in _HEADINGS or element.get("role") == "heading":
            kind = "heading"
        elif tag == "pre":
            kind = "typed"
        return _Frame(
            element,
            element if style.block else around.block,
            style,
            around.quoted + (tag == "blockquote"),
            around.apart or is_furniture(element),
            self._link(element) if tag == "a" else around.link,
            self._change(element, tag) if tag in {"ins", "del"} else around.change,
            kind,
        )

    def _count(self, element: etree._Element, style: Style) -> None:
        marker = self.markers.enter(element, style)
        if style.item or marker:
            self.number = marker

    def leave(self, frame: _Frame) -> None:
        """Close an element."""
        tag = frame.element.tag
        if tag == "q":
            self.add(Piece("\u201d"))
        if frame.style.block:
            self.boundary("")
        if tag == "tr":
            self.close()
            self.in_row = False
        if frame.style.item:
            self.number = None
        self.markers.leave()

    def boundary(self, tag: str) -> None:
        """A block begins or ends: a new line, or in a row of data a new cell."""
        if not self.in_row:
            self.close()
        elif tag in {"td", "th"} and self.pieces:
            self.pieces.append(Piece(" | "))
        elif self.pieces:
            self.pieces.append(Piece(" "))

    def _calls(self, element: etree._Element, tag: str) -> bool:
        """Whether an element calls notes and is nothing else; they are put in its place."""
        calls = self.notes.calls
        if tag == "sup":
            words = "".join(map(str, element.itertext())).strip()
            found = [calls[each] for each in element.iter("sup", "a") if each in calls]
            if not _RAISED.fullmatch(words) or not (found or self._can_be_called()):
                return False
        elif element in calls:
            found = [calls[element]]
        else:
            return False
        for call in found:
            self.add(Piece("", note=call))
        return True

    def _can_be_called(self) -> bool:
        """Whether a raised number after what stands here calls a note, and is no exponent."""
        before = "".join(each.text for each in self.pieces[-4:])[-4:]
        return bool(_BEFORE_CALL.search(before))

    def _typed_number(self, element: etree._Element) -> None:
        """A number that Word wrote out, marked as none of the paragraph's text."""
        shown = "".join("".join(map(str, element.itertext())).split())
        self.number = "\u2022" if shown in _SYMBOLS else shown or None

    def _link(self, element: etree._Element) -> int:
        target = "".join(element.get("href", "").split())
        if not target or target.startswith("#"):
            return -1
        if _SCHEME.match(target) and not _ADDRESS.match(target):
            return -1
        self.links.append(target)
        return len(self.links) - 1

    def _change(self, element: etree._Element, tag: str) -> int:
        cited = element.get("cite", "")
        author = cited.removeprefix("mailto:") if cited.startswith("mailto:") else None
        when = element.get("datetime")
        self.changes.append(Change("inserted" if tag == "ins" else "deleted", author, when))
        return len(self.changes) - 1

    # -- text

    def text(self, text: str | None) -> None:
        """Characters of the page, in the innermost element that is open."""
        if not text:
            return
        frame = self.frames[-1]
        if frame.element.tag == "sup" and text.strip().isdecimal():
            text = text.translate(_EXPONENTS)
        if not frame.style.typed:
            if self.pieces or not text.isspace():
                self.add(Piece(text.replace("\n", " "), *self._marks(frame)))
            return
        for i, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if i:
                self.add(BREAK)
            if line:
                self.add(Piece(line, *self._marks(frame)))

    def _marks(self, frame: _Frame) -> tuple[bool, int, int]:
        return frame.style.italic, frame.link, frame.change

    def add(self, piece: Piece) -> None:
        """Put a piece on the run that is open."""
        if self.holder is None or (not self.pieces and piece.text.strip()):
            self.holder = self.frames[-1]
        self.pieces.append(piece)

    def close(self) -> None:
        """End the run that is open."""
        pieces, holder = tuple(self.pieces), self.holder
        self.pieces, self.holder = [], None
        if holder is None or not any(each.text.strip() or each.note for each in pieces):
            return
        run = Run(
            holder.block, self._kind(holder), pieces, self.number, self.markers.level,
            holder.quoted, holder.apart,
        )  # fmt: skip
        if self.number is None and self._is_marker(run):
            self.number = run.plain
            return
        if run.kind == "heading" and reads_as_draft(run.plain):
            run = run._replace(kind="text")
        self.number = None
        self.runs.append(run)

    def _kind(self, holder: _Frame) -> Kind:
        return "row" if self.in_row else holder.kind

    def _is_marker(self, run: Run) -> bool:
        """Whether a line holds the number of the next one and nothing else."""
        words = run.plain
        if len(words) > 12 or run.kind in {"row", "typed"}:
            return False
        in_cell = run.element.tag in _CELLS and run.element.getnext() is not None
        return bool(_ALONE.match(words) or (in_cell and _ALONE_IN_CELL.match(words)))
