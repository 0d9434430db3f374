"""Results that are tables too: as a frame of Polars or pandas, and in a notebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, ClassVar

from counterdraft.model.shown import Shown, many

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

FrameCell = str | int | float | bool | None
Columns = Mapping[str, Sequence[FrameCell]]
Kinds = Mapping[str, type[str | int | float | bool]]


class Tabular(Shown, frozen=True):
    """A value that is a table too, in columns of one length.

    ``kinds`` are the types of the columns that are not words: a column has its type whatever stands
    in it, so that frames of many texts can be put one below the other.
    """

    kinds: ClassVar[Kinds] = {}

    def columns(self) -> Columns:
        """Its table by the name of each column."""
        raise NotImplementedError

    def frame(self) -> pl.DataFrame:
        """Its table as a frame of Polars."""
        import polars as pl

        types = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean}
        columns = self.columns()
        schema = {name: types[self.kinds.get(name, str)] for name in columns}
        return pl.DataFrame({name: list(cells) for name, cells in columns.items()}, schema)

    def pandas(self) -> pd.DataFrame:
        """Its table as a frame of pandas, without PyArrow; ImportError where there is none."""
        try:
            import pandas as pd
        except ImportError:
            said = "pandas is not installed: pip install pandas, or take .frame(), which is Polars"
            raise ImportError(said) from None
        return pd.DataFrame({name: list(cells) for name, cells in self.columns().items()})


class Framed(Tabular, frozen=True):
    """A result that a notebook shows as the table that it is."""

    def in_a_line(self) -> str:
        """How large its table is."""
        columns = self.columns()
        rows = len(next(iter(columns.values()), ()))
        of = many(len(columns), "column")
        return f"{many(rows, 'row')} of {of}; .frame() has them"

    def above(self) -> Sequence[str]:
        """What is to be read before the table, in sentences: what was not read of the text."""
        lacking: Sequence[str] = getattr(self, "lacking", ())
        return (f"Not read: {'; '.join(lacking)}.",) if lacking else ()

    def _repr_html_(self) -> str:
        """Its figures as a table for a notebook; every word is escaped."""
        columns = self.columns()
        said = "".join(f"<p>{escape(each)}</p>" for each in self.above())
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
        rows = "".join(
            f"<tr>{''.join(f'<td>{_shown(cell)}</td>' for cell in row)}</tr>"
            for row in zip(*columns.values(), strict=True)
        )
        return f"{said}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _shown(cell: FrameCell) -> str:
    if cell is None:
        return ""
    return f"{cell:.3f}" if isinstance(cell, float) else escape(str(cell))
