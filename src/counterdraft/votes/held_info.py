"""Accounts → what is held: how many, of which sources, bodies and sessions, and of which days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from counterdraft.lexicon.vote_sources import vote_source
from counterdraft.model.rollcall import RollCall
from counterdraft.model.vote import Vote


class SourceInfo(Struct, frozen=True, kw_only=True):
    """What one source tells of: accounts, those with lists among them, its bounds and terms."""

    key: str
    title: str
    terms: str
    accounts: int
    with_lists: int
    since: str | None
    until: str | None
    sessions: tuple[str, ...]


class Info(Struct, frozen=True, kw_only=True):
    """What is held; ``sessions`` and ``bodies`` count votes, by name."""

    folder: str
    accounts: int
    votes: int
    recorded: int
    with_lists: int
    since: str | None
    until: str | None
    bodies: dict[str, int]
    sessions: dict[str, int]
    matters: dict[str, int]
    sources: tuple[SourceInfo, ...]


def info_of(folder: str, rollcalls: Sequence[RollCall], votes: Sequence[Vote]) -> Info:
    """What is held in ``folder``."""
    dates = sorted(vote.date for vote in votes if vote.date)
    sessions = Counter(vote.session for vote in votes if vote.session)
    return Info(
        folder=folder, accounts=len(rollcalls), votes=len(votes),
        recorded=sum(vote.mode == "recorded vote" for vote in votes),
        with_lists=sum(vote.list_from is not None for vote in votes),
        since=dates[0] if dates else None, until=dates[-1] if dates else None,
        bodies=dict(Counter(vote.body for vote in votes).most_common()),
        sessions={each: sessions[each] for each in sorted(sessions, key=in_order)},
        matters=dict(Counter(vote.matter for vote in votes).most_common()),
        sources=tuple(_source(key, rollcalls) for key in _keys(rollcalls)),
    )  # fmt: skip


def in_order(session: str) -> tuple[int, int]:
    """Regular sessions by number, special ones behind them."""
    head, _, number = session.rpartition("-")
    kinds = {"": 0, "S": 1, "ES": 2}
    return (kinds.get(head, 3), int(number) if number.isdecimal() else 0)


def _keys(rollcalls: Sequence[RollCall]) -> list[str]:
    return [key for key, _ in Counter(each.source for each in rollcalls).most_common()]


def _source(key: str, rollcalls: Sequence[RollCall]) -> SourceInfo:
    own = [each for each in rollcalls if each.source == key]
    dates = sorted(each.date for each in own if each.date)
    known = vote_source(key)
    sessions = sorted({each.session for each in own if each.session}, key=in_order)
    return SourceInfo(
        key=key, title=known.title if known else key, terms=known.terms if known else "",
        accounts=len(own), with_lists=sum(each.listed for each in own),
        since=dates[0] if dates else None, until=dates[-1] if dates else None,
        sessions=tuple(sessions),
    )  # fmt: skip
