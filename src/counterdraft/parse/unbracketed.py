"""Whom a verb asks where square brackets stand among the words, in a text under negotiation.

In: straightened text, the stretch behind a verb, and how it is read. Out: those who are asked, read
as if the brackets were not there, each with the place of its words in the text as it is: "[all]
States [, within their means,] to act". Alternatives side by side are read as a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from counterdraft.draft.choices import past_other_verbs
from counterdraft.model import Addressee, Span

_Read = Callable[[str, int], list[Addressee]]

# What parts two alternatives, a blank that a mark in brackets makes one too many, and a bracket.
_MARKS = re.compile(r"\] ?/? ?\[|(?P<blank> )?\[(?=[,;])|[\[\]]")


class _Bare(NamedTuple):
    """Words without their brackets, and where each character stood."""

    words: str
    places: list[int]


def read_unbracketed(text: str, act_end: int, stop: int, read: _Read) -> list[Addressee]:
    """Those whom a verb that ends at ``act_end`` asks; ``read`` takes a text and where it stops."""
    at = past_other_verbs(text, act_end, stop)
    bare = _without_brackets(text, at, stop)
    edge = at + len(bare.words)
    found = read(f"{text[:at]}{bare.words}{text[stop:]}", edge)
    return [_placed(text, each, at, bare, stop) for each in found]


def _without_brackets(text: str, start: int, stop: int) -> _Bare:
    words: list[str] = []
    places: list[int] = []
    at = start
    for mark in _MARKS.finditer(text, start, stop):
        words.append(text[at : mark.start()])
        places += range(at, mark.start())
        if mark[0].startswith("]") and mark[0].endswith("["):
            words.append(", ")
            places += [mark.start(), mark.start()]
        at = mark.end()
    return _Bare("".join([*words, text[at:stop]]), [*places, *range(at, stop), stop])


def _placed(text: str, one: Addressee, at: int, bare: _Bare, stop: int) -> Addressee:
    """Somebody asked, at the place in the text as it is; time limits as far as they stand there."""
    span = _in_text(text, one.span, at, bare)
    action = _in_text(text, one.action, at, bare) if one.action else None
    limits = tuple(each for each in one.deadlines if text.find(each, at, stop) >= 0)
    return replace(
        one, text=span.of(text), span=span, action=action,
        deadline=limits[0] if limits else None, deadlines=limits,
    )  # fmt: skip


def _in_text(text: str, span: Span, at: int, bare: _Bare) -> Span:
    """A span of the bare words in the text as it is, with the other half of a bracket beside it."""
    start, end = _place(span.start, at, bare), _place(span.end - 1, at, bare) + 1
    opened = closed = 0
    for letter in text[start:end]:
        opened += letter == "["
        if letter == "]":
            closed, opened = (closed, opened - 1) if opened else (closed + 1, opened)
    start -= bool(closed) and text[start - 1 : start] == "["
    end += bool(opened) and text[end : end + 1] == "]"
    return Span(start, end)


def _place(at: int, start: int, bare: _Bare) -> int:
    return at if at < start else bare.places[min(at - start, len(bare.places) - 1)]
