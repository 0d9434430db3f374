"""A segment: some texts of a corpus in files that are written once and never changed.

In: entries, or the folder of a segment. Out: its files, on the disk and under their name when
``write_segment`` returns; or a :class:`Segment` that answers from them. The Parquet files are the
truth; ``search.sqlite`` and ``index/`` are made of it and are there to find things quickly.
"""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from counterdraft.corpus import search_file
from counterdraft.corpus.columns import CITATIONS, CLAUSES, TEXTS, to_columns
from counterdraft.corpus.entries import Entry, Key, in_time, key_of
from counterdraft.corpus.manifest import SEGMENTS, FileEntry, SegmentEntry
from counterdraft.disk import durable
from counterdraft.errors import CounterdraftError, DamagedCorpus
from counterdraft.model import Clause, Record

if TYPE_CHECKING:
    from counterdraft.reuse.shard import Shard

INDEX = "index"
_UNFINISHED = ".new-"  # what the name of a folder begins with while it is written
_AT_ONCE = 500  # rows that are asked for by number in one statement
_CLAUSES = """SELECT clause.row, text_row, paragraph, part, number, phrase, words.text, force
  FROM clause JOIN words ON words.rowid = clause.row WHERE """


def write_segment(folder: Path, number: int, entries: Sequence[Entry]) -> SegmentEntry:
    """Write ``entries`` as a segment of the corpus in ``folder``; what the manifest says of it.

    ``number`` is one that no segment of the corpus had before. Raises OSError, sqlite3.Error,
    and WriteError.
    """
    ordered = sorted(entries, key=lambda entry: in_time(entry.record))
    new = folder / SEGMENTS / f"{_UNFINISHED}{secrets.token_hex(4)}"
    new.mkdir(parents=True)
    try:
        _fill(new, ordered)
        files = _settled(new)
        durable.move(new, folder / SEGMENTS / f"{number:06}")
    except BaseException:  # what is left after a crash is swept by the next who writes
        shutil.rmtree(new, ignore_errors=True)
        raise
    clauses = sum(len(entry.clauses) for entry in ordered)
    return SegmentEntry(f"{number:06}", len(ordered), clauses, files)


def _fill(new: Path, entries: Sequence[Entry]) -> None:
    """Write the files of a segment into its folder."""
    from counterdraft.reuse import build

    for name, data in zip((TEXTS, CLAUSES, CITATIONS), to_columns(entries), strict=True):
        durable.write(new / name, data)
    search_file.write_search(new / search_file.NAME, entries)
    build.write(new / INDEX, [each.text for entry in entries for each in entry.clauses])


def _settled(new: Path) -> tuple[FileEntry, ...]:
    """What each file of a finished folder is, all of them on the disk."""
    paths = sorted(path for path in new.rglob("*") if path.is_file())
    for path in paths:
        durable.settle(path)
    for each in (*(path for path in new.rglob("*") if path.is_dir()), new):
        durable.settle_folder(each)
    return tuple(
        FileEntry(path.relative_to(new).as_posix(), path.stat().st_size, durable.sha256_of(path))
        for path in paths
    )


class Segment:
    """A segment that is read; each of its files is opened when it is first asked.

    Every method raises DamagedCorpus, which names the segment, where a file is not sound.
    """

    def __init__(self, folder: Path, entry: SegmentEntry) -> None:
        """Raises DamagedCorpus where a file is missing, or not as long as it was written."""
        self.entry = entry
        self.path = folder / SEGMENTS / entry.name
        for file in entry.files:
            self._look_at(file)

    def _look_at(self, file: FileEntry) -> None:
        try:
            size = (self.path / file.name).stat().st_size
        except OSError as error:
            raise self.damaged(file.name, f"it cannot be read: {error.strerror}") from None
        if size != file.size:
            raise self.damaged(file.name, f"it has {size:,} bytes instead of {file.size:,}")

    def damaged(self, file: str, reason: str) -> DamagedCorpus:
        """The error that says what is wrong with a file."""
        return DamagedCorpus(
            reason, source=str(self.path), place=file,
            remedy="Build the corpus again from its sources",
        )  # fmt: skip

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What the segment's database answers."""
        try:
            return self._database.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self.damaged(search_file.NAME, f"it is not sound ({error})") from None

    @cached_property
    def _database(self) -> sqlite3.Connection:
        return search_file.open_search(self.path / search_file.NAME)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Its texts, in order of time."""
        rows = self.rows("SELECT record FROM text ORDER BY row")
        try:
            return tuple(msgspec.json.decode(each, type=Record) for (each,) in rows)
        except msgspec.DecodeError as error:
            raise self.damaged(search_file.NAME, f"it is not sound ({error})") from None

    @cached_property
    def shard(self) -> Shard:
        """What finds wordings in it."""
        from counterdraft.reuse.shard import Shard

        try:
            return Shard.open(self.path / INDEX)
        except CounterdraftError as error:
            raise self.damaged(INDEX, error.reason) from None

    def clauses_of(self, text: int) -> tuple[Clause, ...]:
        """The paragraphs of a text, by its row, in order."""
        rows = self.rows(f"{_CLAUSES} text_row = ? ORDER BY clause.row", (text,))
        return tuple(self._clause(row) for row in rows)

    def clauses_at(self, rows: Sequence[int]) -> dict[int, Clause]:
        """Paragraphs by the numbers of their rows."""
        found: dict[int, Clause] = {}
        for start in range(0, len(rows), _AT_ONCE):
            some = [int(row) for row in rows[start : start + _AT_ONCE]]
            marks = ",".join("?" * len(some))
            for row in self.rows(f"{_CLAUSES} clause.row IN ({marks})", some):
                found[row[0]] = self._clause(row)
        return found

    def clauses_having(self, query: str) -> list[tuple[int, Clause]]:
        """Paragraphs that a query of FTS5 finds, with the numbers of their rows."""
        rows = self.rows("SELECT rowid FROM words WHERE words MATCH ?", (query,))
        return list(self.clauses_at([row for (row,) in rows]).items())

    def _clause(self, row: tuple[Any, ...]) -> Clause:
        return Clause(self.records[row[1]], *row[2:])

    def row_of(self, record: Record) -> int | None:
        """The row of a text; None where it is in another segment."""
        return self._rows.get(key_of(record))

    @cached_property
    def _rows(self) -> dict[Key, int]:
        return {key_of(each): row for row, each in enumerate(self.records)}
