"""Qualifiers that an edit brings in or takes out ("as appropriate", "upon request")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter

from counterdraft.compare.changed import exchanged, spoken_of, touches
from counterdraft.compare.pairs import Pair, quote
from counterdraft.compare.standing import Standing
from counterdraft.lexicon.follow_up import follow_up
from counterdraft.lexicon.qualifiers import Qualified, find_qualifiers, leading_words, passed_over
from counterdraft.lexicon.renewed import force_of
from counterdraft.model import Paragraph, Quote, Shift, Span
from counterdraft.model.comparison import WordOp
from counterdraft.text.straight import straighten

# A clause that has so much of its words in the other text is in both, and so are the words …
_CLAUSE = 0.5
# … that tell what a qualifier limits: so many that say something before it, or after it.
_BEFORE, _AFTER = 4, 3


_Placed = tuple[Paragraph, Qualified]
_WORD = re.compile(r"\w+")
_PARTED = re.compile(r"[,;:]|\b(?:and|or)\s+to\s")
# What stands between two qualifiers of one thing, and what between one and what it leads to.
_BETWEEN = re.compile(r"[\s,]*(?:(?:and|or)\b[\s,]*)?")
# An act right before one: "to convene, within existing resources".
_ACT = re.compile(r"\bto\s+\w+[\s,]*$")
_INFINITIVE = re.compile(r"[\s,]*to\s")


def qualifier_shifts(pair: Pair, standing: Standing) -> Iterator[Shift]:
    """What an edit of paragraphs that are in both texts did to their qualifiers.

    A clause that came or went as a whole was not limited, nor freed of its limit.
    """
    if not pair.both:
        return
    before, now = _found(pair.a), _found(pair.b)
    for paragraph, each in _beyond(now, before, pair.come):
        if not _is_told(pair, 1, paragraph, each, standing):
            continue
        said = _quote(paragraph, each)
        yield pair.shift("qualifier", "gained", quotes=((), (said,)), b=said.text, hint=each.says)
    for paragraph, each in _beyond(before, now, pair.gone):
        if not _is_told(pair, 0, paragraph, each, standing):
            continue
        said = _quote(paragraph, each)
        yield pair.shift("qualifier", "lost", quotes=((said,), ()), a=said.text, hint=each.says)


def _is_told(
    pair: Pair, side: int, paragraph: Paragraph, each: Qualified, standing: Standing
) -> bool:
    """Whether the other text has the clause that a qualifier of one side limits, without it."""
    other = pair.said[1 - side]
    if _asks(paragraph, each) and not any(map(_acts, (pair.a, pair.b)[1 - side])):
        return False  # what was to be done within limits is told as done
    return (
        _is_in_both(paragraph, each, other, standing)
        and _stays(pair, side, paragraph, each)
        and not (each.leads and _says_as_often(other, pair.said[side], each.hint))
    )


def _asks(paragraph: Paragraph, each: Qualified) -> bool:
    """Whether the verb before a qualifier asks for something, or decides."""
    before = [
        verb for verb in paragraph.verbs if verb.span.end <= paragraph.span.start + each.span.start
    ]
    return bool(before) and force_of(paragraph, before[-1], decided=True) in _acting()


def _acts(paragraph: Paragraph) -> bool:
    """Whether any verb of a paragraph asks or decides, or it is a point of what does."""
    return not paragraph.verbs or any(
        force_of(paragraph, verb, decided=True) in _acting() for verb in paragraph.verbs
    )


@cache
def _acting() -> frozenset[str]:
    return follow_up().asking | follow_up().deciding


def _says_as_often(other: str, own: str, word: str) -> bool:
    """ "to consider" stands in the other text where it has "the consideration of"."""
    return other.lower().count(word) >= own.lower().count(word)


def _is_in_both(paragraph: Paragraph, each: Qualified, other: str, standing: Standing) -> bool:
    """Whether the other text has half of the words of the clause that a qualifier stands in."""
    text, start = paragraph.text, paragraph.span.start
    verbs = [verb.span.start - start for verb in paragraph.verbs]
    begin = max([0, *(at for at in verbs if at <= each.span.start)])
    end = min([len(text), *(at for at in verbs if at > each.span.start)])
    words = spoken_of(text[begin : each.span.start]) | spoken_of(text[each.span.end : end])
    return not words or standing.share(words, spoken_of(other)) >= _CLAUSE


def _stays(pair: Pair, side: int, paragraph: Paragraph, each: Qualified) -> bool:
    """Whether the words that tell what a qualifier limits did not change."""
    text, changed = paragraph.text, (pair.gone, pair.come)[side]
    begin, end = _with_others(text, each)
    before, after = _before(text, begin), _after(text, end)
    if each.leads:
        first = next((word for word in after if not _is_passed_over(text, word)), None)
        return first is not None and (
            not _changed(paragraph, first, changed) or _is_exchanged(pair, side, paragraph, first)
        )
    follow = after[:_AFTER] if _is_set_apart(text, begin, end) else []
    if len(follow) == _AFTER and all(_changed(paragraph, word, changed) for word in follow):
        return False  # "…, where possible, through the mills": it may limit what came in with it
    near = [before[-_BEFORE:], after[:_AFTER]]
    if text[:begin].rstrip(" ,").rpartition(" ")[2].lower() in ("", *leading_words()):
        del near[0]
    elif not _INFINITIVE.match(text, end):
        del near[1]
    elif all(_asks_whom(paragraph, word) for word in near[0]):
        del near[0]  # "Invites Fiji, as appropriate, to": whoever is asked, it limits the act
    kept = [[not _changed(paragraph, word, changed) for word in words] for words in near]
    if _ACT.search(text, 0, begin) and before and _changed(paragraph, before[-1], changed):
        return False  # it limits an act that only one of the texts has
    return all(words and sum(words) >= _CLAUSE * len(words) for words in kept)


def _asks_whom(paragraph: Paragraph, word: Span) -> bool:
    """Whether a word is of the verb that asks, or of the name of whoever is asked."""
    start = paragraph.span.start
    at = Span(start + word.start, start + word.end)
    spans = [each.span for each in paragraph.addressees]
    return any(span.holds(at) for span in (*spans, *(verb.span for verb in paragraph.verbs)))


def _is_set_apart(text: str, begin: int, end: int) -> bool:
    """Whether commas stand on both sides: it may limit what follows as well as what is before."""
    return text[:begin].rstrip().endswith(",") and text[end:].lstrip().startswith(",")


def _is_exchanged(pair: Pair, side: int, paragraph: Paragraph, word: Span) -> bool:
    """Whether the other text has a word in another form in its place: "to consider convening"."""
    start = paragraph.span.start
    at, words = Span(start + word.start, start + word.end), (pair.a, pair.b)[side]
    op: WordOp = "inserted" if side else "deleted"
    said = spoken_of(paragraph.text[word.start : word.end])
    return any(
        one.startswith(other) or other.startswith(one)
        for span, instead in exchanged(pair.edit.words, words, op)
        if span.meets(at)
        for other in spoken_of(instead)
        for one in said
    )


def _is_passed_over(text: str, word: Span) -> bool:
    return text[word.start : word.end].lower() in passed_over()


def _before(text: str, end: int) -> list[Span]:
    """The words before a place that say something, from the last comma or the like on."""
    end = len(text[:end].rstrip(" ,"))
    return _speaking(text, max((x.end() for x in _PARTED.finditer(text, 0, end)), default=0), end)


def _after(text: str, start: int) -> list[Span]:
    """The words after a place that say something, up to a comma or the like."""
    start += len(_between(text[start:]))
    parted = _PARTED.search(text, start)
    return _speaking(text, start, parted.start() if parted else len(text))


def _with_others(text: str, each: Qualified) -> tuple[int, int]:
    """Where a qualifier begins and ends, with those that only "and" or a comma parts from it."""
    begin, end = each.span.start, each.span.end
    if each.leads:
        return begin, end
    others = [other.span for other in find_qualifiers(straighten(text)) if not other.leads]
    for other in sorted(others, key=lambda span: -span.start):
        if other.end <= begin and _between(text[other.end : begin]) == text[other.end : begin]:
            begin = other.start
    for other in sorted(others, key=lambda span: span.start):
        if other.start >= end and _between(text[end : other.start]) == text[end : other.start]:
            end = other.end
    return begin, end


def _between(text: str) -> str:
    """What text begins with that only joins: a comma, "and"."""
    found = _BETWEEN.match(text)
    return found[0] if found else ""


def _speaking(text: str, start: int, end: int) -> list[Span]:
    """The words of a stretch that say something."""
    words = _WORD.finditer(text, start, end)
    return [Span(*word.span()) for word in words if spoken_of(word[0])]


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
    words = _speaking(paragraph.text, each.span.start, each.span.end)
    return any(_changed(paragraph, word, changed) for word in words)


def _changed(paragraph: Paragraph, word: Span, changed: Sequence[Span]) -> bool:
    start = paragraph.span.start
    return touches(changed, Span(start + word.start, start + word.end))


def _quote(paragraph: Paragraph, each: Qualified) -> Quote:
    start = paragraph.span.start
    return quote(paragraph, Span(start + each.span.start, start + each.span.end))
