"""Figures over sessions → a chart of lines, each with its band, told apart by colour and shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from counterdraft.charts.look import PALETTE
from counterdraft.charts.titles import some_of, titled

if TYPE_CHECKING:
    import altair as alt

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
) -> alt.TopLevelMixin:
    """The chart; ``order`` is that of the places across. At most eight lines can be told apart."""
    import altair as alt

    names = list(dict.fromkeys(point.line for point in points))
    data = alt.InlineData(values=[point._asdict() for point in points])
    base = alt.Chart(data).encode(
        x=alt.X(
            "at:O", sort=list(order), title=axes.across,
            axis=alt.Axis(labelAngle=0, values=some_of(order), ticks=False),
        ),
        color=alt.Color("line:N", scale=_scale(names, PALETTE), legend=_legend(alt)),
    )  # fmt: skip
    scale = alt.Scale(domain=list(axes.bounds)) if axes.bounds else alt.Scale(zero=False)
    height = alt.Y("value:Q", title=axes.up, scale=scale)
    band = base.mark_area(opacity=min(_VEIL, 3 * _VEIL / len(names))).encode(
        y=alt.Y("low:Q", title=axes.up), y2="high:Q"
    )
    line = base.mark_line(strokeWidth=1.5).encode(y=height)
    dots = base.mark_point(filled=True, size=28, opacity=1).encode(
        y=height, shape=alt.Shape("line:N", scale=_scale(names, _SHAPES), legend=_legend(alt))
    )
    layers = [band, line, dots]
    if axes.middle is not None:
        rule = alt.Chart(alt.InlineData(values=[{"at": axes.middle}]))
        layers.insert(0, rule.mark_rule(color="#767676").encode(y=alt.Y("at:Q", title=axes.up)))
    chart: alt.TopLevelMixin = alt.layer(*layers).properties(
        width=_WIDTH, height=_HEIGHT, title=titled(title, subtitle, _WIDTH)
    )
    return chart


def _scale(names: Sequence[str], values: Sequence[str]) -> Any:
    import altair as alt

    given = [values[at % len(values)] for at in range(len(names))]
    return alt.Scale(domain=list(names), range=given)


def _legend(alt: Any) -> Any:
    return alt.Legend(title=None, orient="bottom", columns=2, symbolOpacity=1, symbolSize=70)
