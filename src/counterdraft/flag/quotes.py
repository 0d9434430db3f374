"""Words of a text as the evidence of a finding."""

from __future__ import annotations

from counterdraft.model import Paragraph, Span
from counterdraft.model.finding import Quoted

# A longer paragraph is quoted around the words in question, with so many characters on either side.
_LONG, _AROUND = 400, 150


def quote(paragraph: Paragraph, start: int = 0, end: int | None = None) -> Quoted:
    """A paragraph of the text itself; of a long one what stands around ``start`` to ``end``.

    These are places in the paragraph; the quote's span is in the document.
    """
    text = paragraph.text
    first, last = 0, len(text)
    if len(text) > _LONG:
        end = start if end is None else end
        first = text.rfind(" ", 0, max(0, start - _AROUND)) + 1
        last = text.find(" ", min(len(text), max(end + _AROUND, first + 2 * _AROUND)))
        last = last if last > 0 else len(text)
    base = paragraph.span.start
    span = Span(base + first, base + last)
    return Quoted(paragraph=paragraph.id, quote=text[first:last], span=span)
