"""Many named figures on one axis → their codes in stacks, like a histogram."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor
from typing import Any, NamedTuple

from counterdraft.charts.look import INK, PALETTE
from counterdraft.charts.spec import Spec
from counterdraft.charts.titles import titled

_STEPS, _STEP, _LINE = 36, 25, 11


class Named(NamedTuple):
    """A figure and the code that stands for it; ``chosen`` ones are in another colour, and bold."""

    code: str
    value: float
    chosen: bool = False


def stack(given: Sequence[Named], axis: str, title: str, subtitle: str) -> Spec:
    """The chart: one code for each figure, in a stack over the place where it lies."""
    low, high = min(each.value for each in given), max(each.value for each in given)
    width = (high - low) / _STEPS or 1.0
    cells = list(_cells(given, low, width))
    tallest = max(cell["up"] for cell in cells) + 1
    encoding = {
        "x": {
            "field": "at", "type": "quantitative", "title": axis,
            "scale": {"domain": [low - width, high + width]},
            "axis": {"grid": False, "tickCount": 12},
        },
        "y": {
            "field": "up", "type": "quantitative", "title": None, "axis": None,
            "scale": {"domain": [-0.6, tallest]},
        },
        "text": {"field": "code", "type": "nominal"},
    }  # fmt: skip
    chosen = {"fontSize": 10, "fontWeight": "bold", "color": PALETTE[1]}
    return {
        "data": {"values": cells},
        "layer": [
            _codes("!datum.chosen", {"fontSize": 9, "color": INK}, encoding),
            _codes("datum.chosen", chosen, encoding),
        ],
        "width": _STEPS * _STEP,
        "height": int(tallest * _LINE) + 20,
        "title": titled(title, subtitle, _STEPS * _STEP),
    }


def _codes(which: str, look: Spec, encoding: Spec) -> Spec:
    return {
        "transform": [{"filter": which}], "mark": {"type": "text", **look}, "encoding": encoding,
    }  # fmt: skip


def _cells(given: Sequence[Named], low: float, width: float) -> Iterator[dict[str, Any]]:
    """Where each code stands: over the middle of its step, above those that lie left of it."""
    heights: dict[int, int] = {}
    for each in sorted(given, key=lambda one: (one.value, one.code)):
        step = min(floor((each.value - low) / width), _STEPS - 1)
        up = heights.get(step, 0)
        heights[step] = up + 1
        yield {
            "code": each.code, "at": low + (step + 0.5) * width, "up": up, "chosen": each.chosen,
        }  # fmt: skip
