"""A corpus → how much of each session's texts stood before: word for word, adapted, or not.

In: a corpus. Out: a :class:`Novelty` for each session of an organ, and for each committee in it. A
clause stood before where an earlier text has it that is not of the same session of the same organ;
it is adapted where it was made from one of the most alike such wordings, as whoever asks judges, or
else where that has a score of at least ``ADAPTED``. All of it is bounded by the corpus: what was
before its first session it cannot know, and gives no figure for that one.
Drafts do not count. A year stands for the session of an organ that has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct

from counterdraft.corpus.segment import Segment
from counterdraft.corpus.stored import Stored
from counterdraft.model import ADAPTED, Record
from counterdraft.model.sessions import PREFIXES

if TYPE_CHECKING:
    from counterdraft.reuse.query import Hit

Verdict = Literal["verbatim", "adapted", "not found"]
_Period = tuple[str, str]  # an organ, a session of it
_Group = tuple[str, str, str]  # these, and a committee
_Place = tuple[int, int]  # a shard, and a row of it
Judge = Callable[[str, str, int], bool]
"""Whether a clause was made from a source; their words, and the score of the two."""

_NEAREST = 32  # wordings that are looked at for some that stood before
_JUDGED = 5  # of these, the most alike
_AT_ONCE = 1024
_UNDATED = "9999"


class Novelty(Struct, frozen=True):
    """Of a session's texts, or one committee's (None: of all): clauses that stood before, or not.

    ``verbatim``, ``adapted`` and ``not_found`` count clauses; they are None for the first session
    of its organ in the corpus, before which the corpus knows nothing.
    """

    organ: str
    session: str
    committee: str | None
    texts: int
    clauses: int
    verbatim: int | None = None
    adapted: int | None = None
    not_found: int | None = None


class _Line(NamedTuple):
    """A clause: its text's period, committee and date; the number of its wording; its place."""

    period: _Period
    committee: str
    date: str
    wording: int
    shard: int
    row: int


def by_score(_clause: str, _source: str, score: int) -> bool:
    """Whether a clause was made from a source, told by the score alone."""
    return score >= ADAPTED


def novelty(
    corpus: Stored, judge: Judge = by_score, say: Callable[[str], None] | None = None
) -> tuple[Novelty, ...]:
    """How new each session is in the corpus; ``say`` is told what takes long."""
    lines = list(_lines(corpus))
    stood = _stood(lines)
    first = _first_periods(lines)
    counts: Counter[tuple[_Group, Verdict]] = Counter()
    open_lines: dict[tuple[_Period, str, int], list[_Line]] = {}
    for line in lines:
        if line.period in first:
            continue
        if _before(stood, line.wording, line):
            counts[(*line.period, line.committee), "verbatim"] += 1
        else:
            open_lines.setdefault((line.period, line.date, line.wording), []).append(line)
    for some, verdict in _judged(corpus, list(open_lines.values()), stood, judge, say):
        for line in some:
            counts[(*line.period, line.committee), verdict] += 1
    return tuple(_summed(corpus, lines, first, counts))


def period_of(record: Record) -> _Period:
    """The organ and the session that a text belongs to, or its year."""
    organ = record.organ or "not known"
    if record.session is None:
        return organ, (record.date or "not known")[:4]
    prefix = PREFIXES.get(record.session_kind or "", "")
    return organ, f"{prefix}{record.session}"


# -- what stood when


def _lines(corpus: Stored) -> Iterator[_Line]:
    """Every clause of an adopted text."""
    for n, segment in enumerate(corpus.indexed):
        wordings = _wordings(segment)
        for row, text in segment.rows("SELECT row, text_row FROM clause ORDER BY row"):
            record = segment.records[text]
            if record.kind == "resolution":
                date = record.date or _UNDATED
                committee = record.committee or ""
                yield _Line(period_of(record), committee, date, wordings[row], n, row)


def _wordings(segment: Segment) -> dict[int, int]:
    """The number of each clause's wording: the same in all segments."""
    shard = segment.shard
    return {
        int(row): int(shard.hashes[form])
        for form in range(shard.forms)
        for row in shard.lines(form)
    }


