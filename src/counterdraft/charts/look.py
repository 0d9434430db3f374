"""The look of every chart: its letters, its colours, and what each position is drawn in."""

from __future__ import annotations

from typing import Any

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
INK, SOFT, LINE, AXIS = "#1a1a1a", "#595959", "#e0e0e0", "#767676"
# The palette of Okabe and Ito, which those tell apart who do not see all colours.
PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999999")
POSITION_COLOURS = {
    "yes": "#0072b2",
    "abstain": "#e69f00",
    "no": "#d55e00",
    "not voting": "#bbbbbb",
}
"""In the order in which they are stacked: a side says nothing of who is right."""


def config() -> dict[str, Any]:
    """The look as a configuration of Vega-Lite."""
    words = {"font": FONT, "color": INK}
    axis = {
        "labelFont": FONT, "titleFont": FONT, "labelColor": INK, "titleColor": SOFT,
        "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal",
        "gridColor": LINE, "domainColor": AXIS, "tickColor": AXIS,
    }  # fmt: skip
    return {
        "background": "#ffffff",
        "font": FONT,
        "view": {"stroke": None},
        "title": {**words, "fontSize": 16, "anchor": "start", "subtitleFont": FONT,
                  "subtitleColor": SOFT, "subtitleFontSize": 12},
        "axis": axis,
        "legend": {"labelFont": FONT, "titleFont": FONT, "labelColor": INK, "titleColor": SOFT,
                   "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal",
                   "labelLimit": 320},
        "header": {"labelFont": FONT, "titleFont": FONT, "labelColor": INK, "labelFontSize": 12},
        "text": words,
        "range": {"category": list(PALETTE)},
    }  # fmt: skip
