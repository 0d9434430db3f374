"""Many named figures on one axis → their codes in stacks, like a histogram."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor
from typing import TYPE_CHECKING, Any, NamedTuple

from counterdraft.charts.look import INK, PALETTE
from counterdraft.charts.titles import titled

if TYPE_CHECKING:
    import altair as alt

_STEPS, _STEP, _LINE = 36, 25, 11


class Named(NamedTuple):
    """A figure and the code that stands for it; ``chosen`` ones are in another colour, and bold."""

    code: str
    value: float
    chosen: bool = False


def stack(given: Sequence[Named], axis: str, title: str, subtitle: str) -> alt.TopLevelMixin:
    """The chart: one code for each figure, in a stack over the place where it lies."""
    import altair as alt

    low, high = min(each.value for each in given), max(each.value for each in given)
    width = (high - low) / _STEPS or 1.0
    cells = list(_cells(given, low, width))
    tallest = max(cell["up"] for cell in cells) + 1
    base = alt.Chart(alt.InlineData(values=cells)).encode(
        x=alt.X(
            "at:Q", title=axis, scale=alt.Scale(domain=[low - width, high + width]),
            axis=alt.Axis(grid=False, tickCount=12),
        ),
        y=alt.Y("up:Q", title=None, axis=None, scale=alt.Scale(domain=[-0.6, tallest])),
        text="code:N",
    )  # fmt: skip
    others = base.transform_filter("!datum.chosen").mark_text(fontSize=9, color=INK)
    chosen = base.transform_filter("datum.chosen").mark_text(
        fontSize=10, fontWeight="bold", color=PALETTE[1]
    )
    chart: alt.TopLevelMixin = alt.layer(others, chosen).properties(
        width=_STEPS * _STEP, height=int(tallest * _LINE) + 20,
        title=titled(title, subtitle, _STEPS * _STEP),
    )  # fmt: skip
    return chart


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
