"""Runs → the clean text and the blocks of a Document.

In: the runs that are a page's text. Out: :class:`Written`. Line breaks are judged as those
of a plain text are: which of them end a paragraph and which only a line. ``<pre>`` is plain
text, and is read as such.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from statistics import median_low
from typing import Any, NamedTuple

from msgspec.structs import replace

from counterdraft.errors import ReadError
from counterdraft.model import Block, Link, Note, Revision, Role, Span
from counterdraft.read.from_text import from_text
from counterdraft.read.html.runs import Page, Piece, Run, reads_as_clause
from counterdraft.read.lines import Line, split_lines
from counterdraft.read.reflow import is_formula, join_line, paragraphs
from counterdraft.text.assemble import Assembler

_ROLES: dict[str, Role] = {"heading": "heading", "row": "other"}
_BODY = re.compile(r"\[(?P<marker>\d{1,3})\]\s+(?=\S)")
_CALL = re.compile(r"(?<=[\w,.;:)\"\u201d\u2019])\[(?P<marker>\d{1,3})\]")


class Written(NamedTuple):
    """What a page's runs come to."""

    text: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    links: tuple[Link, ...]
    revisions: tuple[Revision, ...]


def write(runs: Sequence[Run], page: Page) -> Written:
    """The text of ``runs``, in blocks."""
    bodies = _bodies(runs)
    writer = _Writer(page, dict(bodies.values()))
    for place, run in enumerate(runs):
        if place not in bodies:
            writer.run(run)
    return writer.written()


def _bodies(runs: Sequence[Run]) -> dict[int, tuple[str, str]]:
    """The places of runs like "[1] See A/80/77." that are called in the text before them."""
    called: set[str] = set()
    bodies: dict[int, tuple[str, str]] = {}
    for place, run in enumerate(runs):
        words = run.plain
        lead = _BODY.match(words)
        if lead and lead["marker"] in called:
            bodies[place] = (lead["marker"], words[lead.end() :])
        called.update(_CALL.findall(words))
    return bodies


class _Extent:
    """Where in the text the words of a link or a change stand, and what they are.

    ``whole`` says of a change that nothing stands in a paragraph of its words.
    """

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.whole = False
        self.words: list[str] = []

    def span(self, text: str) -> Span:
        start = self.start
        end = min(self.end, len(text))
        while start < end and text[start].isspace():
            start += 1
        return Span(min(start, end), end)


