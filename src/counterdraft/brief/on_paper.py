"""A Report → a ``Paper``: links resolved, words cut at their marks, columns given their widths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from counterdraft.brief import paper, report
from counterdraft.brief.anchors import Anchors, anchors
from counterdraft.brief.annotate import Close, Laid, Open, Words, annotate, calls_up_to
from counterdraft.brief.folded import folded
from counterdraft.brief.labels import CLOSING, marks_in
from counterdraft.brief.report import on_page, places_named
from counterdraft.brief.widths import widths
from counterdraft.model import Span
from counterdraft.text.printable import printable
from counterdraft.wording.english import shortened

RUNNING = 90  # characters at the head and foot of a page
NAME = 40  # of the name of a place
NUMBER = 12  # of a printed number
WIDE = 60  # a fact of more is given the width of the page
WHOLE = 700  # a row with a cell of more characters may be broken over two pages
UNTITLED = "Without a title"
ITALIC = "italic"

Sign = report.Mark | str  # a mark, the name of a target, or ITALIC


class _Writer(NamedTuple):
    """What the parts of a chapter are made with.

    Its names, its sections' numbers, what is linked to in each passage, the width of a table.
    """

    anchors: Anchors
    numbers: dict[str, int]
    spots: dict[str, dict[Span, str]]
    across: int


def on_paper(brief: report.Report, across: int) -> paper.Paper:
    """The brief as it is set; ``across`` characters of a table stand side by side on a page."""
    sheets = zip(brief.chapters, anchors(brief), strict=True)
    return paper.Paper(
        title=_title(brief.title),
        source=line(shortened(brief.source, RUNNING)),
        language=brief.language,
        generator=line(brief.generator),
        closing=f"{line(brief.generator)}. {CLOSING}",
        sheets=tuple(_sheet(*each, across) for each in sheets),
    )


def line(text: str) -> str:
    """``text`` on one line, character for character, without what may not stand on a page."""
    return "".join(" " if char.isspace() and char != "\u00a0" else char for char in printable(text))


def _title(text: str | None, instead: str = UNTITLED) -> str:
    """The text of a heading, or something ``instead`` where there is nothing to be seen of it."""
    shown = line(text or "")
    return shown if any(c.isprintable() and not c.isspace() for c in shown) else instead


def _tied(label: str) -> str:
    """The name of a place, with nowhere to break it."""
    return line(shortened(label, NAME)).replace(" ", "\u00a0")


def _name(evidence: report.Evidence) -> str:
    """The name of a place and, after a blank, its page."""
    page = on_page(evidence.page)
    return f"{_tied(evidence.label)}, {page}" if page else _tied(evidence.label)


def _sheet(chapter: report.Chapter, names: Anchors, across: int) -> paper.Sheet:
    numbers = {section.id: number for number, section in enumerate(chapter.sections, 1)}
    writer = _Writer(names, numbers, _spots(chapter, names), across)
    return paper.Sheet(
        anchor=names.of("top"),
        title=_title(chapter.title),
        subtitle=tuple(map(line, chapter.subtitle)),
        running=line(shortened(chapter.symbol or chapter.title, RUNNING)),
        divisions=tuple(_division(section, writer) for section in chapter.sections),
    )


def _spots(chapter: report.Chapter, names: Anchors) -> dict[str, dict[Span, str]]:
    """For each passage, the stretches that statements link to, with their names."""
    found: dict[str, dict[Span, str]] = defaultdict(dict)
    for each in report.evidence(chapter):
        if names.is_part(each.place, each.span):
            found[each.place][each.span] = names.to(each)
    return found


def _division(section: report.Section, writer: _Writer) -> paper.Division:
    return paper.Division(
        anchor=writer.anchors.of(section.id),
        number=writer.numbers[section.id],
        title=_title(section.title),
        parts=tuple(_part(part, writer) for part in section.parts),
    )


def _part(part: report.Part, writer: _Writer) -> paper.PaperPart:
    match part:
        case report.Prose():
            return paper.Prose(_all(part.statements, writer))
        case report.Bullets():
            return paper.Bullets(_title(part.title, ""), _all(part.items, writer))
        case report.Facts():
            return paper.Terms(tuple(_term(fact, writer) for fact in part.facts))
        case report.Table():
            return _grid(part, writer)
        case report.Picture():
            return paper.Picture(line(part.title), line(part.description), part.svg)
        case report.FullText():
            return _verbatim(part, writer)


def _all(statements: Iterable[report.Statement], writer: _Writer) -> tuple[paper.Said, ...]:
    return tuple(_said(each, each.evidence, writer) for each in statements)


def _said(
    said: report.Statement, shown: Iterable[report.Evidence], writer: _Writer, link: str = ""
) -> paper.Said:
    """A statement with references to the places ``shown``, and to the section it is said in."""
    refs = [paper.Ref(_name(each), writer.anchors.to(each)) for each in shown]
    if said.see in writer.numbers:
        section = f"section\u00a0{writer.numbers[said.see]}"
        refs.append(paper.Ref(section, writer.anchors.of(said.see)))
    return paper.Said(line(said.text), said.style, tuple(refs), link)


def _term(fact: report.Fact, writer: _Writer) -> paper.Term:
    values = _all(fact.values, writer)
    wide = sum(len(each.text) for each in values) > WIDE
    return paper.Term(line(fact.term), values, wide)


def _grid(table: report.Table, writer: _Writer) -> paper.Grid:
    table = folded(table)
    groups = tuple(
        paper.Group(_title(group.title, ""), tuple(_row(row, writer) for row in group.rows))
        for group in table.groups
    )
    columns = tuple(map(line, table.columns))
    return paper.Grid(
        _title(table.title),
        line(table.note),
        columns,
        widths(columns, groups, writer.across),
        groups,
    )


def _row(row: report.Row, writer: _Writer) -> paper.Row:
    named = places_named(row)
    cells = tuple(tuple(_in_cell(said, named, writer) for said in cell) for cell in row.cells)
    whole = all(sum(len(said.text) for said in cell) <= WHOLE for cell in cells)
    return paper.Row(cells, row.level, whole)


def _in_cell(said: report.Statement, named: frozenset[str], writer: _Writer) -> paper.Said:
    """A statement in a row: as a link, and without the place that the row names or it is itself."""
    if not said.text or len(said.evidence) != 1:
        return _said(said, said.evidence, writer)
    (only,) = said.evidence
    link = writer.anchors.to(only)
    if said.text == only.label:
        return _said(replace(said, text=_name(only)), (), writer, link)
    return _said(said, () if only.label in named else said.evidence, writer, link)


def _verbatim(text: report.FullText, writer: _Writer) -> paper.Verbatim:
    calls: dict[str, list[tuple[int, paper.Call]]] = defaultdict(list)
    for note in text.footnotes:
        if note.called is not None:
            call = paper.Call(line(note.marker), writer.anchors.of(note.passage.id))
            calls[note.called].append((note.anchor, call))
    return paper.Verbatim(
        title=_title(text.title, ""),
        legend=marks_in(text),
        paragraphs=tuple(_paragraph(each, writer, calls[each.id]) for each in text.passages),
        notes=tuple(
            _paragraph(each.passage, writer, [], writer.anchors.of(each.called or each.passage.id))
            for each in text.footnotes
        ),
    )


def _paragraph(
    passage: report.Passage, writer: _Writer, calls: list[tuple[int, paper.Call]], back: str = ""
) -> paper.Paragraph:
    return paper.Paragraph(
        anchor=writer.anchors.of(passage.id),
        kind=passage.kind,
        label=_tied(passage.label),
        page=on_page(passage.page),
        number=line(shortened(passage.number, NUMBER)),
        level=passage.level,
        words=_words(passage, writer.spots.get(passage.id, {}), calls),
        back=back,
    )


def _words(
    passage: report.Passage, spots: dict[Span, str], calls: list[tuple[int, paper.Call]]
) -> tuple[paper.Piece, ...]:
    """The passage's words with all that is laid over them, each mark around what it holds."""
    shift = passage.span.start
    laid: list[Laid[Sign]] = [Laid(span.moved(-shift), name) for span, name in spots.items()]
    laid += [Laid(mark.span.moved(-shift), mark) for mark in passage.marks]
    laid += [Laid(span.moved(-shift), ITALIC) for span in passage.italics]
    waiting = sorted(((max(0, at - shift), call) for at, call in calls), key=lambda each: each[0])
    return _nested(line(passage.text), laid, waiting)


