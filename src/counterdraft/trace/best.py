"""The matches of a clause → the same in the order in which they are told.

What is the same comes before all that was changed. Else the last text of the clause's own title
comes first that is, but for the documents and days it names, as like it as any: a text that cites
others every year is not made from an older one because one of its numbers comes again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.align.likeness import Coder, likeness
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.dates import months, ordinals
from counterdraft.model import Match
from counterdraft.trace.series import in_time

# So much less alike, of all words, is as like.
_AS_LIKE = 0.03


class Scored(NamedTuple):
    """A match, and its score of rare words in common (``Near.score``)."""

    score: int
    match: Match


def best_first(text: str, found: Sequence[Scored]) -> list[Match]:
    """The matches of a clause, the one that it is told by first."""
    matches = [each.match for each in sorted(found, key=_alike_first)]
    last = _last_of_series(text, matches)
    return [last, *(each for each in matches if each is not last)] if last else matches


def _alike_first(scored: Scored) -> tuple[bool, float, bool, tuple[str, str]]:
    """By words in the same order and by rare words alike: either alone misses what was reworded."""
    score, match = scored
    alike = round(match.similarity + score / 1000, 2)
    return bool(match.edits), -alike, not match.own_series, in_time(match.earliest.record)


def _last_of_series(text: str, matches: Sequence[Match]) -> Match | None:
    """The latest match of the clause's own title that is as like it as the first; None without."""
    if not matches or not matches[0].edits or not any(each.own_series for each in matches):
        return None
    coder = Coder()
    clause = coder.coded(_without_numbers(text))
    like = [
        likeness(clause, coder.coded(_without_numbers(each.source.text))) for each in matches
    ]  # fmt: skip
    as_like = [
        each for each, alike in zip(matches, like, strict=True)
        if each.own_series and alike >= like[0] - _AS_LIKE
    ]  # fmt: skip
    return max(as_like, key=lambda each: in_time(each.source.record), default=None)


def _without_numbers(text: str) -> str:
    """A text with one mark for every symbol, figure, month and ordinal."""
    return _numbers().sub("0", text)


@cache
def _numbers() -> re.Pattern[str]:
    # In this case: "may" is no month.
    names = alternatives(sorted((*months(), *ordinals()), key=len, reverse=True))
    return re.compile(rf"[^\s,;]*\d[^\s,;]*|\b(?:{names})\b")
