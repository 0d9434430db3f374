"""A resolution → what its body consists of, in the order of the text.

In: a resolution. Out: its paragraphs, the headings among them, and the lines that are neither (the
rows of a table), each with a key that is its own; or the same as units to be compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from counterdraft.model import Head, Heading, Line, Paragraph, Resolution, Unit

# The id of a paragraph that stands for itself: not "op2-2" or "op2.1" of what goes on with one.
_TOP = re.compile(r"(?:pp|op)\d+\w*(?:\+\d+)?")


class Placed(NamedTuple):
    """One thing in a body; ``key`` is a paragraph's id, else "heading2", "line5"."""

    key: str
    what: Paragraph | Heading | Line


def body_of(resolution: Resolution) -> list[Placed]:
    """Everything in the body of a resolution, annexes left out."""
    headings = [Placed(f"heading{n}", each) for n, each in enumerate(resolution.headings, 1)]
    lines = [Placed(f"line{n}", each) for n, each in enumerate(resolution.lines, 1)]
    paragraphs = [Placed(each.id, each) for each in resolution.paragraphs]
    return sorted([*headings, *lines, *paragraphs], key=_start)


def goes_on(paragraph: Paragraph) -> bool:
    """Whether a paragraph is none of its own: what goes on behind the points of the one before."""
    unnumbered = paragraph.number is None and paragraph.level == 0
    return unnumbered and not _TOP.fullmatch(paragraph.id)


def body_units(resolution: Resolution, head: Callable[[Paragraph], Head]) -> Iterator[Unit]:
    """Everything in the body of a resolution with its words; ``head`` makes that of a paragraph."""
    for key, what in body_of(resolution):
        match what:
            case Paragraph():
                yield Unit(head(what), what.text, what.span)
            case Heading():
                yield Unit(Head(key, "heading"), what.text, what.span)
            case Line():
                yield Unit(Head(key, "line", level=1), what.text, what.span)


def _start(placed: Placed) -> int:
    return placed.what.span.start
