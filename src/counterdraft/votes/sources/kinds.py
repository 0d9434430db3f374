"""What a file holds, told by its columns or its first words, and never by its name."""

from __future__ import annotations

from typing import Literal

from counterdraft.errors import UnsupportedSource
from counterdraft.votes.sources import own, undl, unvotes, voeten
from counterdraft.votes.sources.metadata import is_metadata
from counterdraft.votes.sources.table import Table

Kind = Literal["undl", "voeten", "positions", "calls", "issues", "own"]
_SHOWN = 8
_HEAD = 4096


def is_xml(data: bytes) -> bool:
    """Whether bytes begin as XML does."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def is_json(text: str) -> bool:
    """Whether a text begins as JSON does, and so is no table."""
    return text[:64].lstrip("\ufeff \t\r\n").startswith(("{", "["))


def is_records(text: str) -> bool:
    """Whether a text begins as the UN's records of resolutions do."""
    return is_metadata(text[:_HEAD]) or is_metadata(text[: 64 * _HEAD])


def kind_of(table: Table) -> Kind:
    """What a table holds. Raises UnsupportedSource where its columns are no source's."""
    columns = table.columns
    if undl.is_undl(columns):
        return "undl"
    if voeten.is_whole(columns):
        return "voeten"
    if unvotes.is_positions(columns):
        return "positions"
    if unvotes.is_calls(columns):
        return "calls"
    if unvotes.is_issues(columns):
        return "issues"
    if own.is_own(columns):
        return "own"
    named = ", ".join(each for each in columns[:_SHOWN] if each) or "none"
    raise UnsupportedSource(
        f"its columns are those of no source of votes: {named}", source=table.source,
        remedy="Name columns as docs/votes.md says: symbol and yes, no, abstain; or state, vote",
    )  # fmt: skip
