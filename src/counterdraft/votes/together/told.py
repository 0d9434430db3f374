"""What a result says, before it has a form: sentences and tables; and what every result can do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped]
    import polars as pl

Cell = str | int | float | None
Columns = Mapping[str, Sequence[Cell]]


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


class Result(Struct, frozen=True, kw_only=True):
    """A result that is told, shown in a notebook, and made a frame of."""

    schema: ClassVar[str] = ""

    def told(self) -> Told:
        """What it says."""
        raise NotImplementedError

    def columns(self) -> Columns:
        """Its figures as a table for programs: columns of one length, by name."""
        raise NotImplementedError

    def frame(self) -> pl.DataFrame:
        """Its figures as a frame of Polars."""
        import polars as pl

        return pl.DataFrame(dict(self.columns()), strict=False)

    def pandas(self) -> pd.DataFrame:
        """Its figures as a frame of pandas; raises ImportError where that is not installed."""
        import pandas as pd

        return pd.DataFrame({name: list(cells) for name, cells in self.columns().items()})

    def _repr_html_(self) -> str:
        from counterdraft.votes.together.forms import to_html

        return to_html(self.told())


def columns_of(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> Columns:
    """Rows by name as columns; what a row has not is None."""
    return {name: [row.get(name) for row in rows] for name in names}
