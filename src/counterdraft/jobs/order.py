"""A text, and one taken for the last of its series → whether that can be, by their dates."""

from __future__ import annotations

from counterdraft.errors import LaterText
from counterdraft.model import Resolution
from counterdraft.wording.english import long_date


def check_order(resolution: Resolution, previous: Resolution) -> None:
    """Raises LaterText where ``previous`` is dated after ``resolution``, as far as both are.

    All that is told of the two would be told the wrong way round.
    """
    day, before = resolution.date, previous.date
    if day and before and is_after(before, day):
        raise LaterText(
            f"taken as the text before {resolution.symbol or 'this one'}, and dated "
            f"{long_date(before)}, after its {long_date(day)}",
            source=previous.source, remedy="Exchange the two, or name it with --against",
        )  # fmt: skip


def is_after(one: str, other: str) -> bool:
    """Whether a day, month or year is after another, as far as both say."""
    return one[: len(other)] > other[: len(one)]
