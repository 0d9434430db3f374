"""Days → a picture of them: time runs to the right, each event has a line of its own.

SVG, drawn here, the same for the same days. Shape and colour tell who names a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from counterdraft.charts.look import INK, LINE, PALETTE, SOFT
from counterdraft.charts.svg import line, opened, text, width_of
from counterdraft.wording.english import shortened

WIDTH = 800
ROW = 24
MOST = 36
"""So many rows, as wide as the text of a page, are as high as one, with a heading above."""
_SIDE, _TOP = 40, 70  # above the first row, but for what the legend has in lines
_LEGEND, _SIZE = 22, 12  # the height of a line of it, and of letters
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


def days_to_svg(
    days: Sequence[Day], title: str, description: str, kinds: Sequence[str] | None = None
) -> str:
    """The picture; every word in it is escaped. ``days`` are in their order, and not empty.

    ``kinds`` are all who name days, where this is one picture of several that look alike.
    """
    numbers = [_number(each.date) for each in days]
    axis = _Axis(min(numbers), max(numbers))
    kinds = list(dict.fromkeys(each.whence for each in days)) if kinds is None else kinds
    legend = list(_legend(kinds))
    top = _TOP + _LEGEND * len(legend)
    bottom = top + ROW * len(days) + 8
    parts = [
        opened(WIDTH, bottom + 34, title, description),
        text(_SIDE, 30, title, INK, "start", 'font-size="16" font-weight="bold"'),
        *(part for row in legend for part in row),
        *axis.ticks(top, bottom),
    ]
    for row, (day, number) in enumerate(zip(days, numbers, strict=True)):
        parts += _event(day, axis.x(number), top + ROW * row + ROW / 2, kinds.index(day.whence))
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

    def ticks(self, top: float, bottom: float) -> Iterator[str]:
        """A line where a year begins; where there are fewer than two, a month, else a Monday."""
        years = range(date.fromordinal(self._first).year + 1, date.fromordinal(self._last).year + 1)
        ticks = [(date(year, 1, 1), str(year)) for year in years]
        if len(ticks) < 2:
            ticks = [(each, f"{each:%Y-%m}") for each in self._months()]
        if len(ticks) < 2:
            ticks = [(each, each.isoformat()) for each in self._mondays()]
        for day, label in ticks[:: 1 + len(ticks) // _MOST_TICKS]:
            x = self.x(day.toordinal())
            yield line(x, top, x, bottom, LINE)
            yield text(x, bottom + 18, label, SOFT, "middle")

    def _mondays(self) -> Iterator[date]:
        first = date.fromordinal(self._first)
        day = first + timedelta(days=-first.weekday() % 7)
        while day.toordinal() <= self._last:
            yield day
            day += timedelta(days=7)

    def _months(self) -> Iterator[date]:
        first, last = date.fromordinal(self._first), date.fromordinal(self._last)
        for month in range(first.year * 12 + first.month, last.year * 12 + last.month):
            yield date(month // 12, month % 12 + 1, 1)


def _legend(kinds: Sequence[str]) -> Iterator[list[str]]:
    """What each mark stands for, in as many lines as that needs."""
    row: list[str] = []
    x, y = float(_SIDE + 6), 58.0
    for number, kind in enumerate(kinds):
        room = WIDTH - 2 * _SIDE - 20
        said = shortened(kind, int(room / _LETTER))
        wide = width_of(said, _SIZE) + 14
        if row and x + wide > WIDTH - _SIDE:
            yield row
            row, x, y = [], float(_SIDE + 6), y + _LEGEND
        row += [_mark(round(x, 1), y, number), text(round(x + 14, 1), y + 4, said, SOFT, "start")]
        x += wide + 32
    if row:
        yield row


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
