"""The elements that a Word file is written of, each with its children in the schema's order.

In: plain values. Out: lxml elements. Lengths and indents are in twentieths of a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lxml import etree

from counterdraft.ooxml.names import XML_SPACE, W
from counterdraft.ooxml.names import w as name_of

Element = etree._Element  # noqa: SLF001 - the public name of lxml's elements

# The order of a run's properties and of a paragraph's: ECMA-376, part 1, 17.3.2.28 and 17.3.1.26.
RUN_ORDER = (
    "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps",
    "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof",
    "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs",
    "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip
_STEPS = re.compile(r"([\t\v\n])")
_BREAKS = {"\t": "tab", "\v": "br", "\n": "br"}
# What no XML can hold.
_ILLEGAL = re.compile("[^\t\n\v\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Look = dict[str, dict[str, str]]


def w(tag: str, children: Iterable[Element] = (), /, **attributes: str) -> Element:
    """The element ``w:tag`` with attributes of the same namespace."""
    named = {name_of(name): value for name, value in attributes.items()}
    made = etree.Element(name_of(tag), named, {"w": W})
    made.extend(children)
    return made


def run(text: str, style: str = "", look: Look | None = None) -> Element:
    """Words in a character style, and beside it with a look of their own."""
    properties = [w("rStyle", val=style)] if style else []
    properties += [w(tag, **look[tag]) for tag in RUN_ORDER if look and tag in look]
    words = w("t")
    words.text = text
    words.set(XML_SPACE, "preserve")
    return w("r", [w("rPr", properties), words] if properties else [words])


def words(text: str, *, deleted: bool = False) -> list[Element]:
    """What a run holds of a text: its words, its tabs and line breaks."""
    made: list[Element] = []
    for part in _STEPS.split(_ILLEGAL.sub("\ufffd", text)):
        if part in _BREAKS:
            made.append(w(_BREAKS[part]))
        elif part:
            each = w("delText" if deleted else "t")
            each.text = part
            each.set(XML_SPACE, "preserve")
            made.append(each)
    return made


def tab() -> Element:
    """A step to the next stop."""
    return w("r", [w("tab")])


def field(code: str) -> list[Element]:
    """A field that the reader's program fills in; "1" stands in it until then."""
    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set(XML_SPACE, "preserve")
    return [
        w("r", [w("fldChar", fldCharType="begin")]),
        w("r", [instruction]),
        w("r", [w("fldChar", fldCharType="separate")]),
        run("1"),
        w("r", [w("fldChar", fldCharType="end")]),
    ]


def link(target: str, inner: Iterable[Element]) -> Element:
    """A link to a bookmark of this document."""
    return w("hyperlink", inner, anchor=target, history="1")


def bookmark(number: int, name: str, inner: Iterable[Element]) -> list[Element]:
    """``inner`` under a name that links lead to; ``number`` is the document's own for it."""
    start = w("bookmarkStart", id=str(number), name=name)
    return [start, *inner, w("bookmarkEnd", id=str(number))]


class Indent(NamedTuple):
    """A hanging indent, and the stops on the way to it."""

    left: int
    stops: tuple[int, ...] = ()


def paragraph(
    style: str,
    inner: Iterable[Element],
    *,
    keep_next: bool = False,
    hanging: Indent | None = None,
    left: int = 0,
) -> Element:
    """A paragraph in a style, perhaps kept with the next or indented."""
    properties = [w("pStyle", val=style)]
    if keep_next:
        properties.append(w("keepNext"))
    if hanging:
        stops = [w("tab", val="left", pos=str(stop)) for stop in hanging.stops]
        properties += [w("tabs", stops)] if stops else []
        properties.append(w("ind", left=str(hanging.left), hanging=str(hanging.left)))
    elif left:
        properties.append(w("ind", left=str(left)))
    return w("p", [w("pPr", properties), *inner])


def cell(width: int, inner: Iterable[Element], *, columns: int = 1, fill: str = "") -> Element:
    """A cell, perhaps over several columns, perhaps shaded."""
    properties = [w("tcW", w=str(width), type="dxa")]
    if columns > 1:
        properties.append(w("gridSpan", val=str(columns)))
    if fill:
        properties.append(w("shd", val="clear", color="auto", fill=fill))
    return w("tc", [w("tcPr", properties), *inner])


def row(cells: Iterable[Element], *, whole: bool = True, header: bool = False) -> Element:
    """A row; ``header`` stands again at the head of every page that the table goes on to."""
    properties = [w("cantSplit")] if whole else []
    properties += [w("tblHeader")] if header else []
    return w("tr", [w("trPr", properties), *cells] if properties else cells)


def table(
    style: str, widths: Sequence[int], rows: Iterable[Element], *, title: str = ""
) -> Element:
    """A table whose columns keep their widths; ``title`` is for those who do not see it."""
    headed = "1" if title else "0"
    properties = [
        w("tblStyle", val=style),
        w("tblW", w=str(sum(widths)), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=headed, lastRow="0", firstColumn="0", lastColumn="0",
          noHBand="1", noVBand="1"),
    ]  # fmt: skip
    properties += [w("tblCaption", val=title)] if title else []
    columns = w("tblGrid", [w("gridCol", w=str(width)) for width in widths])
    return w("tbl", [w("tblPr", properties), columns, *rows])
