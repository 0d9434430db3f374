"""Bytes → a table: columns by their folded names, rows with the line on which they end."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.errors import DamagedSource, EmptySource

Row = tuple[int, dict[str, str]]
_MARK = b"\xef\xbb\xbf"


class Table(NamedTuple):
    """A table: where it is from, its columns in order, its rows."""

    source: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def table_of(data: bytes, source: str) -> Table:
    """The table in ``data``: UTF-8, else latin-1; lines may end in any way.

    Raises EmptySource and DamagedSource.
    """
    text = _decoded(data)
    if not text.strip():
        raise EmptySource("there is nothing in it", source=source, remedy="Fetch it again")
    reader = csv.reader(io.StringIO(text, newline=None), delimiter=_delimiter(text))
    try:
        columns = tuple(_folded(each) for each in next(reader))
        rows = tuple(_rows(reader, columns))
    except csv.Error as error:
        remedy = "Look for a quotation mark that is not closed"
        place = f"line {reader.line_num}"
        reason = f"it is no table: {error}"
        raise DamagedSource(reason, source=source, place=place, remedy=remedy) from None
    return Table(source, columns, rows)


def _rows(reader: Iterator[list[str]], columns: tuple[str, ...]) -> Iterator[Row]:
    for fields in reader:
        if any(fields):
            cells = dict(zip(columns, (each.strip() for each in fields), strict=False))
            yield getattr(reader, "line_num", 0), dict.fromkeys(columns, "") | cells


def _decoded(data: bytes) -> str:
    try:
        return data.removeprefix(_MARK).decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _delimiter(text: str) -> str:
    first = text.lstrip().replace("\r", "\n").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").split())
