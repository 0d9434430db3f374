"""What a corpus holds, and how it lies on disk."""

from __future__ import annotations

from msgspec import Struct

from counterdraft.corpus.manifest import FORMAT, Superseded
from counterdraft.corpus.stored import Stored
from counterdraft.model import Bounds


class SegmentInfo(Struct, frozen=True):
    """A segment: its name, what it holds, its size on disk."""

    name: str
    texts: int
    clauses: int
    bytes: int


class Info(Struct, frozen=True):
    """A corpus: where it is, what it holds, and what it was superseded by what it holds."""

    folder: str
    format: int
    bounds: Bounds
    languages: dict[str, int]
    bytes: int
    segments: tuple[SegmentInfo, ...]
    superseded: tuple[Superseded, ...]


def info(corpus: Stored) -> Info:
    """What there is to say of an open corpus."""
    segments = tuple(
        SegmentInfo(
            each.entry.name, each.entry.texts, each.entry.clauses,
            sum(file.size for file in each.entry.files),
        )
        for each in corpus.segments
    )  # fmt: skip
    languages: dict[str, int] = {}
    for record in corpus.records:
        languages[record.language] = languages.get(record.language, 0) + 1
    return Info(
        str(corpus.folder), FORMAT, corpus.bounds(), dict(sorted(languages.items())),
        sum(each.bytes for each in segments), segments, corpus.superseded,
    )  # fmt: skip
