"""Entries → the SQLite file of a segment, which is only read ever after.

In: entries in order of time. Out: ``search.sqlite``: ``text`` and ``clause`` with what is
filtered by, ``words``, an FTS5 index that holds the words themselves, ``citation``, and the sums
that scores need. Rows count from 0, as they do in the segment's Parquet files.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

import msgspec

from counterdraft.corpus.entries import Entry

NAME = "search.sqlite"
TOKENS = "unicode61 remove_diacritics 2"
_SCHEMA = f"""
CREATE TABLE text(row INTEGER PRIMARY KEY, id TEXT NOT NULL, language TEXT NOT NULL, organ TEXT,
  session INTEGER, session_kind TEXT, date TEXT, kind TEXT NOT NULL, record BLOB NOT NULL);
CREATE TABLE clause(row INTEGER PRIMARY KEY, text_row INTEGER NOT NULL, paragraph TEXT NOT NULL,
  part TEXT NOT NULL, number TEXT, phrase TEXT, force TEXT, addressees TEXT NOT NULL,
  length INTEGER NOT NULL);
CREATE TABLE citation(text_row INTEGER NOT NULL, paragraph TEXT NOT NULL, symbol TEXT,
  cited TEXT NOT NULL, kind TEXT NOT NULL, candidates TEXT NOT NULL, note INTEGER NOT NULL);
CREATE TABLE sums(clauses INTEGER NOT NULL, length INTEGER NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(text, tokenize = '{TOKENS}');
"""
_INDEXES = """
CREATE INDEX text_id ON text(id);
CREATE INDEX clause_text ON clause(text_row);
CREATE INDEX citation_text ON citation(text_row);
CREATE INDEX citation_symbol ON citation(symbol);
INSERT INTO sums SELECT count(*), coalesce(sum(length), 0) FROM clause;
INSERT INTO words(words) VALUES('optimize');
"""
# What unicode61 takes for a word: letters and figures; an underscore parts two.
_WORD = re.compile(r"[^\W_]+")
# What stands above and below letters.
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")


def write_search(path: Path, entries: Sequence[Entry]) -> None:
    """Write the file; what stands there already must not.

    Raises sqlite3.Error.
    """
    database = sqlite3.connect(path, isolation_level=None)
    try:
        # Nobody reads it before it is whole and settled: no journal is needed.
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        _fill(database, entries)
        database.execute("COMMIT")
        database.executescript(_INDEXES)
    finally:
        database.close()


def open_search(path: Path) -> sqlite3.Connection:
    """The file, for reading only: neither locked nor looked at for changes.

    Raises sqlite3.Error.
    """
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, isolation_level=None)


def folded(text: str) -> str:
    """``text`` in lower case and without accents, as its words are compared."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return text.lower()


def tokens(text: str) -> list[str]:
    """The words of ``text`` as they are compared."""
    return _WORD.findall(folded(text))


def _fill(database: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    database.executemany("INSERT INTO text VALUES(?,?,?,?,?,?,?,?,?)", _texts(entries))
    firsts = accumulate((len(entry.clauses) for entry in entries), initial=0)
    for text_row, (entry, first) in enumerate(zip(entries, firsts, strict=False)):
        numbered = list(enumerate(entry.clauses, first))
        database.executemany(
            "INSERT INTO clause VALUES(?,?,?,?,?,?,?,?,?)",
            (
                (
                    row, text_row, each.paragraph, each.part, each.number, each.phrase, each.force,
                    f" {' '.join(each.addressees)} ", len(_WORD.findall(each.text)),
                )
                for row, each in numbered
            ),
        )  # fmt: skip
        database.executemany(
            "INSERT INTO words(rowid, text) VALUES(?,?)",
            ((row, each.text) for row, each in numbered),
        )
    database.executemany("INSERT INTO citation VALUES(?,?,?,?,?,?,?)", _citations(entries))


def _texts(entries: Sequence[Entry]) -> Iterator[tuple[object, ...]]:
    for row, (record, _, _) in enumerate(entries):
        yield (
            row, record.id, record.language, record.organ, record.session, record.session_kind,
            record.date, record.kind, msgspec.json.encode(record),
        )  # fmt: skip


def _citations(entries: Sequence[Entry]) -> Iterator[tuple[object, ...]]:
    for row, entry in enumerate(entries):
        for each in entry.citations:
            yield (
                row, each.paragraph, each.symbol, each.text, each.kind,
                "\n".join(each.candidates), each.note,
            )  # fmt: skip
