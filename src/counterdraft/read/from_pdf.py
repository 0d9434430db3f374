"""PDF → Document.

In: the bytes of a PDF, as the United Nations issues them or any other. Out: a Document
whose blocks are its paragraphs, over the breaks of pages, without running heads, page
and job numbers; the notes at the foot of the pages apart, their marks out of the text;
every line's place on its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from counterdraft.errors import EmptySource
from counterdraft.model import Block, Document, Note, Place, Problem, Span
from counterdraft.read.pdf.furniture import without_furniture
from counterdraft.read.pdf.guard import read_pages
from counterdraft.read.pdf.hyphens import Words, dropped_at, words_of
from counterdraft.read.pdf.lines import Line, lines_of
from counterdraft.read.pdf.notes import BRACKETED, Parted, PrintedNote, part_notes, printed_notes
from counterdraft.read.pdf.numbers import with_numbers_first
from counterdraft.read.pdf.order import Ordered, Placed, in_reading_order
from counterdraft.read.pdf.pages import Page
from counterdraft.read.pdf.paragraphs import Layout, paragraphs
from counterdraft.text.assemble import Assembler

_UNRAISED = re.compile(rf"(?<=[\w:;,.)])\*{{1,3}}(?=[\s:]|$)|{BRACKETED.pattern}")
_MARKS = re.compile(r"[\d]+|\*+|[a-z\u2020\u2021]")


def from_pdf(data: bytes, source: str) -> Document:
    """Read a PDF.

    Raises DamagedSource, UnsupportedSource where it is encrypted, SourceTooLarge,
    UnsafeSource, and EmptySource where its pages are pictures without text.
    """
    pages = read_pages(data, source)
    if not any(page.runs for page in pages):
        raise _no_text(pages, source)
    lines = without_furniture(pages, [lines_of(page) for page in pages])
    size = Layout([_bare(line) for found in lines for line in found]).size
    parted: list[Parted] = []
    for page, found in zip(pages, lines, strict=True):
        going_on = bool(parted and (parted[-1].notes or parted[-1].lead))
        parted.append(part_notes(page, found, size, going_on=going_on))
    words = words_of([line.plain for found in lines for line in found])
    ordered = [
        in_reading_order(page, with_numbers_first(each.body))
        for page, each in zip(pages, parted, strict=True)
    ]
    placed = [each for page in ordered for each in page.lines]
    builder = _Builder(printed_notes(parted, words), words)
    for group in paragraphs(placed, Layout(placed)):
        builder.block(group)
    return builder.document(source, _problems(pages, ordered))


def _bare(line: Line) -> Placed:
    return Placed(line, line.left, line.right, 0, 0, alone=True)


def _no_text(pages: Sequence[Page], source: str) -> EmptySource:
    what = "pictures of pages, as a scanner makes them," if any(p.pictured for p in pages) else ""
    return EmptySource(
        f"the PDF holds {what or 'nothing'} and no text".replace("nothing and no", "no"),
        source=source,
        remedy="Have its text recognised first (ocrmypdf scan.pdf text.pdf)",
    )


def _problems(pages: Sequence[Page], ordered: Sequence[Ordered]) -> list[Problem]:
    """What a reader of the result should know of its pages."""
    scanned = _named(p.number for p in pages if p.pictured and not p.runs)
    recognised = _named(p.number for p in pages if p.pictured and p.recognised)
    turned = _named(p.number for p in pages if p.turned)
    doubtful = _named(p.number for p, o in zip(pages, ordered, strict=True) if o.doubtful)
    found = [
        (scanned, Problem("scanned-page", f"{scanned}: pictures without text, not read")),
        (recognised, Problem("recognised-text",
                             f"{recognised}: a scan, its text recognised by a machine; check it")),
        (turned, Problem("turned-text",
                         f"{turned}: words set at another angle than the rest, left out")),
        (doubtful, Problem("reading-order",
                           f"{doubtful}: text side by side, whose order is in doubt")),
    ]  # fmt: skip
    return [problem for where, problem in found if where]


def _named(pages: Iterable[int]) -> str:
    """ "page 3", "pages 3, 5 to 9"; nothing for none."""
    spans: list[list[int]] = []
    for number in pages:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    said = ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in spans)
    one = len(spans) == 1 and spans[0][0] == spans[0][1]
    return f"{'page' if one else 'pages'} {said}" if spans else ""


class _Builder:
    """The state of one reading: clean text so far, blocks, places, calls of notes."""

    def __init__(self, notes: list[PrintedNote], words: Words) -> None:
        self.out = Assembler()
        self.dictionary = words
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self.notes: list[Note] = []
        self._waiting = notes
        self._markers = {note.marker for note in notes}

    def document(self, source: str, problems: list[Problem]) -> Document:
        return Document(
            source=source,
            media_type="application/pdf",
            text=self.out.text(),
            blocks=tuple(self.blocks),
            notes=tuple(self.notes),
            problems=tuple(problems),
            places=tuple(self.places),
        )

    def block(self, group: Sequence[Placed]) -> None:
        """One paragraph out of its lines."""
        start = self.out.begin_block()
        italics: list[Span] = []
        for i, each in enumerate(group):
            if i:
                self._join(group[i - 1].line, each.line)
            self._line(each.line, italics)
        span = self.out.span_since(start)
        if span.start < span.end:
            self.blocks.append(
                Block(span, italics=tuple(_merged(italics, self.out.block_text(), start)))
            )

    def _join(self, before: Line, line: Line) -> None:
        dropped = dropped_at(before.plain, line.plain, self.dictionary)
        if dropped is None:
            self.out.add_blank(self.out.length)
        else:
            self.out.drop_last(dropped)

    def _line(self, line: Line, italics: list[Span]) -> None:
        self.places.append(Place(self.out.length, line.page, line.box()))
        raised, text, end = "", "".join(piece for _, piece in line.pieces()), 0
        for i, piece in line.pieces():
            end += len(piece)
            if i in line.raised:
                raised += piece
                if i + 1 in line.raised:
                    continue
                if self._call(raised, line.page):
                    raised = ""
                    continue
                piece, raised = raised, ""
            start = self.out.length
            self._words(text, end - len(piece), end, line.page)
            if line.runs[i].italic:
                italics.append(Span(start, self.out.length))

    def _words(self, text: str, at: int, end: int, page: int) -> None:
        """A piece of a line, from ``at`` to ``end``, without what calls notes in it: stars, [1]."""
        for called in _UNRAISED.finditer(text, at) if self._markers else ():
            if called.end() > end:
                break
            self.out.add(text[at : called.start()], self.out.length)
            if not self._call(called[0], page):
                self.out.add(called[0], self.out.length)
            at = called.end()
        self.out.add(text[at:end], self.out.length)

    def _call(self, piece: str, page: int) -> bool:
        """Take a raised mark for the call of a note, where there is a note of that mark."""
        marks = _MARKS.findall(piece)
        if not marks or not all(mark in self._markers for mark in marks):
            return False
        for mark in marks:
            note = self._note(mark, page)
            self.notes.append(Note(mark, self.out.length, note.text))
        return True

    def _note(self, mark: str, page: int) -> PrintedNote:
        """The note of a mark: on its own page, else the nearest after it, else any."""
        same = [note for note in self._waiting if note.marker == mark]
        return min(same, key=lambda note: (note.page < page, abs(note.page - page)))


def _merged(italics: Iterable[Span], text: str, offset: int) -> list[Span]:
    """Italic runs that only blanks part, as one; none begins or ends with a blank."""
    merged: list[Span] = []
    for span in italics:
        words = text[span.start - offset : span.end - offset]
        start = span.start + len(words) - len(words.lstrip())
        end = span.end - (len(words) - len(words.rstrip()))
        if start >= end:
            continue
        if merged and not text[merged[-1].end - offset : start - offset].strip():
            merged[-1] = Span(merged[-1].start, end)
        else:
            merged.append(Span(start, end))
    return merged
