"""The elements of Word's XML that a brief is made of, each with its children in the schema's order.

In: plain values. Out: lxml elements. A table's lengths and indents are in twentieths of a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from docx.oxml.ns import nsmap
from lxml import etree
from lxml.etree import QName

Element = etree._Element  # noqa: SLF001 - the public name of lxml's elements

_W = nsmap["w"]
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# A mark that lies about others is set word by word: what a run is given, in the schema's order.
ORDER = ("b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "bdr", "shd", "vertAlign", "lang")
Look = dict[str, dict[str, str]]


def w(tag: str, children: Iterable[Element] = (), /, **attributes: str) -> Element:
    """The element ``w:tag`` with attributes of the same namespace."""
    named = {QName(_W, name).text: value for name, value in attributes.items()}
    made = etree.Element(QName(_W, tag), named, {"w": _W})
    made.extend(children)
    return made


def run(text: str, style: str = "", look: Look | None = None) -> Element:
    """Words in a character style, and beside it with a look of their own."""
    properties = [w("rStyle", val=style)] if style else []
    properties += [w(tag, **look[tag]) for tag in ORDER if look and tag in look]
    words = w("t")
    words.text = text
    words.set(_SPACE, "preserve")
    return w("r", [w("rPr", properties), words] if properties else [words])


def tab() -> Element:
    """A step to the next stop."""
    return w("r", [w("tab")])


def field(code: str) -> list[Element]:
    """A field that the reader's program fills in; "1" stands in it until then."""
    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set(_SPACE, "preserve")
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
