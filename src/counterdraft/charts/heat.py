"""Shares of rows by columns → a chart of squares, darker for more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from counterdraft.charts.titles import some_of, titled

if TYPE_CHECKING:
    import altair as alt

_ROW, _WIDTH = 17, 700
# Runs evenly from bright to dark, in grey too, and for those who do not see all colours.
_RAMP = ("#fde725", "#7ad151", "#22a884", "#2a788e", "#414487", "#440154")


class Square(NamedTuple):
    """A share, from 0 to 1, of ``votes`` votes."""

    row: str
    column: str
    share: float
    votes: int


def heat(
    squares: Sequence[Square], rows: Sequence[str], columns: Sequence[str], across: str,
    legend: str, title: str, subtitle: str,
) -> alt.TopLevelMixin:  # fmt: skip
    """The chart, its rows and columns in the order given; no square where there is no share."""
    import altair as alt

    data = alt.InlineData(values=[square._asdict() for square in squares])
    chart: alt.TopLevelMixin = (
        alt.Chart(data)
        .mark_rect(stroke="#ffffff", strokeWidth=0.5)
        .encode(
            x=alt.X(
                "column:O", sort=list(columns), title=across, scale=alt.Scale(domain=list(columns)),
                axis=alt.Axis(labelAngle=0, values=some_of(columns), ticks=False),
            ),
            y=alt.Y("row:N", sort=list(rows), title=None, axis=alt.Axis(labelLimit=340)),
            color=alt.Color(
                "share:Q", title=legend, scale=alt.Scale(range=list(_RAMP), domain=[0, 1]),
                legend=alt.Legend(orient="bottom", format="%", gradientLength=240),
            ),
        )
        .properties(
            width=_WIDTH, height=_ROW * len(rows), title=titled(title, subtitle, _WIDTH + 160)
        )
    )  # fmt: skip
    return chart
