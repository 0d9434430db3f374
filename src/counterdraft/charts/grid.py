"""Things by places, in a few ordered degrees → a chart of squares, one panel for each text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from counterdraft.charts.titles import titled

if TYPE_CHECKING:
    import altair as alt

_ROW, _WIDTH, _LABELS = 19, 760, 30


class Cell(NamedTuple):
    """A square: its row and column, and the degree that it is coloured by."""

    row: str
    column: str
    degree: str


class Panel(NamedTuple):
    """The squares of one text, and all of its columns in their order; ``note`` is said below."""

    name: str
    note: str
    cells: Sequence[Cell]
    columns: Sequence[str]


def grid(
    panels: Sequence[Panel], rows: Sequence[str], degrees: dict[str, str], across: str,
    title: str, subtitle: str,
) -> alt.TopLevelMixin:  # fmt: skip
    """The chart: panels one below the other, ``degrees`` with their colours, strongest first.

    Every row and column has its place, so that where nothing is said shows as a gap.
    """
    import altair as alt

    charts = [_panel(each, rows, degrees, across) for each in panels]
    chart: alt.TopLevelMixin = alt.vconcat(*charts, spacing=24).properties(
        title=titled(title, subtitle, _WIDTH + 160)
    )
    return chart


def _panel(panel: Panel, rows: Sequence[str], degrees: dict[str, str], across: str) -> alt.Chart:
    import altair as alt

    data = alt.InlineData(values=[cell._asdict() for cell in panel.cells])
    step = max(len(panel.columns) // _LABELS + bool(len(panel.columns) % _LABELS), 1)
    chart: alt.Chart = (
        alt.Chart(data)
        .mark_rect(stroke="#ffffff", strokeWidth=0.5)
        .encode(
            x=alt.X(
                "column:O", title=across, sort=list(panel.columns),
                scale=alt.Scale(domain=list(panel.columns)),
                axis=alt.Axis(labelAngle=-60, values=list(panel.columns)[::step], ticks=False),
            ),
            y=alt.Y(
                "row:N", title=None, sort=list(rows), scale=alt.Scale(domain=list(rows)),
                axis=alt.Axis(labelLimit=300, grid=True, tickBand="extent", ticks=False),
            ),
            color=alt.Color(
                "degree:N", title=None,
                scale=alt.Scale(domain=list(degrees), range=list(degrees.values())),
                legend=alt.Legend(orient="bottom"),
            ),
        )
        .properties(width=_WIDTH, height=_ROW * len(rows), title=_titled(panel))
    )  # fmt: skip
    return chart


def _titled(panel: Panel) -> dict[str, object]:
    """The name of a panel and its note, smaller than the chart's."""
    return {"text": panel.name, "subtitle": panel.note, "fontSize": 13}
