"""Resolutions → CSV: a row for each paragraph.

In: the resolutions of a document. Out: a table by RFC 4180, its lines ended by CR LF. A cell of
words that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.model import Paragraph, Resolution
from counterdraft.text.cells import Cell, table

BYTE_ORDER_MARK = "\ufeff"
_BETWEEN = "; "


class Place(NamedTuple):
    """A paragraph where it stands: in the ``number``-th resolution, under ``heading``."""

    number: int
    resolution: Resolution
    heading: str
    paragraph: Paragraph


def _reporting(at: Place) -> str | None:
    """Whether a report is asked for; nothing where the words cannot be read for that."""
    asked = at.paragraph.reporting
    return None if asked is None else "yes" if asked else "no"


COLUMNS: dict[str, Callable[[Place], Cell]] = {
    "resolution": lambda at: at.number,
    "symbol": lambda at: at.resolution.symbol,
    "title": lambda at: at.resolution.title,
    "id": lambda at: at.paragraph.id,
    "part": lambda at: at.paragraph.part,
    "number": lambda at: at.paragraph.number,
    "level": lambda at: at.paragraph.level,
    "heading": lambda at: at.heading,
    "phrase": lambda at: at.paragraph.phrase,
    "text": lambda at: at.paragraph.text,
    "force": lambda at: at.paragraph.verbs[0].force if at.paragraph.verbs else None,
    "addressees": lambda at: _each(a.name or a.text or a.class_ for a in at.paragraph.addressees),
    "addressee_classes": lambda at: _each(a.class_ for a in at.paragraph.addressees),
    "deadline": lambda at: at.paragraph.deadline,
    "reporting": _reporting,
    "citations": lambda at: _each(c.symbol or c.text for c in at.paragraph.citations),
    "note_citations": lambda at: _each(c.symbol or c.text for c in at.paragraph.note_citations),
    "treaties": lambda at: _each(t.treaty for t in at.paragraph.treaties),
    "footnotes": lambda at: _each(
        f"{note.marker} {note.text}"
        for note in at.resolution.footnotes
        if note.paragraph == at.paragraph.id
    ),
    "page": lambda at: at.paragraph.page,
    "language": lambda at: at.resolution.language,
}
"""The columns, in order, and what stands in each."""


def to_csv(resolutions: Sequence[Resolution], *, byte_order_mark: bool = False) -> str:
    """The paragraphs of all ``resolutions``, a row each, below a row with the columns' names.

    Several things in one cell are apart by "; ". ``byte_order_mark`` is put before it all for
    spreadsheets that do not take a text for UTF-8 otherwise.
    """
    rows = ([cell(place) for cell in COLUMNS.values()] for place in _places(resolutions))
    return (BYTE_ORDER_MARK if byte_order_mark else "") + table(COLUMNS, rows)


def _places(resolutions: Sequence[Resolution]) -> Iterator[Place]:
    for number, resolution in enumerate(resolutions, 1):
        before: dict[str, list[str]] = {}
        for heading in resolution.headings:
            before.setdefault(heading.before or "", []).append(heading.text)
        current = ""
        for paragraph in resolution.paragraphs:
            current = " \u2013 ".join(before.get(paragraph.id, [])) or current
            yield Place(number, resolution, current, paragraph)


def _each(items: Iterator[str]) -> str:
    return _BETWEEN.join(dict.fromkeys(items))
