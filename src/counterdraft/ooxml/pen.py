"""Who changes a text, and when: the marks of tracked changes, each with an id of its own."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from counterdraft.ooxml.elements import Element, w
from counterdraft.ooxml.names import W_ID


class Pen:
    """Makes the marks of one author's changes; ``date`` is ISO 8601, as Word records it."""

    def __init__(self, author: str, date: str, taken: Iterable[etree._Element] = ()) -> None:
        self._said = {"author": author, "date": date}
        self._next = 1 + max((_id(e) for root in taken for e in root.iter()), default=0)

    def mark(self, tag: str, inner: Iterable[Element] = ()) -> Element:
        """The element ``w:tag`` ("ins", "pPrChange") of a change, around ``inner``."""
        made = w(tag, inner, id=str(self._next), **self._said)
        self._next += 1
        return made


def _id(element: etree._Element) -> int:
    """The id of what shares its numbers with tracked changes: all that has one in the text."""
    found = element.get(W_ID, "")
    return int(found) if found.isdecimal() and len(found) < 10 else 0
