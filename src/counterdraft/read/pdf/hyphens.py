"""Words divided at the end of a line, put together again.

A page does not say whether the hyphen at the end of a line is the word's own. Other
places of the same document may: there the word stands undivided, with its hyphen or
without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from counterdraft.lexicon.wrapping import wrapping

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_DIVIDED = re.compile(r"([^\W_]+(?:[-\u2010\u2011][^\W_]+)*)[-\u2010\u00ad]$")
_SOFT = "\u00ad"


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words that stand undivided in a document's lines, in lower case."""
    found: set[str] = set()
    for line in lines:
        words = _WORD.findall(line.lower())
        found.update(words[1:-1] if line.endswith(("-", _SOFT)) else words[1:])
    return frozenset(found)


def dropped_at(before: str, after: str, known: frozenset[str]) -> int | None:
    """How a line ending in ``before`` joins one that begins with ``after``.

    None: with a blank. Else without one, after the last 0 or 1 characters are dropped.
    """
    if before.endswith(_SOFT):
        return 1
    divided = _DIVIDED.search(before)
    if divided is None:
        # "and/⏎or", "1990\u2013⏎1995"
        return 0 if before.endswith(("/", "\u2013")) and not before.endswith(" \u2013") else None
    first = _WORD.match(after)
    if first is None:
        return 0 if after[:1].isdigit() else None
    return 0 if _keeps(divided[1].lower(), first[0], known) else 1


def _keeps(start: str, end: str, known: frozenset[str]) -> bool:
    """Whether the hyphen between the halves of a word is its own."""
    if end[0].isupper() or start[-1].isdigit():
        return True
    with_hyphen, without = f"{start}-{end.lower()}", f"{start}{end.lower()}"
    if (with_hyphen in known) != (without in known):
        return with_hyphen in known
    own = wrapping()
    return start in own.hyphenated or start.rpartition("-")[2] in own.hyphenated or "-" in start


def joined(lines: Iterable[str], known: frozenset[str]) -> str:
    """Lines as one text."""
    text = ""
    for line in lines:
        dropped = dropped_at(text, line, known) if text else 0
        if dropped is None:
            text = f"{text} {line}"
        else:
            text = text[: len(text) - dropped] + line
    return text
