"""What every result can do: be told, be shown in a notebook as it is told, become a frame."""

from __future__ import annotations

from typing import ClassVar

from counterdraft.model.framed import Framed
from counterdraft.votes.together.html import to_html
from counterdraft.votes.together.told import Told


class Result(Framed, frozen=True, kw_only=True):
    """A result that is told, shown in a notebook, and made a frame of."""

    schema: ClassVar[str] = ""

    def told(self) -> Told:
        """What it says."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        return to_html(self.told())
