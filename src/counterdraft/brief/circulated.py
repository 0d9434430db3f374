"""What a document says of a draft outside of it: who brought it, and the lines at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from counterdraft.lexicon.circulation import circulation
from counterdraft.lexicon.layout import layout
from counterdraft.lexicon.states import find_states
from counterdraft.model import Document, Resolution, Span
from counterdraft.text.straight import straighten

LINE = 500  # a longer one is prose
HEAD = 20  # so many lines may stand above a draft
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*")


def circulated(document: Document, resolution: Resolution) -> Span | None:
    """The first sentence that says that a State or group circulated, tabled … the draft.

    It is the document's word, to be quoted and not to be relied on.
    """
    for block in document.blocks:
        outside = block.span.end <= resolution.span.start or block.span.start >= resolution.span.end
        if outside:
            for sentence in _sentences(document.text, block.span):
                if _says_so(sentence.of(document.text)):
                    return sentence
    return None


def by_office(document: Document, resolution: Resolution) -> Span | None:
    """The line before a draft by which an officer of the organ brings it: nobody's State does.

    "Draft resolution submitted by the Vice-Chair of the Committee, …, on the basis of informal
    consultations on draft resolution A/C.2/80/L.14": the whole line, to be quoted.
    """
    first = resolution.paragraphs[0].span.start if resolution.paragraphs else resolution.span.start
    for block in document.blocks:
        line = block.span.of(document.text)
        if block.span.end > first or len(line) > LINE or not layout().brought.match(line):
            continue
        found = layout().sponsors.search(" ".join(straighten(line).split()))
        if found and layout().officer.match(found["who"] or ""):
            return block.span
    return None


def labelled(document: Document, resolution: Resolution) -> tuple[Span, ...]:
    """The lines above a draft that begin with a label, as those of Model United Nations do.

    "Committee: …", "Signatories: …": none of them where prose stands between it and the draft.
    """
    first = resolution.paragraphs[0].span.start if resolution.paragraphs else resolution.span.start
    above = [block.span for block in document.blocks if block.span.end <= first][::-1]
    near = list(takewhile(lambda span: span.end - span.start <= LINE, above[:HEAD]))
    lines = (span for span in near[::-1] if layout().headed.match(span.of(document.text)))
    return tuple(lines)


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
