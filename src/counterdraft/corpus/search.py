"""Words, and where to look → the clauses that have them, best first.

Every match in every segment is scored by Okapi BM25 (Robertson and Zaragoza, 2009) over the whole
corpus: how many clauses have a phrase, and how long a clause is on average, is counted over all
segments, so that the order does not depend on how the texts were added. Scores are whole
numbers, in thousandths; of equals the older comes first.
"""

from __future__ import annotations

import heapq
import math
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from msgspec import Struct

from counterdraft.corpus.query import Leaf, Query, parsed
from counterdraft.corpus.search_file import folded
from counterdraft.corpus.segment import Segment
from counterdraft.corpus.stored import Stored
from counterdraft.model import Clause, Part
from counterdraft.model.sessions import Sessions

OPENS, CLOSES = "\x02", "\x03"
"""What stands before and after a hit in a snippet."""

_K1, _B = 1.2, 0.75
_THOUSANDTHS = 1000
_SNIPPET = 24  # words
_MATCHES = """SELECT words.rowid, words.text, clause.length, t.date, t.id, t.language FROM words
  JOIN clause ON clause.row = words.rowid JOIN text t ON t.row = clause.text_row
  WHERE words MATCH ?"""

_SNIPPETS = """SELECT snippet(words, 0, ?, ?, '\u2026', ?) FROM words
  WHERE words MATCH ? AND rowid = ?"""


class Filters(Struct, frozen=True, kw_only=True):
    """Where to look; what is None or empty does not count. Dates are ISO 8601, or begin like them.

    ``phrase`` is an initiating phrase or words of one ("requests" is in "Also requests"),
    ``addressee`` a class, ``symbol`` a text's id.
    """

    organ: str | None = None
    sessions: tuple[Sessions, ...] = ()
    since: str | None = None
    until: str | None = None
    part: Part | None = None
    phrase: str | None = None
    addressee: str | None = None
    symbol: str | None = None


class Hit(Struct, frozen=True):
    """A clause that was found; in ``snippet`` each hit stands between OPENS and CLOSES."""

    clause: Clause
    score: int
    snippet: str


class Hits(NamedTuple):
    """How many clauses have what was asked for, and the best of them."""

    total: int
    best: tuple[Hit, ...]


class _Match(NamedTuple):
    """A clause that has it; in order of what comes first."""

    rank: int
    date: str
    id: str
    language: str
    row: int
    segment: Segment


class _Weighed(NamedTuple):
    """A word or phrase, and how much it tells, being rare."""

    pattern: re.Pattern[str]
    weight: float


def search(corpus: Stored, query: str, filters: Filters | None = None, limit: int = 20) -> Hits:
    """The clauses that have what ``query`` asks for, the best ``limit`` of them.

    Raises BadQuery.
    """
    asked = parsed(query)
    leaves, average = _weighed(corpus, asked.leaves)
    where, values = _conditions(filters or Filters())
    wanted = [asked.text, *values]
    found = [
        match
        for segment, rows in corpus.of_each(lambda s: s.rows(_MATCHES + where, wanted))
        for match in _scored(segment, rows, leaves, average)
    ]
    best = heapq.nsmallest(limit, found, key=lambda match: match[:5])
    return Hits(len(found), tuple(_hit(match, asked) for match in best))


# -- scores


def _weighed(corpus: Stored, leaves: Sequence[Leaf]) -> tuple[list[_Weighed], float]:
    """The phrases with their weights in the whole corpus, and a clause's length on average."""
    sums = [row for _, [row] in corpus.of_each(lambda s: s.rows("SELECT * FROM sums"))]
    clauses, length = sum(n for n, _ in sums), sum(words for _, words in sums)
    found = []
    for leaf in leaves:
        having = _having(corpus, leaf) if len(leaves) > 1 else 0
        weight = math.log(1 + (clauses - having + 0.5) / (having + 0.5))
        found.append(_Weighed(leaf.pattern(), weight))
    return found, length / clauses if clauses else 1.0


def _having(corpus: Stored, leaf: Leaf) -> int:
    count = "SELECT count(*) FROM words WHERE words MATCH ?"
    return sum(n for _, [(n,)] in corpus.of_each(lambda s: s.rows(count, (leaf.as_query(),))))


def _scored(
    segment: Segment, rows: Sequence[tuple[Any, ...]], leaves: Sequence[_Weighed], average: float
) -> Iterator[_Match]:
    for row, text, length, date, name, language in rows:
        words = folded(text)
        norm = _K1 * (1 - _B + _B * length / average)
        score = 0.0
        for pattern, weight in leaves:
            times = len(pattern.findall(words))
            score += weight * times * (_K1 + 1) / (times + norm)
        rank = -round(score * _THOUSANDTHS)
        yield _Match(rank, date or "9999", name, language, row, segment)


def _hit(match: _Match, query: Query) -> Hit:
    segment, row = match.segment, match.row
    [(snippet,)] = segment.rows(_SNIPPETS, (OPENS, CLOSES, _SNIPPET, query.text, row))
    return Hit(segment.clauses_at([row])[row], -match.rank, snippet)


# -- where to look


def _conditions(filters: Filters) -> tuple[str, list[Any]]:
    """The filters as SQL, with the values that it wants."""
    words = f" {' '.join(filters.phrase.lower().split())} " if filters.phrase else None
    wanted = [
        ("t.organ = ?", filters.organ),
        ("t.date >= ?", filters.since),
        # "2024" and "2024-05" mean all of it.
        ("t.date <= ? || '~'", filters.until),
        ("clause.part = ?", filters.part),
        ("instr(' ' || lower(clause.phrase) || ' ', ?) > 0", words),
        ("instr(clause.addressees, ' ' || ? || ' ') > 0", filters.addressee),
        ("t.id = ?", filters.symbol),
    ]
    conditions = [condition for condition, value in wanted if value is not None]
    values: list[Any] = [value for _, value in wanted if value is not None]
    if filters.sessions:
        one = "t.session_kind = ? AND t.session BETWEEN ? AND ?"
        conditions.append(f"({' OR '.join([one] * len(filters.sessions))})")
        values += chain.from_iterable(filters.sessions)
    return "".join(f" AND {each}" for each in conditions), values
