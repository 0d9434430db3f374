"""A corpus → what is wrong with it: every checksum, and whether the parts say the same.

In: a folder. Out: a line for each fault, none where all is well. The Parquet files are the truth
that the others are held against.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from counterdraft.corpus import search_file
from counterdraft.corpus.columns import from_columns
from counterdraft.corpus.entries import Entry, Key, in_time, key_of
from counterdraft.corpus.manifest import read_manifest
from counterdraft.corpus.segment import INDEX, Segment
from counterdraft.disk import durable
from counterdraft.errors import DamagedCorpus


def check(folder: Path) -> tuple[DamagedCorpus, ...]:
    """What is wrong with the corpus in ``folder``.

    Raises NoCorpus, NewerCorpus, and DamagedCorpus where the manifest cannot be read.
    """
    manifest = read_manifest(folder)
    faults: list[DamagedCorpus] = []
    seen: dict[Key, str] = {}
    for entry in manifest.segments:
        try:
            segment = Segment(folder, entry)
            faults += _faults(segment)
            faults += _twice(segment, seen)
        except DamagedCorpus as error:
            faults.append(error)
    return tuple(faults)


def _faults(segment: Segment) -> Iterator[DamagedCorpus]:
    altered = [
        file for file in segment.entry.files
        if durable.sha256_of(segment.path / file.name) != file.sha256
    ]  # fmt: skip
    for file in altered:
        yield segment.damaged(file.name, "it is not what was written: its SHA-256 is another")
    if not altered:
        for place, reason in _disagreements(segment):
            yield segment.damaged(place, reason)


def _disagreements(segment: Segment) -> Iterator[tuple[str, str]]:
    """Where the parts of a segment do not say the same."""
    try:
        entries = from_columns(segment.path)
    except Exception as error:  # what polars raises for a file that is not sound is its own
        yield "*.parquet", f"it cannot be read ({error})"
        return
    clauses = [clause for entry in entries for clause in entry.clauses]
    if (len(entries), len(clauses)) != (segment.entry.texts, segment.entry.clauses):
        yield "*.parquet", "it does not hold as many texts and clauses as the manifest says"
    if sorted(entries, key=lambda entry: in_time(entry.record)) != entries:
        yield "texts.parquet", "the texts are not in order of time"
    yield from _database(segment, entries)
    yield from _index(segment, [clause.text for clause in clauses])


def _database(segment: Segment, entries: list[Entry]) -> Iterator[tuple[str, str]]:
    name = search_file.NAME
    if segment.records != tuple(entry.record for entry in entries):
        yield name, "it holds other texts than texts.parquet"
    held = segment.rows(
        "SELECT text_row, paragraph, part, number, phrase, force, addressees, words.text "
        "FROM clause JOIN words ON words.rowid = clause.row ORDER BY clause.row"
    )
    if held != [
        (
            *(row, c.paragraph, c.part, c.number, c.phrase, c.force),
            *(f" {' '.join(c.addressees)} ", c.text),
        )
        for row, entry in enumerate(entries)
        for c in entry.clauses
    ]:
        yield name, "it holds other clauses than clauses.parquet"
    cited = segment.rows(
        "SELECT text_row, paragraph, symbol, cited, kind, candidates, note "
        "FROM citation ORDER BY rowid"
    )
    if cited != [
        (row, c.paragraph, c.symbol, c.text, c.kind, "\n".join(c.candidates), int(c.note))
        for row, entry in enumerate(entries) for c in entry.citations
    ]:  # fmt: skip
        yield name, "it holds other citations than citations.parquet"
    fault = _words_fault(segment.path / name)
    if fault is not None:
        yield name, fault


def _words_fault(path: Path) -> str | None:
    """What FTS5 itself says of its index, asked on a copy in memory."""
    copy = sqlite3.connect(":memory:")
    try:
        copy.deserialize(path.read_bytes())
        copy.execute("INSERT INTO words(words) VALUES('integrity-check')")
    except sqlite3.Error as error:
        return f"its index of words is not sound ({error})"
    finally:
        copy.close()
    return None


def _index(segment: Segment, texts: list[str]) -> Iterator[tuple[str, str]]:
    from counterdraft.reuse.wording import normalised, words

    shard = segment.shard
    if shard.clauses != len(texts):
        yield INDEX, "it does not hold as many clauses as clauses.parquet"
        return
    for form in range(shard.forms):
        some = [texts[int(line)] for line in shard.lines(form)]
        if any(shard.find(text) != form and words(normalised(text)) for text in some):
            yield INDEX, f"its form {form} is not that of the clauses it names"
            return


def _twice(segment: Segment, seen: dict[Key, str]) -> Iterator[DamagedCorpus]:
    for record in segment.records:
        key = key_of(record)
        if key in seen:
            yield segment.damaged(
                "texts.parquet", f"{record.id} stands in the segment {seen[key]} too"
            )
        seen[key] = segment.entry.name
