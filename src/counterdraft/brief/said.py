"""A chapter of a brief → what it says, as items, so that the next can tell what reads otherwise.

Left out is what only tells the paragraphs again (how the text is built, what it cites, the days it
names), and how the brief was made, which the dossier's own inputs tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterdraft.brief.kept import Item
from counterdraft.brief.report import (
    Bullets,
    Cell,
    Chapter,
    Facts,
    FullText,
    Part,
    Passage,
    Prose,
    Section,
    Statement,
    Table,
)
from counterdraft.brief.said_since import BETWEEN

_AGAIN = frozenset({"changes", "structure", "citations", "dates"})
_LINES = frozenset({"formula", "heading", "line", "annex"})
_COUNT = re.compile(r" \(\d+\)$")  # how many rows a group of a table has
_FIGURE = re.compile(r"[\d.,%]+|none")  # says nothing without the name of its column
_NO_PARTICULAR = frozenset({"Where it stands"})  # which line moves with every word


def said_by(chapter: Chapter) -> tuple[Item, ...]:
    """The particulars of a text, its lines that are no paragraphs, and statements on it."""
    return tuple(item for section in chapter.sections for item in _of_section(section))


def _of_section(section: Section) -> Iterator[Item]:
    if section.id in _AGAIN:
        return
    for part in section.parts:
        if section.id == "text":
            yield from _lines(part)
        elif section.id == "head" and isinstance(part, Facts):
            yield from _particulars(part)
        elif section.id != "method" or (isinstance(part, Bullets) and part.title):
            yield from _statements(section, part)


def _particulars(part: Facts) -> Iterator[Item]:
    for each in part.facts:
        if each.term not in _NO_PARTICULAR:
            key = BETWEEN.join((_plain(each.term), _plain(each.term)))
            yield Item("particular", key, each.term, _cell(each.values))


def _lines(part: Part) -> Iterator[Item]:
    """The headings, tables and annexes of the text, and its notes, in their own words."""
    if not isinstance(part, FullText) or part.title:
        return
    for each in part.passages:
        if each.kind in _LINES:
            label = each.label or each.kind
            yield Item("line", each.kind + BETWEEN, label.capitalize(), _plain(each.text))
    for note in part.footnotes:
        yield Item("line", f"note{BETWEEN}", f"Note {note.marker}", _plain(note.passage.text))


def _statements(section: Section, part: Part) -> Iterator[Item]:
    title = getattr(part, "title", None) or ""
    for head, text in _said(part):
        if text:
            key = BETWEEN.join(map(_plain, (section.id, title, head)))
            yield Item("statement", key, section.title, text)


def _said(part: Part) -> Iterator[tuple[str, str]]:
    """Each with what heads it, "" where nothing does."""
    match part:
        case Prose():
            yield from (("", _statement(each)) for each in part.statements)
        case Bullets():
            yield from (("", _statement(each)) for each in part.items)
        case Facts():
            yield from ((f.term, f"{f.term}: {_cell(f.values)}") for f in part.facts)
        case Table():
            yield from _rows(part)
        case FullText() if part.title:
            yield from (("", _quoted(each)) for each in part.passages if each.kind == "excerpt")


def _rows(table: Table) -> Iterator[tuple[str, str]]:
    for group in table.groups:
        above = [_COUNT.sub("", group.title)] if group.title else []
        if above and not group.rows:
            yield "", _plain(group.title or "")
        for row in group.rows:
            cells = [_cell(each) for each in row.cells]
            head = "; ".join((*above, cells[0])) if cells and cells[0] else ""
            named = cells[:1] + [
                f"{column}: {cell}" if _FIGURE.fullmatch(cell) else cell
                for column, cell in zip(table.columns[1:], cells[1:], strict=False)
            ]
            yield head, _plain("; ".join(each for each in (*above, *named) if each))


def _quoted(passage: Passage) -> str:
    return f"\u201c{_plain(passage.text)}\u201d"


def _cell(cell: Cell) -> str:
    return "; ".join(said for each in cell if (said := _statement(each)))


def _statement(said: Statement) -> str:
    """Its words; where the places are all that it says, those."""
    return _plain(said.text) or ", ".join(each.label for each in said.evidence)


def _plain(text: str) -> str:
    return " ".join(text.split())
