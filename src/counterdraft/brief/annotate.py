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
    kept = [(max(0, m.span.start), min(len(text), m.span.end), m.what) for m in laid]
    kept = [mark for mark in kept if mark[0] < mark[1]]
    order = sorted(range(len(kept)), key=lambda i: (kept[i][0], -kept[i][1], i))
    edges = sorted({0, len(text), *(m[0] for m in kept), *(m[1] for m in kept)})
    stack: list[int] = []
    seen: set[int] = set()
    for start, end in pairwise(edges):
        wanted = [i for i in order if kept[i][0] <= start and end <= kept[i][1]]
        common = _common(stack, wanted)
        yield from (Close() for _ in stack[common:])
        for i in wanted[common:]:
            yield Open(kept[i][2], i not in seen)
            seen.add(i)
        stack = wanted
        yield Words(text[start:end])
    yield from (Close() for _ in stack)


def _common(stack: list[int], wanted: list[int]) -> int:
    """How many marks, from the outermost, stay open."""
    number = 0
    for one, other in zip(stack, wanted, strict=False):
        if one != other:
            break
        number += 1
    return number
