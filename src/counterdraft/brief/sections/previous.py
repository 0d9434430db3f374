"""What became of the last text of the draft's own series, A, in the draft, B."""

from __future__ import annotations

from counterdraft.brief.case import Case
from counterdraft.brief.report import Section
from counterdraft.brief.sections.compared import Texts, compared


def previous(case: Case) -> Section | None:
    """The section; None where no such text is known."""
    comparison = case.known.predecessor
    if comparison is None:
        return None
    return compared(Texts(case, comparison, "A"), "previous", "Since the text before it, A")
