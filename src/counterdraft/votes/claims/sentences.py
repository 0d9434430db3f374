"""A text → its sentences, from their true beginning to their end.

In: any text. Out: spans. What is no sentence of its own has none: what a colon leads up to, a
question, a line without a full stop. A full stop behind an initial or a title ("U.N.", "Mr.")
ends nothing, nor does a line behind which a small letter goes on. Documents have one line a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterdraft.model.span import Span

_END = re.compile(r"(?P<mark>[.!?]+)[\"')\]]*(?=\s|$)|\n")
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mrs?|Ms|Dr|St|Nos?|Arts?|paras?|vs|cf|approx|ca))\.$")
_GOES_ON = re.compile(r"\s*[^\W\d_A-Z]")  # a small letter
# What a sentence cannot follow: a colon, and a line that breaks off, longer than most heads.
_LEADS_UP = re.compile(r"(?::|[^\n]{60}[^\s.!?:\"')\]])\s*$")
_LOOK_BACK = 100


def sentences(text: str) -> Iterator[Span]:
    """The sentences of ``text`` that state something, without the blanks around them."""
    begun = 0
    for end in _END.finditer(text):
        mark = end["mark"] or ""
        if end.start() < begun or _is_within(text, end):
            continue
        span = _stripped(text, begun, end.start())
        led_up_to = _LEADS_UP.search(text[max(0, span.start - _LOOK_BACK) : span.start])
        if mark and "?" not in mark and span.start < span.end and not led_up_to:
            yield span
        begun = end.end()


def _is_within(text: str, end: re.Match[str]) -> bool:
    short = end["mark"] == "." and _SHORT.search(text[max(0, end.start() - 8) : end.end("mark")])
    following = _GOES_ON.match(text, end.end())
    return bool(short or following)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
