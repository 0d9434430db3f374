"""A story (the body, a note, a text box) → its paragraphs, in the order in which they are read.

Tables are read row by row, and cell by cell; what goes round paragraphs without being
seen (content controls, custom XML) is passed through.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from counterdraft.ooxml.names import (
    MC_ALTERNATE,
    MC_CHOICE,
    MC_FALLBACK,
    W_P,
    W_TBL,
    W_TC,
    W_TCPR,
    W_TR,
    W_VAL,
    w,
)  # fmt: skip
from counterdraft.ooxml.revisions import Changes, change, table_changes

_CLEAR = frozenset(
    {W_TBL, w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"), w("ins"), w("del"),
     w("moveTo"), w("moveFrom"), W_TR, W_TC}
)  # fmt: skip
_BOUNDS = frozenset({W_TBL, W_TC})
COMMENT_MARKS = frozenset({w("commentRangeStart"), w("commentRangeEnd")})
_V_MERGE = w("vMerge")


class Placed(NamedTuple):
    """A paragraph, with the changes of what it stands in (an inserted row).

    An element of ``COMMENT_MARKS`` comes as itself; None is a bound that no paragraph is
    joined across, such as the edge of a cell.
    """

    element: etree._Element | None
    changes: Changes = ()


def paragraphs(container: etree._Element, changes: Changes = ()) -> Iterator[Placed]:
    """Every paragraph of a story, its bounds and the ends of comments between them."""
    stack: list[tuple[Iterator[etree._Element], Changes, bool]]
    stack = [(iter(container), changes, False)]
    while stack:
        children, changes, bound = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if bound:
                yield Placed(None)
        elif child.tag == W_P or child.tag in COMMENT_MARKS:
            yield Placed(child, changes)
        elif child.tag == MC_ALTERNATE:
            stack.append((iter(chosen(child)), changes, False))
        elif child.tag in _CLEAR and not _continues_another(child):
            found = change(child)
            inner = (*changes, found) if found is not None else changes
            bounds = child.tag in _BOUNDS
            if bounds:
                yield Placed(None)
            stack.append((iter(child), inner + table_changes(child), bounds))


def chosen(alternatives: etree._Element) -> etree._Element | tuple[()]:
    """The one of several forms of a content that is read: the first, else the fallback."""
    choice = alternatives.find(MC_CHOICE)
    if choice is None:
        choice = alternatives.find(MC_FALLBACK)
    return choice if choice is not None else ()


def _continues_another(cell: etree._Element) -> bool:
    """Whether a cell is the lower part of one merged with it, whose content alone is shown."""
    properties = cell.find(W_TCPR) if cell.tag == W_TC else None
    merged = properties.find(_V_MERGE) if properties is not None else None
    return merged is not None and merged.get(W_VAL, "continue") != "restart"
