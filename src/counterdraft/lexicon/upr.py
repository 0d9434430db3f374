"""The sessions of the Universal Periodic Review's Working Group, and their cycles."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class UprSession(NamedTuple):
    """A session: its number, the cycle that it belongs to, its first and last day."""

    number: int
    cycle: int
    first: str
    last: str

    @property
    def days(self) -> str:
        """From when to when, as an ISO 8601 interval."""
        return f"{self.first}/{self.last}"


@cache
def upr_sessions() -> dict[int, UprSession]:
    """Every session of the lexicon by its number."""
    found = (UprSession(**each) for each in load("upr")["session"])
    return {each.number: each for each in found}
