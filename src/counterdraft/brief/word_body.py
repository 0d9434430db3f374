"""A ``Paper`` → the paragraphs and tables of a Word document, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

from docx.oxml.shape import CT_Inline
from docx.shared import Emu

from counterdraft.brief.paper import (
    Bullets,
    Call,
    Division,
    Grid,
    Group,
    Marked,
    Paper,
    PaperPart,
    Paragraph,
    Picture,
    Piece,
    Prose,
    Ref,
    Row,
    Said,
    Sheet,
    Term,
    Terms,
    Verbatim,
)
from counterdraft.brief.report import MarkKind
from counterdraft.charts.render import png_of_svg, size_of
from counterdraft.ooxml import elements as x
from counterdraft.ooxml.elements import Element, Indent, Look

WIDTH = 9410  # between the margins
TALLEST = 12200  # of a picture: it stands on one page, with a heading above
TERM = 1500  # a column of terms
STEP = 340  # of indentation, for each level
NUMBER = 460  # the room of a paragraph's number
LETTER = 88  # of the name of a place
LONGEST_NAME = 32
NAME = 40  # Word takes no longer bookmarks
SHADE = "F2F4F6"
EMU = 635  # of a twentieth of a point
_ON: dict[str, str] = {}

# What each mark looks like, as its character style has it, for words under more than one.
LOOKS: dict[MarkKind, Look] = {
    "phrase": {"b": _ON, "bCs": _ON, "i": _ON, "iCs": _ON},
    "verb": {"i": _ON, "iCs": _ON, "u": {"val": "dash"}},
    "addressee": {"b": _ON, "bCs": _ON},
    "citation": {"u": {"val": "single"}},
    "treaty": {"u": {"val": "double"}},
    "date": {"u": {"val": "dotted"}},
    "deadline": {"bdr": {"val": "single", "sz": "4", "space": "0", "color": "auto"}},
}
ITALIC: Look = {"i": _ON, "iCs": _ON}


class Body:
    """Makes the elements; remembers which bookmarks there are."""

    def __init__(self, add_image: Callable[[bytes], str]) -> None:
        """``add_image`` puts a PNG into the file, and gives the id of its relationship."""
        self._add_image = add_image
        self._bookmarks = self._pictures = 0
        self._names: dict[str, str] = {}

    def sheet(self, sheet: Sheet) -> Iterator[Element]:
        """The brief of one resolution."""
        yield x.paragraph("Heading1", self._named(sheet.anchor, [x.run(sheet.title)]))
        if sheet.subtitle:
            yield x.paragraph("Subtitle", [x.run("  ·  ".join(sheet.subtitle))])
        yield x.paragraph("BriefContents", list(self._contents(sheet)))
        for division in sheet.divisions:
            yield from self._division(division)

    def list_of(self, paper: Paper) -> Iterator[Element]:
        """What a brief of several holds."""
        yield x.paragraph("Title", [x.run(paper.title)])
        for sheet in paper.sheets:
            words = [self._link(sheet.anchor, x.run(sheet.title, "BriefLink"))]
            if sheet.subtitle:
                words.append(x.run(f"  {'  ·  '.join(sheet.subtitle)}", "Aside"))
            yield x.paragraph("ListBullet", words)

    # Names

    def _target(self, anchor: str) -> str:
        """A bookmark's name: letters, digits and underscores, and not too many."""
        if anchor not in self._names:
            name = "".join(c if c.isascii() and c.isalnum() else "_" for c in f"c_{anchor}")
            digest = sha256(anchor.encode()).hexdigest()[:8]
            taken = name in self._names.values() or len(name) > NAME
            self._names[anchor] = f"{name[: NAME - 9]}_{digest}" if taken else name
        return self._names[anchor]

    def _named(self, anchor: str, inner: Sequence[Element]) -> list[Element]:
        self._bookmarks += 1
        return x.bookmark(self._bookmarks, self._target(anchor), inner)

    def _link(self, anchor: str, *inner: Element) -> Element:
        return x.link(self._target(anchor), inner)

    # Statements

    def _said(self, said: Said) -> Iterator[Element]:
        if said.text:
            style = {"name": "Name", "absent": "Absent"}.get(said.style, "")
            yield x.run(said.text, style)
        yield from self._refs(said)

    def _refs(self, said: Said) -> Iterator[Element]:
        for number, ref in enumerate(said.refs):
            if number or said.text:
                yield x.run("; " if number else " ", "Aside")
            yield self._ref(ref)

    def _ref(self, ref: Ref) -> Element:
        return self._link(ref.target, x.run(ref.label, "Evidence"))

    def _in_cell(self, said: Said, *, back: bool) -> Iterator[Element]:
        """A statement in a table: its words are the link; what is not the text's is set back."""
        plain = "Aside" if back else ""
        name = "NameLink" if said.link else "Name"
        style = {"name": name, "absent": "Absent", "plain": plain}.get(said.style, "")
        if said.text:
            words = x.run(said.text, style)
            yield self._link(said.link, words) if said.link else words
        yield from self._refs(said)

    # Parts

    def _contents(self, sheet: Sheet) -> Iterator[Element]:
        for number, division in enumerate(sheet.divisions):
            if number:
                yield x.run("    ")
            # A title stays beside its number, and whole.
            title = division.title.replace(" ", "\u00a0")
            yield x.run(f"{division.number}\u00a0\u00a0", "Soft")
            yield self._link(division.anchor, x.run(title, "BriefLink"))

    def _division(self, division: Division) -> Iterator[Element]:
        words = [x.run(f"{division.number}  ", "SectionNumber"), x.run(division.title)]
        yield x.paragraph("Heading2", self._named(division.anchor, words))
        for part in division.parts:
            yield from self._part(part)

    def _part(self, part: PaperPart) -> Iterator[Element]:
        match part:
            case Prose():
                yield x.paragraph("BriefProse", self._run_on(part.said))
            case Bullets():
                yield from _heading(part.title)
                yield from self._list(part.said)
            case Terms():
                yield self._terms(part.terms)
            case Grid():
                yield from _heading(part.title)
                if part.note:
                    yield x.paragraph("TableNote", [x.run(part.note)])
                yield self._grid(part)
            case Picture():
                yield self._picture(part)
            case Verbatim():
                yield from self._verbatim(part)

    def _list(self, statements: Sequence[Said]) -> Iterator[Element]:
        for said in statements[:-1]:
            yield x.paragraph("ListBullet", self._said(said))
        yield from (x.paragraph("ListBulletLast", self._said(said)) for said in statements[-1:])

    def _run_on(self, statements: Iterable[Said]) -> Iterator[Element]:
        for number, said in enumerate(statements):
            if number:
                yield x.run(" ")
            yield from self._said(said)

    def _terms(self, terms: Iterable[Term]) -> Element:
        """Terms two by two, those that want more room alone."""
        half = WIDTH // 2 - TERM
        widths = (TERM, half, TERM, WIDTH - half - 2 * TERM)
        rows: list[Element] = []
        waiting: list[Term] = []
        for term in terms:
            if term.wide:
                rows += [x.row(self._alone(each)) for each in (*waiting, term)]
                waiting = []
            else:
                waiting.append(term)
            if len(waiting) == 2:
                cells = [c for each in waiting for c in self._term(each, half)]
                rows.append(x.row(cells))
                waiting = []
        rows += [x.row(self._alone(each)) for each in waiting]
        return x.table("BriefFacts", widths, rows)

    def _alone(self, term: Term) -> list[Element]:
        return self._term(term, WIDTH - TERM, columns=3)

    def _term(self, term: Term, width: int, *, columns: int = 1) -> list[Element]:
        values = [x.paragraph("TableText", self._said(said)) for said in term.values]
        return [
            x.cell(TERM, [x.paragraph("Term", [x.run(term.term)])]),
            x.cell(width, values or [x.paragraph("TableText", [])], columns=columns),
        ]

    def _grid(self, grid: Grid) -> Element:
        widths = [round(part * WIDTH) for part in grid.widths]
        head = [
            x.cell(width, [x.paragraph("TableHead", [x.run(column)])])
            for width, column in zip(widths, grid.columns, strict=True)
        ]
        rows = [x.row(head, header=True)]
        for group in grid.groups:
            rows += self._group(group, widths)
        return x.table("BriefTable", widths, rows, title=grid.title)

    def _picture(self, picture: Picture) -> Element:
        """As wide as the text, or as high as a page allows; with what it shows in words."""
        self._pictures += 1
        wide, high = size_of(picture.svg)
        across = round(min(WIDTH, TALLEST * wide / high) * EMU)
        inline = CT_Inline.new_pic_inline(
            self._pictures, self._add_image(png_of_svg(picture.svg)),
            f"picture-{self._pictures}.png", Emu(across), Emu(round(across * high / wide)),
        )  # fmt: skip
        inline.docPr.set("title", picture.title)
        inline.docPr.set("descr", picture.description)
        return x.paragraph("BriefProse", [x.w("r", [x.w("drawing", [inline])])])

    def _group(self, group: Group, widths: Sequence[int]) -> Iterator[Element]:
        if group.title:
            words = [x.paragraph("TableGroup", [x.run(group.title)])]
            yield x.row([x.cell(sum(widths), words, columns=len(widths), fill=SHADE)])
        for row in group.rows:
            yield x.row(self._cells(row, widths), whole=row.whole)

    def _cells(self, row: Row, widths: Sequence[int]) -> Iterator[Element]:
        for index, (width, statements) in enumerate(zip(widths, row.cells, strict=True)):
            left = 0 if index else row.level * STEP // 2
            back = any(said.style == "quote" for said in statements)
            inner = [
                x.paragraph("TableText", self._in_cell(said, back=back), left=left)
                for said in statements
            ]
            yield x.cell(width, inner or [x.paragraph("TableText", [])])

    # The text

    def _verbatim(self, text: Verbatim) -> Iterator[Element]:
        yield from _heading(text.title)
        if text.legend:
            yield x.paragraph("Legend", _legend(text.legend), keep_next=True)
        names = [_place(each) for each in text.paragraphs]
        room = (min(LONGEST_NAME, max(map(len, names), default=0)) + 2) * LETTER
        yield from (self._passage(each, max(room, 900)) for each in text.paragraphs)
        yield from (self._note(each, max(room, 900)) for each in text.notes)

    def _passage(self, passage: Paragraph, room: int) -> Element:
        before = room + passage.level * STEP
        words = [x.run(_place(passage), "Place"), x.tab()]
        if passage.number:
            words += [x.run(passage.number), x.tab()]
        words += self._named(passage.anchor, list(self._pieces(passage.words, (), italic=False)))
        style = {"title": "DraftTitle", "heading": "DraftHeading"}.get(passage.kind, "DraftText")
        left, stops = (before + NUMBER, (before,)) if passage.number else (before, ())
        keep = passage.kind == "formula"
        return x.paragraph(style, words, hanging=Indent(left, stops), keep_next=keep)

    def _note(self, note: Paragraph, room: int) -> Element:
        marker = self._link(note.back, x.run(note.label, "Evidence"))
        words = self._named(note.anchor, list(self._pieces(note.words, (), italic=False)))
        return x.paragraph("DraftNote", [marker, x.tab(), *words], hanging=Indent(room))

    def _pieces(
        self, pieces: Iterable[Piece], kinds: tuple[MarkKind, ...], *, italic: bool
    ) -> Iterator[Element]:
        """Words under the marks ``kinds``, from the outermost."""
        for piece in pieces:
            match piece:
                case str():
                    yield _marked(piece, kinds, italic=italic)
                case Call():
                    yield self._link(piece.target, x.run(piece.marker, "NoteCall"))
                case Marked():
                    more = (*kinds, piece.kind) if piece.kind else kinds
                    inner = self._pieces(piece.inner, more, italic=italic or piece.italic)
                    yield from self._named(piece.anchor, list(inner)) if piece.anchor else inner


def _heading(title: str) -> Iterator[Element]:
    if title:
        yield x.paragraph("Heading3", [x.run(title)])


def _place(passage: Paragraph) -> str:
    """What a passage is called, and its page."""
    return "\u00a0· ".join(part for part in (passage.label, passage.page) if part)


def _legend(kinds: Iterable[tuple[MarkKind, str]]) -> Iterator[Element]:
    yield x.run("Marked in the text:", "Soft")
    for kind, label in kinds:
        yield x.run("   ")
        yield _marked(label.replace(" ", "\u00a0"), (kind,), italic=False)


def _marked(words: str, kinds: tuple[MarkKind, ...], *, italic: bool) -> Element:
    """A run in the style of the innermost mark, with the looks of those about it."""
    look: Look = dict(ITALIC) if italic else {}
    for kind in kinds if len(kinds) > 1 else ():
        look |= LOOKS[kind]
    return x.run(words, f"Mark{kinds[-1].capitalize()}" if kinds else "", look)
