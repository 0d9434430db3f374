"""Clauses whose verb the lexicon does not know: what the shape of their first words tells.

In: a straightened text and a candidate in it. Out: whether it opens as an act of an organ does
("Imposes targeted sanctions …"), by the form of its first word and what follows; which verb it is
stays open.
"""

from __future__ import annotations

from counterdraft.draft.opening import reads_as_act
from counterdraft.parse.blocks import Candidate


def opens_as_act(straight: str, found: Candidate) -> bool:
    """Whether a candidate begins with a capital and a word in the third person."""
    return reads_as_act(straight[found.start : found.end])


def opens_lower(straight: str, found: Candidate) -> bool:
    """Whether a candidate's own words begin small, as the points of a list do."""
    return straight[found.start : found.end].lstrip("[\"'")[:1].islower()
