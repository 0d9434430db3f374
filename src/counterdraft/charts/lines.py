"""Figures over sessions → a chart of lines, each with its band, told apart by colour and shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.charts.look import PALETTE
from counterdraft.charts.spec import Spec, values_of
from counterdraft.charts.titles import some_of, titled

_WIDTH, _HEIGHT = 760, 340
_VEIL = 0.15  # of a band; thinner where more than three lie over each other
_SHAPES = (
    "circle",
    "square",
    "triangle-up",
    "diamond",
    "cross",
    "triangle-down",
    "stroke",
    "wedge",
)


class Point(NamedTuple):
    """One figure: of which line, where across, how high, with bounds where there are any."""

    line: str
    at: str
    value: float
    low: float | None = None
    high: float | None = None


class Axes(NamedTuple):
    """What is across and up; ``bounds`` of the figures, else theirs; ``middle`` is a line."""

    across: str
    up: str
    bounds: tuple[float, float] | None = None
    middle: float | None = None


def lines(
    points: Sequence[Point], order: Sequence[str], axes: Axes, title: str, subtitle: str
) -> Spec:
    """The chart; ``order`` is that of the places across. At most eight lines can be told apart."""
    names = list(dict.fromkeys(point.line for point in points))
    shared = {"x": _across(order, axes), "color": _told_apart(names, PALETTE)}
    scale = {"domain": list(axes.bounds)} if axes.bounds else {"zero": False}
    height = {"field": "value", "type": "quantitative", "title": axes.up, "scale": scale}
    shape = _told_apart(names, _SHAPES)
    layers: list[Spec] = [
        {
            "mark": {"type": "area", "opacity": min(_VEIL, 3 * _VEIL / len(names))},
            "encoding": {**shared, "y": _up("low", axes), "y2": {"field": "high"}},
        },
        {
            "mark": {"type": "line", "strokeWidth": 1.5},
            "encoding": {**shared, "y": height},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 28, "opacity": 1},
            "encoding": {**shared, "y": height, "shape": shape},
        },
    ]
    if axes.middle is not None:
        layers.insert(0, _middle(axes))
    return {
        "data": values_of(points),
        "layer": layers,
        "width": _WIDTH,
        "height": _HEIGHT,
        "title": titled(title, subtitle, _WIDTH),
    }


def _across(order: Sequence[str], axes: Axes) -> Spec:
    return {
        "field": "at", "type": "ordinal", "title": axes.across, "sort": list(order),
        "axis": {"labelAngle": 0, "values": some_of(order), "ticks": False},
    }  # fmt: skip


def _up(field: str, axes: Axes) -> Spec:
    return {"field": field, "type": "quantitative", "title": axes.up}


def _middle(axes: Axes) -> Spec:
    return {
        "data": {"values": [{"at": axes.middle}]},
        "mark": {"type": "rule", "color": "#767676"},
        "encoding": {"y": _up("at", axes)},
    }


def _told_apart(names: Sequence[str], values: Sequence[str]) -> Spec:
    """Which colour or shape each line has."""
    given = [values[at % len(values)] for at in range(len(names))]
    return {
        "field": "line", "type": "nominal", "scale": {"domain": list(names), "range": given},
        "legend": {
            "title": None, "orient": "bottom", "columns": 2, "symbolOpacity": 1, "symbolSize": 70,
        },
    }  # fmt: skip
