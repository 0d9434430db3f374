"""Votes → a file: CSV that no spreadsheet runs, Parquet, JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from counterdraft.model.vote import Vote
from counterdraft.text.in_json import in_json
from counterdraft.votes.frames import positions_frame, votes_frame

if TYPE_CHECKING:
    import polars as pl

Form = Literal["csv", "parquet", "json"]
Rows = Literal["votes", "positions"]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written(votes: Sequence[Vote], form: Form, rows: Rows = "votes") -> bytes:
    """``votes`` as a file of that form, a row a vote or a row a Member a vote."""
    if form == "json" and rows == "votes":
        return in_json(votes).encode()
    frame = votes_frame(votes) if rows == "votes" else positions_frame(votes)
    if form == "json":
        return frame.write_json().encode() + b"\n"
    if form == "parquet":
        stream = io.BytesIO()
        frame.write_parquet(stream)
        return stream.getvalue()
    return to_csv(frame)


def to_csv(frame: pl.DataFrame) -> bytes:
    """A frame as CSV; a field that a spreadsheet would take for a formula begins with "'"."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(frame.columns)
    for row in frame.rows():
        writer.writerow([_safe(each) for each in row])
    return stream.getvalue().encode()


def _safe(value: object) -> object:
    """A value that is shown and not run."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
