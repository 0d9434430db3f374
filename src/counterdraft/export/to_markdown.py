"""Resolutions → Markdown as GitHub and its like read it: a draft to be read and sent round.

In: the resolutions of a document. Out: each with its title as a heading, numbers as printed,
initiating phrases in italics, notes as footnotes. Words never become markup: what could is
escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from counterdraft.export.entries import ELISION, Entry, entries, left_out
from counterdraft.export.heads import head
from counterdraft.export.inline import (
    Called,
    Closes,
    Leads,
    Mark,
    Opens,
    Slanted,
    calls_of,
    italics_of,
    links_of,
    tokens,
)
from counterdraft.export.iri import address
from counterdraft.export.markers import Markers, defined, note_markers
from counterdraft.model import Document, Resolution, Span
from counterdraft.text.printable import printable

_SPECIAL = re.compile(r"([\\`*_\[\]#|~<>&])")
# What at the beginning of a line would be a list, a heading of the line above, or a rule.
_OPENING = re.compile(r"^(\d+)([.)])|^([-+=])")
_INDENT = "\u2003"
_IN_LINKS = "!#$%&*+,/:;=?@~"


def to_markdown(resolutions: Sequence[Resolution], document: Document) -> str:
    """All ``resolutions``, with a rule between one and the next."""
    found = [entries(each, document) for each in resolutions]
    parts = (
        "\n\n".join(_Writer(document, markers).lines(resolution, own))
        for resolution, own, markers in zip(resolutions, found, note_markers(found), strict=True)
    )
    return printable("\n\n---\n\n".join(parts) + "\n")


def plain(text: str) -> str:
    """``text`` so that Markdown shows it as it is, wherever in a line it stands."""
    return _SPECIAL.sub(r"\\\1", text)


def opening(text: str) -> str:
    """Escaped ``text`` that begins a line, so that it begins no list and no heading."""
    return _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)


class _Writer:
    """Writes one resolution; knows the markers of its notes."""

    def __init__(self, document: Document, markers: Markers) -> None:
        self._document, self._markers = document, markers

    def lines(self, resolution: Resolution, own: Sequence[Entry]) -> Iterator[str]:
        """Its masthead, title, text and notes."""
        # A paragraph each: readers take lines of one paragraph for one line.
        above, title = head(resolution, self._document)
        yield from (opening(plain(line)) for line in above)
        if title:
            yield f"# {plain(title)}"
        gaps = left_out(own)
        for place, entry in enumerate(own):
            if place in gaps:
                yield plain(ELISION)
            yield self._line(entry, self._markers.get(place, []))
        for marker, note in defined(own, self._markers):
            marks: list[Mark] = [Leads(link.span, link.target) for link in note.links]
            marks += [Slanted(span) for span in note.italics]
            yield f"[^{marker}]: {self._marked(note.text, marks)}"

    def _line(self, entry: Entry, markers: Sequence[str]) -> str:
        marks: list[Mark] = [*links_of(entry), *italics_of(entry)]
        words = self._marked(entry.words(self._document), marks, entry, markers)
        if entry.kind in {"heading", "annex"}:
            return f"{'##' if entry.kind == 'annex' else '###'} {words}"
        level = entry.paragraph.level if entry.paragraph else 0
        number = f"{plain(entry.shown_number)} " if entry.shown_number else ""
        return _INDENT * level + opening(number + words)

    def _marked(
        self,
        words: str,
        marks: Sequence[Mark],
        entry: Entry | None = None,
        markers: Sequence[str] = (),
    ) -> str:
        """The words with their italics, links and calls."""
        calls = calls_of(entry) if entry else []
        pieces: list[str] = []
        for token in tokens(words, [*_laid(words, marks)], calls):
            match token:
                case Opens(mark):
                    pieces.append("[" if isinstance(mark, Leads) else "*")
                case Closes(mark):
                    pieces.append(f"]({mark.target})" if isinstance(mark, Leads) else "*")
                case Called(_, place):
                    pieces.append(f"[^{markers[place]}]")
                case text:
                    pieces.append(plain(text))
        return "".join(pieces)


def _whole(words: str, start: int, end: int) -> tuple[int, int]:
    """The words that an extent has a part of."""
    while start > 0 and words[start - 1].isalnum() and words[start].isalnum():
        start -= 1
    while end < len(words) and words[end - 1].isalnum() and words[end].isalnum():
        end += 1
    return start, end


def _laid(words: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks as Markdown takes them: italics of whole words without blanks, links to addresses.

    Italics that end within a word are a slip of whoever set them, and no reader agrees on them.
    """
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        inner = words[start:end]
        start += len(inner) - len(inner.lstrip())
        end -= len(inner) - len(inner.rstrip())
        if start >= end:
            continue
        if isinstance(mark, Slanted):
            start, end = _whole(words, start, end)
            yield Slanted(Span(start, end))
        elif (target := address(mark.target)) is not None:
            yield Leads(Span(start, end), quote(target, safe=_IN_LINKS))
