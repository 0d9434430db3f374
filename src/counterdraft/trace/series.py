"""The texts of a corpus that a text follows: those of its own title, year after year."""

from __future__ import annotations

from collections.abc import Iterable

from counterdraft.model import Near, Record
from counterdraft.reuse.wording import normalised
from counterdraft.trace.cited import NOTHING, Cited


class Own:
    """What is the text's own: itself, where the corpus holds it, its series, and what it cites.

    ``symbol``, ``title`` and ``day`` are the text's, each of which may be unknown. With a day, what
    was adopted after it is no source: nothing is made from what was written later.
    """

    def __init__(
        self, symbol: str | None, title: str | None, day: str | None = None,
        cited: Cited = NOTHING,
    ) -> None:  # fmt: skip
        self._symbol = symbol
        self._cited = cited
        self._day = day
        self._title = normalised(title) if title else None
        self._titles: dict[str | None, str | None] = {}

    def is_source(self, record: Record) -> bool:
        """Whether a record can be a source: an adopted text, no later one, and not this one."""
        return self.is_another(record) and not self.is_before(record.date or "")

    def is_another(self, record: Record) -> bool:
        """Whether a record is of an adopted text that is not this one, be it later."""
        return was_adopted(record) and not self._is_itself(record)

    def has_source(self, near: Near) -> bool:
        """Whether a wording stands in any text that can be a source."""
        return any(self.is_source(each.record) for each in near.form.clauses)

    def is_before(self, day: str) -> bool:
        """Whether the text is known to be from before a day."""
        return bool(self._day and self._day < day)

    def _is_itself(self, record: Record) -> bool:
        """Whether a record is of this very text, or of the draft that it was."""
        return self._symbol is not None and self._symbol in {record.symbol, record.draft_symbol}

    def is_of_series(self, record: Record) -> bool:
        """Whether a record has the text's title but for years and sessions."""
        return self._title is not None and self._title == self._title_of(record)

    def is_cited(self, record: Record) -> bool:
        """Whether the text cites a record, or another text of its series."""
        return self._cited.has(record, self._title_of(record))

    def _title_of(self, record: Record) -> str | None:
        known, title = self._titles, record.title
        if title not in known:
            known[title] = normalised(title) if title else None
        return known[title]

    def series(self, found: Iterable[tuple[Near, ...]]) -> tuple[Record, ...]:
        """The texts of the series among those found, oldest first."""
        records = {
            clause.record.id: clause.record
            for some in found for near in some for clause in near.form.clauses
            if self.is_of_series(clause.record) and self.is_source(clause.record)
        }  # fmt: skip
        return tuple(sorted(records.values(), key=in_time))


def was_adopted(record: Record) -> bool:
    """Whether a text of the corpus is no draft, and none that was voted down."""
    return record.kind == "resolution" and record.adoption.mode != "not adopted"


def in_time(record: Record) -> tuple[str, str]:
    """Oldest first; what has no date comes last."""
    return record.date or "9999", record.id
