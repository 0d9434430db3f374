"""The sections of a brief, in their order.

A section is a function of a ``Case``; it returns None where it has nothing to say. To add
one, write a module with such a function, and its name here.
"""

from __future__ import annotations

from collections.abc import Callable

from counterdraft.brief.case import Case
from counterdraft.brief.report import Section
from counterdraft.brief.sections.against import against
from counterdraft.brief.sections.asks import asks
from counterdraft.brief.sections.citations import citations
from counterdraft.brief.sections.claims import claims
from counterdraft.brief.sections.dates import dates
from counterdraft.brief.sections.full_text import full_text
from counterdraft.brief.sections.identity import identity
from counterdraft.brief.sections.method import method
from counterdraft.brief.sections.structure import structure
from counterdraft.brief.sections.vote import vote
from counterdraft.brief.sections.words import words

SECTIONS: tuple[Callable[[Case], Section | None], ...] = (
    identity,
    against,
    words,
    structure,
    asks,
    citations,
    dates,
    claims,
    vote,
    full_text,
    method,
)
