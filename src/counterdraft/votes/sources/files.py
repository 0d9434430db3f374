"""Paths → the files in which votes may be, each with its bytes, within limits.

A folder is walked in the order of its names, hidden files passed over; a zip archive's members are
read from it, and nothing is unpacked to disk. A file that is named by itself is taken whatever it
is called.
"""

from __future__ import annotations

import os
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from counterdraft.errors import (
    DamagedSource,
    EmptySource,
    ReadError,
    SourceNotFound,
    SourceTooLarge,
    UnsafeSource,
)
from counterdraft.model.given import Name, names
from counterdraft.votes.sources.table import MAX_BYTES

STDIN = "-"
SUFFIXES = frozenset({".csv", ".tab", ".tsv", ".xml", ".akn", ".json", ".jsonl", ".gz", ".zip"})
MAX_MEMBERS = 100_000
MAX_RATIO = 200
_SMALL = 1000
_CANNOT_UNPACK = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError,
                  ValueError, KeyError)  # fmt: skip


class File(NamedTuple):
    """A file or a member of an archive: what it is called, and its bytes or what is wrong."""

    name: str
    data: bytes
    error: ReadError | None = None


def files_of(paths: Name | Iterable[Name]) -> Iterator[File]:
    """Every file that ``paths`` lead to, in order; a bad one does not stop the rest."""
    for path in names(paths):
        if path == STDIN:
            yield _read(sys.stdin.buffer, "<stdin>")
        elif Path(path).is_dir():
            yield from _in_folder(Path(path))
        else:
            yield from _file(Path(path))


def _in_folder(folder: Path) -> Iterator[File]:
    found = False
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.suffix.lower() in SUFFIXES:
            found = True
            yield from _file(path)
    if not found:
        yield _bad(str(folder), _nothing(str(folder), "the folder"))


def _file(path: Path) -> Iterator[File]:
    name = os.fsencode(path).decode("utf-8", "replace")
    try:
        if path.suffix.lower() == ".zip" and path.is_file():
            yield from _in_archive(path, name)
            return
        with path.open("rb") as stream:
            yield _read(stream, name)
    except OSError as error:
        reason = f"the file cannot be read: {error.strerror or error}"
        remedy = "Check the path and its permissions"
        yield _bad(name, SourceNotFound(reason, source=name, remedy=remedy))


def _read(stream: IO[bytes], name: str) -> File:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        reason = f"larger than the {MAX_BYTES // 1_000_000} MB that are read at once"
        return _bad(name, SourceTooLarge(reason, source=name, remedy="Divide it"))
    if not data:
        return _bad(
            name, EmptySource("there is nothing in it", source=name, remedy="Fetch it again")
        )
    return File(name, data)


def _in_archive(path: Path, name: str) -> Iterator[File]:
    try:
        opened = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        reason = f"the archive cannot be opened: {error}"
        remedy = "Fetch or pack it again"
        yield _bad(name, DamagedSource(reason, source=name, remedy=remedy))
        return
    with opened as archive:
        members = sorted(
            (each for each in archive.infolist() if _is_wanted(each)), key=lambda m: m.filename
        )
        if not members:
            yield _bad(name, _nothing(name, "the archive"))
        if len(members) > MAX_MEMBERS:
            reason = f"the archive has {len(members):,} members, more than {MAX_MEMBERS:,}"
            yield _bad(name, SourceTooLarge(reason, source=name, remedy="Unpack it in parts"))
            return
        for member in members:
            yield _member(archive, member, f"{name}/{member.filename}")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> File:
    if member.file_size > MAX_RATIO * max(member.compress_size, _SMALL):
        reason = f"the member unpacks to over {MAX_RATIO} times its size, as a zip bomb does"
        remedy = "Unpack it by hand if you trust it"
        return _bad(name, UnsafeSource(reason, source=name, remedy=remedy))
    try:
        with archive.open(member) as stream:
            return _read(stream, name)
    except _CANNOT_UNPACK as error:
        reason = f"the member cannot be unpacked: {error}"
        remedy = "Fetch or pack the archive again"
        return _bad(name, DamagedSource(reason, source=name, remedy=remedy))


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    path = Path(member.filename)
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts)
    wanted = path.suffix.lower() in SUFFIXES - {".zip"}
    return not member.is_dir() and not hidden and wanted


def _nothing(name: str, what: str) -> EmptySource:
    kinds = ", ".join(sorted(SUFFIXES))
    return EmptySource(f"{what} holds no file to read", source=name, remedy=f"It reads {kinds}")


def _bad(name: str, error: ReadError) -> File:
    return File(name, b"", error)
