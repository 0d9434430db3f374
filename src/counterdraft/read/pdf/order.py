"""The lines of a page in the order in which they are read.

In: a page's lines, from top to bottom. Out: the same in reading order, each with the
column that it stands in: whole columns one after another, rows of a table line by line.
Where neither is certain, that is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from counterdraft.read.pdf.lines import Line

# A gutter is at least so wide, in units of the type, and so few of the lines cross it.
_GUTTER = 0.8
_CROSSING = 0.2
_FEWEST = 5
# Prose fills its column; the cells of a table do not.
_FILLED = 0.6
_STEP = 2.0
_SAME_ROW = 0.4
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


def in_reading_order(lines: Sequence[Line], left: float, right: float) -> Ordered:
    """Order a page's lines, whose text reaches from ``left`` to ``right``."""
    gutters = _gutters(lines, left, right)
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
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1][0] if rows else None
        if last and abs(last.baseline - line.baseline) < _SAME_ROW * min(last.size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    for number, row in enumerate(rows):
        for line in sorted(row, key=_left):
            yield Placed(line, left, right, column, number, len(row) == 1)


def _left(line: Line) -> float:
    return line.left


def _gutters(lines: Sequence[Line], left: float, right: float) -> list[float]:
    """Where blank strips part the page into columns of prose."""
    if len(lines) < 2 * _FEWEST:
        return []
    size = sorted(line.size for line in lines)[len(lines) // 2]
    found: list[float] = []
    for start, stop in _strips(lines, left, right):
        middle = (start + stop) / 2
        if stop - start >= _GUTTER * size and _parts_prose(lines, middle):
            found.append(middle)
    return found


def _strips(lines: Sequence[Line], left: float, right: float) -> Iterator[tuple[float, float]]:
    """Upright strips inside the page's text that few of its lines cross."""
    count = max(1, int((right - left) / _STEP))
    covered = [0] * (count + 1)
    for line in lines:
        first = max(0, int((line.left - left) / _STEP))
        last = min(count, int((line.right - left) / _STEP))
        for i in range(first, last + 1):
            covered[i] += 1
    most = _CROSSING * max(covered)
    start: int | None = None
    for i, n in enumerate(covered):
        if n <= most:
            start = i if start is None else start
        elif start is not None:
            if start > 0:
                yield left + start * _STEP, left + i * _STEP
            start = None


def _parts_prose(lines: Sequence[Line], gutter: float) -> bool:
    """Whether on both sides of a strip, at the same heights, lines of prose fill their column."""
    before = [line for line in lines if line.right <= gutter]
    after = [line for line in lines if line.left >= gutter]
    if len(before) < _FEWEST or len(after) < _FEWEST:
        return False
    low = max(min(line.baseline for line in before), min(line.baseline for line in after))
    high = min(max(line.baseline for line in before), max(line.baseline for line in after))
    beside = [[line for line in side if low <= line.baseline <= high] for side in (before, after)]
    return all(len(side) >= _FEWEST and _is_prose(side) for side in beside)


def _is_prose(lines: Sequence[Line]) -> bool:
    width = max(line.right for line in lines) - min(line.left for line in lines)
    filled = sum(line.right - line.left > _FILLED * width for line in lines)
    words = sum(len(line.text.split()) for line in lines)
    return filled > _FILLED * len(lines) and words >= _PROSE_WORDS * len(lines)


def _is_doubtful(placed: Sequence[Placed]) -> bool:
    """Whether prose stands beside prose, in rows that could not be parted into columns."""
    wordy: dict[tuple[int, int], int] = {}
    for each in placed:
        if not each.alone and len(each.line.text.split()) >= _PROSE_WORDS:
            key = (each.column, each.row)
            wordy[key] = wordy.get(key, 0) + 1
    return sum(count > 1 for count in wordy.values()) >= _DOUBTFUL_ROWS
