"""What became in the draft, B, of the text before it, A: of its own series, or its last draft."""

from __future__ import annotations

from msgspec.structs import replace

from counterdraft.brief.case import Case
from counterdraft.brief.other_title import other_title
from counterdraft.brief.report import Prose, Section, Statement
from counterdraft.brief.sections.compared import compared

SERIES = "Since the text before it in its series, A"
NAMED = "Beside the text named as the one before it, A"
DRAFT = "Since the draft before it, A"


def previous(case: Case) -> Section | None:
    """Against the last text of its series; None where no such text is known."""
    comparison = case.known.predecessor
    if comparison is None:
        return None
    doubt = other_title(comparison)
    title = NAMED if doubt else SERIES
    made = compared(
        case, comparison, "A", prefix="a", name="previous", title=title, called="the text before"
    )
    return replace(made, parts=(Prose((Statement(doubt),)), *made.parts)) if doubt else made


def revised(case: Case) -> Section | None:
    """Against the draft before it; None where there is none."""
    comparison = case.known.revised
    if comparison is None:
        return None
    return compared(
        case, comparison, "A", prefix="d", name="revised", title=DRAFT, called="the draft before"
    )
