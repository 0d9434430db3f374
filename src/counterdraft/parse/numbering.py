"""Printed numbers → paths and ids.

In: a draft's items in order. Out: for each paragraph its part, the path of its number
("2", "(a)", "(i)"), its level and its id. A letter that may be a roman number ("(i)"
after "(h)") is settled by what comes before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.model import Part
from counterdraft.parse.walk import Item
from counterdraft.text.markers import Marker

_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


class Numbered(NamedTuple):
    """An item with its place in the numbering; ``number`` is None where none is printed."""

    item: Item
    part: Part
    id: str
    number: str | None
    level: int
    repeated: bool = False


def _roman(letters: str) -> int | None:
    """The value of a lower-case roman number up to 39; None for what is none."""
    if not letters or not _ROMAN.match(letters):
        return None
    total = 0
    for one, other in zip(letters, [*letters[1:], ""], strict=False):
        value = _VALUES[one]
        total += -value if other and _VALUES[other] > value else value
    return total


def _ordinal(letters: str) -> int | None:
    """The place of a letter in an alphabetical list: a=1, z=26, aa=27."""
    if len(letters) == 1:
        return ord(letters) - 96
    if len(letters) == 2 and letters[0] == letters[1]:
        return 26 + ord(letters[0]) - 96
    return None


class _Numbering:
    """The state of the count through one draft."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.ids: set[str] = set()
        self.preambular = 0
        self.operative = 0
        self.top: tuple[str, str | None] = ("", None)
        self.part: Part = "preambular"
        self.letters: list[str] = []
        self.bullets = 0

    def run(self) -> list[Numbered]:
        return [
            self._place(i, item)
            for i, item in enumerate(self.items)
            if item.kind in {"preambular", "operative", "sub", "loose"}
        ]

    def _place(self, i: int, item: Item) -> Numbered:
        if item.kind == "preambular":
            return self._top_preambular(item)
        if item.found.block.number and item.found.block.role:
            return self._declared(i, item)
        if item.kind == "operative":
            return self._top_operative(item)
        if item.kind == "sub" and item.found.marker is not None:
            return self._sub(i, item, item.found.marker)
        name = f"{self.top[0]}.{len(self.letters) or ''}".rstrip(".")
        return self._make(item, self.part, name, None, 0)

    def _top_preambular(self, item: Item) -> Numbered:
        self.preambular += 1
        self.part, self.letters, self.bullets = "preambular", [], 0
        marker = item.found.marker
        number = str(self.preambular)
        if marker and marker.kind == "label":
            number = marker.value
            self.preambular = int(re.sub(r"\D.*", "", number))
        self.top = (f"pp{number}", number)
        return self._make(item, "preambular", f"pp{number}", number, 0)

    def _top_operative(self, item: Item) -> Numbered:
        self.operative += 1
        self.part, self.letters, self.bullets = "operative", [], 0
        marker = item.found.marker
        number = marker.value if marker and marker.kind in {"number", "label"} else None
        if number:
            self.operative = int(re.sub(r"\D.*", "", number) or self.operative)
        self.top = (f"op{number or self.operative}", number)
        return self._make(item, "operative", self.top[0], number, 0)

    def _declared(self, i: int, item: Item) -> Numbered:
        """A number path that the source's own markup gives; its number is kept as it is there."""
        path = item.found.block.number
        tokens = [re.sub(r"[^0-9a-z]", "", token.lower()) for token in path]
        number, level = " ".join(path), len(path) - 1
        self.part = "operative"
        if not tokens[-1]:
            # A dash or a bullet: counted, below the numbers that stand before it.
            self.bullets += 1
            above = [self._above(path[0], tokens[0]), *(t for t in tokens[1:] if t)]
            return self._make(
                item, "operative", ".".join([*above, str(self.bullets)]), number, level
            )
        self.bullets = 0
        if not tokens[0].isdigit() and len(tokens) == 1 and self.top[0]:
            # A letter that the markup left beside its paragraph instead of below it.
            self._nest(tokens[0], i)
            return self._make(item, "operative", self._prefix(), number, len(self.letters))
        self.top = (self._above(path[0], tokens[0]), path[0])
        if tokens[0].isdigit():
            self.operative = int(tokens[0])
        self.letters = [f"({token})" for token in tokens[1:]]
        return self._make(item, "operative", "op" + ".".join(tokens), number, level)

    def _above(self, printed: str, token: str) -> str:
        """The id of the numbered paragraph that a path begins with, else of the last one."""
        return f"op{token}" if token else self.top[0] or f"op{printed.strip()}"

    def _sub(self, i: int, item: Item, marker: Marker) -> Numbered:
        if marker.kind == "label":
            part = "pp" if marker.part == "preambular" else "op"
            self.top = (f"{part}{marker.value}", marker.value)
            self.letters = [marker.sub or "(a)"]
        elif marker.kind == "bullet":
            self.bullets += 1
            return self._make(
                item, self.part, f"{self._prefix()}.{self.bullets}", None, len(self.letters) + 1
            )
        else:
            self._nest(marker.value.strip("()"), i)
            self.bullets = 0
        number = " ".join([self.top[1], *self.letters]) if self.top[1] else " ".join(self.letters)
        return self._make(item, self.part, self._prefix(), number, len(self.letters))

    def _prefix(self) -> str:
        return ".".join([self.top[0], *(letter.strip("()") for letter in self.letters)])

    def _nest(self, letters: str, i: int) -> None:
        """Put a letter at its level: next to the last one, above it, or below."""
        token = f"({letters})"
        for level in range(len(self.letters), 0, -1):
            last = self.letters[level - 1].strip("()")
            if self._follows(last, letters, i):
                self.letters = [*self.letters[: level - 1], token]
                return
        if letters in {"a", "A"}:
            # Letters stand below numbers, never below letters: a second list begins.
            self.letters = [token]
            return
        if _roman(letters) == 1 or not self.letters:
            self.letters = [*self.letters[:1], token]
            return
        # Out of sequence: a list that lost its beginning; stay at the level of its kind.
        roman = len(self.letters) > 1 and _roman(letters) is not None
        self.letters = [*self.letters[: 1 if roman else 0], token]

    def _follows(self, last: str, letters: str, i: int) -> bool:
        """Whether ``letters`` comes after ``last`` in the same list."""
        as_roman = (_roman(last), _roman(letters))
        roman_next = None not in as_roman and as_roman[1] == (as_roman[0] or 0) + 1
        as_letter = (_ordinal(last), _ordinal(letters))
        letter_next = None not in as_letter and as_letter[1] == (as_letter[0] or 0) + 1
        if letter_next and letters == "i":
            return not self._begins_roman(i)
        if letter_next and roman_next:
            return True
        return roman_next or letter_next

    def _begins_roman(self, i: int) -> bool:
        """Whether the "(i)" at ``i`` opens a roman list: "(ii)" comes before "(j)" does."""
        for item in self.items[i + 1 :]:
            if item.kind != "sub" or not item.found.marker:
                if item.kind in {"operative", "preambular"}:
                    return False
                continue
            value = item.found.marker.value.strip("()")
            if value == "ii":
                return True
            if value == "j":
                return False
        return False

    def _make(self, item: Item, part: Part, name: str, number: str | None, level: int) -> Numbered:
        unique, n = name, 1
        while unique in self.ids:
            n += 1
            unique = f"{name}-{n}"
        self.ids.add(unique)
        return Numbered(item, part, unique, number, level, unique != name and number is not None)


def number_items(items: Sequence[Item]) -> list[Numbered]:
    """Place every paragraph of a draft in its numbering; headings and annexes are left out."""
    return _Numbering(items).run()
