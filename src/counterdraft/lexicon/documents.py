"""What documents that hold no draft call themselves: letters, decisions, general comments."""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.load import load


@cache
def _kinds(language: str = "en") -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = load(f"{language}/documents")["kinds"]
    return tuple((each["name"], re.compile(each["line"], re.IGNORECASE)) for each in found)


def kind_stated(line: str) -> str | None:
    """The kind of document that a line of its head states: "a letter"; None where it states none.

    ``line`` is matched from its beginning, blanks made one.
    """
    words = " ".join(line.split())
    return next((name for name, pattern in _kinds() if pattern.match(words)), None)
