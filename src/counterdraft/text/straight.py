"""A text's twin for matching: same length, one kind of quote, dash and blank.

Every pattern of the parser runs on the twin, every span it finds holds for the
text itself, because characters are exchanged one for one. The twins in lower case and
in shapes show at once where a slow pattern cannot match.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache

_QUOTES = "\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060\u2032"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"
_BLANKS = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
_TABLE = tuple(
    (typographic, plain)
    for several, plain in ((_QUOTES, "'"), (_DOUBLE_QUOTES, '"'), (_DASHES, "-"), (_BLANKS, " "))
    for typographic in several
)
_DIGITS, _CAPITALS, _SMALL = (
    each.encode() for each in (string.digits, string.ascii_uppercase, string.ascii_lowercase)
)
_SHAPES = bytes.maketrans(_DIGITS + _CAPITALS + _SMALL, b"0" * 10 + b"A" * 26 + b"a" * 26)
_DIGIT = re.compile(r"\d")

KEPT = 4
"""Of so many texts what is found in the whole is kept: a document's, and those of notes between."""


def straighten(text: str) -> str:
    """``text`` with typographic quotes, dashes and blanks made plain, offset for offset."""
    if text.isascii() and "\u0060" not in text:
        return text
    for typographic, plain in _TABLE:
        if typographic in text:
            text = text.replace(typographic, plain)
    return text


@lru_cache(KEPT)
def lowered(text: str) -> str:
    """``text`` in lower case, offset for offset."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := each.lower()) == 1 else each for each in text)


@lru_cache(KEPT)
def shaped(text: str) -> str:
    """``text`` with "0" for every digit, and "A" and "a" for the letters from A to Z.

    Offset for offset: "A/RES/79/12 of 3 May" is "A/AAA/00/00 aa 0 Aaa".
    """
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        data = _DIGIT.sub("0", text).encode("latin-1", "replace")
    return data.translate(_SHAPES).decode("latin-1")
