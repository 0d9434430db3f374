"""Figures as sources write them → numbers, and nothing that cannot be one of a vote."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.model.rollcall import Tally

_LONGEST = 5


def number_of(text: str) -> str:
    """A number as such: "3.0" is 3."""
    text = text.strip()
    return text[:-2] if text.endswith(".0") else text


def figure_of(text: str) -> int | None:
    """A count of voters; None for what is none, or more than any body ever had."""
    text = number_of(text)
    return int(text) if text.isdecimal() and len(text) <= _LONGEST else None


def tally_of(sides: Sequence[str], missing: str = "") -> Tally | None:
    """Figures in favour, against, abstaining; None where one of them is none."""
    yes, no, abstain = (figure_of(each) for each in sides)
    if yes is None or no is None or abstain is None:
        return None
    return Tally(yes, no, abstain, figure_of(missing))
