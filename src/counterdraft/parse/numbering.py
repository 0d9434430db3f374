"""Printed numbers → paths and ids.

In: a draft's items in order. Out: for each paragraph its part, the path of its number
("2", "(a)", "(i)"), its level and its id. A letter that may be a roman number ("(i)"
after "(h)") is settled by what comes before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from counterdraft.model import Part
from counterdraft.parse.walked import Item
from counterdraft.text.markers import Marker
from counterdraft.text.ordinals import alphabetical, roman

_NOT_OF_NUMBERS = re.compile(r"[^0-9A-Za-z]")
_AFTER_DIGITS = re.compile(r"\D.*")


class Numbered(Struct, frozen=True, gc=False):
    """An item with its place in the numbering; ``number`` is None where none is printed."""

    item: Item
    part: Part
    id: str
    number: str | None
    level: int
    repeated: bool = False


def _printed(item: Item) -> str | None:
    """The number that a paragraph of the operative part prints, without what is below it."""
    block, marker = item.found.block, item.found.marker
    if block.role and block.number:
        top = _NOT_OF_NUMBERS.sub("", block.number[0])
        return top if top[:1].isdigit() and block.role == "operative" else None
    if marker is None or item.kind not in {"operative", "sub"}:
        return None
    # "1." below "A. Urges … through:" is a point's.
    counted = marker.kind == "label" or (marker.kind == "number" and item.kind == "operative")
    return marker.value if counted else None


class _Numbering:
    """The state of the count through one draft."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.ids: set[str] = set()
        self.numbers: set[tuple[Part, str]] = set()
        self.printed = {f"op{number}" for number in map(_printed, items) if number}
        self.preambular = 0
        self.operative = 0
        self.top: tuple[str, str | None] = ("", None)
        self.part: Part = "preambular"
        self.letters: list[str] = []
        self.bullets = 0
        self.capitals: list[str] = []

    def run(self) -> list[Numbered]:
        return [
            self._place(i, item)
            for i, item in enumerate(self.items)
            if item.kind in {"preambular", "operative", "sub", "loose"}
        ]

    def _place(self, i: int, item: Item) -> Numbered:
        if item.kind == "preambular" and not (item.found.block.role and item.found.block.level):
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
        marker, declared = item.found.marker, item.found.block.number
        number = str(self.preambular)
        if marker and marker.kind == "label":
            number = marker.value
        elif item.found.block.role and declared and declared[0][:1].isdecimal():
            number = declared[0]
        self.preambular = int(_AFTER_DIGITS.sub("", number))
        self.top = (f"pp{number}", number)
        return self._make(item, "preambular", f"pp{number}", number, 0)

    def _top_operative(self, item: Item) -> Numbered:
        self.part, self.letters, self.bullets = "operative", [], 0
        marker = item.found.marker
        number = marker.value if marker and marker.kind in {"number", "label"} else None
        if number:
            self.operative = int(_AFTER_DIGITS.sub("", number) or self.operative + 1)
        self.top = (f"op{number}" if number else self._uncounted(), number)
        placed = self._make(item, "operative", self.top[0], number, 0)
        again = marker is not None and self._is_again(marker)
        return replace(placed, repeated=True) if again else placed

    def _is_again(self, marker: Marker) -> bool:
        """Whether a capital or a roman number that counts an act stood before it already.

        With "A" and "I" another list begins.
        """
        if marker.kind != "bullet" or not marker.value.isupper():
            return False
        again = marker.value in self.capitals
        self.capitals = [*([] if marker.value in {"A", "I"} else self.capitals), marker.value]
        return again and marker.value not in {"A", "I"}

    def _uncounted(self) -> str:
        """The id of a paragraph without a number: the number it would have, where it is nobody's.

        Else the one before it, and its place behind that: "op19+1".
        """
        name = f"op{self.operative + 1}"
        if name not in self.printed and name not in self.ids:
            self.operative += 1
            return name
        names = (f"op{self.operative}+{n}" for n in count(1))
        return next(name for name in names if name not in self.ids)

    def _declared(self, i: int, item: Item) -> Numbered:
        """A number path that the source's own markup gives; its number is kept as it is there."""
        block = item.found.block
        tokens = [_NOT_OF_NUMBERS.sub("", token) for token in block.number]
        printed = [token for token in block.number if token]
        self.part = "operative" if block.role == "operative" else self.part
        if self._is_above(item, tokens):
            self._begin(tokens[-1], printed[-1])
            return self._make(item, self.part, self.top[0], printed[-1], 0)
        if tokens[0][:1].isdigit():
            self._begin(tokens.pop(0), printed[0])
        elif self.part == "preambular" and self.top[1]:
            printed = [self.top[1], *printed]
        bullet = bool(tokens) and not tokens[-1]
        level = max(len(block.number) - 1, block.level)
        if len(tokens) == 1 and not bullet and not level and self.top[0]:
            # A letter that the markup left beside its paragraph instead of below it.
            self._nest(tokens[0], i)
            return self._make(item, self.part, self._prefix(), printed[-1], len(self.letters))
        self._stand_at([token for token in tokens if token])
        number = " ".join(printed) if block.number[-1] else None
        if not bullet:
            self.bullets = 0
            return self._make(item, self.part, self._prefix(), number, level)
        self.bullets += 1
        return self._make(item, self.part, f"{self._prefix()}.{self.bullets}", number, level)

    def _is_above(self, item: Item, tokens: Sequence[str]) -> bool:
        """Whether the markup nests a paragraph too deep whose number goes on with the paragraphs.

        "4. Decides …" below 3 (g) (iii): 4 follows 3, and no point with the number 3.
        """
        number, found = tokens[-1], item.found
        if self.part != "operative" or len(tokens) < 2 or not number.isdecimal():
            return False
        slanted = found.block.italics[:1]  # as the verb of an act is set
        if int(number) != self.operative + 1 or not slanted or slanted[0].start > found.start:
            return False
        path = [*(() if tokens[0][:1].isdigit() else (self.top[0],)), *tokens]
        beside = self.letters[len(path) - 2 : len(path) - 1]
        return beside != [f"({int(number) - 1})"] and number != "1"

    def _begin(self, token: str, printed: str) -> None:
        """Stand at the numbered paragraph ``token``."""
        self.top, self.letters = (f"op{token}", printed), []
        self.operative = int(_AFTER_DIGITS.sub("", token))

    def _stand_at(self, letters: list[str]) -> None:
        """Stand at the point to which ``letters`` lead from the paragraph begun last."""
        if not self.top[0] and letters:
            self.top = (f"op{letters.pop(0)}", None)
        path = [f"({letter})" for letter in letters]
        # Below a letter that the markup left beside its paragraph, paths begin with it.
        known = self.letters.index(path[0]) if path and path[0] in self.letters else 0
        self.letters = [*self.letters[:known], *path]

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
        if letters in {"a", "A"} and self.letters[-1:] and self.letters[-1][1:-1].isdecimal():
            # Below a number that is itself a point's, under an act with a capital.
            self.letters = [*self.letters, token]
            return
        if letters in {"a", "A"}:
            # Letters stand below numbers, never below letters: a second list begins.
            self.letters = [token]
            return
        if roman(letters) == 1 or not self.letters:
            self.letters = [*self.letters[:1], token]
            return
        # Out of sequence: a list that lost its beginning; stay at the level of its kind.
        in_roman = len(self.letters) > 1 and roman(letters) is not None
        self.letters = [*self.letters[: 1 if in_roman else 0], token]

    def _follows(self, last: str, letters: str, i: int) -> bool:
        """Whether ``letters`` comes after ``last`` in the same list."""
        as_roman = (roman(last), roman(letters))
        roman_next = None not in as_roman and as_roman[1] == (as_roman[0] or 0) + 1
        as_letter = (alphabetical(last), alphabetical(letters))
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
        repeated = unique != name and (part, number) in self.numbers
        if number:
            self.numbers.add((part, number))
        return Numbered(item, part, unique, number, level, repeated)


def number_items(items: Sequence[Item]) -> list[Numbered]:
    """Place every paragraph of a draft in its numbering; headings and annexes are left out."""
    return _Numbering(items).run()
