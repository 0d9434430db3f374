"""Days → a picture of them: time runs to the right, each event has a line of its own.

SVG, drawn here, the same for the same days. Shape and colour tell who names a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from counterdraft.charts.look import INK, LINE, PALETTE, SOFT
from counterdraft.charts.svg import line, opened, text
from counterdraft.wording.english import shortened

WIDTH = 800
ROW = 24
_SIDE, _TOP = 40, 92
_LETTER = 6.3  # width of one, about
_MOST_TICKS = 14
_SHAPES = (
    "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z", "m-5.5 -5.5h11v11h-11z", "m0 -7l7 7l-7 7l-7 -7z",
    "m0 -7l7 12h-14z", "m0 7l7 -12h-14z",
)  # fmt: skip


class Day(NamedTuple):
    """An event: its date, ISO 8601 as precise as it is known, its words, and who names it."""

    date: str
    label: str
    whence: str


def days_to_svg(days: Sequence[Day], title: str, description: str) -> str:
    """The picture; every word in it is escaped. ``days`` are in their order, and not empty."""
    numbers = [_number(each.date) for each in days]
    axis = _Axis(min(numbers), max(numbers))
    bottom = _TOP + ROW * len(days) + 8
    kinds = list(dict.fromkeys(each.whence for each in days))
    parts = [
        opened(WIDTH, bottom + 34, title, description),
        text(_SIDE, 30, title, INK, "start", 'font-size="16" font-weight="bold"'),
        *_legend(kinds),
        *axis.ticks(bottom),
    ]
    for row, (day, number) in enumerate(zip(days, numbers, strict=True)):
        parts += _event(day, axis.x(number), _TOP + ROW * row + ROW / 2, kinds.index(day.whence))
    return "\n".join([*parts, "</svg>"]) + "\n"


class _Axis:
    """Days as numbers → places."""

    def __init__(self, first: int, last: int) -> None:
        margin = max((last - first) // 30, 10)
        self._first, self._last = max(first - margin, 1), last + margin

    def x(self, day: int) -> float:
        """How far to the right a day stands."""
        span = self._last - self._first
        return round(_SIDE + (WIDTH - 2 * _SIDE) * (day - self._first) / span, 1)

    def ticks(self, bottom: float) -> Iterator[str]:
        """A line where a year begins, or a month where there are fewer than two of these."""
        years = range(date.fromordinal(self._first).year + 1, date.fromordinal(self._last).year + 1)
        ticks = [(date(year, 1, 1), str(year)) for year in years]
        if len(ticks) < 2:
            ticks = [(each, f"{each:%Y-%m}") for each in self._months()]
        for day, label in ticks[:: 1 + len(ticks) // _MOST_TICKS]:
            x = self.x(day.toordinal())
            yield line(x, _TOP, x, bottom, LINE)
            yield text(x, bottom + 18, label, SOFT, "middle")

    def _months(self) -> Iterator[date]:
        first, last = date.fromordinal(self._first), date.fromordinal(self._last)
        for month in range(first.year * 12 + first.month, last.year * 12 + last.month):
            yield date(month // 12, month % 12 + 1, 1)


def _legend(kinds: Sequence[str]) -> Iterator[str]:
    x: float = _SIDE + 6
    for number, kind in enumerate(kinds):
        yield _mark(x, 58, number)
        yield text(x + 14, 62, kind, SOFT, "start")
        x += 46 + len(kind) * _LETTER


def _event(day: Day, x: float, y: float, kind: int) -> Iterator[str]:
    """A mark, and its words on that side of it where there is more room, cut to that."""
    left, right = x - _SIDE, WIDTH - x - _SIDE
    after = right >= left or len(day.label) * _LETTER < right
    label = shortened(day.label, max(1, int((right if after else left) / _LETTER)))
    yield line(_SIDE, y, WIDTH - _SIDE, y, LINE)
    yield _mark(x, y, kind)
    at, anchor = (x + 12, "start") if after else (x - 12, "end")
    halo = 'stroke="#ffffff" stroke-width="4" paint-order="stroke"'
    yield text(at, y + 4, label, INK, anchor, halo)


def _mark(x: float, y: float, kind: int) -> str:
    shape, colour = _SHAPES[kind % len(_SHAPES)], PALETTE[kind % len(PALETTE)]
    return f'<path d="M{x} {y}{shape}" fill="{colour}"/>'


def _number(iso: str) -> int:
    """The day as a number; of a year or month the first."""
    year, month, day = [*map(int, iso.split("-")), 1, 1][:3]
    return date(year, month, day).toordinal()
