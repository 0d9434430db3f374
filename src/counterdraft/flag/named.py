"""Words and a text → whether they stand there as somebody's name."""

from __future__ import annotations

import re

from counterdraft.lexicon.joining import articles, small_in_names

_WORD = re.compile(r"\w[\w'\u2019-]*")
_BEFORE = re.compile(r"(?P<word>\w[\w'\u2019-]*) $")
_BEHIND = re.compile(r" (?:of (?:the )?)?(?P<word>\w[\w'\u2019-]*)")


def stands_as_name(name: str, text: str) -> bool:
    """Whether ``name`` stands in ``text`` as a whole name, and never in small letters.

    It is no part of a word or of a longer name, and no word that a sentence begins with.
    """
    words = _WORD.findall(name)
    if not words:
        return False
    joined = r"\s+".join(map(re.escape, name.split()))
    found = list(re.finditer(rf"(?<!\w){joined}(?!\w)", text, re.IGNORECASE))
    if not found or not all(_is_capital(each[0]) for each in found):
        return False
    return any(_is_whole(text, each.start(), each.end()) for each in found)


def _is_capital(words: str) -> bool:
    small = small_in_names()
    return all(
        each[0].isupper() for each in _WORD.findall(words) if each.lower() not in small
    ) and any(each[0].isupper() for each in _WORD.findall(words))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word in capitals stands right before or behind it, but for an article."""
    before = _BEFORE.search(text, max(start - 40, 0), start)
    behind = _BEHIND.match(text, end)
    if before and before["word"][0].isupper() and before["word"].lower() not in articles():
        return False
    return not (behind and behind["word"][0].isupper())
