"""Which votes are meant: a small filter, and whether a vote is one of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from counterdraft.model.rollcall import Matter, Mode
from counterdraft.model.vote import Vote
from counterdraft.votes.worded import has_words


class Where(Struct, frozen=True, kw_only=True):
    """What a vote must be, each where it is named; of several values one is enough.

    ``since`` and ``until`` are dates or beginnings of dates, both included; a vote that is known by
    its month may be of any day of it. ``sessions`` are as printed ("62", "ES-11"), ``symbols`` of
    texts, drafts or votes, ``title`` words that all stand in title or detail, ``subject`` words of
    a subject, both as ``votes.worded`` has them, ``issues`` codes.
    """

    bodies: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    sessions: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    title: str | None = None
    subject: str | None = None
    issues: tuple[str, ...] = ()
    matters: tuple[Matter, ...] = ()
    modes: tuple[Mode, ...] = ()

    def matches(self, vote: Vote) -> bool:
        """Whether a vote is one of those meant."""
        return (
            (not self.bodies or vote.body in self.bodies)
            and self.in_time(vote.date)
            and (not self.sessions or vote.session in self.sessions)
            and (not self.symbols or not _folded((vote.symbol, vote.draft, vote.id)).isdisjoint(
                _folded(self.symbols)))
            and (not self.issues or not set(self.issues).isdisjoint(vote.issues))
            and (not self.matters or vote.matter in self.matters)
            and (not self.modes or vote.mode in self.modes)
            and has_words(self.title, f"{vote.title or ''} {vote.detail or ''}")
            and has_words(self.subject, " ".join(vote.subjects))
        )  # fmt: skip

    def in_time(self, date: str | None) -> bool:
        """Whether a date may be one of those meant; one that is not known is not."""
        if self.since is None and self.until is None:
            return True
        if date is None:
            return False
        after = self.since is None or date >= self.since[: len(date)]
        return after and (self.until is None or date[: len(self.until)] <= self.until[: len(date)])


ALL = Where()


def _folded(symbols: Sequence[str | None]) -> set[str]:
    return {"".join(each.casefold().split()) for each in symbols if each}
