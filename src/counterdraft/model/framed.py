"""Results that are tables too: as a frame of Polars or pandas, and in a notebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from counterdraft.model.shown import Shown

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

FrameCell = str | int | float | bool | None
Columns = Mapping[str, Sequence[FrameCell]]


class Framed(Shown, frozen=True):
    """A result with figures in columns of one length."""

    def columns(self) -> Columns:
        """Its figures by the name of their column."""
        raise NotImplementedError

    def frame(self) -> pl.DataFrame:
        """Its figures as a frame of Polars."""
        import polars as pl

        return pl.DataFrame(dict(self.columns()), strict=False, infer_schema_length=None)

    def pandas(self) -> pd.DataFrame:
        """Its figures as a frame of pandas, without PyArrow; ImportError where there is none."""
        import pandas as pd

        return pd.DataFrame({name: list(cells) for name, cells in self.columns().items()})

    def in_a_line(self) -> str:
        """How large its table is."""
        columns = self.columns()
        rows = len(next(iter(columns.values()), ()))
        return f"{rows:,} rows of {len(columns)} columns; .frame() has them"

    def _repr_html_(self) -> str:
        """Its figures as a table for a notebook; every word is escaped."""
        columns = self.columns()
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
        rows = "".join(
            f"<tr>{''.join(f'<td>{_shown(cell)}</td>' for cell in row)}</tr>"
            for row in zip(*columns.values(), strict=True)
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _shown(cell: FrameCell) -> str:
    if cell is None:
        return ""
    return f"{cell:.3f}" if isinstance(cell, float) else escape(str(cell))
