"""The points of a list that stands within a clause: "Requests: (a) A to report; (b) B to pay".

In: straightened text and a stretch of it, behind a verb. Out: where each point begins and ends, and
whether each is a clause ("Decides that: (a) A shall report; …"). One point alone is no list.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.requests import requests
from counterdraft.model import Span

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Points(NamedTuple):
    """Each point without its mark; ``clauses`` is true where "that" opens them all."""

    spans: tuple[Span, ...]
    clauses: bool


def points(text: str, start: int, stop: int) -> Points | None:
    """The points of the list that begins at ``start``; None where none does.

    A mark counts where it is the next of its kind behind a stop or "and": "(b)" in "paragraph 8
    (b)" is none.
    """
    first = requests().listing.match(text, start, stop)
    if first is None:
        return None
    marks = [(first.start(), first.end())]
    for label in _labels_behind(first["label"]):
        following = _mark(label).search(text, marks[-1][1], stop)
        if following is None:
            break
        marks.append(following.span())
    if len(marks) == 1:
        return None
    ends = [begin for begin, _ in marks[1:]] + [stop]
    spans = tuple(Span(begin, end) for (_, begin), end in zip(marks, ends, strict=True))
    return Points(spans, bool(first["that"]))


def opens_clauses(text: str, start: int) -> bool:
    """Whether the paragraph that ends behind ``start`` has clauses as its points: "that:"."""
    end = text.find("\n", start)
    return bool(requests().opening_clauses.fullmatch(text, start, end if end >= 0 else len(text)))


def _labels_behind(label: str) -> tuple[str, ...]:
    """What the marks of a list are called behind the first."""
    if label == "i":
        return _ROMAN[1:]
    return tuple(_LETTERS[1:]) if label == "a" else tuple(map(str, range(2, 31)))


@cache
def _mark(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[;,:.]|[;,]? (?:and|or)) \(?{label}\) ")
