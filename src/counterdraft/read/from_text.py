"""Plain text and Markdown → Document.

In: the bytes of a text file, in any encoding. Out: a Document whose blocks are its
paragraphs, unwrapped, unquoted, without markup and page furniture; notes from the
foot of the page apart; a map back to the decoded text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.model import Block, Document, Note, Role, Span
from counterdraft.read.decode import decode
from counterdraft.read.lines import Line, plain_marker, split_lines, split_note
from counterdraft.read.raised_notes import RAISED, is_power, lost_notes, with_raised_notes
from counterdraft.read.reflow import call_at_end, join_line, paragraphs
from counterdraft.read.rows import without_tables
from counterdraft.text.assemble import Assembler

_HEADING = re.compile(r"#{1,6}[ \t]+(?P<text>.*?)[ \t]*#*$")
_EMPHASIS = re.compile(
    r"(?<![\w*_\\])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<inner>(?:(?!\n\n).){1,400}?)(?<=[^\s*_\\])(?P=mark)(?![\w*_])",
    re.DOTALL,
)
_LINK = re.compile(
    r"(?<!\\)!?\[(?P<inner>[^\[\]]{0,300})(?<!\\)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)"
)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
# "[^1]", and at the beginning of a line "[^1]: See …".
_CALL = re.compile(r"\[\^(?P<marker>[^\[\]\s]{1,40})\]")
_DEFINITION = re.compile(_CALL.pattern + r":[ \t]*(?P<words>.*)")
_CODE = re.compile(r"(?<!\\)`(?P<inner>[^`\n]+)(?<!\\)`")
# Digits that follow these are a number's own: "/79", "No. 7", "L.23/Rev.1".
_NO_CALL = re.compile(r"(?:/(?:[A-Z]\.)?|No\.|\bart\.|\d[.,]|/(?:Rev|Add|Corr|Amend)\.)$")
# So do those in a line of their own behind these: "54.⏎8 per cent", "Res.⏎9".
_OWN_NUMBER = re.compile(r"(?:\d\.|\b(?:Res|[Nn]os?|paras?|art)\.)$")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}$")
# How far before a line the end of the one above it is looked for.
_INDENT = 200
# "Fiji:* draft resolution", "Malta and Fiji*: draft resolution"
_STAR = re.compile(r"(?<=[\w:;,.)])\*(?=[\s:]|$)")


class _Cut(NamedTuple):
    """A stretch of a line to leave out, and whether what is around it is in italics."""

    start: int
    end: int


def from_text(data: bytes, source: str, *, markdown: bool = False) -> Document:
    """Read a text file.

    Raises EmptySource and UnsupportedSource as ``decode`` does.
    """
    decoded = decode(data, source)
    lines = with_raised_notes(split_lines(decoded.text))
    notes = _notes(lines)
    plain = frozenset() if _are_raised(lines) else frozenset(notes)
    if markdown:
        lines, defined = _without_definitions(lines)
        notes |= defined
        lines = without_tables(lines)
    lines = _with_calls(lines, plain)
    reader = _Reader(decoded.text, frozenset(notes), plain, markdown)
    for group in paragraphs(lines):
        reader.block(group)
    text = reader.out.text()
    return Document(
        source=source,
        media_type="text/markdown" if markdown else "text/plain",
        text=text,
        blocks=tuple(reader.blocks),
        encoding=decoded.encoding,
        notes=tuple(
            Note(marker, anchor, notes[marker])
            for marker, anchor in reader.anchors
            if marker in notes
        ),
        problems=(*decoded.problems, *lost_notes(reader.lost)),
        offsets=reader.out.offsets(),
    )


def _notes(lines: list[Line]) -> dict[str, str]:
    """The notes at the foot of the pages, by marker."""
    notes: dict[str, str] = {}
    last = None
    for line in lines:
        if line.kind != "note":
            continue
        split = split_note(line.text) or _alone(line.text, last)
        if split and (
            last is None
            or not last.isdigit()
            or not split[0].isdigit()
            or int(split[0]) > int(last)
            or split[0] not in notes
        ):
            last = split[0]
            notes[last] = split[1]
        elif last is not None:
            notes[last] = f"{notes[last]} {line.text}".lstrip()
    return notes


def _alone(text: str, last: str | None) -> tuple[str, str] | None:
    """The marker of the next note, where it stands in a line by itself."""
    follows = last is not None and last.isdecimal() and text.isdecimal()
    return (text, "") if follows and int(text) == int(last or 0) + 1 else None


def _with_calls(lines: list[Line], plain: frozenset[str]) -> list[Line]:
    """The lines, those marked that are nothing but the call of a note: "…,⏎8⏎to convene …"."""
    marked = list(lines)
    for i, line in enumerate(lines[1:-1], 1):
        beside = lines[i - 1].kind == lines[i + 1].kind == "text"
        own = _OWN_NUMBER.search(lines[i - 1].text) is not None
        called = line.kind == "text" and line.text in plain and line.text.isdecimal()
        if called and beside and not own:
            marked[i] = line._replace(kind="call")
    return marked


def _are_raised(lines: list[Line]) -> bool:
    """Whether the notes have raised figures for their markers; then so have their calls."""
    return any(line.kind == "note" and RAISED.match(line.text) for line in lines)


def _without_definitions(lines: list[Line]) -> tuple[list[Line], dict[str, str]]:
    """The lines of a Markdown text but its notes, and these by marker."""
    kept: list[Line] = []
    notes: dict[str, str] = {}
    for line in lines:
        found = _DEFINITION.fullmatch(line.text) if line.kind == "text" else None
        if found:
            notes.setdefault(found["marker"], _bare(found["words"]))
        kept.append(line._replace(kind="blank") if found else line)
    return kept, notes


def _bare(words: str) -> str:
    """The words of a Markdown note without their markup."""
    return _ESCAPE.sub("", _EMPHASIS.sub(r"\g<inner>", _LINK.sub(r"\g<inner>", words)))


class _Reader:
    """The state of one reading.

    ``markers`` are those of all notes, ``plain`` those that plain figures may call.
    """

    def __init__(
        self, raw: str, markers: frozenset[str], plain: frozenset[str], markdown: bool
    ) -> None:
        self.raw = raw
        self.markers, self.plain = markers, plain
        self.markdown = markdown
        self.out = Assembler()
        self.blocks: list[Block] = []
        self.anchors: list[tuple[str, int]] = []
        self.lost: list[str] = []  # markers that are called, and of no note
        digits = sorted((m for m in plain if m.isdigit()), key=int)
        self._call = (
            re.compile(
                rf"(?<=[a-z\u00e0-\u00ff,;.)\"\u201d\u2019'])(?:{'|'.join(digits)})(?=[\s,;.:)\u201d\"]|$)"
            )
            if digits
            else None
        )

    def block(self, group: list[Line]) -> None:
        role: Role | None = None
        if self.markdown and len(group) == 1 and _RULE.fullmatch(group[0].text):
            return
        start = self.out.begin_block()
        italics: list[Span] = []
        for i, line in enumerate(group):
            if i:
                self._join(line)
            heading = _HEADING.match(line.text)
            if heading:
                role = "heading"
            bounds = heading.span("text") if heading else (0, len(line.text))
            called = call_at_end(line, group[i + 1]) if i + 1 < len(group) else None
            self._line(line, bounds, italics, called)
        span = self.out.span_since(start)
        if span.start == span.end:
            return
        first, text = group[0], self.out.block_text()
        slanted = tuple(
            Span(each.start + (text[each.start - start] == " "), each.end) for each in italics
        )
        self.blocks.append(
            Block(span, role, (), first.indent // 4, first.depth, slanted, first.number)
        )

    def _join(self, line: Line) -> None:
        """Join a line to the one before, unless that ends with a hyphen that does not show."""
        before = self.raw[max(0, line.start - _INDENT) : line.start]
        if not before.rstrip("\r\n\t >").endswith("\u00ad"):
            join_line(self.out, line)

    def _line(
        self,
        line: Line,
        bounds: tuple[int, int],
        italics: list[Span],
        called: re.Match[str] | None,
    ) -> None:
        """One line without its markup; italics and calls of notes on the way.

        ``called``: what at its end may be a call.
        """
        text = line.text
        cuts, slanted = self._markup(text)
        if called and self._is_next(called):
            start = called.start("marker")
            cuts = sorted({*cuts, _Cut(start - text[:start].endswith(" "), len(text))})
        elif line.kind == "call":
            cuts = [_Cut(0, len(text))]
        at = bounds[0]
        places: dict[int, int] = {}
        for cut in [*cuts, _Cut(bounds[1], bounds[1])]:
            if cut.start < at:
                continue
            self._place(places, at)
            self.out.add(text[at : cut.start], line.start + at)
            self._place(places, cut.start)
            call = self._called(text[cut.start : cut.end])
            if call is not None:
                self.anchors.append((call, self.out.length))
            at = cut.end
        for a, b in slanted:
            if a in places and b in places and places[a] < places[b]:
                italics.append(Span(places[a], places[b]))

    def _is_next(self, called: re.Match[str]) -> bool:
        """Whether figures at the end of a line call a note, which next to a word is the next."""
        marker = called["marker"]
        before = [int(each) for each, _ in self.anchors if each.isdecimal()]
        sure = not called["apart"] or int(marker) == (before[-1] if before else 0) + 1
        return marker in self.plain and sure

    def _called(self, cut: str) -> str | None:
        """The marker of the note that what is left out of a line calls."""
        named = _CALL.fullmatch(cut) if self.markdown else None
        call = named["marker"] if named else plain_marker(cut.strip())
        known = call in self.markers and bool(named or call.isdigit() or call == "*")
        if not known and RAISED.fullmatch(cut.strip()):
            self.lost.append(call)
        return call if known else None

    def _place(self, places: dict[int, int], at: int) -> None:
        places.setdefault(at, self.out.length)

    def _markup(self, text: str) -> tuple[list[_Cut], list[tuple[int, int]]]:
        """What of a line is markup, and which of its stretches are emphasised."""
        cuts: list[_Cut] = []
        slanted: list[tuple[int, int]] = []
        if "*" in text or "_" in text:
            for m in _EMPHASIS.finditer(text):
                if m["mark"] != "*" or self.markdown or not m["inner"].startswith(" "):
                    cuts += [_Cut(m.start(), m.start("inner")), _Cut(m.end("inner"), m.end())]
                    slanted.append(m.span("inner"))
        if self.markdown:
            for m in _LINK.finditer(text):
                cuts += [_Cut(m.start(), m.start("inner")), _Cut(m.end("inner"), m.end())]
            for m in _CODE.finditer(text):
                cuts += [_Cut(m.start(), m.start("inner")), _Cut(m.end("inner"), m.end())]
            cuts += [_Cut(m.start(), m.end()) for m in _ESCAPE.finditer(text)]
            cuts += [_Cut(*m.span()) for m in _CALL.finditer(text) if m["marker"] in self.markers]
        cuts += self._calls(text)
        return sorted(set(cuts)), slanted

    def _is_call(self, text: str, raised: re.Match[str]) -> bool:
        """Whether raised figures call a note; after another figure they may be a power."""
        if is_power(text, raised):
            return False
        after_figure = text[: raised.start()][-1:].isdecimal()
        return not after_figure or plain_marker(raised[0]) in self.markers

    def _calls(self, text: str) -> list[_Cut]:
        """Where notes are called: superscripts, and digits that are the next note's marker."""
        cuts = [_Cut(*m.span()) for m in RAISED.finditer(text) if self._is_call(text, m)]
        if self._call is not None:
            for m in self._call.finditer(text):
                if _NO_CALL.search(text[: m.start()]):
                    continue
                cuts.append(_Cut(*m.span()))
        if "*" in self.markers:
            cuts += [_Cut(*m.span()) for m in _STAR.finditer(text)]
        return cuts
