"""Qualifiers that an edit brings in or takes out ("as appropriate", "upon request")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.compare.pairs import Pair, quote
from counterdraft.lexicon.qualifiers import Qualified, find_qualifiers
from counterdraft.model import Paragraph, Quote, Shift, Span
from counterdraft.text.straight import straighten

_Placed = tuple[Paragraph, Qualified]


def qualifier_shifts(pair: Pair) -> Iterator[Shift]:
    """What an edit of paragraphs that are in both texts did to their qualifiers."""
    if not pair.both:
        return
    before, now = _found(pair.a), _found(pair.b)
    for paragraph, each in _beyond(now, before):
        said = _quote(paragraph, each)
        yield pair.shift("qualifier", "gained", quotes=((), (said,)), b=said.text, hint=each.says)
    for paragraph, each in _beyond(before, now):
        said = _quote(paragraph, each)
        yield pair.shift("qualifier", "lost", quotes=((said,), ()), a=said.text, hint=each.says)


def _found(paragraphs: Sequence[Paragraph]) -> list[_Placed]:
    return [(p, each) for p in paragraphs for each in find_qualifiers(straighten(p.text))]


def _beyond(ones: list[_Placed], others: list[_Placed]) -> Iterator[_Placed]:
    """Those of a kind that are more than the others have of it."""
    left = [each.id for _, each in others]
    for paragraph, each in ones:
        if each.id in left:
            left.remove(each.id)
        else:
            yield paragraph, each


def _quote(paragraph: Paragraph, each: Qualified) -> Quote:
    start = paragraph.span.start
    return quote(paragraph, Span(start + each.span.start, start + each.span.end))
