"""How wide the columns of a table on paper are: so that the table is as low as it can be.

Every column has the room of its longest word and, where the short cells of all columns leave enough
for the long ones, of those: no date is broken. All else is given where it saves most lines: a row
is as high as the highest of its cells, so a column of long cells gets the room of columns that
would stand half empty beside it. Lines are estimated by characters. Of two divisions of the same
height that with fewer lines in all cells is taken, and of these that nearest to what most cells of
each column want. Widths are parts of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from math import ceil
from typing import NamedTuple

from counterdraft.brief.paper import Cell, Group

GAP = 2  # the space between columns
STEP = 2  # a level of indentation
LINE = 240  # a column of running text wants no more
WORD = 22  # a word that takes more is broken
SHORT = 17  # a cell of no more characters is not: "17 September 2026"
ENOUGH = 0.6  # of the whole, which the short cells of all columns may take
# Letters against the average of running text, in fonts with serifs; most are as LETTER.
LETTER, WIDE, CAPITAL, NARROW = 1.15, 2.0, 1.5, 0.75
_WIDE, _NARROW = frozenset("mwMW@%"), frozenset("fijlrtI.,;:!'()[]/-\u00a0\u2019\u201c\u201d")
MOST = 0.9  # so many of the cells are to stand on one line, if that is no more than LINE
RAGGED = 3  # of a line broken between words so much stays empty
BESIDE = 0.05  # what a line counts that makes its row no higher
ROWS = 200  # of more rows so many are measured, evenly drawn
MOVES = (16, 8, 4, 2, 1)  # how much is moved from column to column at a time


class _Column(NamedTuple):
    """The room that its longest word needs, what most of its cells want, and its rows' cells.

    ``whole`` is what it needs for no short cell to be broken, nor its title if that is short. A
    cell is the length of each of its statements.
    """

    need: int
    whole: int
    want: int
    cells: tuple[tuple[int, ...], ...]


def widths(columns: Sequence[str], groups: Sequence[Group], across: int) -> tuple[float, ...]:
    """A part of the whole for each column, to a thousandth.

    ``across`` is how many characters stand side by side in the whole table.
    """
    measured = [_column(title, groups, index) for index, title in enumerate(columns)]
    unbroken = [each._replace(need=each.whole) for each in measured]
    if sum(each.need for each in unbroken) <= ENOUGH * across:
        measured = unbroken
    given = _as_wanted(measured, across)
    if sum(given) == across:
        given = _lowest(measured, given)
    return tuple(round(each / sum(given), 3) for each in given)


def _column(title: str, groups: Sequence[Group], index: int) -> _Column:
    cells = list(_cells(groups, index))
    words = [title, *(text for cell in cells for text in cell)]
    need = ceil(max(map(_longest_word, words)))
    whole = ceil(max([need, *(_room(text) for text in words if len(text) <= SHORT)]))
    lengths = sorted(len(text) for cell in cells for text in cell)
    usual = lengths[ceil(MOST * (len(lengths) - 1))] if lengths else 0
    drawn = cells[:: ceil(len(cells) / ROWS) or 1]
    measured = tuple(tuple(map(len, cell)) for cell in drawn)
    want = max(whole, min(usual, LINE))
    return _Column(need + GAP, whole + GAP, want + GAP, measured)


def _cells(groups: Sequence[Group], index: int) -> Iterator[list[str]]:
    """Each row's statements in a column, with their references; the first column is indented."""
    for group in groups:
        for row in group.rows:
            indent = "\u00a0" * (STEP * row.level if index == 0 else 0)
            yield [indent + text for text in _texts(row.cells[index])]


def _texts(cell: Cell) -> Iterator[str]:
    for said in cell:
        yield " ".join(text for text in (said.text, *(ref.label for ref in said.refs)) if text)


def _longest_word(text: str) -> float:
    return min(WORD, max(map(_room, re.split("(?<=-)| ", text))))


def _room(word: str) -> float:
    return sum(map(_letter, word))


def _letter(char: str) -> float:
    if char in _WIDE:
        return WIDE
    if char in _NARROW:
        return NARROW
    return CAPITAL if char.isupper() else LETTER


def _as_wanted(columns: Sequence[_Column], across: int) -> list[int]:
    """What each needs, and of the rest a part by how much more it wants."""
    needs = [each.need for each in columns]
    wants = [each.want - each.need + 1 for each in columns]
    left = max(0, across - sum(needs))
    given = [need + left * want // sum(wants) for need, want in zip(needs, wants, strict=True)]
    widest = max(range(len(given)), key=given.__getitem__)
    given[widest] += max(0, across - sum(given))
    return given


def _lowest(columns: Sequence[_Column], given: Sequence[int]) -> list[int]:
    """The widths from which no move from one column to another makes the table lower."""
    heights = _Heights(columns)
    best, height = list(given), heights.of(given)
    pairs = list(permutations(range(len(columns)), 2))
    for move in MOVES:
        moved = True
        while moved:
            moved = False
            for one, other in pairs:
                tried = list(best)
                tried[one] -= move
                tried[other] += move
                if tried[one] >= columns[one].need and (now := heights.of(tried)) < height - 1e-9:
                    best, height, moved = tried, now, True
    return best


class _Heights:
    """How high a table is by its columns' widths; a column of one width is measured once."""

    def __init__(self, columns: Sequence[_Column]) -> None:
        self._columns = columns
        self._known: dict[tuple[int, int], list[float]] = {}

    def of(self, given: Sequence[int]) -> float:
        by_column = [self._column(index, width) for index, width in enumerate(given)]
        highest = sum(map(max, zip(*by_column, strict=True))) if len(given) > 1 else 0.0
        return highest + BESIDE * sum(map(sum, by_column))

    def _column(self, index: int, width: int) -> list[float]:
        key = (index, width)
        if key not in self._known:
            cells = self._columns[index].cells
            self._known[key] = [sum(_lines(each, width - GAP) for each in cell) for cell in cells]
        return self._known[key]


def _lines(length: int, room: int) -> float:
    """How many lines so many characters take, on average, where they are broken between words."""
    return 1.0 if length <= room else length / max(1, room - RAGGED) + 0.5
