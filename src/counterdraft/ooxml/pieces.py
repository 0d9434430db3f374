"""A paragraph → its pieces in order: words, and what hangs on them.

Of a field only its result is text. Each piece knows the run that it is of and the changes
tracked on it, so that whoever writes can find the way back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml import etree

from counterdraft.ooxml.names import MC_ALTERNATE, R_ID, W_ID, W_PPR, W_R, W_RPR, W_T, W_TXBX, w
from counterdraft.ooxml.revisions import Changes, change
from counterdraft.ooxml.story import chosen
from counterdraft.ooxml.symbols import symbol

Kind = Literal[
    "text", "footnote", "endnote", "box", "link", "link-end",
    "comment", "comment-start", "comment-end",
]  # fmt: skip

LINE_BREAK = "\v"
PARAGRAPH_END = "\n"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_TEXTS = frozenset({W_T, w("delText"), _MATH_TEXT})
_SYM, _FLD_CHAR, _FLD_SIMPLE, _INSTR = w("sym"), w("fldChar"), w("fldSimple"), w("instr")
_INSTRUCTIONS = frozenset({w("instrText"), w("delInstrText")})
_FIXED = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): LINE_BREAK, w("cr"): LINE_BREAK,
    w("noBreakHyphen"): "-",
}  # fmt: skip
_NOTES: dict[str, Kind] = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_COMMENTS: dict[str, Kind] = {
    w("commentReference"): "comment", w("commentRangeStart"): "comment-start",
    w("commentRangeEnd"): "comment-end",
}  # fmt: skip
_PICTURES = frozenset({w("drawing"), w("pict"), w("object")})
_HYPERLINK, _ANCHOR = w("hyperlink"), w("anchor")
_PASSED_OVER = frozenset(
    {W_PPR, W_RPR, w("sdtPr"), w("sdtEndPr"), w("rt"), w("rubyPr"), w("softHyphen"),
     w("smartTagPr"), w("customXmlPr"), w("fldData")}
)  # fmt: skip
_FIELD_NAME = re.compile(r"\s*([A-Za-z]+)")
_FIELD_LINK = re.compile(r'\s*HYPERLINK\s+(?P<place>\\l\s+)?"(?P<target>[^"]*)"', re.IGNORECASE)
# A mark that somebody chose for a note is an asterisk or two.
_MARK_LENGTH = 6
# An instruction names a field and an address; what is longer is no honest one.
_INSTRUCTION_LENGTH = 4000


class Piece(NamedTuple):
    """A piece of a paragraph.

    ``text`` is the words ("text"), a note's own mark, the id of a comment, where a link
    leads; ``run`` the ``<w:r>`` it stands in, ``element`` its own; ``field`` the name of
    the innermost field that it is the result of ("PAGE"), empty outside of any.
    """

    kind: Kind
    text: str
    changes: Changes = ()
    run: etree._Element | None = None
    element: etree._Element | None = None
    field: str = ""


class _Field:
    """A field that is open: its instruction, its name once its result has begun."""

    def __init__(self, instruction: str = "") -> None:
        self.instruction = instruction
        self.name: str | None = None
        self.link = False

    def begin_result(self) -> None:
        found = _FIELD_NAME.match(self.instruction)
        self.name = found[1].upper() if found else ""


class _Frame(NamedTuple):
    """An element on the way down: what is left of it, and what is to be said at its end."""

    children: Iterator[etree._Element]
    changes: Changes
    run: etree._Element | None
    closing: Piece | None = None
    field: _Field | None = None


def pieces(paragraph: etree._Element, changes: Changes = ()) -> Iterator[Piece]:
    """Every piece of a paragraph; ``changes`` are those of what the paragraph stands in."""
    return _Walk().pieces(paragraph, changes)


class _Walk:
    """One walk through a paragraph, with the fields that are open and a note without its mark."""

    def __init__(self) -> None:
        self.fields: list[_Field] = []
        self.unread = 0  # fields whose result has not begun
        self.unmarked: Piece | None = None

    def pieces(self, paragraph: etree._Element, changes: Changes) -> Iterator[Piece]:
        stack = [_Frame(iter(paragraph), changes, None)]
        while stack:
            frame = stack[-1]
            child = next(frame.children, None)
            if child is None:
                stack.pop()
                if frame.field is not None and frame.field in self.fields:
                    self.fields.remove(frame.field)
                if frame.closing is not None:
                    yield frame.closing
                continue
            text = self._text(child, frame)
            if text is not None:
                yield from self._words(text, child, frame)
                continue
            yield from self._marks(child, frame)
            below = self._below(child, frame)
            if below is not None:
                if below.closing is not None and child.tag == _HYPERLINK:
                    yield below.closing._replace(kind="link")
                stack.append(below)
        if self.unmarked is not None:
            yield self.unmarked

    # -- words

    def _text(self, child: etree._Element, frame: _Frame) -> str | None:
        """The words that an element is; None for one that is none."""
        tag = child.tag
        if tag in _TEXTS:
            return child.text or ""
        if tag == _SYM:
            return _symbol(child)
        return _FIXED.get(str(tag)) if frame.run is not None else None

    def _words(self, text: str, child: etree._Element, frame: _Frame) -> Iterator[Piece]:
        if not text or self.unread:
            return
        if self.unmarked is not None:
            note, self.unmarked = self.unmarked, None
            marks = len(text.strip()) <= _MARK_LENGTH
            yield note._replace(text=text.strip()) if marks else note
            if marks:
                return
        field = self.fields[-1].name if self.fields else None
        yield Piece("text", text, frame.changes, frame.run, child, field or "")

    # -- what hangs on words

    def _marks(self, child: etree._Element, frame: _Frame) -> Iterator[Piece]:
        tag = str(child.tag)
        if tag in _NOTES:
            yield from self._note(_NOTES[tag], child, frame)
        elif tag in _COMMENTS:
            yield Piece(_COMMENTS[tag], child.get(W_ID, ""), frame.changes, frame.run, child)
        elif tag == _FLD_CHAR:
            yield from self._field(child, frame)
        elif tag in _INSTRUCTIONS:
            self._instruct(child.text or "")
        elif tag in _PICTURES:
            for box in boxes(child):
                yield Piece("box", "", frame.changes, frame.run, box)

    def _note(self, kind: Kind, child: etree._Element, frame: _Frame) -> Iterator[Piece]:
        piece = Piece(kind, "", frame.changes, frame.run, child)
        if child.get(w("customMarkFollows"), "0") in {"1", "true", "on"}:
            self.unmarked = piece._replace(text="*")
        else:
            yield piece

    def _instruct(self, words: str) -> None:
        if self.fields and self.fields[-1].name is None:
            field = self.fields[-1]
            field.instruction = (field.instruction + words)[:_INSTRUCTION_LENGTH]

    def _field(self, child: etree._Element, frame: _Frame) -> Iterator[Piece]:
        """The beginning, the middle or the end of a field."""
        kind = child.get(w("fldCharType"), "")
        if kind == "begin":
            self.fields.append(_Field())
            self.unread += 1
        elif kind == "separate" and self.fields and self.fields[-1].name is None:
            self.unread -= 1
            yield from self._result(self.fields[-1], child, frame)
        elif kind == "end" and self.fields:
            field = self.fields.pop()
            self.unread -= field.name is None
            if field.link:
                yield Piece("link-end", "", frame.changes, frame.run, child)

    def _result(self, field: _Field, child: etree._Element, frame: _Frame) -> Iterator[Piece]:
        """The result of a field begins: it may be the words of a link."""
        field.begin_result()
        found = _FIELD_LINK.match(field.instruction)
        if found:
            field.link = True
            target = f"#{found['target']}" if found["place"] else found["target"]
            yield Piece("link", target, frame.changes, frame.run, child)

    # -- the way down

    def _below(self, child: etree._Element, frame: _Frame) -> _Frame | None:
        """What of an element is walked through next; None where nothing of it is."""
        tag = child.tag
        if tag == W_R:
            return _Frame(iter(child), frame.changes, child)
        if tag in _PASSED_OVER or tag in _PICTURES or not len(child):
            return None
        if tag == MC_ALTERNATE:
            return _Frame(iter(chosen(child)), frame.changes, frame.run)
        found = change(child)
        changes = (*frame.changes, found) if found is not None else frame.changes
        if tag == _HYPERLINK:
            closing = Piece("link-end", "", changes, None, child)
            return _Frame(iter(child), changes, None, closing)
        field = self._simple_field(child) if tag == _FLD_SIMPLE else None
        return _Frame(iter(child), changes, frame.run, None, field)

    def _simple_field(self, child: etree._Element) -> _Field:
        field = _Field(child.get(_INSTR, "")[:_INSTRUCTION_LENGTH])
        field.begin_result()
        self.fields.append(field)
        return field


def link_target(piece: Piece, targets: dict[str, str]) -> str:
    """Where a "link" leads; ``targets`` are the part's external relationships by their ids."""
    if piece.element is None or piece.element.tag != _HYPERLINK:
        return piece.text
    target = targets.get(piece.element.get(R_ID, ""), "")
    anchor = piece.element.get(_ANCHOR)
    return f"{target}#{anchor}" if anchor else target


def boxes(picture: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing, each once, whichever forms it is stored in."""
    stack: list[Iterator[etree._Element]] = [iter(picture)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == W_TXBX:
            yield child
        else:
            stack.append(iter(chosen(child) if child.tag == MC_ALTERNATE else child))


def _symbol(element: etree._Element) -> str:
    try:
        character = chr(int(element.get(w("char"), ""), 16))
    except (ValueError, OverflowError):
        return ""
    return symbol(character, element.get(w("font"), ""))


def is_superscript(run: etree._Element | None) -> bool:
    """Whether a run is set as a superscript by its own properties."""
    properties = run.find(W_RPR) if run is not None else None
    align = properties.find(w("vertAlign")) if properties is not None else None
    return align is not None and align.get(w("val")) == "superscript"
