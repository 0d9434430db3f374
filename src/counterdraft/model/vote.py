"""A vote as it stands after every source was heard: one value from all accounts of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from counterdraft.model.rollcall import Matter, Mode, Outcome, Position, Precision, Tally

Fault = Literal[
    "tally against list", "tallies differ", "positions differ", "dates differ",
    "modes differ", "not a Member", "unknown name", "listed twice", "more voters than Members",
]  # fmt: skip


class Known(Struct, frozen=True):
    """What is known of the figures of a vote beside its accounts: in words, and which are right."""

    said: str
    right: Tally | None = None


class Disagreement(Struct, frozen=True):
    """Where sources differ from each other or from themselves, in words, with the accounts' ids.

    ``known`` is what is known about it from elsewhere, with its source.
    """

    fault: Fault
    said: str
    accounts: tuple[str, ...]
    known: str | None = None


class Vote(Struct, frozen=True, kw_only=True):
    """One vote, or adoption without one.

    ``tally`` is the figures as printed by the best source that prints any, else as counted from
    its lists; ``tally_from`` is that account's id. Where these are known to be wrong it is the
    right ones, and the id of an account that has them, in figures or in lists, or None. Its
    ``not_voting`` is printed or derived: Members on the day less those that voted. The lists are
    those of ``list_from``, which may be another account: then ``disagreements`` tells where they
    differ. ``not_voting`` are Members on the day and in no list; ``unsure`` are those of them that
    were Members on some day of a date that is known by its month or year only. ``members`` is how
    many had a vote, None where that is not known; in a body of some Members only, ``not_voting``
    names those that a source lists. All lists are empty where nobody published any (``list_from``
    is None). ``part`` tells that they have some Members only: then there are no figures unless an
    account prints them, ``not_voting`` are those that it lists so, and ``unsure`` all that it does
    not list.
    """

    id: str
    body: str
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
    tally_from: str | None = None
    list_from: str | None = None
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    not_voting: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    members: int | None = None
    sponsors: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    inferred: str | None = None
    disagreements: tuple[Disagreement, ...] = ()
    accounts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    part: bool = False

    @property
    def named(self) -> int:
        """Of how many Members it is known how they voted, or that they did not."""
        return len(self.yes) + len(self.no) + len(self.abstain) + len(self.not_voting)

    def position_of(self, code: str) -> Position | None:
        """How a Member voted; None where that is not known, or it was none."""
        sides: tuple[tuple[Position, tuple[str, ...]], ...] = (
            ("yes", self.yes), ("no", self.no),
            ("abstain", self.abstain), ("not voting", self.not_voting),
        )  # fmt: skip
        return next((side for side, codes in sides if code in codes), None)
