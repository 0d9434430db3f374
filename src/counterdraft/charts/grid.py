"""Things by places, in a few ordered degrees → a chart of squares, one panel for each text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.charts.spec import Spec, values_of
from counterdraft.charts.titles import titled

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
) -> Spec:  # fmt: skip
    """The chart: panels one below the other, ``degrees`` with their colours, strongest first.

    Every row and column has its place, so that where nothing is said shows as a gap.
    """
    return {
        "vconcat": [_panel(each, rows, degrees, across) for each in panels],
        "spacing": 24,
        "title": titled(title, subtitle, _WIDTH + 160),
    }


def _panel(panel: Panel, rows: Sequence[str], degrees: dict[str, str], across: str) -> Spec:
    return {
        "data": values_of(panel.cells),
        "mark": {"type": "rect", "stroke": "#ffffff", "strokeWidth": 0.5},
        "encoding": {
            "x": _across(panel.columns, across),
            "y": _down(rows),
            "color": {
                "field": "degree", "type": "nominal", "title": None,
                "scale": {"domain": list(degrees), "range": list(degrees.values())},
                "legend": {"orient": "bottom"},
            },
        },
        "width": _WIDTH,
        "height": _ROW * len(rows),
        "title": _titled(panel),
    }  # fmt: skip


def _across(columns: Sequence[str], title: str) -> Spec:
    step = max(len(columns) // _LABELS + bool(len(columns) % _LABELS), 1)
    return {
        "field": "column", "type": "ordinal", "title": title, "sort": list(columns),
        "scale": {"domain": list(columns)},
        "axis": {"labelAngle": -60, "values": list(columns)[::step], "ticks": False},
    }  # fmt: skip


def _down(rows: Sequence[str]) -> Spec:
    return {
        "field": "row", "type": "nominal", "title": None, "sort": list(rows),
        "scale": {"domain": list(rows)},
        "axis": {"labelLimit": 300, "grid": True, "tickBand": "extent", "ticks": False},
    }  # fmt: skip


def _titled(panel: Panel) -> Spec:
    """The name of a panel and its note, smaller than the chart's."""
    return {"text": panel.name, "subtitle": panel.note, "fontSize": 13}
