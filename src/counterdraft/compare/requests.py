"""Who is asked: addressees that an edit adds, drops or replaces, their time limits and reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.compare.changed import says, touches
from counterdraft.compare.pairs import Pair, quote
from counterdraft.lexicon.dates import months, ordinals
from counterdraft.lexicon.deadlines import report_pattern
from counterdraft.lexicon.joining import joining_words
from counterdraft.model import Addressee, Paragraph, Quote, Shift, Span
from counterdraft.text.straight import straighten

# An acronym has so many letters.
_INITIALS, _LONGEST = 3, 7
_WORD = re.compile(r"\w+")

_Placed = tuple[Paragraph, Addressee]


def addressee_shifts(pair: Pair) -> Iterator[Shift]:
    """Whom the paragraphs of an edit ask that they did not ask before, and the other way round."""
    asked, asks = _of(pair.a), _of(pair.b)
    lost = _beyond(asked, asks, pair.gone, pair.said[1])
    gained = _beyond(asks, asked, pair.come, pair.said[0])
    if pair.both and len(lost) == len(gained) == 1 and _verb(lost[0][1]) == _verb(gained[0][1]):
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
    """Reports that are asked for and were not, and the other way round.

    Where the other text speaks of a report to be made in whatever words, nothing is told.
    """
    before, now = (_report(p, s) for p, s in ((pair.a, pair.gone), (pair.b, pair.come)))
    if now and not _speaks_of_report(pair.said[0]):
        yield pair.shift("report", "gained", quotes=((), (quote(now),)))
    if before and not _speaks_of_report(pair.said[1]):
        yield pair.shift("report", "lost", quotes=((quote(before),), ()))


def _report(paragraphs: Sequence[Paragraph], changed: Sequence[Span]) -> Paragraph | None:
    """The first paragraph that asks somebody for a report, in words of which some changed."""
    for paragraph in paragraphs:
        if any(each.reporting for each in paragraph.addressees):
            for found in report_pattern().finditer(straighten(paragraph.text)):
                start = paragraph.span.start
                if touches(changed, Span(start + found.start(), start + found.end())):
                    return paragraph
    return None


def _speaks_of_report(text: str) -> bool:
    return bool(report_pattern().search(straighten(text)))


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
    the same limit. Where the other text has the limit's words with other numbers, or names
    another date in what changed, it is no limit that came or went.
    """
    if not pair.both:
        return
    before = [each for each in _limits(pair.a) if not _stays(each, pair.said[1])]
    now = [each for each in _limits(pair.b) if not _stays(each, pair.said[0])]
    for one, other in _carried(before, now):
        if not _moved_along(one, other, routine):
            quotes = (one.quote,), (other.quote,)
            yield pair.shift("deadline", "replaced", quotes=quotes, a=one.text, b=other.text)
    for each in _new(now, pair.come, pair.said[0], _dates(pair.a, pair.gone)):
        yield pair.shift("deadline", "gained", quotes=((), (each.quote,)), b=each.text)
    for each in _new(before, pair.gone, pair.said[1], _dates(pair.b, pair.come)):
        yield pair.shift("deadline", "lost", quotes=((each.quote,), ()), a=each.text)


def _carried(before: Sequence[_Limit], now: Sequence[_Limit]) -> Iterator[tuple[_Limit, _Limit]]:
    """Limits that became others: the only ones, or of one wording in one order."""
    if len(before) == len(now) == 1:
        yield before[0], now[0]
        return
    left = list(now)
    for one in before:
        found = next((each for each in left if _frame(each.text) == _frame(one.text)), None)
        if found is not None:
            left.remove(found)
            yield one, found


def _stays(limit: _Limit, text: str) -> bool:
    return straighten(limit.text).lower() in straighten(text).lower()


def _new(
    limits: Sequence[_Limit], changed: Sequence[Span], other: str, dates: int
) -> Iterator[_Limit]:
    """The limits whose own words came, or went, where the other text has no other date instead."""
    for each in limits:
        if touches(changed, each.span) and not dates and _frame(each.text) not in _frame(other):
            yield each


def _dates(paragraphs: Sequence[Paragraph], changed: Sequence[Span]) -> int:
    """How many dates and sessions stand in the words that changed."""
    return sum(touches(changed, date.span) for each in paragraphs for date in each.dates)


def _frame(text: str) -> str:
    """The words without their numbers and months: "at its # session", "by # # #"."""
    words = straighten(text).split()
    return " ".join("#" if _is_number(word) else word.lower() for word in words)


def _is_number(word: str) -> bool:
    plain = word.strip(",;.()")
    return plain.lower() in ordinals() or plain in months() or plain[:1].isdigit()


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


def _beyond(
    ones: list[_Placed], others: list[_Placed], changed: Sequence[Span], other: str
) -> list[_Placed]:
    """Those whom the other text does not ask, as far as can be told.

    Their words changed, the other text does not have them, and does not ask anybody else of
    their class instead.
    """
    names = {_name(each) for _, each in ones}
    left = Counter(each.class_ for _, each in others if _name(each) not in names)
    found = []
    for paragraph, each in ones:
        if not touches(changed, each.span) or not _is_whole(paragraph, each):
            continue
        if any(_is_named(other, name) for name in (_name(each), _plain(each.text))) or any(
            _is_same(each, one) for _, one in others
        ):
            continue
        if left[each.class_] and each.class_ not in {"named_state", "other"}:
            left[each.class_] -= 1
            continue
        found.append((paragraph, each))
    return found


def _is_named(text: str, name: str) -> bool:
    """Whether a text has a name, in full or by its initials."""
    words = name.split()
    initials = "".join(word[0] for word in words)
    if len(words) >= _INITIALS and initials in {each.lower() for each in _WORD.findall(text)}:
        return True
    return says(text, " ".join(word for word in words if not _is_spelt_out(text, word)))


def _is_spelt_out(text: str, acronym: str) -> bool:
    """Whether words with these initials stand in a text: "Government of South Sudan" for "goss"."""
    if not _INITIALS <= len(acronym) <= _LONGEST or not acronym.isalpha():
        return False
    words = r"\w* ".join(map(re.escape, acronym))
    return bool(re.search(rf"\b{words}\w*\b", text, re.IGNORECASE))


def _is_same(each: Addressee, other: Addressee) -> bool:
    """Whether one name may be the other's short form: "the Government", "the Government of …"."""
    one, another = (_plain(who.text).partition(" of ")[0] for who in (each, other))
    apart = each.name and other.name and each.name != other.name
    return each.class_ == other.class_ and one == another and not apart


def _is_whole(paragraph: Paragraph, each: Addressee) -> bool:
    """Whether a name is one: not the beginning of a longer one, nor what somebody does."""
    start = paragraph.span.start
    following = paragraph.text[each.span.end - start :][:40].split()
    goes_on = bool(following) and following[0].isalpha() and following[0].islower()
    said = following[0] in joining_words() if goes_on else True
    return said and not each.text.partition(" ")[0].lower().endswith("ing")


def _name(each: Addressee) -> str:
    return _plain(each.name or each.text)


def _plain(name: str) -> str:
    words = name.lower().removeprefix("all ").removeprefix("the ")
    return " ".join(words.split())


def _who(paragraph: Paragraph, each: Addressee) -> Quote:
    if paragraph.span.holds(each.span):
        return quote(paragraph, each.span)
    return quote(paragraph)  # asked in the paragraph above, of which this is a point


def _verb(each: Addressee) -> str:
    return each.verb[:1].lower() + each.verb[1:]
