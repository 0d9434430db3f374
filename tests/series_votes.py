"""Votes made up for the tests of series: about a State, year after year."""

from __future__ import annotations

from typing import Any

from counterdraft.lexicon.members import members_on
from counterdraft.model.rollcall import Tally
from counterdraft.model.vote import Vote

NORWAY = "Situation of human rights in Norway"


def vote(
    session: int, yes: str = "", no: str = "", abstain: str = "", *, number: int = 1, **given: Any
) -> Vote:
    """A recorded vote of the General Assembly with lists; who is in none did not vote."""
    date = given.pop("date", f"{1945 + session}-12-15")
    sides = [tuple(side.split()) for side in (yes, no, abstain)]
    named = {code for side in sides for code in side}
    sure = tuple(m.code for m in members_on(date) if m.code not in named)
    symbol = given.pop("symbol", f"A/RES/{session}/{number}")
    base: dict[str, Any] = {
        "id": symbol, "body": "General Assembly", "session": str(session), "date": date,
        "matter": "text", "mode": "recorded vote", "outcome": "adopted", "symbol": symbol,
        "title": NORWAY, "yes": sides[0], "no": sides[1], "abstain": sides[2],
        "not_voting": sure, "members": len(named) + len(sure),
        "tally": Tally(len(sides[0]), len(sides[1]), len(sides[2]), len(sure)),
        "list_from": f"test:{symbol}",
        "tally_from": f"test:{symbol}", "sources": ("csv:test",),
    }  # fmt: skip
    return Vote(**{**base, **given})


def counted(session: int, yes: int, no: int, abstain: int, absent: int, **given: Any) -> Vote:
    """A recorded vote whose figures alone are known."""
    whole = yes + no + abstain + absent
    return vote(
        session, tally=Tally(yes, no, abstain, absent), list_from=None, not_voting=(),
        members=whole, **given,
    )  # fmt: skip


def without(session: int, **given: Any) -> Vote:
    """An adoption without a vote."""
    return vote(
        session, mode="without a vote", tally=None, list_from=None, tally_from=None, not_voting=(),
        **given,
    )  # fmt: skip
