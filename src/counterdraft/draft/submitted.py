"""A draft and its document → the line that says who submits it by office.

Such a line names nobody's State and so no sponsor, yet it is what the draft says of its origin:
"Draft resolution submitted by the Vice-Chair of the Committee, …, on the basis of informal
consultations on draft resolution A/C.2/80/L.21".
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from counterdraft.lexicon.layout import layout
from counterdraft.model import Document, Resolution

_END = attrgetter("span.end")
_HEAD_LINES = 12
# What a paragraph ends with, and no line of a masthead does: there another text ends.
_STOPS = (";", ".")


def submitted(resolution: Resolution, document: Document) -> str:
    """The line as printed; "" where there is none, or sponsors are named instead."""
    if resolution.sponsors or resolution.kind != "draft":
        return ""
    end = bisect_right(document.blocks, resolution.span.start, key=_END)
    for block in reversed(document.blocks[max(0, end - _HEAD_LINES) : end]):
        line = " ".join(block.span.of(document.text).split())
        if layout().brought.match(line) and layout().by_office.search(line):
            return line
        if line.endswith(_STOPS):
            return ""
    return ""
