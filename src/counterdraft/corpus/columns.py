"""Entries ↔ columns: the Parquet files of a segment.

In: entries in order of time. Out: three tables as bytes, and back. ``texts``: a row a text, the
fields of ``Record``; ``clauses``: a row a paragraph, in order; ``citations``: a row a citation. A
row of the latter two names its text by the number of its row, from 0.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from counterdraft.corpus.entries import CitationRow, ClauseRow, Entry
from counterdraft.model import Adoption, Record

if TYPE_CHECKING:
    import polars as pl

TEXTS, CLAUSES, CITATIONS = "texts.parquet", "clauses.parquet", "citations.parquet"
_GROUP = 8192  # rows: what is read at least of a column
_ADOPTION = "adoption_"
_ROW = "text_row"
_Row = dict[str, Any]
_Kept = TypeVar("_Kept", ClauseRow, CitationRow)


class Columns(NamedTuple):
    """The three tables, each the bytes of a Parquet file."""

    texts: bytes
    clauses: bytes
    citations: bytes


def to_columns(entries: Sequence[Entry]) -> Columns:
    """The tables of ``entries``, which are in order of time."""
    return Columns(
        _texts([entry.record for entry in entries]),
        _rows(ClauseRow, [entry.clauses for entry in entries]),
        _rows(CitationRow, [entry.citations for entry in entries]),
    )


def from_columns(folder: Path) -> list[Entry]:
    """The entries of the segment in ``folder``.

    Raises OSError, and what polars does where a file is not sound.
    """
    texts = [_record(row) for row in read_table(folder / TEXTS).iter_rows(named=True)]
    clauses = _by_text(folder / CLAUSES, ClauseRow)
    citations = _by_text(folder / CITATIONS, CitationRow)
    return [
        Entry(record, tuple(clauses.get(i, ())), tuple(citations.get(i, ())))
        for i, record in enumerate(texts)
    ]


def read_table(path: Path) -> pl.DataFrame:
    """A table of a segment."""
    import polars as pl

    return pl.read_parquet(path, glob=False)


# -- texts


def _texts(records: Sequence[Record]) -> bytes:
    columns = _columns(records, Record)
    adoptions: list[Adoption] = columns.pop("adoption")
    for name, values in _columns(adoptions, Adoption).items():
        columns[_ADOPTION + name] = values
    return parquet(columns, _text_schema())


def _record(row: _Row) -> Record:
    size = len(_ADOPTION)
    adoption = {name[size:]: row.pop(name) for name in list(row) if name.startswith(_ADOPTION)}
    return msgspec.convert(row | {"adoption": msgspec.convert(adoption, Adoption)}, Record)


def _text_schema() -> dict[str, pl.DataType]:
    schema = _schema(Record)
    del schema["adoption"]
    return schema | {_ADOPTION + name: kind for name, kind in _schema(Adoption).items()}


# -- clauses and citations


def _rows(kind: type[_Kept], of_texts: Sequence[Sequence[_Kept]]) -> bytes:
    """The rows of all texts, each with the number of its text."""
    numbers = [i for i, rows in enumerate(of_texts) for _ in rows]
    columns = _columns([row for rows in of_texts for row in rows], kind)
    return parquet({_ROW: numbers} | columns, _schema(kind, numbered=True))


def _by_text(path: Path, kind: type[_Kept]) -> dict[int, list[_Kept]]:
    rows = read_table(path).iter_rows(named=True)
    return {
        text: [msgspec.convert(row, kind) for row in each]
        for text, each in groupby(rows, key=itemgetter(_ROW))
    }


# -- Parquet


def _columns(items: Sequence[Struct], kind: type[Struct]) -> dict[str, list[Any]]:
    return {name: [getattr(each, name) for each in items] for name in kind.__struct_fields__}


def _schema(kind: type[Struct], *, numbered: bool = False) -> dict[str, pl.DataType]:
    """The columns of a struct's fields: numbers, truths, lists of words, and words."""
    import polars as pl

    schema: dict[str, pl.DataType] = {_ROW: pl.UInt32()} if numbered else {}
    for each in msgspec.structs.fields(kind):
        said = str(each.type)
        if "tuple" in said:
            schema[each.name] = pl.List(pl.String())
        elif "bool" in said:
            schema[each.name] = pl.Boolean()
        elif "int" in said:
            schema[each.name] = pl.Int32()
        else:
            schema[each.name] = pl.String()
    return schema


def parquet(columns: dict[str, list[Any]], schema: dict[str, pl.DataType]) -> bytes:
    """A table as the bytes of a Parquet file."""
    import polars as pl

    out = io.BytesIO()
    frame = pl.DataFrame(columns, schema=schema)
    frame.write_parquet(out, compression="zstd", statistics=True, row_group_size=_GROUP)
    return out.getvalue()
