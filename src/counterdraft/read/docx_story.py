"""Word's stories → clean text in blocks, with all that hangs on the words.

In: the body of a document, and what the other parts say of it. Out: the text, the blocks,
notes, links, comments and tracked changes, with their places in the text.
"""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterator, Set
from typing import NamedTuple

from lxml import etree

from counterdraft.model import Block, Comment, Link, Note, OffsetMap, Revision, Role, Span
from counterdraft.ooxml.groups import (
    Context,
    Group,
    Owner,
    Shown,
    all_groups,
    number_of,
    paragraph_style,
    shown,
)
from counterdraft.ooxml.names import W_TC
from counterdraft.ooxml.numbering import Counter
from counterdraft.ooxml.pieces import PARAGRAPH_END, Piece, link_target, pieces
from counterdraft.ooxml.story import COMMENT_MARKS, paragraphs
from counterdraft.ooxml.styles import indentation
from counterdraft.read.docx_cells import numbered_by_cells
from counterdraft.read.docx_lines import cuts, numbers_the_page
from counterdraft.read.tracked import Tracker, trimmed
from counterdraft.text.assemble import Assembler

_HEADING = re.compile(r"heading [1-9]", re.IGNORECASE)
# Half an inch, as Word indents.
_STEP = 720


class _Line(NamedTuple):
    """What is to become a Block when the whole text is known."""

    span: Span
    owner: Owner
    number: str
    level: int | None
    italics: tuple[Span, ...]
    line: int

    @property
    def indent(self) -> int:
        own = indentation(self.owner.properties)
        return own if own is not None else self.owner.style.indent or 0

    @property
    def role(self) -> Role | None:
        return "heading" if _HEADING.fullmatch(self.owner.style.name) else None


