"""How a text, or a part of one, was put to the vote: one source's account of it."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from msgspec import Struct

Position = Literal["yes", "no", "abstain", "not voting"]
POSITIONS: tuple[Position, ...] = ("yes", "no", "abstain", "not voting")

Mode = Literal["recorded vote", "show of hands", "secret ballot", "without a vote", "unknown"]
"""A show of hands has a tally and no list: who was on which side is not known."""

Matter = Literal["text", "paragraph", "amendment", "motion", "other", "unknown"]
"""What was voted on: a whole draft, part of one by itself, a change to one, procedure."""

Outcome = Literal["adopted", "rejected", "unknown"]
Precision = Literal["day", "month", "year", "unknown"]


OWN = "csv:"
"""How the key of a table of one's own begins."""


class Tally(Struct, frozen=True, gc=False):
    """The figures that a source prints; ``not_voting`` is seldom among them."""

    yes: int
    no: int
    abstain: int
    not_voting: int | None = None


class Unknown(Struct, frozen=True, gc=False):
    """A name in a source that no Member is known by: what it is put down as, and what is near."""

    name: str
    position: Position
    nearest: tuple[str, ...] = ()


class RollCall(Struct, frozen=True, kw_only=True):
    """One vote, or adoption without one, as one source tells it.

    ``id`` is unique among all sources ("unvotes:4813"). ``source`` is the key of the source,
    ``place`` where in it this stands. ``body`` is a body of the lexicon's ("General Assembly",
    "Third Committee", "Human Rights Council", "Security Council"); ``session`` as printed ("62",
    "ES-11"). ``date`` is ISO 8601, as long as ``precision`` is good for ("1971-10"). ``symbol`` is
    of the text as adopted, in full form; ``draft`` of the text as voted on. ``detail`` is what the
    source says of the matter. ``yes``, ``no``, ``abstain`` and ``absent`` are codes of Members;
    ``absent`` holds those that the source itself lists as not voting. ``listed`` tells whether it
    has lists at all: without them nobody's position is known. ``part`` tells that they need not
    have everyone that voted, as a table that somebody made for some States: then who is in none is
    not known not to have voted, and the lists are no figures. ``unknown`` are names that no Member
    is known by: they count in tallies and are nobody's vote. ``inferred`` tells that no source
    states this as such, and from what it was gathered.
    """

    id: str
    source: str
    place: str = ""
    body: str = "General Assembly"
    session: str | None = None
    date: str | None = None
    precision: Precision = "day"
    matter: Matter = "unknown"
    mode: Mode = "unknown"
    outcome: Outcome = "unknown"
    symbol: str | None = None
    draft: str | None = None
    meeting: str | None = None
    title: str | None = None
    detail: str | None = None
    agenda_item: str | None = None
    subjects: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    tally: Tally | None = None
    listed: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    sponsors: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    inferred: str | None = None
    part: bool = False

    @property
    def own(self) -> bool:
        """Whether somebody's own table tells it, who can say that its lists have everyone."""
        return self.source.startswith(OWN)

    def counted(self) -> Tally | None:
        """The figures by the lists, names that are not known included; None without lists."""
        if not self.listed:
            return None
        extra = Counter(each.position for each in self.unknown)
        return Tally(
            len(self.yes) + extra["yes"], len(self.no) + extra["no"],
            len(self.abstain) + extra["abstain"],
        )  # fmt: skip
