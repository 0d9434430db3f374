"""Qualifiers that an edit brings in or takes out ("as appropriate", "upon request")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from counterdraft.compare.changed import spoken_of, touches
from counterdraft.compare.pairs import Pair, quote
from counterdraft.lexicon.qualifiers import Qualified, find_qualifiers
from counterdraft.model import Paragraph, Quote, Shift, Span
from counterdraft.text.straight import straighten

_Placed = tuple[Paragraph, Qualified]
_WORD = re.compile(r"\w+")


def qualifier_shifts(pair: Pair) -> Iterator[Shift]:
    """What an edit of paragraphs that are in both texts did to their qualifiers."""
    if not pair.both:
        return
    before, now = _found(pair.a), _found(pair.b)
    for paragraph, each in _beyond(now, before, pair.come):
        said = _quote(paragraph, each)
        yield pair.shift("qualifier", "gained", quotes=((), (said,)), b=said.text, hint=each.says)
    for paragraph, each in _beyond(before, now, pair.gone):
        said = _quote(paragraph, each)
        yield pair.shift("qualifier", "lost", quotes=((said,), ()), a=said.text, hint=each.says)


def _found(paragraphs: Sequence[Paragraph]) -> list[_Placed]:
    return [(p, each) for p in paragraphs for each in find_qualifiers(straighten(p.text))]


def _beyond(
    ones: list[_Placed], others: list[_Placed], changed: Sequence[Span]
) -> Iterator[_Placed]:
    """Those of a kind that are more than the others have of it, and are new in their own words."""
    left = [each.id for _, each in others]
    placed = [(_is_new(*each, changed), *each) for each in ones]
    for new, paragraph, each in sorted(placed, key=itemgetter(0)):
        if each.id in left:
            left.remove(each.id)
        elif new:
            yield paragraph, each


def _is_new(paragraph: Paragraph, each: Qualified, changed: Sequence[Span]) -> bool:
    """Whether words changed that say something: in "to consider" it is not "to"."""
    start = paragraph.span.start
    words = [
        word
        for word in _WORD.finditer(paragraph.text, each.span.start, each.span.end)
        if spoken_of(word[0])
    ]
    spans = [Span(start + word.start(), start + word.end()) for word in words]
    return any(touches(changed, span) for span in spans)


def _quote(paragraph: Paragraph, each: Qualified) -> Quote:
    start = paragraph.span.start
    return quote(paragraph, Span(start + each.span.start, start + each.span.end))
