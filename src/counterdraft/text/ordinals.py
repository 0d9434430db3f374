"""Letters and roman numbers that count: their place, and which of them comes behind another."""

from __future__ import annotations

import re

_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def roman(letters: str) -> int | None:
    """The value of a lower-case roman number up to 39; None for what is none."""
    if not letters or not _ROMAN.match(letters):
        return None
    total = 0
    for one, other in zip(letters, [*letters[1:], ""], strict=False):
        value = _VALUES[one]
        total += -value if other and _VALUES[other] > value else value
    return total


def alphabetical(letters: str) -> int | None:
    """The place of a lower-case letter in an alphabetical list: a=1, z=26, aa=27."""
    if len(letters) == 1:
        return ord(letters) - 96
    if len(letters) == 2 and letters[0] == letters[1]:
        return 26 + ord(letters[0]) - 96
    return None


def follows(before: str, after: str) -> bool:
    """Whether one comes right behind another, as a letter or as a roman number, in any case."""
    for place in (roman, alphabetical):
        one, other = place(before.lower()), place(after.lower())
        if one is not None and other == one + 1:
            return True
    return False
