"""What became in the draft, B, of the text before it, A: of its own series, or its last draft."""

from __future__ import annotations

from counterdraft.brief.case import Case
from counterdraft.brief.report import Section
from counterdraft.brief.sections.compared import Texts, compared


def previous(case: Case) -> Section | None:
    """Against the last text of its series; None where no such text is known."""
    comparison = case.known.predecessor
    if comparison is None:
        return None
    title = "Since the text before it in its series, A"
    return compared(Texts(case, comparison, "A", "a"), "previous", title)


def revised(case: Case) -> Section | None:
    """Against the draft before it; None where there is none."""
    comparison = case.known.revised
    if comparison is None:
        return None
    return compared(Texts(case, comparison, "A", "d"), "revised", "Since the draft before it, A")
