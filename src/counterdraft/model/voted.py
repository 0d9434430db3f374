"""The votes on the subject of a draft, told in words: what a brief is given of them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from counterdraft.model.claim import ClaimCheck
from counterdraft.model.span import Span

Relation = Literal["own", "subject", "named", "unclear"]
"""Why these votes: on texts of the draft's own title; on texts on the same subject, which the
draft is not one of; a person named them; or it is not clear which, and there are none."""


class VotedRow(Struct, frozen=True):
    """A vote: its year, its text, four numbers with their shares, Members, how, what to know."""

    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()


class VotedDay(Struct, frozen=True):
    """The day of a vote, ISO 8601, the text, and how it was adopted."""

    date: str
    text: str
    how: str


class ToldClaim(Struct, frozen=True):
    """A claim of the text, held against the figures, and that in words."""

    check: ClaimCheck
    said: tuple[str, ...]


class ToldChange(Struct, frozen=True):
    """Who moved between two votes: in a sentence, by way ("in favour → abstaining (3)"), notes."""

    said: str
    moves: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


class Voted(Struct, frozen=True, kw_only=True):
    """The votes on a draft's subject.

    ``matched`` says why these, in a sentence. ``bounded`` says as of what day claims were held
    against them, with ``bound``, where the text names that day. ``picture`` is SVG, ``described``
    what it shows. ``days`` is when each text came,
    ``undated`` the summary without the day that it was asked as of: whether the votes are others.
    """

    relation: Relation
    matched: str
    title: str = ""
    summary: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[VotedRow, ...] = ()
    picture: str = ""
    described: str = ""
    claims: tuple[ToldClaim, ...] = ()
    bounded: str = ""
    bound: Span | None = None
    moved: ToldChange | None = None
    sources: tuple[str, ...] = ()
    days: tuple[VotedDay, ...] = ()
