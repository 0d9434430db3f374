"""Resolutions → plain text: clean, one paragraph a line, with numbers as printed.

In: the resolutions of a document. Out: text that the reader of plain texts makes the same
paragraphs of. Notes are called by raised figures, and stand after each resolution under a rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.export.entries import ELISION, Entry, entries, left_out
from counterdraft.export.heads import head
from counterdraft.export.inline import Called, calls_of, tokens
from counterdraft.export.markers import Markers, defined, note_markers
from counterdraft.model import Document, Resolution
from counterdraft.text.printable import printable

_FIGURES = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_RAISED = str.maketrans("0123456789", _FIGURES)
# Keeps two calls apart, and is seen by nobody.
_APART = "\u200b"
_RULE = "_" * 10
_INDENT = 4


def to_text(resolutions: Sequence[Resolution], document: Document) -> str:
    """All ``resolutions``, one after the other."""
    found = [entries(each, document) for each in resolutions]
    texts = (
        "\n\n".join(_lines(resolution, own, markers, document)) + _notes(own, markers)
        for resolution, own, markers in zip(resolutions, found, note_markers(found), strict=True)
    )
    return printable("\n\n\n".join(texts) + "\n")


def _lines(
    resolution: Resolution, own: Sequence[Entry], markers: Markers, document: Document
) -> Iterator[str]:
    above, title = head(resolution, document)
    yield from above
    if title:
        yield title
    gaps = left_out(own)
    for place, entry in enumerate(own):
        if place in gaps:
            yield ELISION
        yield _line(entry, markers.get(place, []), document)


def _line(entry: Entry, markers: Sequence[str], document: Document) -> str:
    level = entry.paragraph.level if entry.paragraph else 0
    number = f"{entry.shown_number} " if entry.shown_number else ""
    return f"{' ' * _INDENT * level}{number}{_words(entry, markers, document)}"


def _words(entry: Entry, markers: Sequence[str], document: Document) -> str:
    """The words, with what calls a note where it is called."""
    pieces: list[str] = []
    for token in tokens(entry.words(document), (), calls_of(entry)):
        if isinstance(token, str):
            pieces.append(token)
        elif isinstance(token, Called):
            apart = _APART if pieces and pieces[-1].endswith(tuple(_FIGURES)) else ""
            pieces.append(apart + markers[token.place].translate(_RAISED))
    return "".join(pieces)


def _notes(own: Sequence[Entry], markers: Markers) -> str:
    """The notes under their rule, a line each; nothing where there are none."""
    lines = [f"{marker.translate(_RAISED)} {note.text}" for marker, note in defined(own, markers)]
    return "\n".join(["\n", _RULE, *lines]) if lines else ""
