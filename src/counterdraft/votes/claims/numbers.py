"""The numbers of a vote that a claim can be about, and what a vote is called."""

from __future__ import annotations

from counterdraft.model.history import members_of
from counterdraft.model.vote import Vote
from counterdraft.votes.claims.clauses import Base, Quantity


def number_of(quantity: Quantity, vote: Vote) -> int | None:
    """How many voted so; None where it is not known."""
    return None if vote.tally is None else getattr(vote.tally, quantity)


def base_of(base: Base, vote: Vote) -> int | None:
    """Of how many: of all Members on the day, of those voting, or of those and abstaining."""
    if vote.tally is None:
        return None
    if base == "members":
        return members_of(vote)
    voting = vote.tally.yes + vote.tally.no
    return voting if base == "voting" else voting + vote.tally.abstain


def label_of(vote: Vote) -> str:
    """The year of a vote; its text where it has no date."""
    return vote.date[:4] if vote.date else vote.symbol or vote.id
