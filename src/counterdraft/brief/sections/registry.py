"""The sections of a brief, in their order.

A section is a function of a ``Case``; it returns None where it has nothing to say. To add
one, write a module with such a function, and its name here.
"""

from __future__ import annotations

from collections.abc import Callable

from counterdraft.brief.case import Case
from counterdraft.brief.report import Section
from counterdraft.brief.sections.against import against
from counterdraft.brief.sections.amendment import amendment
from counterdraft.brief.sections.asks import asks
from counterdraft.brief.sections.changes import changed
from counterdraft.brief.sections.citations import citations
from counterdraft.brief.sections.claims import claims
from counterdraft.brief.sections.dates import dates
from counterdraft.brief.sections.drafts import drafts
from counterdraft.brief.sections.effect import effect
from counterdraft.brief.sections.found import found
from counterdraft.brief.sections.full_text import full_text
from counterdraft.brief.sections.head import head
from counterdraft.brief.sections.method import method
from counterdraft.brief.sections.notes import notes
from counterdraft.brief.sections.previous import previous, revised
from counterdraft.brief.sections.silence import silence
from counterdraft.brief.sections.structure import structure
from counterdraft.brief.sections.tensions import tensions
from counterdraft.brief.sections.timeline import timeline
from counterdraft.brief.sections.vote import vote
from counterdraft.brief.sections.words import words

# What a reader asks first stands first; what is to be looked up, and the text itself, at the end.
SECTIONS: tuple[Callable[[Case], Section | None], ...] = (
    head,
    changed,
    asks,
    amendment,
    against,
    drafts,
    revised,
    previous,
    words,
    silence,
    tensions,
    effect,
    found,
    claims,
    vote,
    timeline,
    notes,
    structure,
    citations,
    dates,
    full_text,
    method,
)
