"""Entries → a corpus that holds them: one change, which is whole or did not happen.

In: a folder, entries. Out: :class:`Added`. New texts are written as a segment; segments from which
a text must go, and small ones where there are many, are written anew together with it. Then one
file, the manifest, is replaced. What a crash leaves beside it is swept by the next change.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from counterdraft.corpus.columns import from_columns
from counterdraft.corpus.entries import Entry, key_of
from counterdraft.corpus.manifest import (
    SEGMENTS,
    Manifest,
    Retired,
    Superseded,
    read_manifest,
    write_manifest,
)
from counterdraft.corpus.segment import Segment, write_segment
from counterdraft.corpus.versions import Change, Facts, change
from counterdraft.disk import lock
from counterdraft.errors import NoCorpus, WriteError

TOGETHER = 4
"""As many segments, the newest among them, are written as one, if none is twice its size."""
GRACE = 600
"""Seconds for which a segment that was written anew is kept for those who still read it."""


class Added(NamedTuple):
    """What became of the texts that were added, and how many the corpus holds now."""

    new: int
    newer: int
    unchanged: int
    superseded: tuple[Superseded, ...]
    texts: int


def add(
    folder: Path,
    entries: Iterable[Entry],
    facts: Mapping[str, Facts] | None = None,
    *,
    wait: float = lock.WAIT,
    say: Callable[[str], None] | None = None,
) -> Added:
    """Add ``entries`` to the corpus in ``folder``, which is made where there is none.

    ``facts`` are by the ids of texts. ``say`` is told who is waited for, at most ``wait``
    seconds. Raises InUse after that, NewerCorpus, DamagedCorpus where a segment that must
    be written anew cannot be read, and WriteError; the corpus is then as it was.
    """
    added = list(entries)
    with _writing(folder, wait, say) as manifest:
        segments = [Segment(folder, entry) for entry in manifest.segments]
        held = {key_of(record): record for segment in segments for record in segment.records}
        made = change(held, manifest.superseded, added, facts or {})
        if made.entries or made.records or made.superseded:
            manifest = _changed(folder, manifest, segments, made)
            write_manifest(folder, manifest)
        texts = sum(each.texts for each in manifest.segments)
    return Added(made.new, made.newer, made.unchanged, made.superseded, texts)


def prepare(folder: Path) -> None:
    """See that the corpus in ``folder`` can be added to, before any text is read.

    Raises WriteError, NewerCorpus and DamagedCorpus.
    """
    with _as_write_errors(folder):
        (folder / SEGMENTS).mkdir(parents=True, exist_ok=True)
        with (folder / lock.NAME).open("ab"):
            pass
    _present(folder)


@contextmanager
def _writing(folder: Path, wait: float, say: Callable[[str], None] | None) -> Iterator[Manifest]:
    """The manifest, with nobody else writing and nothing half-written beside it."""
    prepare(folder)
    with _as_write_errors(folder), lock.locked(folder, wait, say):
        manifest = _present(folder)
        _sweep(folder, manifest)
        yield manifest


def _present(folder: Path) -> Manifest:
    try:
        return read_manifest(folder)
    except NoCorpus:
        return Manifest()


@contextmanager
def _as_write_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise WriteError(
            f"the corpus cannot be written: {reason}; it is as it was", source=str(folder),
            remedy="Choose another place with --corpus, or free the disk",
        ) from None  # fmt: skip


# -- what is written


def _changed(
    folder: Path, manifest: Manifest, segments: Sequence[Segment], made: Change
) -> Manifest:
    """The manifest after a change, all that it names being on the disk."""
    again = _written_again(segments, made)
    kept = [segment.entry for segment in segments if segment not in again]
    entries = [*made.entries.values(), *_taken_over(again, made)]
    number = manifest.generation + 1
    new = (write_segment(folder, number, entries),) if entries else ()
    now = int(time.time())
    gone = [Retired(each.entry.name, now) for each in again]
    still = [each for each in manifest.retired if each.since > now - GRACE]
    return Manifest(
        generation=number,
        segments=(*kept, *new),
        superseded=(*manifest.superseded, *made.superseded),
        retired=(*still, *gone),
    )


def _written_again(segments: Sequence[Segment], made: Change) -> list[Segment]:
    """The segments from which something must go, and the small ones where there are many."""
    again = [each for each in segments if made.replaced & {key_of(r) for r in each.records}]
    if not made.replaced:
        return again
    size = sum(len(entry.clauses) for entry in made.entries.values())
    size += sum(each.entry.clauses for each in again)
    while True:
        rest = [each for each in segments if each not in again]
        small = [each for each in rest if each.entry.clauses <= 2 * size]
        if len(small) < TOGETHER - 1:
            return again
        again += small
        size += sum(each.entry.clauses for each in small)


def _taken_over(segments: Sequence[Segment], made: Change) -> Iterator[Entry]:
    for segment in segments:
        for entry in _entries(segment):
            key = key_of(entry.record)
            if key in made.records:
                yield entry._replace(record=made.records[key])
            elif key not in made.entries:
                yield entry


def _entries(segment: Segment) -> list[Entry]:
    try:
        return from_columns(segment.path)
    except Exception as error:  # what polars raises for a file that is not sound is its own
        raise segment.damaged("*.parquet", f"it cannot be read ({error})") from None


def _sweep(folder: Path, manifest: Manifest) -> None:
    """Remove what no manifest names, and what those who still read it have had time to leave."""
    since = time.time() - GRACE
    named = {each.name for each in manifest.segments}
    named |= {each.name for each in manifest.retired if each.since > since}
    for path in (folder / SEGMENTS).iterdir():
        if path.name not in named:
            shutil.rmtree(path, ignore_errors=True)
