"""Qualifiers that an edit brings in or takes out ("as appropriate", "upon request")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from counterdraft.compare.changed import spoken_of, touches
from counterdraft.compare.pairs import Pair, quote
from counterdraft.compare.standing import Standing
from counterdraft.lexicon.qualifiers import Qualified, find_qualifiers
from counterdraft.model import Paragraph, Quote, Shift, Span
from counterdraft.text.straight import straighten

# A clause that has so much of its words in the other text is in both, and so are the words …
_CLAUSE = 0.5
# … next to a qualifier: so many before it and after it.
_BEFORE, _AFTER = 9, 5

_Placed = tuple[Paragraph, Qualified]
_WORD = re.compile(r"\w+")


def qualifier_shifts(pair: Pair, standing: Standing) -> Iterator[Shift]:
    """What an edit of paragraphs that are in both texts did to their qualifiers.

    A clause that came or went as a whole was not limited, nor freed of its limit.
    """
    if not pair.both:
        return
    before, now = _found(pair.a), _found(pair.b)
    for paragraph, each in _beyond(now, before, pair.come):
        if not _is_in_both(paragraph, each, pair.said[0], standing):
            continue
        said = _quote(paragraph, each)
        yield pair.shift("qualifier", "gained", quotes=((), (said,)), b=said.text, hint=each.says)
    for paragraph, each in _beyond(before, now, pair.gone):
        if not _is_in_both(paragraph, each, pair.said[1], standing):
            continue
        said = _quote(paragraph, each)
        yield pair.shift("qualifier", "lost", quotes=((said,), ()), a=said.text, hint=each.says)


def _is_in_both(paragraph: Paragraph, each: Qualified, other: str, standing: Standing) -> bool:
    """Whether the other text has half of the words of the clause that a qualifier stands in.

    So it must have of those next to it, which tell the thing that is limited from what else is
    asked.
    """
    text, start = paragraph.text, paragraph.span.start
    verbs = [verb.span.start - start for verb in paragraph.verbs]
    begin = max([0, *(at for at in verbs if at <= each.span.start)])
    end = min([len(text), *(at for at in verbs if at > each.span.start)])
    before, after = text[begin : each.span.start], text[each.span.end : end]
    near = " ".join(before.split()[-_BEFORE:]), " ".join(after.split()[:_AFTER])
    there = spoken_of(other)
    return all(
        not words or standing.share(words, there) >= _CLAUSE
        for words in (spoken_of(x) | spoken_of(y) for x, y in ((before, after), near))
    )


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
