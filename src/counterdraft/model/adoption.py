"""How a text was adopted."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

AdoptionMode = Literal["without a vote", "recorded vote", "not adopted", "unknown"]


class Adoption(Struct, frozen=True, gc=False):
    """How a text was adopted; the tally of a recorded vote where it is known.

    What was "not adopted" has the tally of the vote by which it was refused, where that is known.
    """

    mode: AdoptionMode = "unknown"
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
