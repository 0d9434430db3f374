"""A resolution in its document → the lines of its annexes, each with an id that people can find.

An annex has no paragraphs of the resolution's own. Its lines are called after the last number that
is printed before them, as a declaration counts its paragraphs: ``annex.26``, and ``annex.26-2`` for
what stands below that; of several annexes the second is ``annex2``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.model import Annex, Block, Document, Resolution, Span
from counterdraft.text.markers import match_marker


class AnnexLine(NamedTuple):
    """A line: its id, and its extent in ``Document.text``."""

    id: str
    span: Span


def annex_lines(document: Document, resolution: Resolution) -> Iterator[AnnexLine]:
    """The lines of every annex that have words, in the order of the text; no label of an annex."""
    for number, annex in enumerate(resolution.annexes, 1):
        yield from _lines(document, annex, f"annex{number if number > 1 else ''}")


def _lines(document: Document, annex: Annex, name: str) -> Iterator[AnnexLine]:
    body = Span(annex.span.end - len(annex.text), annex.span.end)
    number, named = "", Counter[str]()
    for block in document.blocks:
        text = block.span.of(document.text)
        if body.holds(block.span) and text.strip():
            number = _printed(block, text) or number
            called = f"{name}.{number}" if number else name
            named[called] += 1
            again = f"-{named[called]}" if named[called] > 1 else ""
            yield AnnexLine(called + again, block.span)


def _printed(block: Block, text: str) -> str:
    """The number of a paragraph, as its source counts it or as it is printed; else nothing."""
    if block.number:
        own = block.number[-1].strip("().")
        return own if own.isdigit() else ""
    marker = match_marker(text)
    return marker.value if marker and marker.kind == "number" and marker.value.isdigit() else ""
