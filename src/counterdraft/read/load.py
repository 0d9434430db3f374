"""A source → its bytes, within limits.

In: a :class:`Source`, and what the person chose. Out: its bytes, with what the server said
of them where they were fetched. Nothing of an archive is unpacked to disk, so that no name
in it can lead anywhere.
"""

from __future__ import annotations

import lzma
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO, NamedTuple

from counterdraft.errors import (
    DamagedSource,
    ReadError,
    SourceNotFound,
    SourceTooLarge,
    UnsafeSource,
    UnsupportedSource,
)
from counterdraft.model import View
from counterdraft.read.mail import is_message, parts
from counterdraft.read.sources import (
    STDIN,
    SUFFIXES,
    Found,
    Source,
    in_message,
    is_archive,
    leads_out,
    mail_of,
    members_of,
    source_of,
)
from counterdraft.wording.english import listed

# A text of 3,000 pages; the longest XML of the UN's is a tenth of it.
MAX_BYTES = 20_000_000
# A PDF or a Word file brings its pictures and fonts along.
MAX_BINARY = 100_000_000
_HEAD = 8
_BINARY = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rt")
# A text compresses to a tenth, XML to a thirtieth; a bomb to a thousandth.
MAX_RATIO = 200


class Choices(NamedTuple):
    """How sources are to be read.

    ``view`` is the state of a text with tracked changes, ``language`` that of documents fetched
    by their symbol; ``offline`` keeps to the copies that are there, and ``say`` is told what is
    fetched and waited for.
    """

    view: View = "final"
    language: str = "en"
    offline: bool = False
    say: Callable[[str], None] | None = None


class Loaded(NamedTuple):
    """The bytes of a source; what the server said of their encoding; what must be told of them."""

    data: bytes
    charset: str | None = None
    note: str | None = None


USUAL = Choices()

_CANNOT_UNPACK = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, KeyError, RuntimeError, NotImplementedError,
    EOFError, ValueError, OSError,
)  # fmt: skip


def load(source: Source, choices: Choices = USUAL) -> Loaded:
    """The bytes of a source.

    Raises SourceNotFound, UnsupportedSource where it is many, SourceTooLarge, UnsafeSource,
    DamagedSource, or a FetchError.
    """
    if source.origin != "here":
        return _fetched(source, choices)
    if source.data is not None:
        return Loaded(_within(source.data, source))
    if source.path == STDIN:
        return Loaded(_read_within(sys.stdin.buffer, source))
    _check_is_one(source)
    try:
        if source.member is not None and is_archive(Path(source.path)):
            return Loaded(_load_member(source, source.member))
        if source.member is not None:
            return Loaded(_load_part(source, source.member))
        # A pipe has no size before it is read.
        size = Path(source.path).stat().st_size
        with Path(source.path).open("rb") as stream:
            return Loaded(_read_within(stream, source, size))
    except OSError as error:
        reason = f"the file cannot be read: {error.strerror or error}"
        raise SourceNotFound(
            reason, source=source.name, remedy="Check the path and its permissions"
        ) from None


def _check_is_one(source: Source) -> None:
    """Raises UnsupportedSource where a folder or an archive stands in the place of a file.

    DamagedSource where it is an archive that cannot be opened: no file in it could be named.
    """
    path = Path(source.path)
    is_folder = path.is_dir()
    if source.member is None and (is_folder or is_archive(path)):
        what = "a folder" if is_folder else "an archive"
        if not is_folder:
            members_of(path)
        raise UnsupportedSource(
            f"it is {what}, and one file is wanted", source=source.name,
            remedy=f"Name a file in it: {source.name}/…",
        )  # fmt: skip


def piped() -> Iterator[Found]:
    """What comes through standard input: a source with its bytes, or the parts of an e-mail."""
    source = source_of(STDIN)
    try:
        data = load(source).data
    except ReadError as error:
        yield Found(None, error)
        return
    if is_message(data):
        yield from in_message(data, STDIN, piped=True)
    else:
        yield Found(source._replace(data=data))


def _fetched(source: Source, choices: Choices) -> Loaded:
    """What is at an address, or is the document of a symbol."""
    from msgspec.structs import replace

    from counterdraft.fetch.fetch import fetch
    from counterdraft.fetch.fetch_symbol import fetch_symbol
    from counterdraft.fetch.settings import load_settings

    settings = load_settings()
    if choices.offline:
        settings = replace(settings, offline=True)
    if choices.say is not None:
        choices.say(f"fetching {source.name}")
    if source.origin == "symbol":
        got = fetch_symbol(source.path, settings, choices.language, say=choices.say)
    else:
        got = fetch(source.path, settings, say=choices.say)
    return Loaded(_within(got.data, source), got.charset, got.note)


def _read_within(stream: IO[bytes], source: Source, size: int = 0) -> bytes:
    """All of a stream of ``size`` bytes, where that is known, within the limit for its kind."""
    head = stream.read(_HEAD)
    limit = _limit(head)
    if size > limit:
        raise _too_large(source, limit)
    return _within(head + stream.read(limit + 1 - len(head)), source)


def _within(data: bytes, source: Source) -> bytes:
    limit = _limit(data)
    if len(data) > limit:
        raise _too_large(source, limit)
    return data


def _limit(head: bytes) -> int:
    return MAX_BINARY if head.startswith(_BINARY) else MAX_BYTES


def _too_large(source: Source, limit: int) -> SourceTooLarge:
    return SourceTooLarge(
        f"larger than the {limit // 1_000_000} MB that are read at once",
        source=source.name,
        remedy="Divide it",
    )


def _load_part(source: Source, name: str) -> bytes:
    """The text of an e-mail, or a file attached to it."""
    data = mail_of(Path(source.path))
    held = parts(data, SUFFIXES)
    for part in held:
        if part.name == name:
            return _within(part.data, source)
    raise SourceNotFound(
        "the e-mail has no part of that name that can be read", source=source.name,
        remedy=f"It has {listed([part.name for part in held]) or 'none'}",
    )  # fmt: skip


@lru_cache(1)
def _archive(path: str, _mtime: int, _size: int) -> zipfile.ZipFile:
    """An archive kept open from member to member: its list of them is read once."""
    return zipfile.ZipFile(path)


def _load_member(source: Source, member: str) -> bytes:
    if leads_out(member):
        raise UnsafeSource(
            "its name leads out of the archive",
            source=source.name,
            remedy="Unpack it by hand if you trust it",
        )
    try:
        status = Path(source.path).stat()
        archive = _archive(source.path, status.st_mtime_ns, status.st_size)
        info = archive.getinfo(member)
        if info.file_size > MAX_RATIO * max(info.compress_size, 1000):
            raise UnsafeSource(
                "the member unpacks to over 200 times its size, as a zip bomb does",
                source=source.name,
                remedy="Unpack it by hand if you trust it",
            )
        with archive.open(info) as stream:
            return _read_within(stream, source, info.file_size)
    except (FileNotFoundError, PermissionError):
        raise
    except _CANNOT_UNPACK as error:
        reason = f"the member cannot be unpacked: {error}"
        raise DamagedSource(
            reason, source=source.name, remedy="Fetch or pack the archive again"
        ) from None
