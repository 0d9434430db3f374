"""A resolution → its units in their order, each where its words stand in the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from counterdraft.draft.body import body_units
from counterdraft.model import Annex, Document, Head, Paragraph, Resolution, Span, Unit

_HEAD_BLOCKS = 40
_DIGITS = re.compile(r"[0-9]{1,3}")
# One number may have been skipped by whoever counted.
_FORGIVEN = 2


def units(resolution: Resolution, document: Document) -> tuple[Unit, ...]:
    """Title, formula and body, and the annexes line by line."""
    body = list(_with_gaps(body_units(resolution, _head)))
    annexes = [
        unit
        for number, annex in enumerate(resolution.annexes, 1)
        for unit in _annex(annex, number, document)
    ]
    return (*_opening(resolution, document), *body, *annexes)


def _opening(resolution: Resolution, document: Document) -> Iterator[Unit]:
    if resolution.title:
        span = place_of(resolution.title, document, resolution.span.start)
        yield Unit(Head("title", "title"), resolution.title, span)
    if resolution.formula:
        end = resolution.span.start + len(resolution.formula)
        span = place_of(resolution.formula, document, end)
        yield Unit(Head("formula", "formula"), resolution.formula, span)


def place_of(words: str, document: Document, end: int) -> Span:
    """Where a line stands last before ``end``; nowhere where only a file's data have it."""
    blocks = [b for b in document.blocks if b.span.end <= end][-_HEAD_BLOCKS:]
    for block in reversed(blocks):
        at = block.span.of(document.text).find(words)
        if at >= 0:
            return Span(block.span.start + at, block.span.start + at + len(words))
    return Span(0, 0)


def _head(paragraph: Paragraph) -> Head:
    phrase = len(paragraph.phrase) if paragraph.phrase else 0
    return Head(paragraph.id, paragraph.part, paragraph.number, paragraph.level, phrase)


def _with_gaps(body: Iterable[Unit]) -> Iterator[Unit]:
    """The body with a mark where its numbers tell that paragraphs were left out."""
    last = 0
    for unit in body:
        digits = _DIGITS.match(unit.head.number or "")
        if digits and unit.head.kind == "operative" and not unit.head.level:
            number = int(digits[0])
            if number > last + _FORGIVEN:
                yield Unit(Head(f"gap{number}", "heading"), "[\u2026]")
            last = number
        yield unit


def _annex(annex: Annex, number: int, document: Document) -> Iterator[Unit]:
    blocks = [block.span for block in document.blocks if annex.span.holds(block.span)]
    for place, span in enumerate(blocks):
        key = f"annex{number}.{place}"
        yield Unit(Head(key, "annex"), span.of(document.text), span)