_Stood = dict[int, dict[_Period, str]]


def _stood(lines: Iterable[_Line]) -> _Stood:
    """For each wording the periods that have it, and the date on which each had it first."""
    stood: _Stood = {}
    for line in lines:
        periods = stood.setdefault(line.wording, {})
        periods[line.period] = min(line.date, periods.get(line.period, line.date))
    return stood


def _before(stood: _Stood, wording: int, line: _Line) -> bool:
    """Whether a wording stood, before a clause's text was adopted, in another period."""
    periods = stood.get(wording, {})
    return any(date < line.date and period != line.period for period, date in periods.items())


def _first_periods(lines: Iterable[_Line]) -> set[_Period]:
    """The first period of each organ."""
    first: dict[str, tuple[str, _Period]] = {}
    for line in lines:
        organ = line.period[0]
        first[organ] = min(first.get(organ, (line.date, line.period)), (line.date, line.period))
    return {period for _, period in first.values()}


# -- what is adapted


def _judged(
    corpus: Stored, groups: list[list[_Line]], stood: _Stood, judge: Judge,
    say: Callable[[str], None] | None,
) -> Iterator[tuple[list[_Line], Verdict]]:  # fmt: skip
    """Clauses of one wording and time that did not stand before: adapted, or not found."""
    for start in range(0, len(groups), _AT_ONCE):
        some = groups[start : start + _AT_ONCE]
        own = [(group[0].shard, group[0].row) for group in some]
        words = _texts(corpus, own)
        found = corpus.index.nearest([words[place] for place in own], _NEAREST, say)
        alike = [
            _stood_before(corpus, hits, stood, group[0])
            for group, hits in zip(some, found, strict=True)
        ]
        sources = _texts(corpus, [_first_place(corpus, hit) for hits in alike for hit in hits])
        for group, place, hits in zip(some, own, alike, strict=True):
            adapted = any(
                judge(words[place], sources[_first_place(corpus, hit)], hit.score) for hit in hits
            )
            yield group, "adapted" if adapted else "not found"


def _stood_before(corpus: Stored, hits: list[Hit], stood: _Stood, line: _Line) -> list[Hit]:
    """The wordings most like a clause of those that stood before it."""
    shards = corpus.index.shards
    numbered = ((hit, int(shards[hit.shard].hashes[hit.form])) for hit in hits)
    return [hit for hit, wording in numbered if _before(stood, wording, line)][:_JUDGED]


def _first_place(corpus: Stored, hit: Hit) -> _Place:
    return hit.shard, int(corpus.index.shards[hit.shard].lines(hit.form)[0])


def _texts(corpus: Stored, places: Iterable[_Place]) -> dict[_Place, str]:
    """The words of clauses, by their shards and rows."""
    rows: dict[int, set[int]] = {}
    for shard, row in places:
        rows.setdefault(shard, set()).add(row)
    return {
        (shard, row): clause.text
        for shard, some in rows.items()
        for row, clause in corpus.indexed[shard].clauses_at(sorted(some)).items()
    }


# -- sums


def _summed(
    corpus: Stored, lines: list[_Line], first: set[_Period],
    counts: Counter[tuple[_Group, Verdict]],
) -> Iterator[Novelty]:  # fmt: skip
    """A row for each session, and below it one for each of its committees, in order of time."""
    clauses = Counter((*line.period, line.committee) for line in lines)
    texts = Counter(
        (*period_of(each), each.committee or "")
        for each in corpus.records
        if each.kind == "resolution"
    )
    begins: dict[_Period, str] = {}
    for line in lines:
        begins[line.period] = min(line.date, begins.get(line.period, line.date))
    for period in sorted(begins, key=lambda each: (each[0], begins[each], each[1])):
        groups = sorted(group for group in clauses if group[:2] == period)
        for name, some in ((None, groups), *((group[2], [group]) for group in groups)):
            found = [
                sum(counts[group, verdict] for group in some)
                for verdict in ("verbatim", "adapted", "not found")
            ]
            yield Novelty(
                *period, name, sum(texts[group] for group in some),
                sum(clauses[group] for group in some), *(() if period in first else found),
            )  # fmt: skip