def _nested(
    text: str, laid: list[Laid[Sign]], waiting: list[tuple[int, paper.Call]]
) -> tuple[paper.Piece, ...]:
    stack: list[list[paper.Piece]] = [[]]
    opened: list[Open[Sign]] = []
    at = 0
    for token in annotate(text, laid):
        match token:
            case Words(words):
                stack[-1] += _with_calls(words, at, waiting)
                at += len(words)
            case Open():
                before = calls_up_to(at, waiting)
                stack[-1] += before
                stack.append([])
                opened.append(token)
            case Close():
                inner = tuple(stack.pop())
                stack[-1].append(_marked(opened.pop(), inner))
    last = calls_up_to(len(text), waiting)
    return (*stack[0], *last)


def _with_calls(
    words: str, at: int, waiting: list[tuple[int, paper.Call]]
) -> Iterator[paper.Piece]:
    """The words that begin at offset ``at``, with the calls that stand before and among them."""
    done = 0
    while waiting and waiting[0][0] < at + len(words):
        cut = max(done, waiting[0][0] - at)
        if cut > done:
            yield words[done:cut]
        yield waiting.pop(0)[1]
        done = cut
    if words[done:]:
        yield words[done:]


def _marked(token: Open[Sign], inner: tuple[paper.Piece, ...]) -> paper.Marked:
    if token.what == ITALIC:
        return paper.Marked(None, inner, italic=True)
    if isinstance(token.what, str):
        return paper.Marked(None, inner, anchor=token.what if token.first else "")
    return paper.Marked(token.what.kind, inner)
