"""Votes made for tests: from a few letters a vote, or by Hypothesis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from counterdraft.lexicon.members import members_on
from counterdraft.model.rollcall import Position
from counterdraft.model.vote import Vote

LETTERS: dict[str, Position] = {"y": "yes", "a": "abstain", "n": "no", "-": "not voting"}
CODES = ("USA", "GBR", "FRA", "CHN", "RUS", "IND", "BRA", "KEN")


def vote(positions: Mapping[str, str] | str, number: int = 1, **more: Any) -> Vote:
    """A vote of 2010: letters by code, or a letter for each of CODES in turn; blanks: not there."""
    if isinstance(positions, str):
        positions = dict(zip(CODES, positions, strict=False))
    side = {
        letter: tuple(code for code, said in positions.items() if said == letter)
        for letter in LETTERS
    }
    told: dict[str, Any] = {
        "id": f"v{number}", "body": "General Assembly", "session": "65", "date": "2010-12-01",
        "matter": "text", "mode": "recorded vote", "list_from": f"v{number}", "yes": side["y"],
        "abstain": side["a"], "no": side["n"], "not_voting": side["-"], "sources": ("test",),
    }  # fmt: skip
    return Vote(**(told | more))


def votes(*rows: str, **more: Any) -> tuple[Vote, ...]:
    """A vote a row."""
    return tuple(vote(row, number, **more) for number, row in enumerate(rows, 1))


def adopted(number: int = 1, **more: Any) -> Vote:
    """An adoption without a vote."""
    told: dict[str, Any] = {
        "id": f"c{number}", "body": "General Assembly", "session": "65", "date": "2010-12-01",
        "matter": "text", "mode": "without a vote", "outcome": "adopted",
    }  # fmt: skip
    return Vote(**(told | more))


def everyone(letter: str, date: str = "2010-12-01", **other: str) -> dict[str, str]:
    """All Members of a day with one letter, but for those that are named."""
    return {member.code: letter for member in members_on(date)} | other


rows = st.lists(
    st.text(alphabet="yan- ", min_size=len(CODES), max_size=len(CODES)), min_size=1, max_size=25
)
"""Letters for each of CODES, a vote a text."""
