"""What became of one subject, vote by vote: the series, its figures, and who moved.

All of it is made from :class:`~counterdraft.model.vote.Vote` values and holds them. A year here is
one text of the series; where an organ took two in one year there are two.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct

from counterdraft.model.claim import ClaimCheck
from counterdraft.model.framed import Columns, FrameCell, Framed, Kinds
from counterdraft.model.rollcall import Position
from counterdraft.model.vote import Vote

HISTORY_SCHEMA = "counterdraft/history/1"

ReasonKind = Literal[
    "asked", "title", "like title", "cites", "cited", "sponsors", "subjects", "listed", "text",
]  # fmt: skip
"""Why a vote is in a series: it was asked for; it has the title, or one like it; it cites a text
of the series, or one cites it; sponsors or subjects are the same; a file says so; it is a vote on a
text of the series, or on a part of one."""

_COLUMNS = (
    "year", "session", "date", "symbol", "mode", "inferred", "yes", "no", "abstain", "not_voting",
    "members", "yes_share", "no_share", "abstain_share", "not_voting_share",
)  # fmt: skip

Stand = Literal["yes", "no", "abstain", "not voting", "no Member"]


class Reason(Struct, frozen=True):
    """Why a vote is in a series, in words."""

    kind: ReasonKind
    said: str


class Entry(Struct, frozen=True):
    """A vote of a series, and why it is in it."""

    vote: Vote
    reasons: tuple[Reason, ...] = ()


class Series(Struct, frozen=True, kw_only=True):
    """Votes on one subject in one body, found by a rule or by a file.

    ``entries`` are the texts as a whole in ``body``, oldest first; ``others`` committees' votes,
    and those on paragraphs, amendments and motions. ``unclear`` may belong to it and are not
    counted. ``notes`` say what was left open. ``key`` is that of a series that is known by one.
    """

    title: str
    body: str
    asked: str
    key: str | None = None
    entries: tuple[Entry, ...] = ()
    others: tuple[Entry, ...] = ()
    unclear: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()


class Move(Struct, frozen=True):
    """A Member whose position differs between two votes; ``code`` and ``name`` are of the later."""

    code: str
    name: str
    before: Stand
    after: Stand


class Change(Struct, frozen=True, kw_only=True):
    """From one recorded vote of a series to the next.

    ``before`` and ``after`` are ids of votes. ``between`` are ids of texts adopted without a vote
    in the time between, which tell nobody's position. ``unknown`` says why it is not known who
    moved; ``notes`` what makes it less than sure. ``stayed`` is how many did not move.
    """

    before: str
    after: str
    moves: tuple[Move, ...] = ()
    stayed: int = 0
    between: tuple[str, ...] = ()
    unknown: str | None = None
    notes: tuple[str, ...] = ()


class Gap(Struct, frozen=True):
    """Sessions between two texts of the series of which nothing is known here."""

    after: str
    before: str
    sessions: tuple[int, ...]


class History(Framed, frozen=True, kw_only=True):
    """A series as far as ``as_of``, and what moved in it.

    ``later`` is how many texts of the series came after ``as_of`` and are left out.
    """

    kinds: ClassVar[Kinds] = {
        **dict.fromkeys(_COLUMNS, float),
        **dict.fromkeys(("session", "date", "symbol", "mode"), str),
        **dict.fromkeys(("year", "yes", "no", "abstain", "not_voting", "members"), int),
        "inferred": bool,
    }  # fmt: skip

    series: Series
    as_of: str | None = None
    years: tuple[Entry, ...] = ()
    others: tuple[Entry, ...] = ()
    changes: tuple[Change, ...] = ()
    gaps: tuple[Gap, ...] = ()
    claims: tuple[ClaimCheck, ...] = ()
    later: int = 0

    @property
    def recorded(self) -> tuple[Vote, ...]:
        """The recorded votes whose figures are known, oldest first."""
        return tuple(each.vote for each in self.years if each.vote.tally is not None)

    def columns(self) -> Columns:
        """A row for each text, with its numbers, and these as shares of all Members."""
        rows = [_row(each.vote) for each in self.years]
        return {name: [row[n] for row in rows] for n, name in enumerate(_COLUMNS)}

    def vote(self, name: str) -> Vote:
        """The vote with an id. Raises KeyError where the history has none such."""
        for each in (*self.years, *self.others):
            if each.vote.id == name:
                return each.vote
        raise KeyError(name)


def members_of(vote: Vote) -> int | None:
    """How many had a vote: as the register of Members has it, else by the figures."""
    if vote.members is not None or vote.tally is None or vote.tally.not_voting is None:
        return vote.members
    return vote.tally.yes + vote.tally.no + vote.tally.abstain + vote.tally.not_voting


def _row(vote: Vote) -> tuple[FrameCell, ...]:
    tally, members = vote.tally, members_of(vote)
    sides = (tally.yes, tally.no, tally.abstain, tally.not_voting) if tally else (None,) * 4
    shares = (None if side is None or not members else side / members for side in sides)
    year = int(vote.date[:4]) if vote.date else None
    return (year, vote.session, vote.date, vote.symbol, vote.mode, bool(vote.inferred),
            *sides, members, *shares)  # fmt: skip


def stand_of(position: Position | None) -> Stand:
    """A position as a stand: who has none here was no Member."""
    return position or "no Member"
