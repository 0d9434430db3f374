"""The bytes of a PDF → what is printed on each of its pages.

In: the bytes. Out: one :class:`Page` after another: runs of text (the pieces that the
file itself sets as one), ruled lines, and whether the page is a picture. Coordinates are
points from the lower left corner of the page, turned so that most of its text stands
upright. pdfium reads the file; nothing in it is executed.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from counterdraft.errors import DamagedSource, SourceTooLarge, UnsupportedSource

MAX_PAGES = 3_000
MAX_CHARACTERS = 20_000_000
# Ruled lines are looked for among so many things drawn on a page, and no more.
_MAX_DRAWN = 20_000
_THIN = 3.0
_PICTURED = 0.7
_INVISIBLE = 3
_ITALIC_FLAG, _BOLD_FLAG, _BOLD_WEIGHT = 1 << 6, 1 << 18, 700
_ITALIC_NAMES, _BOLD_NAMES = ("italic", "oblique"), ("bold", "black", "heavy")
_RIGHT_ANGLE = 90
# The mark of a note is no longer; a figure is so high, and raised by so much or more, in
# units of the type.
_MARK_LENGTH = 3
_FIGURE_HEIGHT, _RAISED = 0.68, 0.15
# pdfium marks a hyphen at the end of a line so.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})


class Run(NamedTuple):
    """A piece of text set in one go, in one font.

    ``spaced`` is true where the file itself has white space before it; ``order`` is its
    place in the order of the file.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    spaced: bool
    order: int


class Rule(NamedTuple):
    """A line ruled from left to right."""

    left: float
    right: float
    y: float


class Upright(NamedTuple):
    """A line ruled from bottom to top, as between the cells of a table."""

    x: float
    bottom: float
    top: float


class Page(NamedTuple):
    """One page; ``number`` counts from 1.

    ``pictured`` says that a picture covers it, ``recognised`` that its text is invisible,
    as the text layer over a scan is, ``turned`` how many characters are set at another
    angle than the rest, and left out.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]
    uprights: tuple[Upright, ...] = ()
    pictured: bool = False
    recognised: bool = False
    turned: int = 0


class _Font(NamedTuple):
    bold: bool
    italic: bool


def open_pages(data: bytes, source: str) -> Iterator[Page]:
    """Every page of a PDF, in order.

    Raises DamagedSource, UnsupportedSource where it is encrypted, SourceTooLarge.
    """
    document = _open(data, source)
    try:
        if len(document) > MAX_PAGES:
            raise SourceTooLarge(
                f"the PDF has {len(document):,} pages, more than the {MAX_PAGES:,} read at once",
                source=source,
                remedy="Extract the pages that you need",
            )
        characters = 0
        for index in range(len(document)):
            page = _page(document, index, source)
            characters += sum(len(run.text) for run in page.runs)
            if characters > MAX_CHARACTERS:
                raise SourceTooLarge(
                    f"the PDF holds more than {MAX_CHARACTERS:,} characters",
                    source=source,
                    place=f"page {index + 1}",
                    remedy="Extract the pages that you need",
                )
            yield page
    finally:
        document.close()


def _open(data: bytes, source: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnsupportedSource(
                "the PDF is encrypted and asks for a password",
                source=source,
                remedy="Open it with its password and save it without one",
            ) from None
        raise _damaged(source) from None
    if count == 0:
        raise _damaged(source)
    return document


def _damaged(source: str, place: str = "") -> DamagedSource:
    return DamagedSource(
        "the PDF is damaged or cut off",
        source=source,
        place=place,
        remedy="Fetch it again, or print it to a new PDF",
    )


def _page(document: pdfium.PdfDocument, index: int, source: str) -> Page:
    try:
        page = document[index]
        words = page.get_textpage()
    except pdfium.PdfiumError:
        raise _damaged(source, f"page {index + 1}") from None
    try:
        return _Reading(page, words).page(index + 1)
    finally:
        words.close()
        page.close()


class _Frame(NamedTuple):
    """How to turn the file's coordinates into those of the page with its text upright.

    ``turn`` is the angle at which the text runs, anticlockwise, in degrees.
    """

    box: tuple[float, float, float, float]
    turn: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.box
        if self.turn == _RIGHT_ANGLE:
            return y - bottom, right - x
        if self.turn == 2 * _RIGHT_ANGLE:
            return right - x, top - y
        if self.turn == 3 * _RIGHT_ANGLE:
            return top - y, x - left
        return x - left, y - bottom

    def size(self) -> tuple[float, float]:
        left, bottom, right, top = self.box
        across, up = right - left, top - bottom
        return (up, across) if self.turn % (2 * _RIGHT_ANGLE) else (across, up)


class _Piece(NamedTuple):
    """A run in the file's own coordinates."""

    text: str
    first: tuple[float, float]
    last: tuple[float, float]
    size: float
    angle: int | None
    font: _Font
    skewed: bool
    spaced: bool


