"""The runs of a page → its lines.

In: a :class:`Page`. Out: :class:`Line` values from top to bottom: runs on one baseline,
with the raised and lowered ones that belong to them, parted where a gap is too wide for
a space between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from counterdraft.read.pdf.pages import Page, Run, Upright
from counterdraft.text.markers import match_marker

# All in units of the size of the type.
_SAME_BASELINE, _EXACTLY = 0.25, 0.06
# A space is a fifth wide or more where lines are justified, letters are a seventh apart.
_SPACE = 0.165
# A space that the file itself has is narrower at times; Word writes one beside dashes that has
# no width at all, and stands for nothing.
_ROOM = 0.08
_DASHES = ("-", "\u2010", "\u2011", "\u2013")
_GAP = 2.0
# Between columns the gap is narrower, but stands in many rows at one place.
_COLUMN_GAP = 0.7
_FEWEST_ROWS, _MANY_ROWS = 5, 0.4
_FEW_ROWS, _NEARLY = 3, 0.85
_SMALL = 0.8
# The mark of a note may be larger than other raised letters: a browser's is.
_MARK_SIZE = 0.9
_RAISED, _LOWERED = 0.75, 0.35
_BESIDE = 1.5
_MARK = re.compile(r"[\[(]?[\d*\u2020\u2021]{1,4}[\])]?$|[a-z]$|[\[\]]$")


class Line(Struct, frozen=True, dict=True):
    """A line of a page, or what of it stands apart from the rest.

    ``raised`` are the places among ``runs`` of those that are smaller and higher.
    """

    page: int
    runs: tuple[Run, ...]
    raised: frozenset[int] = frozenset()

    @cached_property
    def text(self) -> str:
        """Its words, raised marks included."""
        return "".join(piece for _, piece in self.pieces()).strip()

    @cached_property
    def plain(self) -> str:
        """Its words without raised marks."""
        return "".join(piece for i, piece in self.pieces() if i not in self.raised).strip()

    def pieces(self) -> Iterator[tuple[int, str]]:
        """Each run's place and its text, with a blank before it where one belongs."""
        for i, run in enumerate(self.runs):
            text = " ".join(run.text.split())
            yield i, (f" {text}" if i and self.spaced(i) else text)

    def spaced(self, i: int) -> bool:
        """Whether a blank stands between run ``i`` and the one before it."""
        run, before = self.runs[i], self.runs[i - 1]
        gap, size = run.left - before.right, max(run.size, before.size)
        if gap > _SPACE * size or not run.spaced or run.order != before.order + 1:
            return gap > _SPACE * size
        dashed = before.text.rstrip().endswith(_DASHES) or run.text.startswith(_DASHES)
        return gap > _ROOM * size or not dashed

    @cached_property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].left

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return max(run.right for run in self.runs)

    @cached_property
    def _full(self) -> list[Run]:
        return [run for i, run in enumerate(self.runs) if i not in self.raised] or list(self.runs)

    @cached_property
    def baseline(self) -> float:
        """The height it is set at."""
        return self._full[0].baseline

    @cached_property
    def size(self) -> float:
        """The size of most of its type."""
        return max(self._full, key=lambda run: len(run.text)).size

    @cached_property
    def bold(self) -> bool:
        """Whether most of it is bold."""
        letters = sum(len(run.text) * (1 if run.bold else -1) for run in self._full)
        return letters > 0

    @cached_property
    def starts_raised(self) -> bool:
        """Whether it begins with a raised mark, as a note does."""
        return 0 in self.raised

    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top, as far as the size of the type tells."""
        low, high = self.baseline - 0.25 * self.size, self.baseline + 0.8 * self.size
        return (round(self.left, 1), round(low, 1), round(self.right, 1), round(high, 1))


def lines_of(page: Page) -> list[Line]:
    """The lines of a page, from top to bottom and from left to right."""
    rows = [(sorted(row, key=_left), raised) for row, raised in _with_small(_rows(page.runs))]
    gutters = _gutters([row for row, _ in rows])
    return [part for row, raised in rows for part in _parted(page, row, raised, gutters)]


def _left(run: Run) -> float:
    return run.left


def _rows(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs by their baseline, from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: -r.baseline):
        row = next((row for row in rows[-1:-4:-1] if _on_one_line(row[0], run)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    return sorted(rows, key=lambda row: -row[0].baseline)


def _on_one_line(one: Run, other: Run) -> bool:
    """Whether two runs are set at one height, or nearly so in type of one size."""
    low, high = sorted((one.size, other.size))
    apart = abs(one.baseline - other.baseline)
    return apart <= (_SAME_BASELINE if low >= _MARK_SIZE * high else _EXACTLY) * low


def _with_small(rows: list[list[Run]]) -> list[tuple[list[Run], frozenset[Run]]]:
    """Put raised and lowered runs into the row they belong to."""
    extra: list[list[Run]] = [[] for _ in rows]
    raised: list[set[Run]] = [set() for _ in rows]
    for i, row in enumerate(rows):
        kept = []
        for run in row:
            home = _home(run, i, rows)
            if home is None:
                kept.append(run)
                continue
            extra[home].append(run)
            if home > i or rows[home] is row:
                raised[home].add(run)
        rows[i] = kept
    found = []
    for row, more, marks in zip(rows, extra, raised, strict=True):
        whole = [*row, *(run for run in more if run not in row)]
        if whole:
            found.append((whole, frozenset(marks)))
    return found


def _home(run: Run, i: int, rows: list[list[Run]]) -> int | None:
    """The row that a small run is raised or lowered in; None where it stands by itself."""
    for j in (i, i + 1, i + 2, i - 1):
        if not 0 <= j < len(rows):
            continue
        for other in rows[j]:
            height = run.baseline - other.baseline
            marked = height > _SAME_BASELINE * other.size and _MARK.match(run.text.strip())
            if other is run or run.size > (_MARK_SIZE if marked else _SMALL) * other.size:
                continue
            if j == i and height < _SAME_BASELINE / 2 * other.size:
                continue  # small, and on the line
            if not -_LOWERED * other.size <= height <= _RAISED * other.size:
                continue
            apart = max(other.left - run.right, run.left - other.right)
            if apart <= _BESIDE * other.size:
                return j
    return None


def _gutters(rows: Sequence[Sequence[Run]]) -> list[float]:
    """Where gaps stand one below the other, as between two columns.

    They do so in many rows, or in a few of those that reach so far, where nearly all others
    end before them.
    """
    gaps = [
        (one.right, other.left)
        for row in rows
        for one, other in pairwise(row)
        if other.left - one.right > _COLUMN_GAP * min(one.size, other.size)
    ]
    found: list[float] = []
    for start, _ in sorted(gaps):
        through = [gap for gap in gaps if gap[0] <= start < gap[1]]
        clear = sum(row[-1].right <= start + 1 for row in rows)
        many = len(through) >= max(_FEWEST_ROWS, _MANY_ROWS * len(rows))
        if not many and (len(through) < _FEW_ROWS or clear + len(through) < _NEARLY * len(rows)):
            continue
        middle = (start + min(end for _, end in through)) / 2
        if not found or middle - found[-1] > _COLUMN_GAP * rows[0][0].size:
            found.append(middle)
    return found


def _parted(
    page: Page, row: list[Run], raised: frozenset[Run], gutters: Sequence[float]
) -> Iterator[Line]:
    """The row in one piece, or in several where something stands apart."""
    start = 0
    for i, (one, other) in enumerate(pairwise(row), 1):
        wide = other.left - one.right > _GAP * min(one.size, other.size)
        divided = any(one.right <= gutter <= other.left for gutter in gutters)
        if _is_ruled_off(page.uprights, one, other) or (
            (wide or divided) and not is_marker(row[start:i])
        ):
            yield _line(page.number, row[start:i], raised)
            start = i
    yield _line(page.number, row[start:], raised)


def _is_ruled_off(uprights: Iterable[Upright], one: Run, other: Run) -> bool:
    """Whether a line is ruled between two runs."""
    if other.left - one.right < _SPACE * one.size:
        return False
    return any(
        one.right - 1 < each.x < other.left + 1 and each.bottom - 1 < one.baseline < each.top + 1
        for each in uprights
    )


def _line(page: int, row: list[Run], raised: frozenset[Run]) -> Line:
    return Line(page, tuple(row), frozenset(i for i, run in enumerate(row) if run in raised))


def is_marker(row: Sequence[Run]) -> bool:
    """Whether runs are no more than a number, a bullet or a note's mark."""
    text = "".join(run.text for run in row).strip()
    if len(text) > 12:
        return False
    found = match_marker(f"{text} X")
    return bool(_MARK.match(text)) or (found is not None and found.end >= len(text) + 1)
