"""Numbers that stand in a column of their own, beside the middle of what they number.

In: the lines of a page, from top to bottom. Out: the same, each such number at the head
of the lines it belongs to. So a table sets them whose cells are centred from top to
bottom, as a browser does by default.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from counterdraft.read.pdf.lines import Line, is_marker

# In units of the type.
_APART = 0.1
_NEAR = 0.7
_SAME_LEFT = 0.5
_SAME_CELL = 1.5
# A number may be set in several runs: a bracket, a letter, a bracket.
_LONGEST = 4


def with_numbers_first(lines: Sequence[Line]) -> list[Line]:
    """The lines with each number where the lines begin that it stands beside."""
    numbered = {i for i, line in enumerate(lines) if _number_of(line) is not None}
    if not numbered:
        return list(lines)
    found: list[Line] = []
    for cell in _cells(lines, numbered):
        found += _headed(cell)
    return found


def _number_of(line: Line) -> Line | None:
    """The number that a line begins with, or is; None where it is not set apart."""
    end = _end_of_number(line)
    return None if end is None else Line(line.page, line.runs[:end])


def _end_of_number(line: Line) -> int | None:
    """How many of a line's runs are a number that stands apart from the rest."""
    for end in range(1, min(_LONGEST, len(line.runs)) + 1):
        last = line.runs[end - 1]
        if end < len(line.runs) and line.runs[end].left - last.right < _APART * last.size:
            continue
        return end if is_marker(line.runs[:end]) else None
    return None


def _words_of(line: Line) -> Line | None:
    """What stands behind a line's number."""
    end = _end_of_number(line) or 0
    if end == len(line.runs):
        return None
    return Line(line.page, line.runs[end:], frozenset(i - end for i in line.raised if i >= end))


def _cells(lines: Sequence[Line], numbered: set[int]) -> list[list[Line]]:
    """Lines that follow each other at one distance from one left edge, numbers aside."""
    cells: list[list[Line]] = []
    for i, line in enumerate(lines):
        words = _words_of(line) if i in numbered else line
        last = cells[-1] if cells else None
        if last is None or not _same_cell(last, line, words):
            cells.append([line])
        else:
            last.append(line)
    return cells


def _same_cell(cell: Sequence[Line], line: Line, words: Line | None) -> bool:
    last = _last_words(cell)
    if last is None or last.page != line.page:
        return False
    if words is None:  # a number alone: between two lines, or below the only one
        return last.baseline - line.baseline < _SAME_CELL * line.size and line.right < last.left
    close = last.baseline - words.baseline < _SAME_CELL * words.size
    return close and abs(last.left - words.left) < _SAME_LEFT * words.size


def _last_words(cell: Sequence[Line]) -> Line | None:
    for line in reversed(cell):
        words = _words_of(line) if _number_of(line) is not None else line
        if words is not None:
            return words
    return None


def _headed(cell: list[Line]) -> list[Line]:
    """A cell with its number at the head, where it has one and that stands at its middle."""
    places = [i for i, line in enumerate(cell) if _number_of(line) is not None]
    if len(places) != 1 or places[0] == 0:
        return cell
    number = _number_of(cell[places[0]])
    rest = [
        each
        for i, line in enumerate(cell)
        if (each := _words_of(line) if i == places[0] else line) is not None
    ]
    if number is None or not rest or any(a.baseline <= b.baseline for a, b in pairwise(rest)):
        return cell
    middle = (rest[0].baseline + rest[-1].baseline) / 2
    if abs(middle - number.baseline) > _NEAR * number.size or number.right > rest[0].left:
        return cell
    first = rest[0]
    moved = tuple(run._replace(baseline=first.baseline) for run in number.runs)
    raised = frozenset(i + len(moved) for i in first.raised)
    return [Line(first.page, (*moved, *first.runs), raised), *rest[1:]]