class _Writer:
    """The text so far."""

    def __init__(self, page: Page, bodies: dict[str, str]) -> None:
        self.page = page
        self.bodies = bodies
        self.out = Assembler()
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.links: dict[int, _Extent] = {}
        self.changes: dict[int, _Extent] = {}
        self.italics: list[Span] = []

    def written(self) -> Written:
        """What has been written."""
        text = self.out.text()
        links = (Link(each.span(text), self.page.links[i]) for i, each in self.links.items())
        return Written(
            text,
            tuple(_set_apart(text, self.blocks)),
            tuple(replace(note, anchor=min(note.anchor, len(text))) for note in self.notes),
            tuple(link for link in links if link.span.start < link.span.end),
            tuple(self._revision(text, i, each) for i, each in self.changes.items()),
        )

    def _revision(self, text: str, place: int, extent: _Extent) -> Revision:
        change = self.page.changes[place]
        words = " ".join("".join(extent.words).split())
        span, whole = extent.span(text), extent.whole
        return Revision(change.kind, span, words, change.author, change.date, whole)

    def run(self, run: Run) -> None:
        """Write one run, as one block or as several."""
        if run.kind == "typed":
            self._typed(run)
            return
        flat = "".join(each.text for each in run.pieces)
        if run.kind == "row":
            flat = flat.replace("\n", " ")
        places = tuple(accumulate((len(each.text) for each in run.pieces), initial=0))
        groups = [[Line(1, 0, flat, 0, 0)]]
        if "\n" in flat.strip():
            groups = paragraphs(split_lines(flat))
        for i, group in enumerate(groups):
            start = self.out.begin_block()
            for j, line in enumerate(group):
                if j:
                    join_line(self.out, line)
                self._line(run, flat, places, line)
            shown = (run.number,) if run.number and i == 0 else ()
            self._close(run, start, group[0], shown)

    def _typed(self, run: Run) -> None:
        """The text of a ``<pre>``."""
        flat = "".join(each.text for each in run.pieces)
        try:
            inner = from_text(flat.encode("utf-8", "replace"), "")
        except ReadError:
            return
        for block in inner.blocks:
            start = self.out.begin_block()
            self.out.add(block.span.of(inner.text), 0)
            shift = start - block.span.start
            self.notes += [
                replace(note, anchor=note.anchor + shift)
                for note in inner.notes
                if block.span.start <= note.anchor <= block.span.end
            ]
            line = Line(block.line or 1, 0, "", block.quoted, 0)
            self._close(run._replace(level=block.level), start, line, ())

    def _line(self, run: Run, flat: str, places: tuple[int, ...], line: Line) -> None:
        """The pieces of a run that stand on one of its lines."""
        end = line.start + len(line.text)
        stop = flat.find("\n", end)
        first = min(bisect_right(places, line.start) - 1, bisect_left(places, line.start))
        for at in range(first, bisect_right(places, len(flat) if stop < 0 else stop)):
            if at == len(run.pieces):
                break
            piece, place = run.pieces[at], places[at]
            if piece.note is not None and place >= line.start:
                self.notes.append(Note(piece.note.marker, self.out.length, piece.note.text))
            words = piece.text[max(0, line.start - place) : max(0, end - place)]
            if words:
                self._piece(piece, words)

    def _piece(self, piece: Piece, words: str) -> None:
        """Some words, and what is said of them."""
        start = self.out.length
        change = self.page.changes[piece.change] if piece.change >= 0 else None
        if change is None or change.kind == "inserted":
            for part in self._between_calls(words):
                self.out.add(part, 0)
        if piece.italic:
            self.italics.append(Span(start, self.out.length))
        if piece.link >= 0:
            self._extend(self.links, piece.link, start, words)
        if piece.change >= 0:
            self._extend(self.changes, piece.change, start, words)

    def _extend(self, extents: dict[int, _Extent], place: int, start: int, words: str) -> None:
        extent = extents.setdefault(place, _Extent(start))
        extent.end = self.out.length
        extent.words.append(words)

    def _between_calls(self, words: str) -> Iterator[str]:
        """The words without "[1]" where that calls a note, which is noted on the way."""
        at = 0
        for call in _CALL.finditer(words) if self.bodies else ():
            if call["marker"] in self.bodies:
                yield words[at : call.start()]
                marker = call["marker"]
                self.notes.append(Note(marker, self.out.length, self.bodies[marker]))
                at = call.end()
        yield words[at:]

    def _close(self, run: Run, start: int, line: Line, number: tuple[str, ...]) -> None:
        """End a block; where nothing is in it, there was none."""
        span = self.out.span_since(start)
        italics, self.italics = tuple(self._slanted(start)), []
        if span.start == span.end:
            for change in reversed(self.changes.values()):
                if change.whole or change.start < start:
                    break
                change.whole = True
            self.out.drop_empty_block()
            return
        source: Any = run.element.sourceline  # None where it was not read; the stubs differ
        self.blocks.append(
            Block(
                span,
                _ROLES.get(run.kind),
                number,
                run.level,
                run.quoted + line.depth,
                italics,
                source + line.number - 1 if isinstance(source, int) else None,
                str(run.element.tag),
            )
        )

    def _slanted(self, start: int) -> Iterator[Span]:
        """The italics of the block that begins at ``start``, those that touch as one."""
        text = self.out.block_text() if self.italics else ""
        last: Span | None = None
        for each in self.italics:
            first = each.start + text[each.start - start : each.end - start].startswith(" ")
            if first >= each.end:
                continue
            if last is not None and not text[last.end - start : first - start].strip():
                last = Span(last.start, each.end)
                continue
            if last is not None:
                yield last
            last = Span(first, each.end)
        if last is not None:
            yield last


def _set_apart(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks as quoted or not, by whether that keeps a draft from what is said about it.

    Block quotes set a draft apart, but they also indent, and some pages put each paragraph
    of one into its own. So only what is quoted as deep as the draft's own first line, or
    deeper, counts as quoted, and nothing does where the draft is outside of quotes.
    """
    formulas = [b.quoted for b in blocks if is_formula(b.span.of(text))]
    clauses = [b.quoted for b in blocks if reads_as_clause(b.span.of(text))]
    depth = min(formulas) if formulas else median_low(clauses) if clauses else 0
    if sum(each < depth for each in clauses) * 2 > len(clauses):
        depth = 0
    return [replace(b, quoted=int(0 < depth <= b.quoted)) for b in blocks]
