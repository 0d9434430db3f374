"""What a result says, before it has a form: sentences and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from counterdraft.model.framed import Columns

Cell = str | int | float | None


class Table(Struct, frozen=True):
    """Rows below a title; ``note`` is said under them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str | None = None


class Told(Struct, frozen=True):
    """A result in words: over which votes it is, what it says, tables, and what bounds it."""

    title: str
    bounds: str
    says: tuple[str, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()


def noted(notes: Sequence[str]) -> tuple[str, ...]:
    """Whose votes a row is of, in sentences: what must be known before a figure is read."""
    return tuple(f"{note}." for note in notes)


def columns_of(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> Columns:
    """Rows by name as columns; what a row has not is None."""
    return {name: [row.get(name) for row in rows] for name in names}
