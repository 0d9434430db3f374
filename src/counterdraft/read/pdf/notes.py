"""The notes at the foot of a page, apart from its text.

In: a page and its lines. Out: the lines of the text, and the notes with their marks.
Notes stand below a short line, ruled or typed, or, where there is none, are the last
lines of a page that begin with a raised mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterdraft.read.lines import split_note
from counterdraft.read.pdf.hyphens import Words, joined
from counterdraft.read.pdf.lines import Line
from counterdraft.read.pdf.pages import Page

_TYPED_RULE = re.compile(r"[_\u2014\u2500\u2015]{5,}$")
_SHORT_RULE = (0.08, 0.5)
_PLAIN_MARK = re.compile(r"(\*{1,4}|[\u2020\u2021])[ \t]*(?=\S)|\[(\d{1,3})\][ \t]*(?=\S)")
# How a note is called where its mark is not raised: "… in 1994,[1]"
BRACKETED = re.compile(r"(?<=[\w,.;:)\u201d])\[(\d{1,3})\]")
_STARS = "*\u2020\u2021"
_SMALLER = 0.3


class PrintedNote(NamedTuple):
    """A note: the page it stands on, its mark, its words."""

    page: int
    marker: str
    text: str


class Parted(NamedTuple):
    """A page's text and its notes; ``lead`` are lines that go on with a note of the page before."""

    body: list[Line]
    notes: list[list[Line]]
    lead: list[Line]


def part_notes(page: Page, lines: Sequence[Line], size: float, *, going_on: bool) -> Parted:
    """Part the notes from the text, whose type is of ``size``.

    ``going_on`` says that the page before had notes, of which the last may go on here.
    """
    rule = _separator(page, lines, size, going_on=going_on)
    if rule is not None:
        body, below = _parts(lines, rule)
        return Parted(body, *_grouped(below, _called(body)))
    kept = [line for line in lines if not _is_rule(line)]
    first = _first_of_tail(kept, size)
    return Parted(kept[:first], *_grouped(kept[first:], set()))


def _is_rule(line: Line) -> bool:
    return bool(_TYPED_RULE.fullmatch(line.text))


def _separator(page: Page, lines: Sequence[Line], size: float, *, going_on: bool) -> float | None:
    """How high the line above the notes stands."""
    typed = [line.baseline for line in lines if _is_rule(line)]
    least, most = (share * page.width for share in _SHORT_RULE)
    ruled = [rule.y for rule in page.rules if least < rule.right - rule.left < most]
    for y in sorted({*typed, *ruled}, reverse=True):
        above, below = _parts(lines, y)
        if below and _is_note_like(below, size, going_on=going_on):
            return y
        called = _called(above)
        first = below if going_on else below[:1]
        if any(_is_called(_mark(line), called) for line in first):
            return y
    return None


def _is_called(mark: str | None, called: set[str]) -> bool:
    """Whether the text calls a note of that mark; stars are not always as many in both."""
    if mark and mark[0] in _STARS:
        return any(each[:1] == mark[0] for each in called)
    return mark in called


def _parts(lines: Sequence[Line], y: float) -> tuple[list[Line], list[Line]]:
    kept = [line for line in lines if not _is_rule(line)]
    return (
        [line for line in kept if line.baseline > y],
        [line for line in kept if line.baseline <= y],
    )


def _called(lines: Iterable[Line]) -> set[str]:
    """The marks in lines of text: raised, or in brackets."""
    found: set[str] = set()
    for line in lines:
        found.update(line.runs[i].text.strip(" []()") for i in line.raised)
        found.update(BRACKETED.findall(line.plain))
    return found


def _is_note_like(below: Sequence[Line], size: float, *, going_on: bool) -> bool:
    """Whether lines are notes: they begin with a mark, and none is as large as the text."""
    smaller = all(line.size <= size - _SMALLER for line in below)
    marked = going_on or any(_mark(line) for line in below)
    return (smaller and marked) or (bool(_mark(below[0])) and below[0].starts_raised)


def _first_of_tail(lines: Sequence[Line], size: float) -> int:
    """Where, without a line above them, notes begin at the end of a page."""
    first = len(lines)
    for i in range(len(lines) - 1, -1, -1):
        if lines[i].size > size - _SMALLER:
            break
        if lines[i].starts_raised and _mark(lines[i]):
            first = i
    return first


def _mark(line: Line) -> str | None:
    """The mark that a line begins with, as a note does."""
    if line.starts_raised:
        return line.runs[0].text.strip(" []()") or None
    plain = _PLAIN_MARK.match(line.text)
    if plain:
        return plain[1] or plain[2]
    return (split_note(line.text) or (None,))[0]


def _grouped(lines: Sequence[Line], called: set[str]) -> tuple[list[list[Line]], list[Line]]:
    """The lines of each note, and those before the first that begins here.

    Where marks are raised, a line that begins with a plain number only goes on; where they
    are not, it begins a note if that number is ``called``.
    """
    notes: list[list[Line]] = []
    lead: list[Line] = []
    raised = any(line.starts_raised for line in lines)
    for line in lines:
        mark = _mark(line)
        if mark and (line.starts_raised or mark[0] in _STARS or (not raised and mark in called)):
            notes.append([line])
        elif notes:
            notes[-1].append(line)
        else:
            lead.append(line)
    return notes, lead


def printed_notes(pages: Sequence[Parted], words: Words) -> list[PrintedNote]:
    """Every note of a document, in order, those that cross a page put together."""
    found: list[PrintedNote] = []
    for parted in pages:
        if parted.lead and found:
            last = found[-1]
            found[-1] = last._replace(text=joined([last.text, *_words(parted.lead)], words))
        for lines in parted.notes:
            found.append(_note(lines, words))
    return found


def _words(lines: Iterable[Line]) -> list[str]:
    return [line.text for line in lines]


def _note(lines: list[Line], words: Words) -> PrintedNote:
    first = lines[0]
    marker = _mark(first) or ""
    rest = first.text.lstrip("[(").removeprefix(marker).lstrip(" .])")
    return PrintedNote(first.page, marker, joined([rest, *_words(lines[1:])], words))
