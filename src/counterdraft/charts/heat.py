"""Shares of rows by columns → a chart of squares, darker for more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.charts.spec import Spec, values_of
from counterdraft.charts.titles import some_of, titled

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
) -> Spec:  # fmt: skip
    """The chart, its rows and columns in the order given; no square where there is no share."""
    return {
        "data": values_of(squares),
        "mark": {"type": "rect", "stroke": "#ffffff", "strokeWidth": 0.5},
        "encoding": {
            "x": {
                "field": "column", "type": "ordinal", "title": across, "sort": list(columns),
                "scale": {"domain": list(columns)},
                "axis": {"labelAngle": 0, "values": some_of(columns), "ticks": False},
            },
            "y": {
                "field": "row", "type": "nominal", "title": None, "sort": list(rows),
                "axis": {"labelLimit": 340},
            },
            "color": {
                "field": "share", "type": "quantitative", "title": legend,
                "scale": {"range": list(_RAMP), "domain": [0, 1]},
                "legend": {"orient": "bottom", "format": "%", "gradientLength": 240},
            },
        },
        "width": _WIDTH,
        "height": _ROW * len(rows),
        "title": titled(title, subtitle, _WIDTH + 160),
    }  # fmt: skip
