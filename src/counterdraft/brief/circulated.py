"""What a document says of a draft outside of it: who brought it, and the lines at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.circulation import circulation
from counterdraft.lexicon.dates import months
from counterdraft.lexicon.layout import layout
from counterdraft.lexicon.states import find_states
from counterdraft.model import Document, Resolution, Span
from counterdraft.text.straight import straighten

LINE = 500  # a longer one is prose
QUOTED = 200  # characters of such a sentence that a brief quotes
HEAD = 20  # so many lines may stand above a draft
_ARTICLE = len("The ")
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*")


def circulated(document: Document, resolution: Resolution) -> Span | None:
    """The sentence that says most plainly that a State or group circulated, tabled … the draft.

    It is the document's word, to be quoted and not to be relied on.
    """
    own = resolution.span
    found = [
        sentence
        for block in document.blocks
        if not block.span.meets(own)
        for sentence in _sentences(document.text, block.span)
        if _says_so(sentence.of(document.text))
    ]
    return max(found, key=lambda each: _plainness(each.of(document.text)), default=None)


def _plainness(sentence: str) -> tuple[bool, bool, bool]:
    """What speaks for a sentence: it begins with who did it, is short, and says when.

    "The envoy of X, which had tabled its draft before, …" tells it beside something else.
    """
    straight = straighten(sentence)
    begins = any(
        each.start <= _ARTICLE and circulation().says_of(straight, each.start, each.end)
        for each in find_states(straight)
    )
    return begins, len(sentence) <= QUOTED, bool(_day().search(straight))


@cache
def _day() -> re.Pattern[str]:
    month = alternatives(months())
    return re.compile(rf"\b(?:{month})\b \d|\d (?:{month})\b")


def by_office(document: Document, resolution: Resolution) -> Span | None:
    """The line before a draft by which an officer of the organ brings it: nobody's State does.

    "Draft resolution submitted by the Vice-Chair of the Committee, …, on the basis of informal
    consultations on draft resolution A/C.2/80/L.14": the whole line, to be quoted.
    """
    for block in _above(document, resolution):
        line = block.of(document.text)
        if len(line) > LINE or not layout().brought.match(line):
            continue
        found = layout().sponsors.search(" ".join(straighten(line).split()))
        if found and layout().officer.match(found["who"] or ""):
            return block
    return None


def labelled(document: Document, resolution: Resolution) -> tuple[Span, ...]:
    """The lines above a draft that begin with a label, as those of Model United Nations do.

    "Committee: …", "Signatories: …": none of them where prose stands between it and the draft.
    """
    nearest = _above(document, resolution)[::-1][:HEAD]
    near = list(takewhile(lambda span: span.end - span.start <= LINE, nearest))
    return tuple(span for span in near[::-1] if layout().headed.match(span.of(document.text)))


def _above(document: Document, resolution: Resolution) -> list[Span]:
    """The blocks above the first paragraph of a draft."""
    first = resolution.paragraphs[0].span.start if resolution.paragraphs else resolution.span.start
    return [block.span for block in document.blocks if block.span.end <= first]


def _sentences(text: str, block: Span) -> Iterator[Span]:
    for found in _SENTENCE.finditer(block.of(text)):
        lead = len(found[0]) - len(found[0].lstrip())
        if found[0].strip():
            start = block.start + found.start()
            yield Span(start + lead, start + len(found[0].rstrip()))


def _says_so(sentence: str) -> bool:
    straight = straighten(sentence)
    return any(
        circulation().says_of(straight, name.start, name.end) for name in find_states(straight)
    )
