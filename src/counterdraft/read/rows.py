"""The tables of a Markdown text → lines, one a cell.

In: the lines of a text. Out: the same, where each row of a table has become a line a cell, with a
blank one behind it unless the cell is a number and so belongs to the next. A table is known by the
row of dashes under its head; the head itself is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterdraft.read.lines import Line
from counterdraft.text.markers import match_marker

_DASHES = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?|\|\s*:?-{2,}:?\s*\|")
_CELL = re.compile(r"(?:\\.|[^|\\])+")


def without_tables(lines: list[Line]) -> list[Line]:
    """The lines, each row of a table as its cells."""
    rows = set[int]()
    for i, line in enumerate(lines):
        if line.kind == "text" and _DASHES.fullmatch(line.text):
            rows |= {i - 1, i, *_below(lines, i)}
    return [each for i, line in enumerate(lines) for each in _read(line, row=i in rows)]


def _below(lines: list[Line], i: int) -> Iterator[int]:
    """The rows under the row of dashes at ``i``."""
    for j in range(i + 1, len(lines)):
        if lines[j].kind != "text" or "|" not in lines[j].text:
            return
        yield j


def _read(line: Line, *, row: bool) -> Iterator[Line]:
    if not row or line.kind != "text":
        yield line
        return
    yield line._replace(text="", kind="blank")
    if _DASHES.fullmatch(line.text):
        return
    for found in _CELL.finditer(line.text):
        text = found[0].strip()
        if not text:
            continue
        start = line.start + found.start() + len(found[0]) - len(found[0].lstrip())
        yield line._replace(start=start, text=text)
        marker = match_marker(text)
        if marker is None or marker.end < len(text):
            yield line._replace(text="", kind="blank")
