"""What of a paragraph is not settled: it stands in brackets, or a change of it is still tracked.

In: a case and a paragraph of it. Out: statements for a cell that says what the paragraph asks or
does; for the whole text, which paragraphs have tracked changes that nobody accepted or rejected.
"""

from __future__ import annotations

from counterdraft.brief.case import Case, label
from counterdraft.brief.report import Cell, Statement
from counterdraft.draft.brackets import SAID, bracketing
from counterdraft.model import Paragraph, Revision
from counterdraft.wording.english import some

_MOST = 8  # paragraphs by name
_TRACKED = "with tracked changes, neither accepted nor rejected"


def unsettled_of(case: Case, paragraph: Paragraph) -> Cell:
    """That what is asked or done may not be agreed."""
    how = bracketing(paragraph)
    said = [SAID[how]] if how else []
    said += [_TRACKED] if _is_tracked(case, paragraph) else []
    return tuple(Statement(words, style="absent") for words in said)


def tracked(case: Case) -> str:
    """Which paragraphs have tracked changes, in a sentence's words; nothing where none has."""
    found = [label(each) for each in case.resolution.paragraphs if _is_tracked(case, each)]
    if not found:
        return ""
    return f"tracked changes in {some(found, _MOST)} are neither accepted nor rejected"


def _is_tracked(case: Case, paragraph: Paragraph) -> bool:
    return any(_touches(each, paragraph) for each in case.resolution.revisions)


def _touches(revision: Revision, paragraph: Paragraph) -> bool:
    """Whether a change is one of the paragraph's words; one left out stands at a place in it."""
    at, own = revision.span, paragraph.span
    if at.start == at.end:
        return own.start <= at.start <= own.end
    return at.meets(own)
