"""Faults of sources that are known: what each tells wrongly of a vote, and how that is known."""

from __future__ import annotations

from functools import cache

from msgspec import Struct, convert

from counterdraft.lexicon.load import load
from counterdraft.model.rollcall import Tally
from counterdraft.model.vote import Known


class KnownFault(Struct, frozen=True, kw_only=True):
    """What ``account`` tells wrongly of the vote on ``text``, by kinds of disagreement."""

    text: str
    faults: tuple[str, ...]
    account: str
    said: str
    source: str
    right: tuple[int, int, int] | None = None

    def words(self) -> str:
        """What is known, and how."""
        return f"{self.said} ({self.source})"


@cache
def known_faults() -> dict[str, KnownFault]:
    """Every one by the symbol of its text."""
    found = convert(load("vote_faults")["fault"], tuple[KnownFault, ...])
    return {each.text: each for each in found}


@cache
def known_figures() -> dict[str, Known]:
    """What is known of each text, as ``votes.merge`` takes it."""
    return {
        text: Known(each.words(), Tally(*each.right) if each.right else None)
        for text, each in known_faults().items()
    }


def known_of(text: str | None, fault: str) -> str | None:
    """What is known of a fault of the vote on ``text``; None where nothing is."""
    found = known_faults().get(text or "")
    return found.words() if found and fault in found.faults else None
