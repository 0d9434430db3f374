"""The words for a kind of body in a text → where the whole name of the body ends."""

from __future__ import annotations

import re

from counterdraft.lexicon.body_names import body_names

_WORD = re.compile(r"(,?)\s+([\w'/-]+)")


def end_of_name(text: str, end: int) -> int:
    """Where the name of a body ends whose words of its kind end at ``end``."""
    known, at = body_names(), end
    if not (known.begins.match(text, end + 1) and text[end : end + 1].isspace()):
        return end
    while (word := _WORD.match(text, at)) is not None:
        first = word.start(2)
        if known.ends.match(text, first) or known.never.match(text, first):
            break
        if word[1] and not known.comma.match(text, first):
            break
        at = word.end()
    return _without_trailing(text, end, at)


def _without_trailing(text: str, start: int, end: int) -> int:
    words = list(re.finditer(r"[\w'/-]+", text[start:end]))
    while words and body_names().trailing.fullmatch(words[-1][0]):
        words.pop()
    return start + words[-1].end() if words else start
