"""Who is asked: addressees that an edit adds, drops or replaces, their time limits and reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.compare.pairs import Pair, quote
from counterdraft.model import Addressee, Paragraph, Quote, Shift, Span

_Placed = tuple[Paragraph, Addressee]


def addressee_shifts(pair: Pair) -> Iterator[Shift]:
    """Whom the paragraphs of an edit ask that they did not ask before, and the other way round."""
    asked, asks = _of(pair.a), _of(pair.b)
    lost, gained = _beyond(asked, asks), _beyond(asks, asked)
    if pair.both and len(lost) == len(gained) == 1:
        both = (_who(*lost[0]),), (_who(*gained[0]),)
        names = {"a": lost[0][1].text, "b": gained[0][1].text}
        yield pair.shift("addressee", "replaced", quotes=both, **names)
        return
    for paragraph, each in gained:
        now = (_who(paragraph, each),)
        yield pair.shift("addressee", "gained", quotes=((), now), b=each.text, verb=_verb(each))
    for paragraph, each in lost:
        before = (_who(paragraph, each),)
        yield pair.shift("addressee", "lost", quotes=(before, ()), a=each.text, verb=_verb(each))


def report_shifts(pair: Pair) -> Iterator[Shift]:
    """Reports that are asked for and were not, and the other way round."""
    before, now = (next((p for p in side if p.reporting), None) for side in (pair.a, pair.b))
    if now and not before:
        yield pair.shift("report", "gained", quotes=((), (quote(now),)))
    if before and not now:
        yield pair.shift("report", "lost", quotes=((quote(before),), ()))


# Time limits


class _Limit(NamedTuple):
    """A time limit: its paragraph, its words, where they stand, and what it counts in."""

    paragraph: Paragraph
    text: str
    span: Span

    @property
    def counts(self) -> list[int]:
        """The sessions and years of its dates."""
        dates = [d for d in self.paragraph.dates if self.span.holds(d.span)]
        return [d.session or int((d.start or "0")[:4]) for d in dates]

    @property
    def quote(self) -> Quote:
        return quote(self.paragraph, self.span)


def deadline_shifts(pair: Pair, *, routine: int | None) -> Iterator[Shift]:
    """Time limits that come, go or change.

    ``routine`` is how many sessions lie between the texts: a limit that moved by as many is
    the same limit.
    """
    if not pair.both:
        return
    before, now = _limits(pair.a), _limits(pair.b)
    said = {each.text for each in before} & {each.text for each in now}
    before, now = ([each for each in side if each.text not in said] for side in (before, now))
    if len(before) == len(now):
        for one, other in zip(before, now, strict=True):
            if not _moved_along(one, other, routine):
                quotes = (one.quote,), (other.quote,)
                yield pair.shift("deadline", "replaced", quotes=quotes, a=one.text, b=other.text)
        return
    for each in now:
        yield pair.shift("deadline", "gained", quotes=((), (each.quote,)), b=each.text)
    for each in before:
        yield pair.shift("deadline", "lost", quotes=((each.quote,), ()), a=each.text)


def _limits(paragraphs: Iterable[Paragraph]) -> list[_Limit]:
    """Every time limit once, in the order of the text."""
    found = {}
    for p in paragraphs:
        for text in (p.deadline, *(each.deadline for each in p.addressees)):
            at = p.text.find(text) if text else -1
            if text and at >= 0:
                span = Span(p.span.start + at, p.span.start + at + len(text))
                found[span] = _Limit(p, text, span)
    return [found[span] for span in sorted(found, key=lambda span: span.start)]


def _moved_along(before: _Limit, now: _Limit, routine: int | None) -> bool:
    """Whether a session or a year was carried on as the series was."""
    if routine is None:
        return False
    old, new = before.counts, now.counts
    return len(old) == len(new) > 0 and all(
        y - x in {0, routine} for x, y in zip(old, new, strict=True)
    )


# Addressees


def _of(paragraphs: Sequence[Paragraph]) -> list[_Placed]:
    return [(p, each) for p in paragraphs for each in p.addressees if each.text]


def _beyond(ones: list[_Placed], others: list[_Placed]) -> list[_Placed]:
    """Those who are not among the others: by name, else by class where the words differ."""
    names, own = ({_name(each) for _, each in side} for side in (others, ones))
    classes = Counter(each.class_ for _, each in others if _name(each) not in own)
    found = []
    for paragraph, each in ones:
        if _name(each) in names:
            continue
        if classes[each.class_] and each.class_ not in {"named_state", "other"}:
            classes[each.class_] -= 1
            continue
        found.append((paragraph, each))
    return found


def _name(each: Addressee) -> str:
    words = (each.name or each.text).lower().removeprefix("all ").removeprefix("the ")
    return " ".join(words.split())


def _who(paragraph: Paragraph, each: Addressee) -> Quote:
    if paragraph.span.holds(each.span):
        return quote(paragraph, each.span)
    return quote(paragraph)  # asked in the paragraph above, of which this is a point


def _verb(each: Addressee) -> str:
    return each.verb[:1].lower() + each.verb[1:]