class StoryReader:
    """The state of one reading; cells ``beside`` the draft are passed over."""

    def __init__(self, context: Context, beside: Set[etree._Element] = frozenset()) -> None:
        self._beside = beside
        self.notes: list[Note] = []
        self._context = context
        self._out = Assembler()
        self._raw = 0
        self._lines: list[_Line] = []
        self._counter = Counter(context.numbering)
        self._box_counter = Counter(context.numbering)
        self._tracker, self._note_tracker = Tracker(), Tracker()
        self._links: list[tuple[Span, str]] = []
        self._open_links: list[tuple[int, str]] = []
        self._comments: dict[str, list[int]] = {}

    def read(self, body: etree._Element) -> None:
        """Read the body of the document."""
        for group, boxed in all_groups(body, self._context):
            self._group(group, self._box_counter if boxed else self._counter)

    # -- groups

    def _group(self, group: Group, counter: Counter) -> None:
        """One paragraph of the view: counted, and written where it has words."""
        owner, has_words = group.owner, group.has_words
        number: tuple[str, int | None] = ("", None)
        if owner is not None and (has_words or (group.kept and not group.ends_section)):
            number = number_of(owner, self._context, counter)
        if owner is not None and self._stands_beside(owner):
            self._pass_over(group, noted=False)
        elif owner is not None and has_words and not numbers_the_page(group):
            self._fill(group, owner, *number)
        else:
            self._pass_over(group)
        if group.ends_section:
            self._context.footnotes.end_section()
            self._context.endnotes.end_section()

    def _fill(self, group: Group, owner: Owner, number: str, level: int | None) -> None:
        """The group as one block, or as several where a line break begins another."""
        bounds = cuts(group)
        self._open_links.clear()
        start = self._out.begin_block()
        italics: list[Span] = []
        for place, each in enumerate(group.shown):
            if place in bounds:
                self._line(start, owner, number, level, italics, group.line)
                start, italics, number = self._out.begin_block(), [], ""
            before = self._out.length
            self._take(each)
            if each.italic and self._out.length > before:
                italics.append(Span(before, self._out.length))
        self._line(start, owner, number, level, italics, group.line)

    def _line(
        self, start: int, owner: Owner, number: str, level: int | None, italics: list[Span],
        line: int,
    ) -> None:  # fmt: skip
        span = self._out.span_since(start)
        self._lines.append(_Line(span, owner, number, level, tuple(italics), line))

    def _stands_beside(self, owner: Owner) -> bool:
        """Whether a paragraph is in a cell beside the draft, or in a table inside of one."""
        if owner.cell is None or not self._beside:
            return False
        return any(each in self._beside for each in (owner.cell, *owner.cell.iterancestors(W_TC)))

    def _pass_over(self, group: Group, *, noted: bool = True) -> None:
        """A paragraph without words: what hangs in it is kept, but notes where they are not."""
        for each in group.shown:
            note = each.piece.kind in {"footnote", "endnote"}
            shown = each._replace(visible=False) if note and not noted else each
            self._take(shown, written=False)

    # -- pieces

    def _take(self, each: Shown, *, written: bool = True) -> None:
        piece, at = each.piece, self._out.length
        if piece.kind == "text":
            self._words(each, written=written)
        elif piece.kind in {"footnote", "endnote"}:
            self._note(piece, visible=each.visible)
        elif piece.kind == "link":
            self._open_links.append((at, link_target(piece, self._context.targets)))
        elif piece.kind == "link-end" and self._open_links:
            start, target = self._open_links.pop()
            self._links.append((Span(start, at), target))
        elif piece.kind.startswith("comment"):
            place = self._comments.setdefault(piece.text, [at, at])
            if piece.kind == "comment-end":
                place[1] = at

    def _words(self, each: Shown, *, written: bool) -> None:
        text, floor, start = each.piece.text, self._out.length, self._out.place
        begins = not written or not self._out.in_block
        if each.visible and written and text != PARAGRAPH_END:
            self._out.add(text, self._raw)
        self._raw += len(each.words)
        end, changes = self._out.length, each.piece.changes
        self._tracker.add(text, changes, floor, start, end, begins=begins, alone=not written)

    def _note(self, piece: Piece, *, visible: bool) -> None:
        notes = self._context.footnotes if piece.kind == "footnote" else self._context.endnotes
        content = notes.take(piece.element) if piece.element is not None else None
        words = self._note_words(content) if content is not None else ""
        if not visible:
            return
        marker = notes.mark(piece.text)
        while piece.text and words.startswith(piece.text):
            words = words.removeprefix(piece.text).lstrip()
        self.notes.append(Note(marker, self._out.length, words))

    def _note_words(self, note: etree._Element) -> str:
        """The words of a note in the view; its tracked changes are kept at its place."""
        at = self._out.length
        parts: list[str] = []
        for placed in paragraphs(note):
            element = placed.element
            if element is None or element.tag in COMMENT_MARKS:
                continue
            style = paragraph_style(element, self._context)
            for each in shown(pieces(element, placed.changes), style, self._context):
                if each.piece.kind == "text":
                    self._note_tracker.add(each.piece.text, each.piece.changes, at, at, at)
                    parts.append(each.words)
            parts.append(" ")
        self._note_tracker.cut()
        return " ".join("".join(parts).split())

    # -- the whole

    @property
    def offsets(self) -> OffsetMap:
        """The way back to the view's own text: its pieces one after another."""
        return self._out.offsets()

    def text(self) -> str:
        """The clean text."""
        return self._out.text()

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks; ``text`` is the whole."""
        indents = Tally(line.indent for line in self._lines if line.level is None)
        usual = indents.most_common(1)[0][0] if indents else 0
        return tuple(
            Block(
                span=line.span, role=line.role, number=(line.number,) if line.number else (),
                level=max(0, line.indent - usual) // _STEP if line.level is None else line.level,
                italics=_joined(line.italics, text), line=line.line, style=line.owner.style.name,
            )
            for line in _numbered_by_cells(self._lines, text)
            if line.span.start < line.span.end
        )  # fmt: skip

    def links(self, text: str) -> tuple[Link, ...]:
        """The hyperlinks that have words and lead somewhere."""
        found = ((trimmed(span, text), target) for span, target in self._links)
        return tuple(
            Link(span, target) for span, target in found if target and span.start < span.end
        )

    def comments(self, text: str) -> tuple[Comment, ...]:
        """The comments, in the order of the text."""
        found = [
            Comment(trimmed(Span(start, max(start, end)), text), *self._context.remarks[name])
            for name, (start, end) in self._comments.items()
            if name in self._context.remarks
        ]
        return tuple(sorted(found, key=lambda each: each.span))

    def revisions(self, text: str) -> tuple[Revision, ...]:
        """The tracked changes, in the order of the text; those of a note where it is called."""
        found = (*self._tracker.revisions(text), *self._note_tracker.revisions(text))
        return tuple(sorted(found, key=lambda each: each.span))


def _numbered_by_cells(lines: list[_Line], text: str) -> Iterator[_Line]:
    """The lines, but those that are a cell with only a number: it numbers the cell beside it."""
    words = [text[line.span.start : line.span.end].strip() for line in lines]
    numbers = numbered_by_cells([line.owner.cell for line in lines], words)
    # What Word counts has its own number.
    taken = {place for place in numbers if not lines[place - 1].number}
    for place, line in enumerate(lines):
        if place + 1 not in taken:
            number = numbers[place] if place in taken else ""
            yield line._replace(number=line.number or number)


def _joined(italics: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Stretches of italics, joined where nothing but white space is between them."""
    joined: list[Span] = []
    for span in (trimmed(each, text) for each in italics):
        if span.start == span.end:
            continue
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
