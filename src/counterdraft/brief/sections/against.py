"""What became of the draft, A, in another text, B: a rival, or a version of it."""

from __future__ import annotations

from counterdraft.brief.case import Case
from counterdraft.brief.report import Section
from counterdraft.brief.sections.compared import compared

TITLE = "Against another text, B"


def against(case: Case) -> Section | None:
    """The section; None where the draft is compared with nothing."""
    comparison = case.known.against
    if comparison is None:
        return None
    return compared(
        case, comparison, "B", prefix="b", name="against", title=TITLE, called="the other text"
    )
