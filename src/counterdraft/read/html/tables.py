"""Which tables of a page hold data, and which only lay it out.

A table that holds data is read row by row, its cells apart by " | "; one that lays out is
read as if it were not there. A cell that holds a clause is no datum.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from counterdraft.read.reflow import opens_clause

_SHORT = 300
_CLAUSE = re.compile(r".{30,}[,;:.]$", re.DOTALL)
_INSIDE = frozenset({"table", "ol", "ul", "pre", "blockquote", "h1", "h2", "h3", "h4"})


def data_tables(root: etree._Element) -> frozenset[etree._Element]:
    """The tables that hold data."""
    # A table that holds another lays out.
    found: list[etree._Element] = []
    nests = False
    for event, table in etree.iterwalk(root, events=("start", "end"), tag="table"):
        if event == "end" and not nests and _holds_data(table):
            found.append(table)
        # After the end of a table, whatever is still open holds it.
        nests = event == "end" and _is_inside(table)
    return frozenset(found)


def _is_inside(table: etree._Element) -> bool:
    return next(table.iterancestors("table"), None) is not None


def _holds_data(table: etree._Element) -> bool:
    if table.get("role") in {"presentation", "none"}:
        return False
    rows = [[c for c in row if c.tag in {"td", "th"}] for row in table.iter("tr")]
    rows = [row for row in rows if row]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    headed = next(islice(table.iter("th", "caption"), 1), None) is not None
    if not headed and (len(rows) < 3 or min(map(len, rows)) < 3):
        return False
    return all(_is_datum(cell) for row in rows for cell in row)


def _is_datum(cell: etree._Element) -> bool:
    if any(each.tag in _INSIDE for each in cell.iterdescendants()):
        return False
    text = " ".join("".join(map(str, cell.itertext())).split())
    return len(text) <= _SHORT and not (opens_clause(text) and _CLAUSE.match(text))
