"""Words as sources have them → words to show: single blanks, and accents that were torn mended."""

from __future__ import annotations

import re

_TORN = re.compile(r"[\u00c2\u00c3\u00e2][\u0080-\u2122]")
# A torn no-break space at an end, where the half that is a blank was cut off.
_CUT_OFF = re.compile(r"(?<=[a-z])\u00c2$")
# A quotation mark as unvotes has it: behind one stroke, or two and more marks.
_QUOTED = re.compile(r'\\+"*')


def words_of(text: str) -> str | None:
    """``text`` with single blanks and nothing that commands a terminal; None for none."""
    if not text:
        return None
    if "\\" in text:
        text = _QUOTED.sub('"', text)
    if not text.isascii() and _TORN.search(text):
        text = _mended(text)
    text = _CUT_OFF.sub("", text)
    shown = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return " ".join(shown.split()) or None


def _mended(text: str) -> str:
    """ "PÃ©ru" as it was before UTF-8 was read as a Windows code page, once or twice."""
    for _ in range(2):
        try:
            text = text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            break
    return text
