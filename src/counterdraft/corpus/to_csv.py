"""A table → CSV, by RFC 4180, that no spreadsheet runs as formulas."""

from __future__ import annotations

from counterdraft.corpus.rows import Table
from counterdraft.text.cells import table


def to_csv(found: Table) -> str:
    """The table below a row with the names of its columns."""
    return table(found.columns, found.rows)
