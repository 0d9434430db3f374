"""Symbols as sources write them → the UN's full form; what cannot be made sure gives none.

In: "R/62/167", "R/40/59A", "ESS/10/19", "A/RES/44/113[B]", "A/RES/3379 (XXX)". Out: "A/RES/62/167",
"A/RES/40/59 A", "A/RES/ES-10/19", "A/RES/44/113 B", "A/RES/3379(XXX)".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.lexicon.vote_sources import numbering

_VOETEN = re.compile(
    r"(?P<kind>R|ESS|SS)/(?P<session>\d{1,2})/(?P<number>\d{1,4})/?(?P<letter>[A-Z]{0,2})"
    r"(?:/(?P<section>[IVX]+|[A-Z]))?"
)
_LETTER = re.compile(
    r"(?<=[\d)])\s*\[?\s*(?P<first>[A-Z])(?:\s*(?:-|–|and|&)\s*(?P<last>[A-Z]))?\]?$"
)
_SESSION = re.compile(r"A/(?:RES/|C\.\d/|SPC/)?(?P<session>(?:E?S-)?\d{1,3})/")
_ROMAN_SESSION = re.compile(r"\((?P<roman>[IVXL]+)\)")
_SPECIAL_SESSION = re.compile(r"\((?P<kind>E?S)-(?P<roman>[IVXL]+)\)")
_HUNDREDS = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


class Numbered(NamedTuple):
    """What a number of Voeten's stands for: a symbol, a section of the text, a special session."""

    symbol: str | None = None
    section: str | None = None
    session: str | None = None


def full_symbol(text: str) -> str | None:
    """A symbol in the UN's full form; None for no text at all. What is not known is kept."""
    text = " ".join(text.split()).strip(" ,;.")
    if not text:
        return None
    text = re.sub(r"\s+\(", "(", text)
    found = _LETTER.search(text)
    if found is None or not text.startswith(("A/RES/", "A/DEC/", "E/RES/")):
        return text
    letters = found["first"] + (f"-{found['last']}" if found["last"] else "")
    return f"{text[: found.start()]} {letters}"


def voeten_symbol(text: str) -> Numbered:
    """What ``unres`` of Voeten's data stands for; nothing where it is a page or not sure."""
    text = text.strip()
    if text.startswith("A/RES/"):
        symbol = full_symbol(text)
        return Numbered(symbol, None, session_of(symbol or ""))
    found = _VOETEN.fullmatch(text)
    if found is None:
        return Numbered(session=_special(text))
    special = {"SS": "S", "ESS": "ES"}.get(found["kind"])
    session, number = int(found["session"]), int(found["number"])
    if special:
        name = f"{special}-{session}"
        if session <= numbering().special_pages_until:
            return Numbered(session=name)
        return Numbered(_lettered(f"A/RES/{name}/{number}", found), _section(found), name)
    if session <= numbering().pages_until:
        return Numbered()
    if session not in numbering().series:
        kind = "DEC" if number >= numbering().decisions_from else "RES"
        return Numbered(_lettered(f"A/{kind}/{session}/{number}", found), _section(found))
    first, last = numbering().series[session]
    if not first <= number <= last:
        return Numbered()
    return Numbered(_lettered(f"A/RES/{number}({roman(session)})", found), _section(found))


def _special(text: str) -> str | None:
    """The special session of "SS/5", "ESS/2/79/D", whatever follows."""
    found = re.match(r"(E?S)S/(\d{1,2})\b", text)
    return f"{found[1]}-{found[2]}" if found else None


def _lettered(symbol: str, found: re.Match[str]) -> str:
    letter = found["letter"] or (found["section"] if _is_letter(found["section"]) else "")
    return f"{symbol} {'-'.join(letter)}" if letter else symbol


def _section(found: re.Match[str]) -> str | None:
    """A section in Roman figures; "R/42/70/A" is a part, and "R/33/116A/I" a section of one."""
    return None if found["section"] is None or _is_letter(found["section"]) else found["section"]


def _is_letter(section: str | None) -> bool:
    return section is not None and len(section) == 1 and section not in "IVX"


def session_of(symbol: str) -> str | None:
    """The session that a symbol of the General Assembly's names: "74", "ES-11"."""
    found = _SESSION.match(symbol)
    if found:
        return found["session"]
    special = _SPECIAL_SESSION.search(symbol)
    if special:
        return f"{special['kind']}-{_figures(special['roman'])}"
    old = _ROMAN_SESSION.search(symbol)
    return str(_figures(old["roman"])) if old and symbol.startswith("A/") else None


def roman(number: int) -> str:
    """A number to 39 in Roman figures."""
    letters = ""
    for letter, value in _HUNDREDS:
        while number >= value:
            letters, number = letters + letter, number - value
    return letters


def _figures(letters: str) -> int:
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    total = 0
    for letter, following in zip(letters, [*letters[1:], "I"], strict=True):
        value = values[letter]
        total += -value if value < values[following] else value
    return total
