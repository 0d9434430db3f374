"""A masthead and lines → a Word file in the UN's look; the same values give the same bytes.

Nothing in it tells when it was made but the tracked changes, which bear the date of their author.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from counterdraft.align.words import even, word_edits
from counterdraft.ooxml.elements import Element, cell, field, row, w, words
from counterdraft.ooxml.look.body import Body
from counterdraft.ooxml.look.lines import Line, Shape, Words
from counterdraft.ooxml.look.masthead import Masthead
from counterdraft.ooxml.look.numbers import DASH, FORMS, TEXTS, Start
from counterdraft.ooxml.look.parts import styles, template, word_parts
from counterdraft.ooxml.names import R_ID, W_R
from counterdraft.ooxml.pack import packed
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.redline.blocks import run_on
from counterdraft.ooxml.redline.lines import BULLETS, Text

# Of the columns of the masthead: the margin of the text, the organ, the distribution.
_COLUMNS = (1267, 5413, 3156)
_MARGINS = {
    "top": "600", "right": "1195", "bottom": "1898", "left": "1209",
    "header": "576", "footer": "1030", "gutter": "0",
}  # fmt: skip
_RULES = {"symbol": "4", "organ": "18"}


class Heads(NamedTuple):
    """The mastheads of both texts; twice the same of one that stays as it is."""

    a: Masthead
    b: Masthead


def word_file(heads: Heads, text: Text, pen: Pen, title: str, *, from_right: bool = False) -> bytes:
    """The file of a text under its masthead; ``title`` is what its properties say.

    ``from_right`` is of the text, in its script; the masthead is in Latin letters.
    """
    body = Body(pen)
    inner = [_masthead(heads, body)]
    inner += [body.paragraph(line) for line in (*_lines(heads), *text.lines)]
    inner += [w("p", [w("pPr", [w("pStyle", val="EndRule")])]), _section()]
    text_body = w("body", inner)
    run_on(text_body)
    running = _tracked(heads.a.symbol, heads.b.symbol)
    parts = {
        "document": w("document", [text_body]),
        "styles": styles(from_right=from_right),
        "settings": template("settings"),
        "numbering": _numbering(text.lists),
        "footnotes": w("footnotes", [*_separators(), *body.notes]),
        "header1": w("hdr", [_paragraph("Header", body.runs(running))]),
        "header2": w("hdr", [_paragraph("HeaderRight", body.runs(running))]),
        "header3": w("hdr", [_paragraph("HeaderFirst", ())]),
        "footer1": w("ftr", [_paragraph("Footer", _page())]),
        "footer2": w("ftr", [_paragraph("FooterRight", _page())]),
        "footer3": w("ftr", [_paragraph("Normal", ())]),
    }
    return packed(dict(word_parts(parts, title)))


# -- the masthead


def _masthead(heads: Heads, body: Body) -> Element:
    a, b = heads
    initial, rest = _tracked(a.symbol[:1], b.symbol[:1]), _tracked(a.symbol[1:], b.symbol[1:])
    symbol = [*body.runs(initial), *body.runs(rest)]
    for run in [run for each in symbol[: len(initial)] for run in each.iter(W_R)]:
        run.insert(0, w("rPr", [w("rStyle", val="SymbolInitial")]))
    name = _paragraph("MastheadName", body.runs([Words("United Nations")]))
    organ = _paragraph("MastheadOrgan", body.runs(_tracked(a.organ, b.organ)))
    distribution = [
        _paragraph("Distribution", body.runs(_tracked(one, other)), before=0 if i == 1 else 240)
        for i, (one, other) in enumerate(zip(a.distribution, b.distribution, strict=True))
    ]
    rows = [
        _row(680, "symbol", [name], [_paragraph("MastheadSymbol", symbol)], low=True),
        _row(1900, "organ", [organ], distribution),
    ]
    properties = [w("tblW", w=str(sum(_COLUMNS)), type="dxa"), w("tblLayout", type="fixed")]
    columns = [w("gridCol", w=str(width)) for width in _COLUMNS]
    return w("tbl", [w("tblPr", properties), w("tblGrid", columns), *rows])


def _row(
    height: int, rule: str, name: list[Element], other: list[Element], *, low: bool = False
) -> Element:
    """A row of the masthead: an empty cell where the emblem stands, and two others."""
    cells = [cell(width, inner) for width, inner in zip(
        _COLUMNS, ([_paragraph("Normal", ())], name, other), strict=True
    )]  # fmt: skip
    for each in cells:
        border = w("bottom", val="single", sz=_RULES[rule], space="0", color="auto")
        each[0].append(w("tcBorders", [border]))
        if low:
            each[0].append(w("vAlign", val="bottom"))
    made = row(cells)
    made[0].append(w("trHeight", val=str(height), hRule="exact"))
    return made


def _lines(heads: Heads) -> Iterator[Line]:
    """The lines below the masthead: those that follow one another in both texts are one, edited.

    A style may come twice ("Session": the session, and on whose report a text was adopted): lines
    are paired by their order, never by their style alone.
    """
    a, b = heads.a.lines, heads.b.lines
    ours, theirs = ([style for style, _ in side] for side in (a, b))
    paired = SequenceMatcher(None, ours, theirs, autojunk=False)
    for op, from_a, to_a, from_b, to_b in paired.get_opcodes():
        if op == "equal":
            for (style, was), (_, text) in zip(a[from_a:to_a], b[from_b:to_b], strict=True):
                yield Line(tuple(_tracked(was, text)), Shape(style), Shape(style))
            continue
        for style, was in a[from_a:to_a]:
            yield Line((Words(was, "deleted"),), None, Shape(style))
        for style, text in b[from_b:to_b]:
            yield Line((Words(text, "inserted"),), Shape(style), None)


def _tracked(a: str, b: str) -> list[Words]:
    return [Words(each.text, each.op) for each in even(word_edits(a, b))]


def _paragraph(style: str, inner: Iterable[Element], *, before: int = 0) -> Element:
    properties = [w("pStyle", val=style)]
    if before:
        properties.append(w("spacing", before=str(before)))
    return w("p", [w("pPr", properties), *inner])


# -- pages


def _page() -> list[Element]:
    slash = w("r", words("/"))
    return [*field("PAGE"), slash, *field("NUMPAGES")]


_HEADS = (
    ("header", "even", "header1"), ("header", "default", "header2"), ("header", "first", "header3"),
    ("footer", "even", "footer1"), ("footer", "default", "footer2"), ("footer", "first", "footer3"),
)  # fmt: skip


def _section() -> Element:
    references = []
    for tag, kind, part in _HEADS:
        made = w(f"{tag}Reference", type=kind)
        made.set(R_ID, part)
        references.append(made)
    size = w("pgSz", w="12240", h="15840")
    return w("sectPr", [*references, size, w("pgMar", **_MARGINS), w("titlePg")])


# -- lists and notes


def _numbering(lists: Mapping[int, Start | None]) -> Element:
    """The lists, each after a definition of its own: so none counts on from another."""
    bullets, counted = [("bullet", DASH)] * len(FORMS), list(zip(FORMS, TEXTS, strict=True))
    definitions = [_abstract(BULLETS, bullets), *(_abstract(number, counted) for number in lists)]
    nums = [_num(BULLETS, None), *(_num(*each) for each in lists.items())]
    return w("numbering", [*definitions, *nums])


def _num(number: int, start: Start | None) -> Element:
    made = w("num", [w("abstractNumId", val=str(number))], numId=str(number))
    if start is not None:
        again = w("startOverride", val=str(start.first))
        made.append(w("lvlOverride", [again], ilvl=str(start.level)))
    return made


def _abstract(number: int, levels: list[tuple[str, str]]) -> Element:
    made = w("abstractNum", [w("multiLevelType", val="multilevel")], abstractNumId=str(number))
    for level, (form, text) in enumerate(levels):
        made.append(w("lvl", [
            w("start", val="1"), w("numFmt", val=form), w("lvlText", val=text),
            w("lvlJc", val="left"), w("pPr", list(_indents(form, level))),
            w("rPr", [w("i", val="0"), w("iCs", val="0")]),
        ], ilvl=str(level)))  # fmt: skip
    return made


def _indents(form: str, level: int) -> Iterator[Element]:
    """The first two levels begin as a paragraph does; what is below them, or a dash, hangs."""
    deep = level - 1 if form != "bullet" else max(level, 1)
    left = 2218 + 476 * deep if deep > 0 else 1267
    stop = left if deep > 0 else 2218
    yield w("tabs", [w("tab", val="left", pos=str(stop))])
    hanging = {"hanging": "476"} if deep > 0 else {"firstLine": "475"}
    yield w("ind", left=str(left), right="1267", **hanging)


def _separators() -> list[Element]:
    found = (("-1", "separator"), ("0", "continuationSeparator"))
    spacing = w("spacing", line="240", lineRule="auto")
    return [
        w("footnote", [w("p", [
            w("pPr", [spacing if not i else w("spacing", line="240", lineRule="auto"),
                      w("ind", left="792")]),
            w("r", [w(kind)]),
        ])], id=name, type=kind)
        for i, (name, kind) in enumerate(found)
    ]  # fmt: skip
