"""A brief as a value: what is said, and where it is borne out; nothing of how it looks.

A ``Report`` holds one ``Chapter`` for each resolution, a chapter its sections, a section its
parts. The smallest thing said is a ``Statement``, with the ``Evidence`` for it. Renderers
consume this and nothing else; as JSON it is the brief's own data.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from counterdraft.model import Span

SCHEMA = "counterdraft/brief/1"

Style = Literal["plain", "quote", "name", "absent"]
MarkKind = Literal["phrase", "verb", "addressee", "citation", "treaty", "date", "deadline"]
PassageKind = Literal["title", "formula", "heading", "paragraph", "line", "annex", "excerpt"]


class Evidence(Struct, frozen=True, omit_defaults=True):
    """Where the words stand that bear a statement out.

    ``place`` is the id of a passage of the chapter's text, for a paragraph its own id
    ("op2.a.i"); ``span`` the words in ``Document.text``; ``label`` what people call the
    place ("OP2 (a) (i)"); ``page`` the page of the source, from 1, where it has pages.
    """

    place: str
    span: Span
    label: str
    page: int | None = None


class Statement(Struct, frozen=True, omit_defaults=True):
    """Something said, with its evidence.

    ``style`` is "quote" for the document's own words, "name" for what identifies ("A/RES/79/181"),
    "absent" for what is not there ("none found"). ``text`` is empty where the evidence is
    all there is to say. ``see`` is the id of a section that bears it out at length.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    style: Style = "plain"
    see: str = ""


Cell = tuple[Statement, ...]


class Prose(Struct, frozen=True, tag="prose"):
    """Sentences, each a statement."""

    statements: tuple[Statement, ...]


class Fact(Struct, frozen=True):
    """A term and what there is to say of it, a line each."""

    term: str
    values: Cell


class Facts(Struct, frozen=True, tag="facts"):
    """Terms and their values."""

    facts: tuple[Fact, ...]


class Row(Struct, frozen=True, omit_defaults=True):
    """A row of a table: a cell for each column; the first one heads it. ``level`` indents it."""

    cells: tuple[Cell, ...]
    level: int = 0


class Group(Struct, frozen=True):
    """Rows under a common title; None where the table is not divided."""

    title: str | None
    rows: tuple[Row, ...]


class Table(Struct, frozen=True, tag="table"):
    """Rows of cells. ``note`` says what a reader must know to read it right.

    ``aside`` is the index of a column that is no side of a comparison: where few rows fill it, it
    may be told in the column before it.
    """

    title: str
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    note: str = ""
    aside: int | None = None


class Bullets(Struct, frozen=True, tag="bullets"):
    """A list of statements under a title, None where the section's says enough."""

    title: str | None
    items: tuple[Statement, ...]


class Mark(Struct, frozen=True):
    """Something found in a passage: what kind of thing, where, and how it was read."""

    kind: MarkKind
    span: Span
    label: str = ""


class Passage(Struct, frozen=True, kw_only=True):
    """A paragraph of the document, word for word, with what was found in it.

    ``text`` is ``Document.text[span]``, and the spans of the marks and of what is printed in
    italics are offsets into ``Document.text`` as well. Footnotes stand outside of it: their
    spans count from 0, in ``text`` itself. ``number`` is the paragraph's number as printed
    ("2.", "(a)"), empty where none is; ``page`` the page on which it begins, where there are
    pages.
    """

    id: str
    kind: PassageKind
    label: str
    text: str
    span: Span
    level: int = 0
    marks: tuple[Mark, ...] = ()
    number: str = ""
    page: int | None = None
    italics: tuple[Span, ...] = ()


class Picture(Struct, frozen=True, tag="picture"):
    """A picture as SVG, and what it shows in words, for those who do not see it."""

    title: str
    description: str
    svg: str


class FootnoteText(Struct, frozen=True):
    """A footnote: its marker, the passage and offset that call it, its text."""

    marker: str
    called: str | None
    anchor: int
    passage: Passage


class FullText(Struct, frozen=True, tag="text"):
    """Passages in their order, and the footnotes that they call."""

    title: str | None
    passages: tuple[Passage, ...]
    footnotes: tuple[FootnoteText, ...] = ()


Part = Prose | Facts | Table | Bullets | Picture | FullText


class Section(Struct, frozen=True):
    """A section: a stable id ("asks"), its title, and its parts in order."""

    id: str
    title: str
    parts: tuple[Part, ...]


class Chapter(Struct, frozen=True):
    """All that is said of one resolution. ``subtitle`` tells what it is, item by item.

    ``symbol`` is the resolution's own, None where it has none.
    """

    title: str
    subtitle: tuple[str, ...]
    sections: tuple[Section, ...]
    symbol: str | None = None


class Report(Struct, frozen=True, kw_only=True):
    """A brief: a chapter for each resolution that the source holds, in the order of the text.

    ``generator`` names the tool and its version. There is no date: the same inputs give
    the same bytes.
    """

    schema: str = SCHEMA
    title: str
    source: str
    language: str
    generator: str
    chapters: tuple[Chapter, ...]


def reference(evidence: Evidence) -> str:
    """What to call a place so that it can be found in the source too: "OP2 (a), p. 3"."""
    return f"{evidence.label}, {on_page(evidence.page)}" if evidence.page else evidence.label


def on_page(page: int | None) -> str:
    """ "p. 3"; empty where there are no pages."""
    return f"p.\u00a0{page}" if page else ""


def places_named(row: Row) -> frozenset[str]:
    """The labels of the places that a row gives as its own, in a cell without words."""
    wordless = (said for cell in row.cells for said in cell if not said.text)
    return frozenset(each.label for said in wordless for each in said.evidence)


def statements(part: Part) -> Iterator[Statement]:
    """Every statement of a part, in its order; a full text makes none."""
    match part:
        case Prose():
            yield from part.statements
        case Bullets():
            yield from part.items
        case Facts():
            for fact in part.facts:
                yield from fact.values
        case Table():
            for group in part.groups:
                for row in group.rows:
                    for cell in row.cells:
                        yield from cell


def passages(chapter: Chapter) -> Iterator[Passage]:
    """Every passage of a chapter's texts, footnotes last."""
    texts = [part for each in chapter.sections for part in each.parts if isinstance(part, FullText)]
    for text in texts:
        yield from text.passages
    for text in texts:
        yield from (note.passage for note in text.footnotes)


def evidence(chapter: Chapter) -> Iterator[Evidence]:
    """All that the statements of a chapter rest on."""
    for section in chapter.sections:
        for part in section.parts:
            for statement in statements(part):
                yield from statement.evidence
