"""What charts have in common: a title, below it what they are of, and labels that have room."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

_LETTER = 6.3  # points of a letter of a subtitle, on the mean
_MOST_LABELS = 20
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


def some_of(labels: Sequence[str]) -> list[str]:
    """Those of an axis' labels that are printed: all, or round numbers, and what is no number."""
    step = next((each for each in (1, 2, 5, 10) if len(labels) <= each * _MOST_LABELS), 20)
    return [each for each in labels if not each.isdigit() or int(each) % step == 0]
