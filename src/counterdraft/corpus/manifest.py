"""The manifest: which segments a corpus is made of, and what each file of them must be.

In: a corpus's folder. Out: a :class:`Manifest`, or one written so that a crash leaves the old or
the new. It is the one thing of a corpus that changes: what it does not name does not count.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from counterdraft.disk import durable
from counterdraft.errors import DamagedCorpus, NewerCorpus, NoCorpus

FORMAT = 1
NAME = "manifest.json"
SEGMENTS = "segments"

Raw = dict[str, Any]
# A name that leads nowhere else.
_Inside = Annotated[str, Meta(pattern=r"^(?:\w[\w-]*/)?\w[\w.-]*$")]
MIGRATIONS: dict[int, Callable[[Raw], Raw]] = {}
"""From each older format, what makes of its manifest one of the next; none is older yet."""


class FileEntry(Struct, frozen=True):
    """A file of a segment: its name below the segment's folder, its bytes, their SHA-256."""

    name: _Inside
    size: int
    sha256: str


class SegmentEntry(Struct, frozen=True):
    """A segment: its folder's name, how many texts and clauses it holds, and its files."""

    name: _Inside
    texts: int
    clauses: int
    files: tuple[FileEntry, ...]


class Superseded(Struct, frozen=True):
    """A version of a text that another took the place of; nothing else is kept of it."""

    id: str
    language: str
    source: str
    digest: str


class Retired(Struct, frozen=True):
    """A segment whose texts stand in another now, since a second of the clock (Unix time)."""

    name: str
    since: int


class Manifest(Struct, frozen=True, kw_only=True):
    """What a corpus is made of; ``generation`` counts how often it was changed."""

    format: int = FORMAT
    generation: int = 0
    segments: tuple[SegmentEntry, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    retired: tuple[Retired, ...] = ()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the corpus in ``folder``.

    Raises NoCorpus, NewerCorpus, and DamagedCorpus where it cannot be read or made sense of.
    """
    try:
        data = (folder / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise NoCorpus(
            "there is no corpus in this folder", source=str(folder),
            remedy="Make one with: counterdraft corpus add PATHS, or name another with --corpus",
        ) from None  # fmt: skip
    except OSError as error:
        reason = f"the corpus cannot be read: {error.strerror or error}"
        remedy = "Check the folder and its permissions"
        raise DamagedCorpus(reason, source=str(folder), place=NAME, remedy=remedy) from None
    return _decoded(data, folder)


def _decoded(data: bytes, folder: Path) -> Manifest:
    try:
        raw = msgspec.json.decode(data, type=Raw)
        number = msgspec.convert(raw.get("format"), int)
        if number > FORMAT:
            raise NewerCorpus(
                f"the corpus has format {number}, and this version knows up to {FORMAT}",
                source=str(folder), remedy="Use a newer version of Counterdraft, or another corpus",
            )  # fmt: skip
        for older in range(number, FORMAT):
            raw = MIGRATIONS[older](raw)
        return msgspec.convert(raw, Manifest)
    except (msgspec.DecodeError, KeyError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedCorpus(
            f"the manifest makes no sense: {error}", source=str(folder), place=NAME,
            remedy="Build the corpus again from its sources",
        ) from None  # fmt: skip


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Make ``manifest`` the one that counts; raises OSError, and then the old one does."""
    data = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    durable.put(folder / NAME, data + b"\n")
