"""The matches of a clause → the same in the order in which they are told.

What is the same comes before all that was changed. A clause that is nearly a run of the words of
a longer one is an excerpt of it: what it leaves out there does not count against that source, where
the one most like it has not its words. Of those that are nearly as like, one of a series that the
text cites comes before another's. Else the last text of the clause's own title
comes first that is, but for the documents and days it names, as like it as any, or that has no
fewer of its words and numbers: a text that cites others every year is not made from an older one
because one of its numbers comes again, nor because the last one said more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.align.likeness import Coder, contained, likeness, within
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.dates import months, ordinals
from counterdraft.model import Match
from counterdraft.trace.series import Own, in_time

# So much less alike, of all words, is as like; and so much where it has no fewer of the clause's.
_AS_LIKE, _LONGER = 0.03, 0.15
# A clause is an excerpt of a source where so much of it is a run of words there; and it is rather
# that than made from another source, which has less of it, or is less like it, by so much.
_EXCERPT, _RATHER = 0.9, 0.1
# So much less alike, of words in order and of rare ones, is nearly as like.
_NEARLY = 0.1
# Of fewer words it is a phrase.
_PHRASE = 12


class Scored(NamedTuple):
    """A match, and its score of rare words in common (``Near.score``)."""

    score: int
    match: Match


def best_first(text: str, found: Sequence[Scored], own: Own) -> list[Match]:
    """The matches of a clause, the one that it is told by first."""
    ordered = _cited_first(sorted(found, key=_alike_first), own)
    matches = _excerpted_first(text, [each.match for each in ordered])
    last = _last_of_series(text, matches)
    return [last, *(each for each in matches if each is not last)] if last else matches


def _alike_first(scored: Scored) -> tuple[bool, float, bool, tuple[str, str]]:
    """By words in the same order and by rare words alike: either alone misses what was reworded."""
    match = scored.match
    return bool(match.edits), -_alike(scored), not match.own_series, in_time(match.earliest.record)


def _alike(scored: Scored) -> float:
    return round(scored.match.similarity + scored.score / 1000, 2)


def _cited_first(found: Sequence[Scored], own: Own) -> list[Scored]:
    """The same, one that the text cites first where it is nearly as like as the first."""
    if not found or not found[0].match.edits or own.is_cited(found[0].match.source.record):
        return list(found)
    least = _alike(found[0]) - _NEARLY
    for each in found:
        if _alike(each) >= least and own.is_cited(each.match.source.record):
            return [each, *(other for other in found if other is not each)]
    return list(found)


def _excerpted_first(text: str, matches: Sequence[Match]) -> list[Match]:
    """The same matches, those first that the clause is an excerpt of where the first is none."""
    if not matches or not matches[0].edits:
        return list(matches)
    coder = Coder()
    clause = coder.coded(text)
    if len(clause.words) < _PHRASE:
        return list(matches)
    runs = [within(clause, coder.coded(each.source.text)) for each in matches]
    # A source that is the shorter holds no run of it all, however alike they are.
    least = max(_EXCERPT, max(runs[0], matches[0].similarity) + _RATHER)
    return [
        each for _, each in sorted(
            zip(runs, matches, strict=True), key=lambda one: one[0] < least
        )
    ]  # fmt: skip


def _last_of_series(text: str, matches: Sequence[Match]) -> Match | None:
    """The latest match of the clause's own title that is as like it as the first; None without."""
    if not matches or not matches[0].edits or not any(each.own_series for each in matches):
        return None
    held = [_held(text, each.source.text) for each in matches]
    as_like = [
        each for each, one in zip(matches, held, strict=True)
        if each.own_series and one.is_as_good_as(held[0])
    ]  # fmt: skip
    return max(as_like, key=lambda each: in_time(each.source.record), default=None)


class _Held(NamedTuple):
    """How alike a clause and a source are without numbers, and how much of the clause is held."""

    alike: float
    held: float

    def is_as_good_as(self, other: _Held) -> bool:
        """Whether it is as like, or has no fewer of the clause's words and numbers."""
        no_fewer = self.held >= other.held and self.alike >= other.alike - _LONGER
        return no_fewer or self.alike >= other.alike - _AS_LIKE


def _held(text: str, source: str) -> _Held:
    coder = Coder()
    pairs = [(_without_numbers(text), _without_numbers(source)), (text, source)]
    (one, other), (clause, whole) = (tuple(map(coder.coded, pair)) for pair in pairs)
    return _Held(likeness(one, other), contained(clause, whole))


def _without_numbers(text: str) -> str:
    """A text with one mark for every symbol, figure, month and ordinal."""
    return _numbers().sub("0", text)


@cache
def _numbers() -> re.Pattern[str]:
    # In this case: "may" is no month.
    names = alternatives(sorted((*months(), *ordinals()), key=len, reverse=True))
    return re.compile(rf"[^\s,;]*\d[^\s,;]*|\b(?:{names})\b")
