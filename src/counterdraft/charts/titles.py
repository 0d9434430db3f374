"""What stands over every chart: its title, and below it what it is of and within which bounds."""

from __future__ import annotations

import textwrap
from typing import Any

_LETTER = 6.3  # points of a letter of a subtitle, on the mean
_LONGEST_TITLE = 1.45  # a letter of a title is so many times as wide


def titled(title: str, subtitle: str, width: int) -> dict[str, Any]:
    """A title and subtitle as Vega-Lite has them, in lines no wider than the chart."""
    letters = max(int(width / _LETTER), 40)
    return {
        "text": textwrap.wrap(title, int(letters / _LONGEST_TITLE)),
        "subtitle": textwrap.wrap(subtitle, letters),
        "subtitlePadding": 6,
        "offset": 12,
    }
