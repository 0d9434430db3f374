"""A wording → the formulas in it, as they are counted over a corpus: words, without marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from counterdraft.text.straight import straighten

_QUOTATION = re.compile(r'["“”«»]')
_WORD = re.compile(r"[a-z0-9'-]+")


def words_on_end(text: str) -> str:
    """The words of a text in small letters, each between blanks, without the marks."""
    return f" {' '.join(_WORD.findall(straighten(text).lower()))} "


def formulas_in(text: str, known: Iterable[str]) -> Iterator[str]:
    """Those of the known formulas that a text has."""
    words = words_on_end(text)
    return (each for each in known if f" {each} " in words)


def printed(formula: str, text: str) -> str:
    """A formula as a text that has it prints it, without quotation marks."""
    between = r"[^a-z0-9'-]+".join(map(re.escape, formula.split()))
    at = re.search(rf"(?<![a-z0-9'-]){between}(?![a-z0-9'-])", straighten(text), re.IGNORECASE)
    return _QUOTATION.sub("", text[at.start() : at.end()]) if at else formula
