"""A text → its wording: what must be the same for two clauses to be of one form.

Case, blanks, kinds of quotes and dashes, the marks that end a clause, and the numbers of years
and sessions do not count. Whatever else differs does: other numbers, a day, a comma inside. Two
wordings may still be typed alike: but for a hyphen or a blank in a word, or a blank before a comma.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal, get_args

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.deadlines import limits
from counterdraft.lexicon.load import load
from counterdraft.text.straight import straighten

Kind = Literal["case", "blanks", "quotes", "dashes", "hyphens", "punctuation", "year", "session"]

MARK = "\x01"
"""What stands for the number of a year or session: a control, which no text holds by then."""

# What stands between words: in any text, and byte for byte in ASCII.
_BETWEEN = re.compile(rf"[^\w{MARK}]|_")
_APART = bytes(n if n > 127 or chr(n).isalnum() or chr(n) == MARK else 32 for n in range(256))
# Controls but those that are blanks, soft hyphens, and what has no width.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_PLAIN = {"quotes": "'\"", "dashes": "-", "blanks": " "}
_ENDS = " ;,."
_DASH = "[-\u2010-\u2015\u2212\ufe58\uff0d]"
# Not "1973 (2011)", "2017/3" or "$2,000"; nor "resolution 2000", which is no year. What must not
# stand before is asked last, so that the engine skips to the digits.
_YEAR = re.compile(
    r"(?:19|20)\d\d(?<![\w/.,$-]\d{4})(?<!\d\(\d{4})(?<!\d \(\d{4})"
    r"(?i:(?<!resolution \d{4})(?<!resolutions \d{4}))"
    rf"(?:({_DASH})(?:(?:19|20)\d\d|\d\d))?"
    rf"(?!\w|/|{_DASH}|[.,]\d|\s?\((?:[IVXLCESivxlces-]+|\d{{4}})\))"
)
# A hyphen or a blank between letters, not a dash between blanks; a blank that a mark follows, or
# that follows an opening one.
_IN_WORDS = re.compile(r"(?<=[^\W\d_])(?: -|- ?| )(?=[^\W\d_])")
_AT_HYPHENS = re.compile(r"(?<=[^\W\d_])(?: (-)|(-) ?| )(?=[^\W\d_])")
_AT_MARKS = re.compile(r" (?=[,;:.)])|(?<=\() ")
# How many words may stand between a number and its "sessions", as in a list of them.
_LISTED = 12


def normalised(text: str) -> str:
    """The wording of ``text``; the same for two texts of one form, and for no others."""
    return _normalised(text, None)


def typed(text: str) -> str:
    """The wording of ``text`` whatever hyphens and blanks it is typed with.

    "long-term" is "long term", "health-care" is "healthcare"; between digits both count.
    """
    return _AT_MARKS.sub("", _IN_WORDS.sub("", normalised(text)))


def words(text: str) -> list[bytes]:
    """The words of a normalised text in order, in UTF-8; the mark of a year or session is one."""
    if not text.isascii():
        text = _BETWEEN.sub(" ", text)
    return text.encode("utf-8", "surrogatepass").translate(_APART).split()


def differences(a: str, b: str) -> tuple[Kind, ...]:
    """In what two texts differ that are typed alike; empty where they are the same to the letter.

    Raises ValueError where they are not (``typed``).
    """
    if a == b:
        return ()
    if typed(a) != typed(b):
        raise ValueError("these texts are not of one wording")
    kinds = tuple(kind for kind in get_args(Kind) if _with_kind(a, kind) != _with_kind(b, kind))
    # Where a hyphen went, a blank may have come.
    beside = {"blanks", "dashes"} if "hyphens" in kinds else frozenset[str]()
    return tuple(kind for kind in kinds if kind not in beside)


def _with_kind(text: str, kind: Kind) -> str:
    """``text`` with all made plain that does not count, but for one kind of it."""
    if kind == "hyphens":
        return _AT_MARKS.sub("", _AT_HYPHENS.sub(_hyphen, _normalised(text, None)))
    text = _normalised(text, kind)
    return text if kind == "blanks" else _AT_MARKS.sub("", _IN_WORDS.sub("", text))


def numbers_apart(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` with the mark in place of each number of a year or session, and these in order."""
    text = text.replace(MARK, " ")
    found = [each.span() for each in _YEAR.finditer(text)]
    if "session" in text.lower():
        found += [each.span() for each in _session(cased=True).finditer(text) if _is_whole(each)]
    pieces, numbers, at = [], [], 0
    for start, end in sorted(found):
        if start >= at:
            pieces.append(text[at:start])
            numbers.append(text[start:end])
            at = end
    return MARK.join([*pieces, text[at:]]), tuple(numbers)


def _normalised(text: str, kept: Kind | None) -> str:
    """``text`` with all made plain that does not count, but for one kind of it."""
    text = _visible(text)
    text = _straight_but(text, kept) if kept in _PLAIN else straighten(text)
    if kept != "quotes":
        text = text.replace('"', "'")
    if kept != "case":
        text = text.lower()
    if kept != "year":
        text = _YEAR.sub(_mark, text)
    if kept != "session" and "session" in text.lower():
        text = _session(cased=kept == "case").sub(_marked, text)
    if kept != "blanks":
        text = " ".join(text.split())
    return text if kept == "punctuation" else text.rstrip(_ENDS)


def _hyphen(found: re.Match[str]) -> str:
    """A hyphen without the blanks beside it; of a blank alone nothing."""
    return found[1] or found[2] or ""


def _mark(year: re.Match[str]) -> str:
    """The mark of a year; of two years that a dash joins each, and the dash."""
    return f"{MARK}{year[1]}{MARK}" if year[1] else MARK


def _visible(text: str) -> str:
    """``text`` without what nobody sees, each letter written in one way."""
    if not text.isprintable():
        text = _INVISIBLE.sub("", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _straight_but(text: str, kept: str) -> str:
    """``text`` made straight but for the characters of one kind."""
    for char in set(text):
        straight = straighten(char)
        if straight != char and straight not in _PLAIN[kept]:
            text = text.replace(char, straight)
    return text


def _marked(number: re.Match[str]) -> str:
    """The mark of a session."""
    return MARK if _is_whole(number) else number[0]


def _is_whole(number: re.Match[str]) -> bool:
    """Whether a number is not the end of a longer word."""
    start = number.start()
    return start == 0 or not number.string[start - 1].isalnum()


@cache
def _session(*, cased: bool) -> re.Pattern[str]:
    """The number before "session", in words or digits; of several each.

    What may stand before it is asked last, and each way begins with a letter or digit, so that the
    engine skips to these; where the text is in lower case, many times as fast.
    """
    of = {name: alternatives(some) for name, some in load("en/dates")["ordinals"].items()}
    digits = "|".join(rf"{digit}\d{{0,2}}(?:st|nd|rd|th)" for digit in range(10))
    words = rf"(?:{of['tens_stems']}){_DASH}(?:{of['units']})|{of['units']}|{of['tens']}"
    number = rf"(?:one\s+hundred\s+and\s+(?:{words})|{words}|{digits})\b"
    between = rf",|and|or|to|its|the|emergency|ordinary|{limits().sessions}|{number}"
    return re.compile(
        rf"{number}(?=(?:\s*(?:{between})){{0,{_LISTED}}}\s+sessions?\b)",
        re.IGNORECASE if cased else 0,
    )
