"""The timeline of a clause → where everything stands in its picture, in pixels.

Time runs to the right; each wording has a lane of its own, the earlier the higher, and what has
not the clause the last one. Labels that would cover each other stand at different levels.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from counterdraft.model import Step, Timeline
from counterdraft.trace.told_timeline import with_before

WIDTH = 1080
LEVEL = 30  # height of a label
_SIDE, _TOP = 90, 100
_UNDATED = 130  # from the last text with a date to one without
_ABOVE, _BELOW = 34, 26  # of a lane's line, to its top and bottom
_LABEL = 112  # width
_MOST_TICKS = 20
_MARGIN = 30  # days at least before the earliest text and after the latest


class Mark(NamedTuple):
    """A step, the last before it that has the clause, and where it stands.

    ``place`` is its place among the steps, ``level`` that of its label, from 0 downwards.
    """

    place: int
    step: Step
    before: Step | None
    x: float
    y: float
    level: int


class Lane(NamedTuple):
    """The marks of one wording; of None those of the texts without the clause."""

    wording: int | None
    y: float
    marks: tuple[Mark, ...]


class Tick(NamedTuple):
    """Where a year begins."""

    year: int
    x: float


class Picture(NamedTuple):
    """Lanes from the top, ticks from the left, and how far down they go."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    top: float
    bottom: float

    def in_time(self) -> list[Mark]:
        """All marks, in the order of the steps."""
        return sorted(
            (mark for lane in self.lanes for mark in lane.marks), key=lambda mark: mark.place
        )


def picture_of(timeline: Timeline) -> Picture:
    """Where the timeline's steps stand."""
    axis = _Axis(timeline.steps)
    steps = list(enumerate(with_before(timeline)))
    lanes: list[Lane] = []
    top: float = _TOP
    for wording in sorted({s.wording for s in timeline.steps}, key=lambda w: (w is None, w)):
        y = top + _ABOVE
        marks = _marks([each for each in steps if each[1][0].wording == wording], axis, y)
        lanes.append(Lane(wording, y, marks))
        top = y + _BELOW + LEVEL * (1 + max(mark.level for mark in marks))
    return Picture(tuple(lanes), axis.ticks(), _TOP - 8, top + 8)


class _Axis:
    """Days → places; a text without a day stands at the right end."""

    def __init__(self, steps: Sequence[Step]) -> None:
        days = [day for step in steps if (day := _day(step)) is not None]
        earliest, latest = (min(days), max(days)) if days else (0, 0)
        margin = max((latest - earliest) // 40, _MARGIN)
        self._first, self._last = max(earliest - margin, 1), latest + margin
        self._days = len(days)
        self._width = WIDTH - 2 * _SIDE - (_UNDATED if len(days) < len(steps) else 0)

    def x(self, step: Step) -> float:
        day = _day(step)
        return float(WIDTH - _SIDE) if day is None else self._x(day)

    def _x(self, day: int) -> float:
        return round(_SIDE + self._width * (day - self._first) / (self._last - self._first), 1)

    def ticks(self) -> tuple[Tick, ...]:
        if not self._days:
            return ()
        years = range(_year(self._first) + 1, _year(self._last) + 1)
        some = years[:: 1 + len(years) // _MOST_TICKS]
        return tuple(Tick(year, self._x(date(year, 1, 1).toordinal())) for year in some)


def _year(day: int) -> int:
    return date.fromordinal(day).year


def _day(step: Step) -> int | None:
    """The day of a text as a number; of a year or month the first; None where there is none."""
    try:
        year, month, day = [*map(int, (step.date or "").split("-")), 1, 1][:3]
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def _marks(
    steps: Sequence[tuple[int, tuple[Step, Step | None]]], axis: _Axis, y: float
) -> tuple[Mark, ...]:
    """The marks of a lane, each label at the highest level where there is room."""
    ends: list[float] = []
    marks = []
    for place, (step, before) in steps:
        x = axis.x(step)
        level = next((n for n, end in enumerate(ends) if end <= x - _LABEL / 2), len(ends))
        ends[level : level + 1] = [x + _LABEL / 2]
        marks.append(Mark(place, step, before, x, y, level))
    return tuple(marks)
