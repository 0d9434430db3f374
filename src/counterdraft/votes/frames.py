"""Votes → polars frames: one row a vote, and one row a Member a vote. pandas by ``to_pandas``.

Lists of words are joined by "; ", so that every column is one that a CSV can have.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from counterdraft.lexicon.members import members
from counterdraft.model.vote import Vote

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_WORDS = (
    "id", "body", "session", "date", "precision", "matter", "mode", "outcome", "symbol", "draft",
    "meeting", "title", "detail", "agenda_item",
)  # fmt: skip
_LISTS = ("yes", "no", "abstain", "not_voting")
_SIDES = (("yes", "yes"), ("no", "no"), ("abstain", "abstain"), ("not_voting", "not voting"))


def votes_frame(votes: Sequence[Vote]) -> pl.DataFrame:
    """One row a vote.

    ``yes``, ``no``, ``abstain`` and ``not_voting`` are figures, ``yes_states`` and so on codes of
    Members; ``disagreements`` is how many there are, ``sources`` who tells of it.
    """
    import polars as pl

    data: dict[str, list[object]] = {
        name: [getattr(vote, name) for vote in votes] for name in _WORDS
    }
    for name in _LISTS:
        data[name] = [getattr(vote.tally, name) if vote.tally else None for vote in votes]
    data["members"] = [vote.members for vote in votes]
    for name in _LISTS:
        data[f"{name}_states"] = [
            "; ".join(getattr(vote, name)) if vote.list_from else None for vote in votes
        ]
    for name in ("subjects", "issues", "sponsors", "joined", "sources"):
        data[name] = ["; ".join(getattr(vote, name)) or None for vote in votes]
    data["disagreements"] = [len(vote.disagreements) for vote in votes]
    figures = dict.fromkeys((*_LISTS, "members", "disagreements"), pl.Int32)
    schema = {name: figures.get(name, pl.String) for name in data}
    return pl.DataFrame(data, schema=schema)


def positions_frame(votes: Iterable[Vote]) -> pl.DataFrame:
    """One row a Member a vote, those not voting included; votes without lists have none.

    ``vote`` is the id, ``state`` the Member's name, ``code`` its code.
    """
    import polars as pl

    names = {code: member.name for code, member in members().items()}
    columns: dict[str, list[str | None]] = {
        each: [] for each in ("vote", "date", "session", "body", "symbol", "code", "position")
    }
    for vote in votes:
        for field, position in _SIDES:
            codes = getattr(vote, field)
            for name in ("date", "session", "body", "symbol"):
                columns[name] += [getattr(vote, name)] * len(codes)
            columns["vote"] += [vote.id] * len(codes)
            columns["code"] += codes
            columns["position"] += [position] * len(codes)
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    return frame.with_columns(state=pl.col("code").replace_strict(names, return_dtype=pl.String))


def to_pandas(frame: pl.DataFrame) -> pd.DataFrame:
    """The same as a pandas frame, where pandas is there; pyarrow need not be.

    Figures are pandas' Int32, which knows what is not known.

    Raises ImportError without pandas.
    """
    import pandas as pd

    columns = {
        name: pd.array(series.to_list(), dtype="Int32")
        if series.dtype.is_integer()
        else series.to_list()
        for name, series in zip(frame.columns, frame.get_columns(), strict=True)
    }
    return pd.DataFrame(columns)
