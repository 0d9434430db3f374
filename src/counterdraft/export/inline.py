"""The words of an entry → words, and what begins, ends or is called between them.

In: words, and marks on them by offset. Out: tokens in order, properly nested, from which every
form writes its own markup.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from counterdraft.export.entries import Entry
from counterdraft.model import Note, Span


class Slanted(NamedTuple):
    """Words in italics."""

    span: Span


class Leads(NamedTuple):
    """Words that lead to ``target``; ``cited`` is set where they cite a document."""

    span: Span
    target: str
    cited: bool = False


Mark = Slanted | Leads

_SPAN, _END = attrgetter("span"), attrgetter("span.end")


class Opens(NamedTuple):
    """A mark begins here."""

    mark: Mark


class Closes(NamedTuple):
    """The mark begun last ends here."""

    mark: Mark


class Called(NamedTuple):
    """A note is called here, the ``place``-th of its entry."""

    note: Note
    place: int


Token = str | Opens | Closes | Called


def tokens(
    words: str, marks: Sequence[Mark], calls: Sequence[tuple[int, Note]] = ()
) -> Iterator[Token]:
    """``words`` in pieces, with ``marks`` and ``calls`` at their offsets.

    Of links that overlap, the first is kept; italics are cut where a link begins or ends in them.
    """
    links = _apart([mark for mark in marks if isinstance(mark, Leads)])
    slanted = _cut([mark.span for mark in marks if isinstance(mark, Slanted)], links)
    laid: list[Mark] = [*links, *slanted]
    begun = sorted(laid, key=lambda mark: (mark.span.start, -mark.span.end))
    called = [(offset, Called(note, place)) for place, (offset, note) in enumerate(calls)]
    opened: list[Mark] = []
    at = 0
    for edge in sorted(_edges(words, begun, called)):
        if at < edge:
            yield words[at:edge]
        at = edge
        while opened and opened[-1].span.end <= edge:
            yield Closes(opened.pop())
        while called and called[0][0] <= edge:
            yield called.pop(0)[1]
        while begun and begun[0].span.start <= edge:
            opened.append(begun.pop(0))
            yield Opens(opened[-1])


def _edges(words: str, marks: list[Mark], called: list[tuple[int, Called]]) -> set[int]:
    """Every offset at which something begins, ends or is called."""
    edges = {0, len(words), *(offset for offset, _ in called)}
    return edges | {edge for mark in marks for edge in (mark.span.start, mark.span.end)}


def _apart(links: list[Leads]) -> list[Leads]:
    """Links that do not overlap."""
    kept: list[Leads] = []
    for link in sorted(links, key=_SPAN):
        if link.span.start < link.span.end and (not kept or kept[-1].span.end <= link.span.start):
            kept.append(link)
    return kept


def _cut(spans: list[Span], links: list[Leads]) -> list[Slanted]:
    """Italics that overlap neither each other nor a link in part."""
    cut: list[Slanted] = []
    at = 0
    for span in sorted(spans):
        edges = [max(span.start, at), span.end]
        for edge in tuple(edges):
            link = _around(edge, links)
            if link is not None:
                edges += [link.span.start, link.span.end]
        inside = sorted({edge for edge in edges if edges[0] <= edge <= edges[1]})
        cut += [Slanted(Span(a, b)) for a, b in pairwise(inside)]
        at = max(at, span.end)
    return cut


def _around(offset: int, links: list[Leads]) -> Leads | None:
    """The link in the middle of which ``offset`` lies."""
    at = bisect_left(links, offset, key=_END) if links else 0
    return (
        links[at]
        if at < len(links) and links[at].span.start < offset < links[at].span.end
        else None
    )


def italics_of(entry: Entry, *, as_in_source: bool = False) -> list[Slanted]:
    """What of an entry is in italics, by offset in its words.

    That is what its source has so, and, unless it is to be ``as_in_source``, the initiating
    phrase, of which a plain text does not say it.
    """
    start, end = entry.span.start, entry.span.end
    said = [
        Span(max(each.start, start) - start, min(each.end, end) - start)
        for each in entry.block.italics
        if each.start < end and each.end > start
    ]
    phrase = None if as_in_source else _phrase(entry)
    if phrase is not None and not any(each.start <= phrase.start < each.end for each in said):
        said.append(phrase)
    return [Slanted(each) for each in sorted(said)]


def _phrase(entry: Entry) -> Span | None:
    """Where the initiating phrase of a paragraph stands in its words."""
    paragraph = entry.paragraph
    if paragraph is None or not paragraph.phrase:
        return None
    for verb in paragraph.verbs[:1]:
        if verb.text == paragraph.phrase:
            start = verb.span.start - paragraph.span.start
            return Span(start, start + len(verb.text))
    if paragraph.text.startswith(paragraph.phrase):
        return Span(0, len(paragraph.phrase))
    return None


def links_of(entry: Entry) -> list[Leads]:
    """The links of an entry that its source has, by offset in its words."""
    start = entry.span.start
    return [Leads(each.span.moved(-start), each.target) for each in entry.links]


def calls_of(entry: Entry) -> list[tuple[int, Note]]:
    """The notes of an entry, each with the offset in its words where it is called."""
    return [(entry.note_offset(note), note) for note in entry.notes]
