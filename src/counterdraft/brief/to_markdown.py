"""A Report → Markdown as GitHub and its like read it, tables included.

Words of the document never become markup: what could is escaped. Paragraphs carry HTML
anchors, to which the evidence of each statement links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.brief.anchors import Anchors, anchors
from counterdraft.brief.annotate import Close, Laid, Open, Words, annotate
from counterdraft.brief.report import (
    Bullets,
    Chapter,
    Evidence,
    Facts,
    FootnoteText,
    FullText,
    Part,
    Passage,
    Picture,
    Prose,
    Report,
    Row,
    Section,
    Statement,
    Table,
    on_page,
    places_named,
    reference,
)
from counterdraft.model import Span
from counterdraft.text.markdown import keeping_blanks, plain

_SIGNS = {"phrase": "*", "addressee": "**"}


class Writer(NamedTuple):
    """What the parts of a chapter are written with."""

    anchors: Anchors
    numbers: dict[str, int]


def to_markdown(report: Report) -> str:
    """The brief as one Markdown document; the same report gives the same text."""
    lines = [f"# Brief: {plain(report.title)}", ""]
    names = anchors(report)
    if len(report.chapters) > 1:
        lines += _contents(report, names)
    for chapter, each in zip(report.chapters, names, strict=True):
        lines += _chapter(chapter, each, 1 if len(report.chapters) == 1 else 2)
    lines += ["---", "", plain(f"{report.generator}, from {report.source}."), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _contents(report: Report, names: list[Anchors]) -> list[str]:
    items = [
        f"{number}. [{plain(chapter.title)}](#{each.of('top')})"
        for number, (chapter, each) in enumerate(zip(report.chapters, names, strict=True), 1)
    ]
    return [*items, ""]


def _chapter(chapter: Chapter, names: Anchors, level: int) -> list[str]:
    numbers = {section.id: number for number, section in enumerate(chapter.sections, 1)}
    writer = Writer(names, numbers)
    lines = [f'<a id="{names.of("top")}"></a>', ""]
    if level > 1:
        lines += [f"{'#' * level} {plain(chapter.title)}", ""]
    lines += [plain(" · ".join(chapter.subtitle)), ""]
    for section in chapter.sections:
        lines += _section(section, writer, level + 1)
    return lines


def _section(section: Section, writer: Writer, level: int) -> list[str]:
    number = writer.numbers[section.id]
    lines = [f'<a id="{writer.anchors.of(section.id)}"></a>', ""]
    lines += [f"{'#' * level} {number}. {plain(section.title)}", ""]
    for part in section.parts:
        lines += [*_part(part, writer, level + 1), ""]
    return lines


def _part(part: Part, writer: Writer, level: int) -> Iterator[str]:
    match part:
        case Prose():
            yield " ".join(_statement(each, writer) for each in part.statements)
        case Facts():
            yield from (_line(["", ""]), _line(["---", "---"]))
            for fact in part.facts:
                values = "<br>".join(_statement(each, writer) for each in fact.values)
                yield _line([plain(fact.term), values])
        case Bullets():
            yield from _title(part.title, level)
            yield from (f"- {_statement(each, writer)}" for each in part.items)
        case Table():
            yield from _table(part, writer, level)
        case Picture():  # the table beside it says the same, and Markdown has no place for it
            return
        case FullText():
            yield from _text(part, writer, level)


def _title(title: str | None, level: int) -> Iterator[str]:
    if title:
        yield from (f"{'#' * level} {plain(title)}", "")


def _statement(said: Statement, writer: Writer) -> str:
    words = _styled(said)
    links = [_link(each, writer) for each in said.evidence]
    if said.see in writer.numbers:
        links.append(f"[section {writer.numbers[said.see]}](#{writer.anchors.of(said.see)})")
    shown = f"({', '.join(links)})" if words and links else ", ".join(links)
    return " ".join(part for part in (words, shown) if part)


def _styled(said: Statement) -> str:
    words = plain(said.text)
    if not words:
        return ""
    return {"name": f"**{words}**", "absent": f"*{words}*"}.get(said.style, words)


def _link(evidence: Evidence, writer: Writer) -> str:
    """To the passage: Markdown has no anchors within it."""
    return f"[{plain(reference(evidence))}](#{writer.anchors.of(evidence.place)})"


def _table(table: Table, writer: Writer, level: int) -> Iterator[str]:
    yield from _title(table.title, level)
    if table.note:
        yield from (plain(table.note), "")
    yield _line(plain(column) for column in table.columns)
    yield _line("---" for _ in table.columns)
    for group in table.groups:
        if group.title:
            yield _line([f"**{plain(group.title)}**", *[""] * (len(table.columns) - 1)])
        yield from (_row(row, writer) for row in group.rows)


def _row(row: Row, writer: Writer) -> str:
    indent = "\u2003" * row.level
    named = places_named(row)
    cells = ["<br>".join(_in_cell(each, named, writer) for each in cell) for cell in row.cells]
    return _line([indent + cells[0], *cells[1:]])


def _in_cell(said: Statement, named: frozenset[str], writer: Writer) -> str:
    """A statement without the places that its row names, and as a link where it is a place."""
    if [each.label for each in said.evidence] == [said.text]:
        return _link(said.evidence[0], writer)
    if said.text:
        kept = tuple(each for each in said.evidence if each.label not in named)
        said = Statement(said.text, kept, said.style, said.see)
    return _statement(said, writer)


def _line(cells: Iterator[str] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: FullText, writer: Writer, level: int) -> Iterator[str]:
    yield from _title(text.title, level)
    for each in text.passages:
        calls = [note for note in text.footnotes if note.called == each.id]
        yield from (_passage(each, writer) + _calls(calls, writer), "")
    for note in text.footnotes:
        yield from (_passage(note.passage, writer), "")


def _passage(passage: Passage, writer: Writer) -> str:
    page = f"({on_page(passage.page)}) " if passage.label and passage.page else ""
    label = f"**{plain(passage.label)}** {page}" if passage.label else ""
    if passage.kind == "annex" and passage.number:  # the labels of paragraphs hold theirs
        label += f"{plain(passage.number)} "
    words = _marked(passage)
    if passage.kind in {"title", "heading"}:
        words = f"**{words}**"
    return f'<a id="{writer.anchors.of(passage.id)}"></a>{label}{words}'


def _calls(notes: list[FootnoteText], writer: Writer) -> str:
    """The footnotes that a passage calls, after it."""
    links = [f"[{plain(each.marker)}](#{writer.anchors.of(each.passage.id)})" for each in notes]
    return f" (notes: {', '.join(links)})" if links else ""


def _marked(passage: Passage) -> str:
    """The words with the initiating phrase in italics and those who are asked in bold."""
    laid = [
        Laid(_inside(mark.span, passage), _SIGNS[mark.kind])
        for mark in passage.marks
        if mark.kind in _SIGNS
    ]
    open_signs: list[str] = []
    pieces: list[str] = []
    for token in annotate(passage.text, laid):
        match token:
            case Words(words):
                pieces.append(keeping_blanks(words))
            case Open(sign):
                open_signs.append(sign)
                pieces.append(sign)
            case Close():
                pieces.append(open_signs.pop())
    return "".join(pieces).strip()


def _inside(span: Span, passage: Passage) -> Span:
    """A mark's place in the passage's words, without the blanks at its ends."""
    start, end = span.start - passage.span.start, span.end - passage.span.start
    words = passage.text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
