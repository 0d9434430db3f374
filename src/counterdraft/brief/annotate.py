"""Marks laid over a text, in any way, → a run of words and properly nested marks.

The words of the run, put together, are the text. A mark that crosses another is closed and
opened again where the other ends; only its first piece is said to be first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from counterdraft.model import Span

T = TypeVar("T")


class Laid(NamedTuple, Generic[T]):
    """Something laid over a stretch of the text."""

    span: Span
    what: T


class Open(NamedTuple, Generic[T]):
    """A mark begins, or begins again after another that it crosses."""

    what: T
    first: bool


class Close(NamedTuple):
    """The mark that was opened last ends."""


class Words(NamedTuple):
    """A stretch of the text."""

    text: str


def annotate(text: str, laid: Sequence[Laid[T]]) -> Iterator[Open[T] | Close | Words]:
    """The run for ``text``; spans are offsets into it, and what reaches beyond is cut off.

    Longer marks hold shorter ones; of two alike, the first in ``laid`` holds the second.
    Empty ones are left out.
    """
    marks = _in_order(len(text), laid)
    edges = sorted({0, len(text), *(m.span.start for m in marks), *(m.span.end for m in marks)})
    stack: list[int] = []
    following = 0
    for start, end in pairwise(edges):
        wanted = [i for i in stack if marks[i].span.end > start]
        new = following
        while following < len(marks) and marks[following].span.start == start:
            wanted.append(following)
            following += 1
        common = _common(stack, wanted)
        yield from (Close() for _ in stack[common:])
        yield from (Open(marks[i].what, i >= new) for i in wanted[common:])
        stack = wanted
        yield Words(text[start:end])
    yield from (Close() for _ in stack)


def _in_order(length: int, laid: Sequence[Laid[T]]) -> list[Laid[T]]:
    """The marks cut to the text, by where they begin, longer ones first."""
    cut = (
        Laid(Span(max(0, mark.span.start), min(length, mark.span.end)), mark.what) for mark in laid
    )
    kept = [mark for mark in cut if mark.span.start < mark.span.end]
    return sorted(kept, key=lambda mark: (mark.span.start, -mark.span.end))


def _common(stack: list[int], wanted: list[int]) -> int:
    """How many marks, from the outermost, stay open."""
    number = 0
    for one, other in zip(stack, wanted, strict=False):
        if one != other:
            break
        number += 1
    return number


def calls_up_to(at: int, waiting: list[tuple[int, T]]) -> Iterator[T]:
    """Takes from ``waiting``, which ascend, the calls of notes up to offset ``at``.

    They stand outside of marks that end there, or that begin.
    """
    while waiting and waiting[0][0] <= at:
        yield waiting.pop(0)[1]
