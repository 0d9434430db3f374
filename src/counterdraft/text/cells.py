"""Cells of a table in CSV: values in, words out that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from counterdraft.text.characters import sound

Cell = str | int | float | None

# What makes a cell a formula in one spreadsheet or another; the wide forms do so in some.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def table(columns: Iterable[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table by RFC 4180, its lines ended by CR LF, below a row with the columns' names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe(cell: Cell) -> str:
    """What stands in a cell; words that would be taken for a formula have an apostrophe before."""
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return str(cell)  # a number that is below nought is no formula
    text = sound(cell)
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text
