"""Who sponsors the texts of a series, who came, who went, and who used to be there."""

from __future__ import annotations

from msgspec import Struct

from counterdraft.model.framed import Columns, Framed
from counterdraft.model.history import Series

SPONSORS_SCHEMA = "counterdraft/sponsors/1"


class Sponsored(Struct, frozen=True, kw_only=True):
    """The sponsors of one text, by codes of Members, in alphabetical order.

    ``first`` sponsored the draft as tabled, ``joined`` came to it before it was acted on. ``known``
    tells whether anybody lists them: without that nothing is said. ``since`` is the vote before
    whose sponsors are known; ``came`` and ``left`` are against that one. ``missing`` sponsored an
    earlier text of the series, whose sponsors are known, and not this one.
    """

    vote: str
    label: str
    known: bool
    first: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    since: str | None = None
    came: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """All of them, in alphabetical order of their codes."""
        return tuple(sorted({*self.first, *self.joined}))


class Group(Struct, frozen=True):
    """A regional group: how many of the sponsors of each text belong to it, of how many Members."""

    name: str
    counts: tuple[int | None, ...]


class Sponsors(Framed, frozen=True, kw_only=True):
    """The sponsors of a series, text by text, the oldest first; ``groups`` in the same order."""

    series: Series
    as_of: str | None = None
    texts: tuple[Sponsored, ...] = ()
    groups: tuple[Group, ...] = ()

    def columns(self) -> Columns:
        """A row for each sponsor of each text: since when of that text, and who left."""
        rows = [
            (text, code, side)
            for text in self.texts
            for side, codes in (
                ("tabled", text.first),
                ("joined", text.joined),
                ("left", text.left),
            )
            for code in codes
        ]
        return {
            "label": [text.label for text, _, _ in rows],
            "vote": [text.vote for text, _, _ in rows],
            "code": [code for _, code, _ in rows],
            "side": [side for _, _, side in rows],
        }
