"""How a file says that its text was voted on: names as printed, before anybody knows them."""

from __future__ import annotations

from msgspec import Struct

from counterdraft.model.rollcall import Mode, Outcome, Position


class Ballot(Struct, frozen=True, kw_only=True):
    """One text's vote, or adoption without one, as its file tells it.

    ``tally`` is in favour, against and abstaining, empty where no figures are told; ``voters`` are
    names as printed, with the side that each stands on. ``sponsors`` and ``joined`` are the words
    that name those who tabled the draft, and those who joined them later. Dates and symbols are
    as told.
    """

    mode: Mode = "unknown"
    outcome: Outcome = "unknown"
    meeting: str | None = None
    tally: tuple[int, ...] = ()
    voters: tuple[tuple[str, Position], ...] = ()
    symbol: str | None = None
    draft: str | None = None
    organ: str | None = None
    title: str | None = None
    date: str | None = None
    agenda_item: str | None = None
    subjects: tuple[str, ...] = ()
    sponsors: str | None = None
    joined: str | None = None
