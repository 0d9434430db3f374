"""Two that are measured side by side, in turns."""

from __future__ import annotations

from statistics import median
from typing import NamedTuple


class Times(NamedTuple):
    """What two took, round by round, in seconds."""

    theirs: list[float]
    ours: list[float]

    @property
    def ratio(self) -> float:
        return median(t / o for t, o in zip(self.theirs, self.ours, strict=True))
