"""The corpus in a folder: what ``model.Corpus`` promises, answered from its segments.

What a question maps over the segments is put together so that the answer does not depend on how
the texts were divided among them: what is alike goes by time and id.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from counterdraft.corpus.entries import in_time
from counterdraft.corpus.manifest import Superseded, read_manifest
from counterdraft.corpus.search_file import tokens
from counterdraft.corpus.segment import Segment
from counterdraft.errors import DamagedCorpus
from counterdraft.model import Bounds, Clause, Form, Held, Near, Record

if TYPE_CHECKING:
    from counterdraft.reuse.query import Hit, Index

_T = TypeVar("_T")
_Place = tuple[int, int]  # a shard's number, and a form of it
# How many more wordings are asked for than are wanted: of those alike the oldest are given.
_MORE = 10

_LINK = "FROM citation c JOIN text t ON t.row = c.text_row WHERE c.symbol"
_CITED = f"SELECT c.symbol, t.date, t.id, t.language, c.rowid {_LINK} IS NOT NULL AND t.id = ?"
_CITING = f"SELECT t.id, t.date, t.id, t.language, c.rowid {_LINK} = ?"


class Stored:
    """A corpus on disk, open for reading; it is a ``model.Corpus``.

    It sees the corpus as it was when it was opened, whatever is added meanwhile. A segment that
    is not sound is left out: ``damaged`` says so.
    """

    def __init__(self, folder: Path) -> None:
        """Open the corpus in ``folder``; raises NoCorpus, NewerCorpus and DamagedCorpus."""
        self.folder = folder
        self.damaged: list[DamagedCorpus] = []
        self._manifest = read_manifest(folder)
        self._segments: list[Segment] = []
        for entry in self._manifest.segments:
            try:
                self._segments.append(Segment(folder, entry))
            except DamagedCorpus as error:
                self.damaged.append(error)

    @property
    def superseded(self) -> tuple[Superseded, ...]:
        """Versions of texts that others took the place of, by their ids."""
        return tuple(sorted(self._manifest.superseded, key=lambda each: (each.id, each.source)))

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Its segments, those left out that were found damaged."""
        return tuple(self._segments)

    def of_each(self, ask: Callable[[Segment], _T]) -> list[tuple[Segment, _T]]:
        """What each segment answers; one that cannot is left out from here on."""
        answers = []
        for segment in self.segments:
            try:
                answers.append((segment, ask(segment)))
            except DamagedCorpus as error:
                self.damaged.append(error)
                self._segments.remove(segment)
        return answers

    # -- texts

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every text, in order of time."""
        found = [each for _, some in self.of_each(lambda s: s.records) for each in some]
        return tuple(sorted(found, key=in_time))

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        """Texts by id; of several languages English counts, else the first by its code."""
        preferred = sorted(self.records, key=lambda each: (each.language == "en", each.language))
        return {each.id: each for each in preferred}

    def bounds(self) -> Bounds:
        """What it holds; adopted texts and drafts."""
        clauses = sum(n for _, [(n,)] in self.of_each(lambda s: s.rows("SELECT clauses FROM sums")))
        by_organ = sorted(self.records, key=lambda each: each.organ or "")
        held = [_held(organ, list(some)) for organ, some in groupby(by_organ, _organ)]
        return Bounds(
            len(self.records), clauses,
            tuple(sorted(held, key=lambda each: (-each.texts, each.organ))),
            sum(each.kind == "draft" for each in self.records),
            tuple(sorted({each.language for each in self.records})),
        )  # fmt: skip

    def digest(self) -> str:
        """The SHA-256 of the ids and digests of all texts: of the same texts it is the same."""
        lines = sorted(f"{each.id} {each.language} {each.digest}" for each in self.records)
        return sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()

    def record(self, symbol: str) -> Record | None:
        """The text with a symbol, or an id; None where the corpus does not hold it."""
        return self._by_id.get(symbol)

    def holds(self, symbol: str) -> bool:
        """Whether it holds the text with a symbol, or a part of it ("A" of "A/RES/74/250")."""
        return symbol in self._by_id or symbol in self._series

    @cached_property
    def _series(self) -> set[str]:
        """The symbols of which it holds parts."""
        return {each.rpartition(" ")[0] for each in self._by_id}

    def clauses(self, record: Record) -> tuple[Clause, ...]:
        """The paragraphs of a text, in its order; none where the corpus does not hold it."""
        for segment, row in self.of_each(lambda segment: segment.row_of(record)):
            if row is not None:
                return segment.clauses_of(row)
        return ()

    # -- citations

    def cites(self, symbol: str) -> tuple[str, ...]:
        """The symbols that a text cites, each once, in its order."""
        return tuple(dict.fromkeys(row[0] for row in self._links(_CITED, symbol)))

    def cited_by(self, symbol: str) -> tuple[str, ...]:
        """The ids of the texts that cite one, each once, oldest first."""
        return tuple(dict.fromkeys(row[0] for row in self._links(_CITING, symbol)))

    def _links(self, statement: str, value: str) -> list[tuple[Any, ...]]:
        """Rows that end with date, id and language of a text and a row, in order of time."""
        answers = self.of_each(lambda segment: segment.rows(statement, (value,)))
        rows = [row for _, some in answers for row in some]
        return sorted(rows, key=lambda row: (row[-4] or "9999", *row[-3:]))

    # -- wordings

    def nearest(self, texts: Sequence[str], limit: int = 10) -> list[tuple[Near, ...]]:
        """For each text the wordings most like it, best first; of equals the older first."""
        hits = self.index.nearest(texts, limit + _MORE)
        forms = self._forms({(hit.shard, hit.form) for some in hits for hit in some})
        return [_nearest(some, forms)[:limit] for some in hits]

    def having(self, phrases: Sequence[str]) -> tuple[Clause, ...]:
        """The paragraphs that have any of these phrases, oldest first; marks do not count."""
        either = " OR ".join(f'"{" ".join(tokens(phrase))}"' for phrase in phrases)
        answers = self.of_each(lambda segment: segment.clauses_having(either))
        found = [(in_time(each.record), n, each) for _, some in answers for n, each in some]
        return tuple(each for *_, each in sorted(found, key=lambda each: each[:2]))

    @cached_property
    def index(self) -> Index:
        """What finds wordings; its shards are ``indexed``'s, one by one."""
        from counterdraft.reuse.query import Index

        return Index([segment.shard for segment in self.indexed])

    @cached_property
    def indexed(self) -> tuple[Segment, ...]:
        """The segments whose indexes are sound."""
        answers = self.of_each(lambda segment: (segment.shard, segment.records))
        return tuple(segment for segment, _ in answers)

    def _forms(self, places: set[_Place]) -> dict[_Place, Form]:
        """The wordings found, each with its clauses in all segments, oldest first."""
        from counterdraft.reuse.query import everywhere

        shards = self.index.shards
        lines = {
            place: [
                (n, int(line))
                for n, form in everywhere(shards, *place)
                for line in shards[n].lines(form)
            ]
            for place in places
        }
        clauses = self._clauses({at for some in lines.values() for at in some})
        return {place: _form(some, clauses) for place, some in lines.items()}

    def _clauses(self, lines: set[_Place]) -> dict[_Place, Clause]:
        """The clauses in lines of shards."""
        found: dict[_Place, Clause] = {}
        for n, some in groupby(sorted(lines), key=lambda at: at[0]):
            rows = self.indexed[n].clauses_at([line for _, line in some])
            found |= {(n, row): clause for row, clause in rows.items()}
        return found


def _organ(record: Record) -> str:
    return record.organ or ""


def _held(organ: str, records: Sequence[Record]) -> Held:
    regular = {each.session for each in records if each.session_kind == "regular" and each.session}
    dates = {each.date for each in records if each.date}
    return Held(
        organ or "not known", len(records), min(regular, default=None), max(regular, default=None),
        min(dates, default=None), max(dates, default=None),
        tuple(sorted(regular)), tuple(sorted({int(date[:4]) for date in dates})),
    )  # fmt: skip


def _form(lines: Sequence[_Place], clauses: dict[_Place, Clause]) -> Form:
    """One wording: its clauses oldest first, those of a text in its order."""
    ordered = sorted((in_time(clauses[at].record), at[1], at) for at in lines)
    return Form(tuple(clauses[at] for *_, at in ordered))


def _nearest(hits: Sequence[Hit], forms: dict[_Place, Form]) -> tuple[Near, ...]:
    found = [Near(forms[hit.shard, hit.form], hit.score) for hit in hits]
    return tuple(sorted(found, key=lambda near: (-near.score, _oldest(near.form))))


def _oldest(form: Form) -> tuple[object, ...]:
    first = form.clauses[0]
    return (*in_time(first.record), first.paragraph)
