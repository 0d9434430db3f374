"""What a reader gives back: accounts of votes, and what could not be made sense of."""

from __future__ import annotations

from typing import NamedTuple

from counterdraft.errors import DamagedSource, ReadError
from counterdraft.model.rollcall import RollCall


class Accounts(NamedTuple):
    """The accounts that a source holds, and a line for each thing in it that makes no sense."""

    rollcalls: tuple[RollCall, ...] = ()
    problems: tuple[ReadError, ...] = ()


def damaged(reason: str, source: str, line: int | None, remedy: str) -> DamagedSource:
    """A row that makes no sense: it is told, and the others count."""
    place = f"line {line}" if line is not None else ""
    return DamagedSource(reason, source=source, place=place, remedy=remedy)