# pdfium's own function with a number for the pointer: a pointer object for each character
# would take longer than all the rest.
_object_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


class _Reading:
    """One page being read: pdfium's handles and the buffers that it writes to."""

    def __init__(self, page: pdfium.PdfPage, words: pdfium.PdfTextPage) -> None:
        self.page_handle, self.words = page, words
        self.fonts: dict[int, _Font] = {}
        self.box = raw.FS_RECTF()
        self.matrix = raw.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()

    def page(self, number: int) -> Page:
        pieces, hidden = self._pieces()
        turn, turned = _main_angle(pieces)
        frame = _Frame(self.page_handle.get_bbox(), turn)
        width, height = frame.size()
        runs = tuple(
            _run(piece, frame, order)
            for order, piece in enumerate(pieces)
            if piece.angle == turn and piece.text.strip()
        )
        rules, uprights, pictured = self._drawn(frame)
        return Page(
            number, width, height, runs, rules, uprights, pictured, hidden and bool(runs), turned
        )

    # -- text

    def _pieces(self) -> tuple[list[_Piece], bool]:
        """Every run of text in the order of the file; whether all of it is invisible."""
        pieces: list[_Piece] = []
        handle = ctypes.cast(self.words.raw, ctypes.c_void_p).value
        count = self.words.count_chars()
        hidden, start, before, spaced = True, 0, None, False
        for i in range(count + 1):
            present = _object_of(handle, i) if i < count else None
            if present == before and i < count:
                continue
            # What belongs to no object, pdfium put in where it saw a gap: that is judged later.
            if before is not None:
                piece = self._piece(start, i, before, spaced)
                spaced = piece.text[-1:].isspace()
                hidden = hidden and self._is_hidden(before)
                pieces.append(piece)
            start, before = i, present
        return pieces, hidden

    def _piece(self, start: int, stop: int, handle: int, spaced: bool) -> _Piece:
        text = self.words.get_text_range(start, stop - start, errors="replace")
        text = text.translate(_HYPHENS)
        # Blanks at either end take part in no measure.
        first = min(stop - 1, start + len(text) - len(text.lstrip()))
        last = max(first, stop - 1 - (len(text) - len(text.rstrip())))
        words = self.words.raw
        raw.FPDFText_GetCharOrigin(words, first, self.x, self.y)
        raw.FPDFText_GetMatrix(words, first, self.matrix)
        raw.FPDFText_GetLooseCharBox(words, last, self.box)
        scale = math.hypot(self.matrix.c, self.matrix.d) or 1.0
        size = raw.FPDFText_GetFontSize(words, first) * scale
        angle = math.degrees(math.atan2(self.matrix.b, self.matrix.a)) % 360
        upright = round(angle / _RIGHT_ANGLE) * _RIGHT_ANGLE % 360
        origin = (self.x.value, self.y.value)
        if upright == 0 and text.strip().isdecimal() and len(text.strip()) <= _MARK_LENGTH:
            origin, size = self._as_drawn(first, origin, size)
        return _Piece(
            text,
            origin,
            (self._right(last) if upright == 0 else self.box.right, self.box.top)
            if upright < 2 * _RIGHT_ANGLE
            else (self.box.left, self.box.bottom),
            abs(size),
            upright if abs((angle - upright + 180) % 360 - 180) < 2 else None,
            self._font(start, handle),
            self.matrix.c * self.matrix.d > 0.1 * self.matrix.d**2,
            spaced or text[:1].isspace(),
        )  # fmt: skip

    def _right(self, last: int) -> float:
        """Where a letter ends: the box of an italic one leans over what follows.

        pdfium puts a blank of its own where the letter ends and it sees a gap.
        """
        words, after = self.words.raw, last + 1
        right: float = self.box.right
        if raw.FPDFText_IsGenerated(words, after) != 1:
            return right
        raw.FPDFText_GetCharOrigin(words, after, self.x, self.y)
        is_blank = raw.FPDFText_GetUnicode(words, after) == ord(" ")
        return min(right, self.x.value) if is_blank else right

    def _as_drawn(
        self, index: int, origin: tuple[float, float], size: float
    ) -> tuple[tuple[float, float], float]:
        """Where a figure is drawn: some fonts have raised ones, set on the line in full size."""
        edges = [ctypes.c_double() for _ in range(4)]
        raw.FPDFText_GetCharBox(self.words.raw, index, *edges)
        bottom, top = edges[2].value, edges[3].value
        if bottom - origin[1] < _RAISED * size:
            return origin, size
        return (origin[0], bottom), (top - bottom) / _FIGURE_HEIGHT

    def _font(self, index: int, handle: int) -> _Font:
        """Bold or not, italic or not: by the font's name, its flags and its weight."""
        key = ctypes.cast(raw.FPDFTextObj_GetFont(_pointer(handle)), ctypes.c_void_p).value or 0
        if key not in self.fonts:
            flags = ctypes.c_int()
            buffer = ctypes.create_string_buffer(256)
            raw.FPDFText_GetFontInfo(self.words.raw, index, buffer, 256, flags)
            name = buffer.value.decode("utf-8", "replace").lower()
            italic = bool(flags.value & _ITALIC_FLAG) or any(w in name for w in _ITALIC_NAMES)
            bold = bool(flags.value & _BOLD_FLAG) or any(w in name for w in _BOLD_NAMES)
            # The weight is guessed from the strokes, and guessed too high of slanted ones.
            heavy = raw.FPDFText_GetFontWeight(self.words.raw, index) >= _BOLD_WEIGHT
            self.fonts[key] = _Font(bold or (heavy and not italic), italic)
        return self.fonts[key]

    def _is_hidden(self, handle: int) -> bool:
        return bool(raw.FPDFTextObj_GetTextRenderMode(_pointer(handle)) == _INVISIBLE)

    # -- what is drawn

    def _drawn(self, frame: _Frame) -> tuple[tuple[Rule, ...], tuple[Upright, ...], bool]:
        """The lines ruled across and up, and whether a picture covers the page."""
        rules: list[Rule] = []
        uprights: list[Upright] = []
        pictured = False
        width, height = frame.size()
        edges = [ctypes.c_float() for _ in range(4)]
        handle = self.page_handle.raw
        for i in range(min(raw.FPDFPage_CountObjects(handle), _MAX_DRAWN)):
            drawn = raw.FPDFPage_GetObject(handle, i)
            kind = raw.FPDFPageObj_GetType(drawn)
            if kind not in {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE}:
                continue
            if not raw.FPDFPageObj_GetBounds(drawn, *edges):
                continue
            x0, y0 = frame.point(edges[0].value, edges[1].value)
            x1, y1 = frame.point(edges[2].value, edges[3].value)
            across, up = abs(x1 - x0), abs(y1 - y0)
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                pictured = pictured or across * up > _PICTURED * width * height
            elif up < _THIN and across > up:
                rules.append(Rule(min(x0, x1), max(x0, x1), (y0 + y1) / 2))
            elif across < _THIN:
                uprights.append(Upright((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        return _joined(rules), tuple(uprights), pictured


def _pointer(handle: int) -> ctypes._Pointer[raw.struct_fpdf_pageobject_t__]:
    return ctypes.cast(handle, raw.FPDF_PAGEOBJECT)


def _main_angle(pieces: list[_Piece]) -> tuple[int, int]:
    """The angle that most characters are set at, and how many are set at others."""
    count: Counter[int | None] = Counter()
    for piece in pieces:
        count[piece.angle] += len(piece.text.strip())
    main = max((a for a in count if a is not None), key=lambda a: count[a], default=0)
    return main, sum(count.values()) - count[main]


def _run(piece: _Piece, frame: _Frame, order: int) -> Run:
    left, baseline = frame.point(*piece.first)
    right, _ = frame.point(*piece.last)
    return Run(
        piece.text, left, max(left, right), baseline, piece.size, piece.font.bold,
        piece.font.italic or piece.skewed, piece.spaced, order,
    )  # fmt: skip


def _joined(rules: list[Rule]) -> tuple[Rule, ...]:
    """Lines drawn in several strokes as one: a word processor rules each cell by itself."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (-round(r.y), r.left)):
        last = joined[-1] if joined else None
        if last and abs(last.y - rule.y) < _THIN and rule.left - last.right < _THIN:
            joined[-1] = Rule(last.left, max(last.right, rule.right), last.y)
        else:
            joined.append(rule)
    return tuple(joined)
