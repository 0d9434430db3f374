"""What of a text is not settled: it stands in brackets, or a change of it is still tracked.

In: a case and a paragraph of it. Out: statements for a cell that says what the paragraph asks or
does; for the whole text, which paragraphs have tracked changes that nobody accepted or rejected,
and where paragraphs were struck, inserted or moved that the view at hand does not show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    """What is tracked and where, in a sentence's words; nothing where no paragraph has changes."""
    found = [label(each) for each in case.resolution.paragraphs if _is_tracked(case, each)]
    said = [f"tracked changes in {some(found, _MOST)}"] if found else []
    said += [some(unseen, _MOST)] if (unseen := list(_unseen(case))) else []
    if not said:
        return ""
    one = not found and len(unseen) == 1 and unseen[0].startswith("a ")
    return f"{', and '.join(said)} {'is' if one else 'are'} neither accepted nor rejected"


def _unseen(case: Case) -> Iterator[str]:
    """The whole paragraphs that the view leaves out, by what was done with them and where."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in case.resolution.revisions:
        if each.whole and each.span.start == each.span.end and each.text.strip():
            where = _beside(case, each.span.start)
            found.setdefault((_done(case, each), where), []).append(each.text)
    for (how, where), texts in found.items():
        yield f"{_paragraphs(texts)} {how} {where}"


def _done(case: Case, revision: Revision) -> str:
    """What was done with words that the view leaves out; elsewhere they may stand."""
    gone = revision.kind == "deleted"
    other = "inserted" if gone else "deleted"
    if any(e.kind == other and e.text == revision.text for e in case.resolution.revisions):
        return "moved from" if gone else "moved to"
    return "struck" if gone else "inserted"


def _paragraphs(texts: Sequence[str]) -> str:
    """How many paragraphs they are; of changes of one by several hands that is open."""
    number = texts[0].count("\n") + 1
    if len(texts) > 1:
        return "one or more paragraphs"
    return "a paragraph" if number == 1 else f"{number} paragraphs"


def _beside(case: Case, place: int) -> str:
    """Where between two paragraphs a place is."""
    if any(each.span.start <= place for each in case.resolution.annexes):
        return "in an annex"
    own = case.resolution.paragraphs
    following = next((each for each in own if each.span.start >= place), None)
    if following is not None:
        return f"before {label(following)}"
    return f"after {label(own[-1])}" if own else "outside of its paragraphs"


def _is_tracked(case: Case, paragraph: Paragraph) -> bool:
    return any(_touches(each, paragraph) for each in case.resolution.revisions)


def _touches(revision: Revision, paragraph: Paragraph) -> bool:
    """Whether a change is one of the paragraph's words; one left out stands at a place in it."""
    at, own = revision.span, paragraph.span
    if at.start == at.end:
        return not revision.whole and own.start <= at.start <= own.end
    return at.meets(own)
