"""What is asked by when, and for reports: what an edit adds, drops or replaces of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from counterdraft.compare.asking import Clause, ends_report, may_be_same, speaks_of_report
from counterdraft.compare.changed import touches
from counterdraft.compare.pairs import Pair, quote
from counterdraft.compare.standing import Standing
from counterdraft.lexicon.dates import months, ordinals
from counterdraft.lexicon.deadlines import (
    limits,
    numbers,
    on_agenda,
    term_forces,
    term_pattern,
    term_words,
)
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.reports import report_pattern, telling, tells_pattern
from counterdraft.lexicon.routine import is_routine
from counterdraft.model import Paragraph, Quote, Shift, Span
from counterdraft.text.stems import stem
from counterdraft.text.straight import straighten

# A day of the year ("06-30") is looked up in a year that has all of them; within a week of it is
# the same day, so far as a year's week moves it.
_DAY, _LEAP, _WEEK = len("06-30"), 2024, 7


def report_shifts(pair: Pair, standing: Standing) -> Iterator[Shift]:
    """Reports that are asked for and were not, and the other way round.

    Where the other text speaks there of a report to be made in whatever words, asks there to be
    told of something, or makes the same request elsewhere in words of telling ("to submit
    information"), nothing is told.
    """
    now, before = _report(pair, 1, standing), _report(pair, 0, standing)
    if now:
        yield pair.shift("report", "gained", quotes=((), (quote(now),)))
    if before:
        yield pair.shift("report", "lost", quotes=((quote(before),), ()))


def _report(pair: Pair, side: int, standing: Standing) -> Paragraph | None:
    """The first paragraph of a side that asks for a report that the other text does not ask for."""
    paragraphs, changed = (pair.a, pair.b)[side], (pair.gone, pair.come)[side]
    asked = any(each.reporting for p in paragraphs for each in p.addressees)
    if not asked or speaks_of_report(pair.said[1 - side]):
        return None
    here, there = (_tells(standing.of(n, (pair.a, pair.b)[n])) for n in (side, 1 - side))
    if there and there >= here:
        return None
    for each in standing.of(side, paragraphs):
        if not any(who.reporting for who in each.who) or not _has_changed(each.paragraph, changed):
            continue
        same = [match.clause for match in standing.matches(side, each)]
        if not any(clause.reports or _gives(clause) for clause in same):
            return each.paragraph
    return None


def _tells(clauses: Iterable[Clause]) -> int:
    """How many words of what is asked may ask for a report; none of one that is to end."""
    said = (quote(each.paragraph, each.span).text for each in clauses)
    words = [word for text in said if not ends_report(text) for word in text.split()]
    return sum(stem(word.strip(",;.:").lower()) in _telling() for word in words)


def _gives(clause: Clause) -> bool:
    """Whether somebody is asked to submit information, or the like."""
    return bool(tells_pattern().search(quote(clause.paragraph, clause.span).text))


@cache
def _telling() -> frozenset[str]:
    return frozenset(map(stem, telling()))


def _has_changed(paragraph: Paragraph, changed: Sequence[Span]) -> bool:
    """Whether words changed by which a report is asked for."""
    start = paragraph.span.start
    return any(
        touches(changed, Span(start + found.start(), start + found.end()))
        for found in report_pattern().finditer(straighten(paragraph.text))
    )


# Time limits


class _Count(NamedTuple):
    """A session, or a year and the month or day in it ("06", "06-30")."""

    number: int
    day: str

    def is_moved(self, other: _Count, routine: int) -> bool:
        """Whether another one is the same so many sessions, or years, later."""
        if self.day == other.day:
            return other.number - self.number in {0, routine}
        return other.number - self.number == routine and self._is_in_a_week_of(other)

    def _is_in_a_week_of(self, other: _Count) -> bool:
        """Whether two days of two years are the same but for where the week falls."""
        if len(self.day) != _DAY or len(other.day) != _DAY:
            return False
        one, two = (date.fromisoformat(f"{_LEAP}-{day}") for day in (self.day, other.day))
        return abs(one - two).days < _WEEK


def _of_day(start: str) -> _Count:
    return _Count(int(start[:4]), start[5:])


class _Limit(NamedTuple):
    """A time limit or a term: its paragraph, its words, where they stand, and what it counts in."""

    paragraph: Paragraph
    text: str
    span: Span

    @property
    def counts(self) -> list[_Count]:
        """The sessions, or the years and days in them, of its dates."""
        dates = [d for d in self.paragraph.dates if self.span.holds(d.span)]
        return [_Count(d.session, "") if d.session else _of_day(d.start or "0") for d in dates]

    @property
    def quote(self) -> Quote:
        return quote(self.paragraph, self.span)


def deadline_shifts(pair: Pair, standing: Standing, *, routine: int | None) -> Iterator[Shift]:
    """Time limits that come, go or change.

    ``routine`` is how many sessions lie between the texts: a limit that moved by as many is
    the same limit; at which session the organ of either rival comes back to the matter is none.
    Where the other text has the limit's words with other numbers, or names
    another date in what changed, it is no limit that came or went.
    """
    if not pair.both:
        return
    terms = _terms_changed(pair, routine)
    for one, other in terms:
        yield _replaced(pair, one, other, "term")
    before = _beside(_limits(pair.a), [one for one, _ in terms])
    now = _beside(_limits(pair.b), [other for _, other in terms])
    before = [each for each in before if not _stays(each, pair.said[1])]
    now = [each for each in now if not _stays(each, pair.said[0])]
    carried = [each for each in _carried(before, now) if _may_be_one(*each, pair, standing)]
    for one, other in carried:
        if pair.relation == "rivals" and _comes_back(one) and _comes_back(other):
            continue
        if not _is_same(one, other) and not _moved_along(one, other, routine):
            yield _replaced(pair, one, other, "time limit")
    before = [each for each in before if all(each is not one for one, _ in carried)]
    now = [each for each in now if all(each is not other for _, other in carried)]
    now = [each for each in now if _is_limited(each, 1, standing)]
    before = [each for each in before if _is_limited(each, 0, standing)]
    for each in _new(now, pair.come, pair.said[0], _dates(pair.a, pair.gone)):
        yield pair.shift("deadline", "gained", quotes=((), (each.quote,)), b=each.text)
    for each in _new(before, pair.gone, pair.said[1], _dates(pair.b, pair.come)):
        yield pair.shift("deadline", "lost", quotes=((each.quote,), ()), a=each.text)


def _comes_back(limit: _Limit) -> bool:
    """Whether the organ decides no more than at which session it comes back to the matter."""
    first = limit.paragraph.verbs[0].force if limit.paragraph.verbs else None
    return first in term_forces() and is_routine(limit.paragraph.text)


def _replaced(pair: Pair, one: _Limit, other: _Limit, what: str) -> Shift:
    quotes = (one.quote,), (other.quote,)
    return pair.shift("deadline", "replaced", quotes=quotes, a=one.text, b=other.text, limit=what)


def _terms_changed(pair: Pair, routine: int | None) -> list[tuple[_Limit, _Limit]]:
    """For how long, and until when, the organ decides: terms that differ, in their order.

    Where a paragraph sets more of them than the other nothing can be told.
    """
    before, now = _terms(pair.a), _terms(pair.b)
    if len(before) != len(now):
        return []
    changed = {
        (one.text, other.text): (one, other)
        for one, other in zip(before, now, strict=True)
        if not _is_same(one, other) and not _moved_along(one, other, routine)
    }
    return list(changed.values())


def _terms(paragraphs: Iterable[Paragraph]) -> list[_Limit]:
    """The terms in paragraphs by which the organ decides or authorizes something."""
    return [
        _Limit(
            p,
            p.text[found.start() : found.end()],
            Span(p.span.start + found.start(), p.span.start + found.end()),
        )
        for p in paragraphs
        if p.part == "operative"
        and any(verb.force in term_forces() for verb in p.verbs)
        and any(word in p.text for word in term_words())
        for found in term_pattern().finditer(straighten(p.text))
    ]


def _beside(limits: Iterable[_Limit], terms: Sequence[_Limit]) -> list[_Limit]:
    """The limits that are not told as terms."""
    return [each for each in limits if not any(each.span.meets(term.span) for term in terms)]


def _is_same(one: _Limit, other: _Limit) -> bool:
    """Whether nothing differs that is set: "at its eightieth session", "at the 80th session"."""
    return _set(one) == _set(other)


def _set(limit: _Limit) -> tuple[list[str], list[tuple[int | None, str | None, str | None]]]:
    """What a limit sets: its words without the dates in it and what joins them, and the dates."""
    dates = [d for d in limit.paragraph.dates if limit.span.holds(d.span)]
    said, start = limit.text.lower(), limit.span.start
    for each in reversed(dates):
        said = f"{said[: each.span.start - start]} {said[each.span.end - start :]}"
    words = (word.strip(",;.()") for word in said.split())
    left = [str(numbers().get(word, word)) for word in words if word not in joining_words()]
    return left, [(d.session, d.start, d.end) for d in dates]


def _may_be_one(one: _Limit, other: _Limit, pair: Pair, standing: Standing) -> bool:
    """Whether both limit one thing: a term is no time limit, nor is what somebody else is asked.

    Of rivals what is asked of somebody must be the same as well.
    """
    if _is_term(one) != _is_term(other):
        return False
    ours, theirs = (standing.holding(n, each.paragraph, each.span)
                    for n, each in enumerate((one, other)))  # fmt: skip
    if ours is None or theirs is None:
        return pair.relation == "versions" or ours is theirs
    if not may_be_same(ours, theirs):
        return False
    same = standing.matches(0, ours)
    return pair.relation == "versions" or any(each.clause is theirs for each in same)


def _is_term(limit: _Limit) -> bool:
    return bool(term_pattern().match(straighten(limit.text)))


def _is_limited(limit: _Limit, side: int, standing: Standing) -> bool:
    """Whether the other text makes the request that is limited, and nowhere sets it a limit."""
    clauses = standing.of(side, [limit.paragraph])
    limited = [each for each in clauses if each.span.holds(limit.span)]
    matches = [match for each in limited for match in standing.matches(side, each)]
    if limited and not matches:
        return False
    return not any(who.deadline for match in matches for who in match.clause.who)


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
    return " ".join("#" if _is_number(word) else word.lower().rstrip(",;") for word in words)


def _is_number(word: str) -> bool:
    plain = word.strip(",;.()")
    counts = re.fullmatch(limits().counts, plain.lower())
    return bool(plain.lower() in ordinals() or plain in months() or plain[:1].isdigit() or counts)


def _limits(paragraphs: Iterable[Paragraph]) -> list[_Limit]:
    """Every time limit once, in the order of the text; that an item is on an agenda is none."""
    found = {}
    for p in paragraphs:
        for text in p.deadlines:
            at = p.text.find(text)
            if at >= 0 and not on_agenda().search(p.text, 0, at):
                span = Span(p.span.start + at, p.span.start + at + len(text))
                found[span] = _Limit(p, text, span)
    return [found[span] for span in sorted(found, key=lambda span: span.start)]


def _moved_along(before: _Limit, now: _Limit, routine: int | None) -> bool:
    """Whether a session or a year was carried on as the series was."""
    if routine is None:
        return False
    old, new = before.counts, now.counts
    return len(old) == len(new) > 0 and all(
        x.is_moved(y, routine) for x, y in zip(old, new, strict=True)
    )
