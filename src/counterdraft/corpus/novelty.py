"""A corpus → how much of each session's texts stood before: word for word, adapted, or not.

In: a corpus. Out: a :class:`Novelty` for each session of an organ, and for each committee in it. A
clause stood before where an earlier text has it that is not of the same session of the same organ;
it is adapted where the most alike such wording has a score of at least ``ADAPTED``. That is bounded
by the corpus: what was before its first session it cannot know, and gives no figure for that one.
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

if TYPE_CHECKING:
    from counterdraft.reuse.query import Hit

Verdict = Literal["verbatim", "adapted", "not found"]
_Period = tuple[str, str]  # an organ, a session of it
_Group = tuple[str, str, str]  # these, and a committee
_NEAREST = 32  # wordings that are looked at for one that stood before
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


def novelty(corpus: Stored, say: Callable[[str], None] | None = None) -> tuple[Novelty, ...]:
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
    for some, verdict in _judged(corpus, list(open_lines.values()), stood, say):
        for line in some:
            counts[(*line.period, line.committee), verdict] += 1
    return tuple(_summed(corpus, lines, first, counts))


def period_of(record: Record) -> _Period:
    """The organ and the session that a text belongs to, or its year."""
    organ = record.organ or "not known"
    if record.session is None:
        return organ, (record.date or "not known")[:4]
    prefix = {"special": "S-", "emergency special": "ES-"}.get(record.session_kind or "", "")
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
    corpus: Stored, groups: list[list[_Line]], stood: _Stood, say: Callable[[str], None] | None
) -> Iterator[tuple[list[_Line], Verdict]]:  # fmt: skip
    """Clauses of one wording and time that did not stand before: adapted, or not found."""
    for start in range(0, len(groups), _AT_ONCE):
        some = groups[start : start + _AT_ONCE]
        texts = _texts(corpus, [group[0] for group in some])
        for group, hits in zip(some, corpus.index.nearest(texts, _NEAREST, say), strict=True):
            alike = [_number(corpus, hit) for hit in hits if hit.score >= ADAPTED]
            adapted = any(_before(stood, wording, group[0]) for wording in alike)
            yield group, "adapted" if adapted else "not found"


def _number(corpus: Stored, hit: Hit) -> int:
    return int(corpus.index.shards[hit.shard].hashes[hit.form])


def _texts(corpus: Stored, lines: list[_Line]) -> list[str]:
    words = {
        (n, row): clause.text
        for n, segment in enumerate(corpus.indexed)
        for row, clause in segment.clauses_at([x.row for x in lines if x.shard == n]).items()
    }
    return [words[line.shard, line.row] for line in lines]


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
