"""The comments that a Word file holds in its margin: how many, whose, at which paragraphs.

In: a case. Out: a cell, one statement for each author. What they say is none of the draft, may be
meant for few, and is not repeated; the JSON of a parsed text has it.
"""

from __future__ import annotations

from counterdraft.brief.case import Case
from counterdraft.brief.report import Cell, Statement
from counterdraft.model import Comment, Paragraph
from counterdraft.wording.english import counted

_AUTHORS = 12  # by name; more are counted
_NOBODY = "somebody who is not named"


def remarks(case: Case) -> Cell:
    """The cell; empty where the file holds no comment."""
    by_author: dict[str, list[Comment]] = {}
    for each in case.document.comments:
        by_author.setdefault(each.author or _NOBODY, []).append(each)
    told = [_told(case, author, own) for author, own in by_author.items()]
    rest = len(told) - _AUTHORS
    more = (Statement(f"and those of {counted(rest, 'other')}"),) if rest > 0 else ()
    return (*told[:_AUTHORS], *more)


def _told(case: Case, author: str, own: list[Comment]) -> Statement:
    """How many one author left, and where."""
    found = [_holder(case, each) for each in own]
    at = {each.id: each for each in found if each is not None}
    outside = sum(each is None for each in found)
    words = f"{counted(len(own), 'comment')} by {author}, not repeated here"
    if outside:
        words += f"; {outside:,} outside of the paragraphs"
    return Statement(words, case.each(at.values()))


def _holder(case: Case, comment: Comment) -> Paragraph | None:
    """The paragraph where a comment begins."""
    start = comment.span.start
    inside = [p for p in case.resolution.paragraphs if p.span.start <= start <= p.span.end]
    return inside[-1] if inside else None
