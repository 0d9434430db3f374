"""A claim about votes, and whether it holds: what was asked, how it was read, the figures."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct

from counterdraft.model.framed import Columns, Framed, Kinds
from counterdraft.model.span import Span

ClaimVerdict = Literal["holds", "does not hold", "holds in part", "unknown", "no figures settle it"]


class Figure(Struct, frozen=True):
    """One vote as evidence: ``count`` of ``base``, and whether the claim holds of it.

    ``holds`` is None where it says nothing by itself, as the first of a row that is to rise, and
    where the figures are not known. ``vote`` is an id; ``label`` what to call it.
    """

    vote: str
    label: str
    date: str | None
    count: int | None
    base: int | None = None
    holds: bool | None = None

    @property
    def share(self) -> float | None:
        """``count`` of ``base``; None where either is not known."""
        return None if self.count is None or not self.base else self.count / self.base


class ClaimPart(Struct, frozen=True):
    """One thing that a claim says: as it was read, the verdict, the figures."""

    reading: str
    verdict: ClaimVerdict
    said: str
    figures: tuple[Figure, ...] = ()


class ClaimCheck(Framed, frozen=True, kw_only=True):
    """A claim and what figures say to it.

    ``span`` is where it stands in a text, if it was found in one. The verdict is that of all parts
    that figures settle: "holds in part" where one of them does not hold, or not in every vote.
    """

    kinds: ClassVar[Kinds] = {"count": int, "base": int, "share": float, "holds": bool}

    claim: str
    verdict: ClaimVerdict
    said: str
    parts: tuple[ClaimPart, ...] = ()
    as_of: str | None = None
    span: Span | None = None

    def columns(self) -> Columns:
        """A row for each vote of each part."""
        rows = [(part.reading, part.verdict, each) for part in self.parts for each in part.figures]
        return {
            "reading": [reading for reading, _, _ in rows],
            "verdict": [verdict for _, verdict, _ in rows],
            "label": [each.label for _, _, each in rows],
            "vote": [each.vote for _, _, each in rows],
            "count": [each.count for _, _, each in rows],
            "base": [each.base for _, _, each in rows],
            "share": [each.share for _, _, each in rows],
            "holds": [each.holds for _, _, each in rows],
        }
