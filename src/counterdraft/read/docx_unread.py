"""What of a Word file's body is not read as it is seen: large pictures, columns of a table.

In: the XML of the document. Out: problems that say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from lxml import etree

from counterdraft.model import Problem
from counterdraft.ooxml.names import MC_FALLBACK, W_P, W_TC, W_TR
from counterdraft.read.docx_columns import words_of
from counterdraft.wording.english import counted, shortened

_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EXTENT, _ANCHORS = f"{_INLINE}extent", (f"{_INLINE}inline", f"{_INLINE}anchor")
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML = "{urn:schemas-microsoft-com:vml}"
_IMAGE = f"{_VML}imagedata"
_POINTS = re.compile(r"(?<![\w-])(width|height):\s*([\d.]+)(pt|in|cm|mm)")
_TO_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54}
_EMU = 12700  # in a point
# Seven centimetres either way: no emblem is as large, and less holds no page of text.
_LARGE = 7 * 72 / 2.54
_BEHIND = 60  # characters of what stands before a picture
# A cell that ends so, of so many words, is a paragraph of a draft; so many rows have one.
_STOPS, _FEWEST, _ROWS = (",", ";"), 4, 2
_LETTERS = re.compile(r"[^\W\d_]{3,}")


def unread(root: etree._Element, beside: Set[etree._Element]) -> Iterator[Problem]:
    """The problems of a document's body; cells ``beside`` a draft are left out of it already."""
    yield from _pictures(root)
    rows = sum(_stands_beside(each, beside) for each in root.iter(W_TR))
    if rows >= _ROWS:
        yield Problem(
            "reading-order",
            f"in {counted(rows, 'row')} of a table other words stand beside a paragraph; rows were "
            "read from one cell to the next, so that what stands in one column may have been taken "
            "for the text of the other",
        )


def _pictures(root: etree._Element) -> Iterator[Problem]:
    large = [each for each in root.iter(*_ANCHORS, _IMAGE) if _is_large(each)]
    if large:
        were = "it was" if len(large) == 1 else "they were"
        place = _place(large[0])
        first = ", the first " if place and len(large) > 1 else " " if place else ""
        held = f"{counted(len(large), 'large picture')}{first}{place}"
        words = f"the file holds {held}; {were} not read"
        yield Problem("unread-picture", words)


def _is_large(element: etree._Element) -> bool:
    """Whether a picture could be of a page of text."""
    if any(each.tag == MC_FALLBACK for each in element.iterancestors()):
        return False
    if element.tag == _IMAGE:
        shape = element.getparent()
        found = _POINTS.findall(shape.get("style", "") if shape is not None else "")
        sizes = {name: float(size) * _TO_POINTS[unit] for name, size, unit in found}
        return min(sizes.get("width", 0.0), sizes.get("height", 0.0)) >= _LARGE
    extent = element.find(_EXTENT)
    if extent is None or next(element.iter(_PICTURE), None) is None:
        return False
    sides = (extent.get("cx", ""), extent.get("cy", ""))
    return all(side.isdecimal() and int(side) >= _LARGE * _EMU for side in sides)


def _place(element: etree._Element) -> str:
    """Behind which words a picture stands; "" where none are before it."""
    own = next((each for each in element.iterancestors() if each.tag == W_P), element)
    for before in own.itersiblings(preceding=True):
        words = words_of(before)
        if words:
            return f"behind “{shortened(words, _BEHIND)}”"
    return ""


def _stands_beside(row: etree._Element, beside: Set[etree._Element]) -> bool:
    """Whether a row has a paragraph of a draft in one cell, and other words in the next."""
    cells = [words_of(each) for each in row.findall(W_TC) if each not in beside]
    paragraphs = [each for each in cells if each.endswith(_STOPS) and len(each.split()) >= _FEWEST]
    return bool(paragraphs) and sum(bool(_LETTERS.search(each)) for each in cells) > 1
