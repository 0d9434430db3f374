"""Groups of Word's → lines: which of them are text, and where a line break parts two."""

from __future__ import annotations

import re
from itertools import pairwise

from counterdraft.ooxml.groups import Group
from counterdraft.ooxml.pieces import LINE_BREAK
from counterdraft.read.reflow import breaks_here

_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
# How far to both sides of a line break it is looked for what it parts.
_LOOK = 200
# What stands beside the number in a line that numbers the page.
_BESIDE_PAGE = re.compile(r"\W*(?:page|p)?\W*(?:of)?\W*", re.IGNORECASE)


def numbers_the_page(group: Group) -> bool:
    """Whether a line of the text is but the number of a page, which a field counts."""
    if not any(each.piece.field in _PAGE_FIELDS for each in group.shown):
        return False
    rest = "".join(s.words for s in group.shown if s.piece.field not in _PAGE_FIELDS)
    return _BESIDE_PAGE.fullmatch(rest) is not None


def cuts(group: Group) -> frozenset[int]:
    """The line breaks, by their places in the group, that are as good as a paragraph's end."""
    breaks = [i for i, each in enumerate(group.shown) if each.words == LINE_BREAK]
    if not breaks:
        return frozenset()
    lines = [
        "".join(each.words for each in group.shown[start:end]).strip()
        for start, end in pairwise([0, *breaks, len(group.shown)])
    ]
    found: set[int] = set()
    before = lines[0]
    for place, line in zip(breaks, lines[1:], strict=True):
        # Two breaks one after the other are an empty line.
        if line and (not before or breaks_here(before[-_LOOK:], line[:_LOOK])):
            found.add(place)
        before = line
    return frozenset(found)
