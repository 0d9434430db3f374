"""The lines of a page in the order in which they are read.

In: a page's lines, from top to bottom. Out: the same in reading order, each with the
column that it stands in: whole columns one after another, rows of a table line by line.
Where neither is certain, that is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from counterdraft.read.pdf.lines import Line
from counterdraft.read.pdf.pages import Page, Rule
from counterdraft.read.reflow import TERMINAL

# So few of the lines beside a gutter cross it, and so many stand on either side.
_CROSSING = 0.2
_FEWEST = 3
# Prose fills its column; the cells of a table do not.
_FILLED = 0.6
_GOING_ON = 0.3
_SAME_ROW = 0.4
_WIDE = 2.0
_RULED_ROWS = 3
_PROSE_WORDS = 4
_DOUBTFUL_ROWS = 4


class Placed(NamedTuple):
    """A line in its column; ``row`` numbers what stands side by side, ``alone`` what does not."""

    line: Line
    left: float
    right: float
    column: int
    row: int
    alone: bool


class Ordered(NamedTuple):
    """A page's lines in reading order, and whether that order is in doubt."""

    lines: list[Placed]
    doubtful: bool


def in_reading_order(page: Page, lines: Sequence[Line]) -> Ordered:
    """Order the lines of a page."""
    left = min((line.left for line in lines), default=0.0)
    # A page with little text on it is taken to have margins of one width.
    right = max([page.width - left, *(line.right for line in lines)])
    rows = _rows(lines)
    gutters = [x for x in _gutters(rows) if not _is_ruled_over(page.rules, x, lines)]
    gutters = gutters or _beside_menus(lines)
    if not gutters:
        placed = list(_row_by_row(lines, left, right, 0))
        return Ordered(placed, _is_doubtful(placed))
    edges = [left, *gutters, right]
    found: list[Placed] = []
    for crossing, band in groupby(lines, lambda line: _column_of(line, gutters) is None):
        if crossing:
            found += _row_by_row(list(band), left, right, -1)
            continue
        columns: list[list[Line]] = [[] for _ in range(len(edges) - 1)]
        for line in band:
            columns[_column_of(line, gutters) or 0].append(line)
        for i, column in enumerate(columns):
            found += _row_by_row(column, edges[i], edges[i + 1], i)
    return Ordered(found, _is_doubtful(found))


def _column_of(line: Line, gutters: Sequence[float]) -> int | None:
    """Which column a line stands in; None where it crosses a gutter."""
    for i, gutter in enumerate(gutters):
        if line.left < gutter < line.right:
            return None
        if line.right <= gutter:
            return i
    return len(gutters)


def _row_by_row(lines: Sequence[Line], left: float, right: float, column: int) -> Iterator[Placed]:
    """Lines from top to bottom, those of one row from left to right."""
    for number, row in enumerate(_rows(lines)):
        for line in row:
            yield Placed(line, left, right, column, number, len(row) == 1)


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines that stand side by side, each row from left to right."""
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1][0] if rows else None
        if last and abs(last.baseline - line.baseline) < _SAME_ROW * min(last.size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=_left) for row in rows]


def _left(line: Line) -> float:
    return line.left


def _gutters(rows: Sequence[Sequence[Line]]) -> list[float]:
    """Where gaps, one below the other, part the page into columns of prose."""
    lines = [line for row in rows for line in row]
    # What is set over something else leaves no gap.
    beside = [pair for row in rows for pair in pairwise(row)]
    gaps = [(one.right, other.left) for one, other in beside if one.right < other.left]
    found: list[float] = []
    for start, _ in sorted(gaps):
        if found and start < found[-1]:
            continue
        through = [gap for gap in gaps if gap[0] <= start < gap[1]]
        middle = (start + min(stop for _, stop in through)) / 2
        if len(through) >= _FEWEST and _parts_prose(lines, middle):
            found.append(middle)
    return found


def _beside_menus(lines: Sequence[Line]) -> list[float]:
    """Where no line crosses, and what stands on either side is set at heights of its own.

    So a menu stands beside a text, but not a column of a table beside the next.
    """
    found: list[float] = []
    reach = 0.0
    for line in sorted(lines, key=_left):
        if found or reach:
            gutter = (reach + line.left) / 2
            if line.left - reach > _WIDE * line.size and _stands_beside(lines, gutter):
                found.append(gutter)
        reach = max(reach, line.right)
    return found


def _stands_beside(lines: Sequence[Line], gutter: float) -> bool:
    sides = [[x for x in lines if x.right < gutter], [x for x in lines if x.left > gutter]]
    few, many = sorted(sides, key=len)
    heights = [line.baseline for line in many]
    level = sum(any(abs(line.baseline - h) < 1 for h in heights) for line in few)
    return len(few) > 1 and 2 * level <= len(few)


def _is_ruled_over(rules: Sequence[Rule], gutter: float, lines: Sequence[Line]) -> bool:
    """Whether lines are ruled across a gutter, row below row, as in a table."""
    low, high = (pick(line.baseline for line in lines) for pick in (min, max))
    across = [r for r in rules if r.left < gutter < r.right and low < r.y < high]
    return len(across) >= _RULED_ROWS


def _parts_prose(lines: Sequence[Line], gutter: float) -> bool:
    """Whether on both sides of a strip, at the same heights, lines of prose fill their column."""
    before = [line for line in lines if line.right <= gutter]
    after = [line for line in lines if line.left >= gutter]
    if len(before) < _FEWEST or len(after) < _FEWEST:
        return False
    low = max(min(line.baseline for line in before), min(line.baseline for line in after))
    high = min(max(line.baseline for line in before), max(line.baseline for line in after))
    beside = [[line for line in side if low <= line.baseline <= high] for side in (before, after)]
    across = [line for line in lines if line.left < gutter < line.right]
    crossing = sum(low <= line.baseline <= high for line in across)
    return crossing <= _CROSSING * sum(map(len, beside)) and all(
        len(side) >= _FEWEST and _is_prose(side) for side in beside
    )


def _is_prose(lines: Sequence[Line]) -> bool:
    width = max(line.right for line in lines) - min(line.left for line in lines)
    filled = sum(line.right - line.left > _FILLED * width for line in lines)
    words = sum(len(line.text.split()) for line in lines)
    on = sum(
        (other.text[:1].islower() or other.text[:1].isdecimal()) and not TERMINAL.search(one.plain)
        for one, other in pairwise(lines)
    )
    return (
        filled > _FILLED * len(lines)
        and words >= _PROSE_WORDS * len(lines)
        and on >= _GOING_ON * (len(lines) - 1)
    )


def _is_doubtful(placed: Sequence[Placed]) -> bool:
    """Whether prose stands beside prose, in rows that could not be parted into columns."""
    wordy: dict[tuple[int, int], int] = {}
    for each in placed:
        if not each.alone and len(each.line.text.split()) >= _PROSE_WORDS:
            key = (each.column, each.row)
            wordy[key] = wordy.get(key, 0) + 1
    return sum(count > 1 for count in wordy.values()) >= _DOUBTFUL_ROWS
