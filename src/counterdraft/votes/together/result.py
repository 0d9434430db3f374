"""What every result can do: be told, be shown in a notebook, become a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from counterdraft.votes.together.html import to_html
from counterdraft.votes.together.told import Columns, Told

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


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
        return to_html(self.told())
