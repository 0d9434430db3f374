"""Any result → the picture of it."""

from __future__ import annotations

from counterdraft.errors import NothingToCount
from counterdraft.votes.together.compared import Compared
from counterdraft.votes.together.indices import INDICES, Index
from counterdraft.votes.together.picture_ideal import of_scaled
from counterdraft.votes.together.pictures import (
    Picture,
    of_blocs,
    of_compared,
    of_departures,
    of_record,
)
from counterdraft.votes.together.recorded import Record
from counterdraft.votes.together.result import Result
from counterdraft.votes.together.scaled import Scaled
from counterdraft.votes.together.united import Blocs

APART, STRIP = "apart", "strip"
_DEFAULT: Index = "half"


def draw(found: Result, which: str | None = None) -> Picture:
    """The picture; ``which`` is an index of agreement, APART of one group, or STRIP of a session.

    Raises NothingToCount where there is nothing to draw.
    """
    if isinstance(found, Compared):
        named = next((each for each in INDICES if each == which), _DEFAULT)
        return of_compared(found, named)
    if isinstance(found, Blocs):
        return _of_blocs(found, apart=which == APART)
    if isinstance(found, Record):
        return of_record(found)
    if isinstance(found, Scaled):
        return of_scaled(found, strip=which == STRIP)
    raise NothingToCount("there is no picture of this")


def _of_blocs(found: Blocs, *, apart: bool) -> Picture:
    if not apart:
        return of_blocs(found)
    if len(found.groups) != 1:
        raise NothingToCount("who stood apart is drawn of one group", remedy="Name one")
    return of_departures(found, found.groups[0])
