"""Shares of a whole → a picture: a bar for each place, its parts one upon the other.

SVG, drawn here, the same for the same shares: it takes a millisecond where a converter takes half a
second to start. What is known to be whole, and no more, is an empty bar with words in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.charts.look import AXIS, INK, LINE, SOFT
from counterdraft.charts.svg import BOLD, box, line, opened, text, turned, width_of

WIDTH, HEIGHT = 760, 300  # of the bars
_LEFT, _TOP, _FOOT = 60, 45, 62
_MARGIN = 5.3
_EMPTY = "#8a8a8a"
_WITHIN, _BESIDE = 0.12, 0.1  # of a bar's step: between bars, and before the first
_UPRIGHT = 34  # a narrower step has its label turned
_SIZE = 12  # of the words, in pixels; a title's is 16


class Side(NamedTuple):
    """A kind of part: what it is called, its colour, and that of numbers on it."""

    name: str
    colour: str
    ink: str


class Part(NamedTuple):
    """A part of a bar: from where to where, of 1, and what is written in it."""

    place: str
    side: str
    low: float
    high: float
    shown: str


class Empty(NamedTuple):
    """A bar without parts, and what is written in it; dashed where that is inferred."""

    place: str
    said: str
    dashed: bool


class Shares(NamedTuple):
    """What is drawn: all places in their order, the sides in theirs, and the name of the axis."""

    places: Sequence[str]
    sides: Sequence[Side]
    parts: Sequence[Part]
    empty: Sequence[Empty]
    axis: str


def shares_to_svg(
    shares: Shares, title: str, subtitle: str, name: str, description: str, *, numbers: bool
) -> str:
    """The picture, headed by ``title`` and ``subtitle``; ``numbers``: the parts have theirs."""
    steps = _Steps(list(dict.fromkeys(shares.places)))
    deep = _TOP + HEIGHT + steps.depth
    parts = [
        opened(_width(title), deep + _FOOT - _TOP, name, description),
        text(_MARGIN, 18, title, INK, "start", 'font-size="16" font-weight="bold"'),
        text(_MARGIN, 33, subtitle, SOFT, "start"),
        *_grid(), *steps.labels(), *_scale(shares.axis),
        *(_part(each, shares.sides, steps) for each in shares.parts),
_half(),
        *(drawn for each in shares.empty for drawn in _empty(each, steps)),
        *(_numbers(shares, steps) if numbers else ()),
        *_legend(shares.sides, deep),
        "</svg>",
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


class _Steps:
    """Places → where they lie, and their labels below them."""

    def __init__(self, places: Sequence[str]) -> None:
        self._step = WIDTH / (len(places) - _WITHIN + 2 * _BESIDE)
        self.width = self._step * (1 - _WITHIN)
        first = _LEFT + self._step * _BESIDE
        self._left = {place: first + n * self._step for n, place in enumerate(places)}
        self._turned = WIDTH / len(places) < _UPRIGHT
        longest = max(width_of(place, _SIZE) for place in places)
        self.depth = 18 + (round(longest + 2.5) if self._turned else 13)
        self._shown = self._with_room(places)

    def left(self, place: str) -> float:
        return self._left[place]

    def middle(self, place: str) -> float:
        return self._left[place] + self.width / 2

    def labels(self) -> Iterator[str]:
        """The labels, turned where steps are narrow, and the line that they stand below."""
        for place in self._shown:
            x, y = self.middle(place), _TOP + HEIGHT
            if self._turned:
                yield text(x, y + 2.5, place, INK, "end", turned(270, x, y + 2.5, 4))
            else:
                yield text(x, y + 11.5, place, INK, "middle")
        bottom = _TOP + HEIGHT + 0.5
        yield line(_LEFT + 0.5, bottom, _LEFT + WIDTH + 0.5, bottom, AXIS)

    def _with_room(self, places: Sequence[str]) -> Sequence[str]:
        """All labels, or every second, or fourth, so that none lies upon another."""
        while len(places) > 2 and self._crowded(places):
            places = places[::2]
        return places

    def _crowded(self, places: Sequence[str]) -> bool:
        halves = [6.0 if self._turned else width_of(place, _SIZE) / 2 for place in places]
        middles = [self.middle(place) for place in places]
        return any(
            middles[n] + halves[n] > middles[n + 1] - halves[n + 1] for n in range(len(places) - 1)
        )


def _width(title: str) -> float:
    """How wide the picture is: as its bars are, or its title."""
    return max(_LEFT + WIDTH + 6, round(width_of(title, 16) * BOLD) + 2 * _MARGIN)


def _grid() -> Iterator[str]:
    for quarter in range(5):
        y = _TOP + HEIGHT * (1 - quarter / 4) + 0.5
        yield line(_LEFT + 0.5, y, _LEFT + WIDTH + 0.5, y, LINE)


def _scale(axis: str) -> Iterator[str]:
    """The axis on the left, in quarters, and its name along it."""
    for quarter in range(5):
        y = _TOP + HEIGHT * (1 - quarter / 4)
        yield line(_LEFT - 4.5, y + 0.5, _LEFT + 0.5, y + 0.5, AXIS)
        yield text(_LEFT - 6.5, y + 4.5, f"{25 * quarter}%", INK, "end")
    yield line(_LEFT + 0.5, _TOP + 0.5, _LEFT + 0.5, _TOP + HEIGHT + 0.5, AXIS)
    middle = _TOP + HEIGHT / 2 + 0.5
    yield text(15.8, middle, axis, SOFT, "middle", turned(270, 15.8, middle))


def _part(part: Part, sides: Sequence[Side], steps: _Steps) -> str:
    colour = next(side.colour for side in sides if side.name == part.side)
    y, high = _TOP + HEIGHT * (1 - part.high), HEIGHT * (part.high - part.low)
    return box(steps.left(part.place), y, steps.width, high, f'fill="{colour}"')


def _half() -> str:
    """The line at half of all, above the bars."""
    y = _TOP + HEIGHT / 2
    return line(_LEFT + WIDTH, y, _LEFT, y, INK, 'stroke-dasharray="5,4"')


def _empty(bar: Empty, steps: _Steps) -> Iterator[str]:
    dash = ' stroke-dasharray="3,3"' if bar.dashed else ""
    look = f'fill="#ffffff" stroke="{_EMPTY}"{dash}'
    yield box(steps.left(bar.place), _TOP, steps.width, HEIGHT, look)
    x, y = steps.middle(bar.place), _TOP + HEIGHT / 2
    look = f'font-size="11" {turned(270, x, y, 3)}'
    yield text(x, y, bar.said, SOFT, "middle", look)


def _numbers(shares: Shares, steps: _Steps) -> Iterator[str]:
    inks = {side.name: side.ink for side in shares.sides}
    for part in shares.parts:
        if part.shown:
            y = _TOP + HEIGHT * (1 - (part.low + part.high) / 2) + 3
            size = 'font-size="10.5"'
            yield text(steps.middle(part.place), y, part.shown, inks[part.side], "middle", size)


def _legend(sides: Sequence[Side], top: float) -> Iterator[str]:
    x: float = _LEFT
    for side in sides:
        yield box(x + 1, top + 1, 10, 10, f'fill="{side.colour}"')
        yield text(x + 16, top + 10, side.name, INK, "start")
        x += int(27 + width_of(side.name, _SIZE))
