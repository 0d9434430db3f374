"""An address → a file, in as many pieces as it takes.

What has come so far is in ``NAME.part``, beside it in ``NAME.part.json`` by what mark the
server knows that state of the file. Another run goes on from there if the server still has
that state, else from the beginning. Only the whole file, of the right size and digest, gets
its name.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Struct

from counterdraft.errors import (
    BadAnswer,
    FetchError,
    OfflineError,
    SourceTooLarge,
    TimedOut,
    WriteError,
)
from counterdraft.fetch.addresses import Hop, first_hop, next_hop
from counterdraft.fetch.answer import Say, http_date, too_large
from counterdraft.fetch.settings import Settings
from counterdraft.fetch.status import is_busy, is_redirect, refusal, retry_after

if TYPE_CHECKING:
    from counterdraft.fetch.exchange import Opened, Session

Progress = Callable[[int, int | None], None]
"""Told of the bytes that have come, and of how many there are, if the server says."""

_WANTED = frozenset({200, 206, 416})
_RANGE = re.compile(r"bytes (?:(\d{1,18})-\d{1,18}|\*)/(\d{1,18}|\*)")


class Downloaded(Struct, frozen=True, kw_only=True):
    """A file as it was downloaded: ``url`` is where it was, ``date`` when the server sent it."""

    address: str
    url: str
    redirects: tuple[str, ...]
    path: str
    size: int
    sha256: str
    date: datetime


class _Mark(Struct, frozen=True):
    """What is known of the file of which a part is here."""

    address: str
    validator: str | None = None


class _Busy(NamedTuple):
    """A server that is busy, as an error, and how long it asks to be left alone."""

    fault: FetchError
    asked: float | None


class _Part(NamedTuple):
    """The file so far, open and locked, and the paths of all that belongs to it."""

    stream: FileIO
    part: Path
    mark: Path
    target: Path


def download(
    address: str,
    path: Path,
    settings: Settings,
    *,
    say: Say | None = None,
    sha256: str | None = None,
    progress: Progress | None = None,
) -> Downloaded:
    """Download ``address`` to ``path``, going on from where an earlier run broke off.

    Raises a FetchError, SourceTooLarge over ``settings.archive_bytes``, WriteError where the
    file cannot be written or another process is at it, and BadAnswer where the file is not
    the one of that ``sha256`` (in hexadecimal).
    """
    hop = first_hop(address)
    if settings.offline:
        remedy = "Set offline to false to fetch it"
        raise hop.error(OfflineError, "the network is not to be used", remedy)
    from counterdraft.fetch.exchange import Session

    session = Session(settings, settings.archive_seconds, say)
    with _open(path) as part:
        hop, date = _complete(hop, part, session, progress or (lambda *_: None))
        digest = _digest(part)
        if sha256 is not None and digest != sha256.lower():
            _forget(part)
            reason = f"its SHA-256 is {digest}, and not {sha256}"
            raise hop.error(BadAnswer, reason, "Try again; if it stays so, do not trust it")
        size = _finish(part)
    return Downloaded(
        address=address,
        url=hop.here.url,
        redirects=hop.passed,
        path=str(path),
        size=size,
        sha256=digest,
        date=date,
    )


def _complete(hop: Hop, part: _Part, session: Session, progress: Progress) -> tuple[Hop, datetime]:
    """Get what is missing, in as many tries as the settings allow."""
    from counterdraft.fetch.send import pause

    tried = 0
    while True:
        last = tried == session.settings.retries
        try:
            got = _attempt(hop, part, session, progress)
        except (BadAnswer, TimedOut) as error:
            if last or session.over:
                kept = f"{part.part} holds the {_size(part):,} bytes that came"
                error.remedy = f"Run it again to go on: {kept}"
                raise
            pause(hop, session, tried, "did not send it all")
        else:
            if not isinstance(got, _Busy):
                return got
            if last:
                raise got.fault
            pause(hop, session, tried, "is busy", got.asked)
        tried += 1


def _attempt(
    hop: Hop, part: _Part, session: Session, progress: Progress
) -> tuple[Hop, datetime] | _Busy:
    """Ask for what is missing, follow where that leads, and write it."""
    from counterdraft.fetch.exchange import exchange

    asked = {"user-agent": session.settings.user_agent, "accept-encoding": "identity"}
    asked |= _from_where(hop, part)
    while True:
        with exchange(hop, asked, session) as opened:
            fault = refusal(hop, opened.status, opened.headers, _WANTED)
            if fault is not None and is_busy(opened.status, opened.headers):
                return _Busy(fault, retry_after(opened.headers))
            if fault is not None:
                raise fault
            if not is_redirect(opened.status, opened.headers):
                _receive(hop, part, opened, session, progress, asked.get("if-range", ""))
                return hop, http_date(opened.headers.get("date")) or datetime.now(UTC)
        hop = next_hop(hop, opened.headers["location"], session.settings.redirects)


def _from_where(hop: Hop, part: _Part) -> dict[str, str]:
    """The headers that ask for the rest of a part, if its mark is of this very file."""
    try:
        mark = msgspec.json.decode(part.mark.read_bytes(), type=_Mark)
    except (OSError, msgspec.DecodeError):
        return {}
    have = _size(part)
    if not have or mark.validator is None or mark.address != hop.named:
        return {}
    return {"range": f"bytes={have}-", "if-range": mark.validator}


def _receive(
    hop: Hop, part: _Part, opened: Opened, session: Session, progress: Progress, mark: str
) -> None:
    """Write what comes after what is there, or from the beginning."""
    if opened.headers.get("content-encoding", "identity").lower() != "identity":
        raise hop.error(BadAnswer, "it is coded, which was not asked for", "Try again later")
    start, whole = _extent(hop, part, opened, mark)
    if start is None:  # there is no more
        return
    if start == 0 < _size(part):
        session.say(f"{hop.here.netloc} sends it all again, from the beginning")
    if whole is not None and whole > session.settings.archive_bytes:
        raise _too_large(hop, session.settings, whole)
    with _writing(part):
        part.stream.truncate(start)
        part.stream.seek(start)
        if start == 0:
            new = _Mark(hop.named, _validator(opened.headers))
            part.mark.write_bytes(msgspec.json.encode(new))
    have = start
    for chunk in opened.chunks:
        have += len(chunk)
        if have > session.settings.archive_bytes:
            raise _too_large(hop, session.settings, None)
        with _writing(part):
            _write(part.stream, chunk)
        progress(have, whole)
    if whole is not None and have != whole:
        raise hop.error(BadAnswer, f"{have:,} of {whole:,} bytes came", "Try again later")


def _too_large(hop: Hop, settings: Settings, size: int | None) -> SourceTooLarge:
    return too_large(hop, settings.archive_bytes, size, "archive_bytes")


def _extent(hop: Hop, part: _Part, opened: Opened, mark: str) -> tuple[int | None, int | None]:
    """Where what is sent begins, None if nothing is missing, and the size of the whole."""
    length = opened.headers.get("content-length", "")
    if opened.status == 200:
        return 0, int(length) if length.isdecimal() else None
    match = _RANGE.fullmatch(opened.headers.get("content-range", "").strip())
    whole = int(match[2]) if match and match[2] != "*" else None
    if opened.status == 416 and whole == _size(part) > 0:
        return None, whole
    same = not mark.startswith('"') or opened.headers.get("etag", mark) == mark
    if opened.status == 206 and same and match and match[1] and int(match[1]) == _size(part):
        return _size(part), whole
    _forget(part)
    raise hop.error(BadAnswer, "another piece was sent than was asked for", "Try again")


def _validator(headers: Mapping[str, str]) -> str | None:
    """By what the server can be asked whether it still has this state of the file.

    A weak tag will not do, nor a time of change so recent that another may have followed
    within the same second (RFC 9110, 8.8.2.2).
    """
    tag = headers.get("etag", "")
    if tag.startswith('"'):
        return tag
    changed, sent = http_date(headers.get("last-modified")), http_date(headers.get("date"))
    if changed and sent and sent - changed >= timedelta(seconds=1):
        return headers["last-modified"]
    return None


# -- the file so far


@contextmanager
def _open(path: Path) -> Iterator[_Part]:
    """The part of ``path``, new or from before, locked against other processes."""
    part, mark = path.with_name(path.name + ".part"), path.with_name(path.name + ".part.json")
    try:
        stream = _locked(part)
    except OSError as error:
        busy = isinstance(error, BlockingIOError)
        reason = "another process is at it" if busy else f"it cannot be written: {error.strerror}"
        remedy = "Wait for that" if busy else "Check the folder and its permissions"
        raise WriteError(reason, source=str(part), remedy=remedy) from None
    with stream:
        opened = _Part(stream, part, mark, path)
        try:
            yield opened
        except BaseException:
            if not stream.closed and not _size(opened):  # nothing came, so nothing is left behind
                mark.unlink(missing_ok=True)
                part.unlink(missing_ok=True)
            raise


def _locked(part: Path) -> FileIO:
    """Raises BlockingIOError where another process holds it."""
    while True:
        stream = FileIO(os.open(part, os.O_RDWR | os.O_CREAT, 0o666), "r+")
        try:
            _lock(stream)
            if os.path.samestat(os.fstat(stream.fileno()), part.stat()):
                return stream
        except FileNotFoundError:
            pass  # the other process was done meanwhile: its part has the name of the whole
        except BaseException:
            stream.close()
            raise
        stream.close()


def _lock(stream: FileIO) -> None:
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _write(stream: FileIO, data: bytes) -> None:
    written = 0
    while written < len(data):
        written += stream.write(data[written:])


def _size(part: _Part) -> int:
    return os.fstat(part.stream.fileno()).st_size


def _digest(part: _Part) -> str:
    part.stream.seek(0)
    return hashlib.file_digest(part.stream, "sha256").hexdigest()


def _forget(part: _Part) -> None:
    part.mark.unlink(missing_ok=True)
    part.stream.truncate(0)


def _finish(part: _Part) -> int:
    """Give the whole file its name; its size."""
    with _writing(part):
        size = _size(part)
        os.fsync(part.stream.fileno())
        if sys.platform == "win32":
            part.stream.close()  # an open file is not renamed there
        part.part.replace(part.target)
        part.mark.unlink(missing_ok=True)
    return size


@contextmanager
def _writing(part: _Part) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = f"it cannot be written: {error.strerror or error}"
        remedy = "Make room, or choose another folder"
        raise WriteError(reason, source=str(part.target), remedy=remedy) from None
