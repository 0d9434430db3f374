"""Words of a paragraph as the evidence of a finding: the paragraph, a long one in part."""

from __future__ import annotations

import re

from counterdraft.lexicon.states import find_states
from counterdraft.model import Paragraph, Span
from counterdraft.model.finding import Quoted

_WORD = re.compile(r"\S+")
# A quote of more characters is cut around what it is quoted for, with so many on either side.
_LONG, _AROUND = 420, 160


def begun(text: str, most: int) -> str:
    """The first words of a text, so many at most, with a mark where there are more.

    A name of a State or a group is one word, however long it is: none moves the cut.
    """
    names, count, end = find_states(text), 0, 0
    for word in _WORD.finditer(text):
        # "the" before a name is of it, as some names have it and others not.
        of_name = any(each.start < word.start() < each.end for each in names) or (
            word[0] == "the" and any(each.start == word.end() + 1 for each in names)
        )
        count += not of_name
        if count > most:
            return f"{text[:end].rstrip(' ,;:')}\u2026"
        end = word.end()
    return text


def quoted(
    paragraph: Paragraph, start: int = 0, end: int | None = None, text: str = "this"
) -> Quoted:
    """The words of a paragraph around those from ``start`` to ``end`` of its own text.

    Without ``end`` a long paragraph is quoted from around ``start``. ``text`` says whose words they
    are; the span is in that text's document.
    """
    words = paragraph.text
    first, last = 0, len(words)
    if len(words) > _LONG:
        first = words.rfind(" ", 0, max(0, start - _AROUND)) + 1
        reach = max((start if end is None else end) + _AROUND, first + 2 * _AROUND)
        last = words.find(" ", min(len(words), reach))
        last = last if last >= 0 else len(words)
    quote = words[first:last]
    first += len(quote) - len(quote.lstrip())
    base, quote = paragraph.span.start + first, quote.strip()
    span = Span(base, base + len(quote))
    return Quoted(text=text, paragraph=paragraph.id, quote=quote, span=span)
