"""A history → its JSON: every vote with its figures, every move, every claim.

The shapes here are the published contract, ``counterdraft/history/1``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from counterdraft.model.claim import ClaimCheck
from counterdraft.model.history import HISTORY_SCHEMA, Change, Entry, History
from counterdraft.text.in_json import in_json
from counterdraft.votes.series.figures import numbers, shares
from counterdraft.votes.series.told import rows, source_said

_SIDES = ("yes", "no", "abstain", "not_voting")


def to_json(history: History) -> str:
    """The history, indented; the same history gives the same text."""
    series = history.series
    found = {
        "schema": HISTORY_SCHEMA,
        "series": {
            "key": series.key, "title": series.title, "body": series.body, "asked": series.asked,
            "notes": series.notes, "unclear": list(_votes(series.unclear)),
        },
        "as_of": history.as_of, "later": history.later,
        "votes": list(_votes(history.years)), "others": list(_votes(history.others)),
        "changes": [_change(each) for each in history.changes],
        "gaps": history.gaps,
        "claims": [claim(each) for each in history.claims],
    }  # fmt: skip
    return in_json(found)


def _votes(entries: Iterable[Entry]) -> Iterable[dict[str, Any]]:
    entries = tuple(entries)
    for entry, row in zip(entries, rows(entries), strict=True):
        vote = entry.vote
        *sides, members = numbers(vote)
        yield {
            "id": vote.id, "symbol": vote.symbol, "draft": vote.draft, "meeting": vote.meeting,
            "title": vote.title, "body": vote.body, "session": vote.session, "date": vote.date,
            "precision": vote.precision, "matter": vote.matter, "detail": vote.detail,
            "mode": vote.mode, "outcome": vote.outcome, "inferred": vote.inferred,
            "tally": dict(zip(_SIDES, sides, strict=True)) if vote.tally else None,
            "members": members,
            "shares": dict(zip(_SIDES, shares(vote), strict=True)) if vote.tally else None,
            "tally_from": vote.tally_from, "list_from": vote.list_from,
            "notes": row.notes, "disagreements": vote.disagreements,
            "why": entry.reasons,
            "sources": {key: source_said(key) for key in vote.sources},
        }  # fmt: skip


def _change(change: Change) -> dict[str, Any]:
    return {
        "before": change.before, "after": change.after, "between": change.between,
        "unknown": change.unknown, "notes": change.notes, "stayed": change.stayed,
        "moves": change.moves,
    }  # fmt: skip


def claim(check: ClaimCheck) -> dict[str, Any]:
    """A claim as JSON has it, each figure with its share."""
    found: dict[str, Any] = msgspec.to_builtins(check)
    for part, made in zip(check.parts, found["parts"], strict=True):
        for figure, each in zip(part.figures, made["figures"], strict=True):
            each["share"] = figure.share
    return found
