"""The words of an instruction → what it quotes, and the rest of it, offset for offset."""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.text.straight import straighten

# What stands for each character that is quoted, so that no word is seen in it.
FILLER = "\ue000"
_QUOTED = re.compile(
    r"\u201c(?P<curly>(?:[^\u201c\u201d]|\u201c[^\u201c\u201d]*\u201d)*)\u201d"
    r"|\u201e(?P<low>[^\u201c\u201d\u201e]*)[\u201c\u201d]"
    r"|\u00ab\s*(?P<angle>[^\u00ab\u00bb]*?)\s*\u00bb"
    r'|"(?P<straight>[^"]*)"'
    r"|(?<!\w)\u2018(?P<single>(?:[^\u2018\u2019]|\u2019(?=\w))+)\u2019(?!\w)"
    r"|(?<!\w)'(?P<plain>(?:[^']|'(?=\w))+)'(?!\w)"
)
_OPENS, _CLOSES = '\u201c\u00ab\u201e"', '\u201d\u00bb"'


class Quoted(NamedTuple):
    """``bare`` is as long as the words: what is quoted is fillers between plain quotation marks.

    ``quotes`` are the words between the marks, by where the first mark stands.
    """

    bare: str
    quotes: dict[int, str]


def quoted(words: str) -> Quoted:
    """The quotations of an instruction."""
    quotes: dict[int, str] = {}

    def fill(found: re.Match[str]) -> str:
        quotes[found.start()] = (found[found.lastgroup or 0] or "").strip()
        return f'"{FILLER * (len(found[0]) - 2)}"'

    return Quoted(straighten(_QUOTED.sub(fill, words)), quotes)


def unquoted(block: str) -> str:
    """A paragraph that is set out, without the marks around it; it may lack the second one."""
    if block[:1] not in _OPENS:
        return block
    block = block[1:].lstrip()
    if block[-1:] in _CLOSES and _closings(block) > _openings(block):
        return block[:-1].rstrip()
    return block


def is_closed(block: str) -> bool:
    """Whether a paragraph that is set out ends a quotation that another may have begun."""
    return block[-1:] in _CLOSES and (block[:1] in _OPENS or _closings(block) > _openings(block))


def opens(block: str) -> bool:
    """Whether a paragraph that is set out begins with a quotation mark."""
    return block[:1] in _OPENS


def _openings(words: str) -> int:
    return sum(words.count(each) for each in "\u201c\u00ab\u201e")


def _closings(words: str) -> int:
    return sum(words.count(each) for each in _CLOSES)
