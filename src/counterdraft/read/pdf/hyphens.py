"""Words divided at the end of a line, put together again.

A page does not say whether the hyphen at the end of a line is the word's own. Other
places of the same document may: there the word stands undivided, with its hyphen or
without, and there it shows whether this document divides words at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from counterdraft.lexicon.wrapping import is_one_word, wrapping

_LETTERS = r"[^\W\d_]+"
_WORD = re.compile(rf"{_LETTERS}(?:[-\u2010\u2011]{_LETTERS})*")
_DIVIDED = re.compile(r"([^\W_]+(?:[-\u2010\u2011][^\W_]+)*)[-\u2010\u00ad]$")
_SOFT = "\u00ad"
# After these a hyphen stands for what the next word ends in.
_JOINING = frozenset({"and", "or", "to"})


class Words(NamedTuple):
    """The words that stand undivided in a document; whether it divides others."""

    known: frozenset[str]
    divides: bool


def words_of(lines: Sequence[str]) -> Words:
    """What the lines of a document, in their order, tell of its words."""
    known: set[str] = set()
    for line in lines:
        words = _WORD.findall(line.lower())
        known.update(words[:-1] if line.endswith(("-", "\u2010", _SOFT)) else words)
    halves = [pair for one, other in pairwise(lines) if (pair := _halves(one, other))]
    # A word divided now here, now there, is one word.
    places: dict[str, set[int]] = {}
    for start, end in halves:
        places.setdefault(start + end, set()).add(len(start))
    known.update(word for word, divided in places.items() if len(divided) > 1)
    divides = any(a + b in known and f"{a}-{b}" not in known for a, b in halves)
    return Words(frozenset(known), divides or any(line.endswith(_SOFT) for line in lines))


def _halves(before: str, after: str) -> tuple[str, str] | None:
    """The halves of the word that two lines share."""
    start, end = _DIVIDED.search(before), _WORD.match(after)
    if start is None or end is None or end[0][0].isupper():
        return None
    return start[1].lower(), end[0]


def dropped_at(before: str, after: str, words: Words) -> int | None:
    """How a line ending in ``before`` joins one that begins with ``after``.

    None: with a blank. Else without one, after the last 0 or 1 characters are dropped.
    """
    if before.endswith(_SOFT):
        return 1
    divided = _DIVIDED.search(before)
    if divided is None:
        # "and/⏎or", "1990\u2013⏎1995"
        return 0 if before.endswith(("/", "\u2013")) and not before.endswith(" \u2013") else None
    end = _WORD.match(after)
    if end is None:
        return 0 if after[:1].isdigit() else None
    if end[0] in _JOINING and divided[1].lower() + end[0] not in words.known:
        return None  # "results-⏎and action-oriented"
    return 0 if _keeps(divided[1].lower(), end[0], words) else 1


def _keeps(start: str, end: str, words: Words) -> bool:
    """Whether the hyphen between the halves of a word is its own."""
    if end[0].isupper() or start[-1].isdigit():
        return True
    first = start.rpartition("-")[2]
    if is_one_word(first + end) and f"{start}-{end}" not in words.known:
        return False
    if not words.divides:
        return True
    known = words.known
    with_hyphen, without = f"{start}-{end}" in known, f"{start}{end}" in known
    if with_hyphen != without:
        return with_hyphen
    return "-" in start or first in wrapping().hyphenated or (start in known and end in known)


def joined(lines: Iterable[str], words: Words) -> str:
    """Lines as one text."""
    text = ""
    for line in lines:
        dropped = dropped_at(text, line, words) if text else 0
        text = f"{text} {line}" if dropped is None else f"{text[: len(text) - dropped]}{line}"
    return text
