"""Which votes are votes on a text as a whole, and which are on parts of it or before it."""

from __future__ import annotations

from collections.abc import Iterable

from counterdraft.model.vote import Vote
from counterdraft.votes.series.titles import title_of, titled


def on_whole(vote: Vote) -> bool:
    """Whether an organ, not its committee, acted on a whole text that has a name."""
    return (
        vote.matter == "text"
        and not vote.body.endswith(" Committee")
        and vote.outcome != "rejected"
        and bool(vote.symbol or vote.draft)
    )


def name_of(vote: Vote) -> str:
    """What to call a vote: the text adopted, else the draft, else its id."""
    return vote.symbol or vote.draft or vote.id


def in_time(vote: Vote) -> tuple[str, str]:
    """Oldest first; what has no date comes last."""
    return vote.date or "9999", vote.id


def beside(vote: Vote, texts: Iterable[Vote]) -> str | None:
    """What a vote that is not on a whole text has to do with one of ``texts``; None if nothing."""
    for text in texts:
        if vote.symbol and vote.symbol == text.symbol:
            return f"on {text.symbol}"
        if text.draft and text.draft == vote.draft == name_of(text):
            return f"on {text.draft}"
        if text.draft and text.draft in {
            vote.draft,
            *(vote.detail or "").replace(",", " ").split(),
        }:
            return f"on {text.draft}, which became {name_of(text)}"
    return None


def of_title(vote: Vote, texts: Iterable[Vote]) -> str | None:
    """Which of ``texts`` a vote of a committee is on by title and session; None if none of them."""
    title = titled(vote)
    if not title or vote.symbol:
        return None
    for text in texts:
        same = text.session == vote.session and title_of(titled(text) or "").key
        if same and same == title_of(title).key:
            return f"the title of {name_of(text)}, in the same session"
    return None
