"""What a person names on the command line → the sources to read, one after another.

In: paths of files, folders and zip archives, or ``-``. Out: ``Source`` values, small
enough to hand to another process; ``load`` gets the bytes of one. A folder is walked
in the order of its names; hidden files are passed over. Nothing is unpacked to disk,
so that no name in an archive can lead anywhere.
"""

from __future__ import annotations

import lzma
import os
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from counterdraft.errors import (
    DamagedSource,
    EmptySource,
    ReadError,
    SourceNotFound,
    SourceTooLarge,
    UnsafeSource,
)  # fmt: skip

# A text of 3,000 pages; the longest XML of the UN's is a tenth of it.
MAX_BYTES = 20_000_000
# A text compresses to a tenth, XML to a thirtieth; a bomb to a thousandth.
MAX_RATIO = 200
MAX_MEMBERS = 100_000
STDIN = "-"
# What a folder or an archive is searched for; a file named by itself is read whatever it is.
SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".xml", ".akn", ".eml", ".pdf"})


class Source(NamedTuple):
    """One thing to read: a file, a member of an archive, or standard input."""

    name: str
    path: str
    member: str | None = None


class Found(NamedTuple):
    """A source, or what is wrong with something that was to be searched for sources."""

    source: Source | None
    error: ReadError | None = None


def find_sources(names: Iterable[str]) -> Iterator[Found]:
    """Every source that ``names`` lead to, in order; a bad one does not stop the rest."""
    for name in names:
        path = Path(name)
        if name == STDIN:
            yield Found(source_of(STDIN))
        elif not _exists(path):
            remedy = "Check the path"
            yield Found(None, SourceNotFound("no such file or folder", source=name, remedy=remedy))
        elif path.is_dir():
            yield from _in_folder(path)
        elif _is_archive(path):
            yield from _in_archive(path)
        else:
            yield Found(source_of(name))


def source_of(path: str, member: str | None = None) -> Source:
    """A source by its path; its name is what can be shown of that."""
    if path == STDIN:
        return Source("<stdin>", STDIN)
    whole = path if member is None else f"{path}/{member}"
    return Source(os.fsencode(whole).decode("utf-8", "replace"), path, member)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that the system does not take
        return False


def _is_archive(path: Path) -> bool:
    return path.suffix.lower() == ".zip" and path.is_file()


def _in_folder(folder: Path) -> Iterator[Found]:
    found = False
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or not path.is_file():
            continue
        if _is_archive(path):
            found = True
            yield from _in_archive(path)
        elif path.suffix.lower() in SUFFIXES:
            found = True
            yield Found(source_of(str(path)))
    if not found:
        yield Found(None, _nothing_in(str(folder), "the folder"))


def _nothing_in(name: str, what: str) -> EmptySource:
    kinds = ", ".join(sorted(SUFFIXES))
    return EmptySource(f"{what} holds no file to read", source=name, remedy=f"It reads {kinds}")


def _in_archive(path: Path) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        remedy = "Fetch or pack it again"
        reason = f"the archive cannot be opened: {error}"
        yield Found(None, DamagedSource(reason, source=str(path), remedy=remedy))
        return
    if len(members) > MAX_MEMBERS:
        reason = f"the archive has {len(members):,} members, more than {MAX_MEMBERS:,}"
        yield Found(None, SourceTooLarge(reason, source=str(path), remedy="Unpack it in parts"))
        return
    wanted = sorted(m.filename for m in members if _is_wanted(m))
    if not wanted:
        yield Found(None, _nothing_in(str(path), "the archive"))
    for member in wanted:
        yield Found(source_of(str(path), member))


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    parts = Path(member.filename).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    return not member.is_dir() and not hidden and Path(member.filename).suffix.lower() in SUFFIXES


_CANNOT_UNPACK = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, KeyError, RuntimeError, NotImplementedError,
    EOFError, ValueError, OSError,
)  # fmt: skip


def load(source: Source) -> bytes:
    """The bytes of a source.

    Raises SourceNotFound, SourceTooLarge, UnsafeSource or DamagedSource.
    """
    if source.path == STDIN:
        return _within(sys.stdin.buffer.read(MAX_BYTES + 1), source)
    try:
        if source.member is not None:
            return _load_member(source, source.member)
        if Path(source.path).stat().st_size > MAX_BYTES:
            raise _too_large(source)
        # A pipe has no size before it is read.
        with Path(source.path).open("rb") as stream:
            return _within(stream.read(MAX_BYTES + 1), source)
    except OSError as error:
        reason = f"the file cannot be read: {error.strerror or error}"
        raise SourceNotFound(
            reason, source=source.name, remedy="Check the path and its permissions"
        ) from None


def _within(data: bytes, source: Source) -> bytes:
    if len(data) > MAX_BYTES:
        raise _too_large(source)
    return data


def _too_large(source: Source) -> SourceTooLarge:
    return SourceTooLarge(
        f"larger than the {MAX_BYTES // 1_000_000} MB that are read at once",
        source=source.name,
        remedy="Divide it",
    )


@lru_cache(1)
def _archive(path: str, _mtime: int, _size: int) -> zipfile.ZipFile:
    """An archive kept open from member to member: its list of them is read once."""
    return zipfile.ZipFile(path)


def _load_member(source: Source, member: str) -> bytes:
    try:
        status = Path(source.path).stat()
        archive = _archive(source.path, status.st_mtime_ns, status.st_size)
        info = archive.getinfo(member)
        if info.file_size > MAX_BYTES:
            raise _too_large(source)
        if info.file_size > MAX_RATIO * max(info.compress_size, 1000):
            raise UnsafeSource(
                "the member unpacks to over 200 times its size, as a zip bomb does",
                source=source.name,
                remedy="Unpack it by hand if you trust it",
            )
        with archive.open(info) as stream:
            return _within(stream.read(MAX_BYTES + 1), source)
    except (FileNotFoundError, PermissionError):
        raise
    except _CANNOT_UNPACK as error:
        reason = f"the member cannot be unpacked: {error}"
        raise DamagedSource(
            reason, source=source.name, remedy="Fetch or pack the archive again"
        ) from None
