"""Answers kept on disk, by the rules of RFC 9111, and what was fetched before when nothing else is.

hishel decides what may be kept, what is fresh and what must be validated (``IdleClient``
and the states after it) and keeps it (``SqliteStorage``). Its transport for httpx is not
used, because of what it does not do:

- it stores while it streams, before the limits of ``answer`` had their say;
- it takes a document that was last modified long ago for fresh, for up to a week, where the
  server says nothing; here that is asked about each time;
- it forgets a copy when the server fails, and does not hand it out when there is no
  network;
- it keeps the outdated copy beside the new one.

So an answer is received whole and checked, then handed to hishel.

A copy of what the person named and a copy of what a redirect led to are kept apart: the
first may be a private server's, which a redirect must not reach even in the cache.
"""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from uuid import UUID

from hishel import (
    AnyState,
    CacheMiss,
    CacheOptions,
    Entry,
    FromCache,
    Headers,
    IdleClient,
    InvalidateEntries,
    NeedRevalidation,
    NeedToBeUpdated,
    Request,
    Response,
    SqliteStorage,
    StoreAndUse,
)

from counterdraft.fetch.addresses import Hop
from counterdraft.fetch.answer import Answer, Kept, Say, http_date
from counterdraft.fetch.settings import Settings

Send = Callable[[Mapping[str, str]], Answer]
"""Asks the server, with these headers."""

_OPTIONS = CacheOptions(shared=False, supported_methods=["GET"])
_UNUSABLE = (OSError, sqlite3.Error, RuntimeError)
_LIFETIME = re.compile(r"(?:^|[\s,])max-age\s*=", re.IGNORECASE)


class Cache:
    """Copies of what was fetched; ``open_cache`` makes one."""

    def __init__(self, storage: SqliteStorage) -> None:
        self._storage = storage

    def copy(self, hop: Hop) -> Kept | None:
        """The last copy there is, fresh or not: for when the server cannot be asked."""
        entries = self._storage.get_entries(_key(hop))
        return _read(entries[-1]) if entries else None

    def answer(self, hop: Hop, headers: Mapping[str, str], send: Send) -> Kept:
        """The copy if it is fresh or the server confirms it, else what the server answers."""
        request = Request("GET", hop.here.url, Headers(headers))
        before = self._storage.get_entries(_key(hop))
        state: AnyState = IdleClient(_OPTIONS).next(request, before)
        answer, validated = Answer(0, {}), False
        while True:
            match state:
                case CacheMiss() | NeedRevalidation():
                    validated = isinstance(state, NeedRevalidation)
                    answer = send(state.request.headers)
                    state = state.next(Response(answer.status, Headers(_as_kept(answer.headers))))
                case InvalidateEntries():
                    self._remove(state.entry_ids)
                    state = state.next()
                case NeedToBeUpdated():
                    for entry in state.updating_entries:
                        self._storage.update_headers(entry.id, entry.response.headers)
                    state = state.next()
                case FromCache():
                    return _read(state.entry, validated) or Kept(send(headers))
                case _:
                    self._settle(state, request, hop, answer, before)
                    return Kept(answer)

    def _settle(
        self, state: AnyState, request: Request, hop: Hop, answer: Answer, before: list[Entry]
    ) -> None:
        """Keep a new answer if it may be kept; the copies before it are outdated either way."""
        if isinstance(state, StoreAndUse):
            response = replace(state.response, stream=iter((answer.data,)))
            entry = self._storage.create_entry(request, response, _key(hop))
            _data(entry)  # it is stored as it is read
        self._remove(entry.id for entry in before)

    def _remove(self, ids: Iterable[UUID]) -> None:
        for each in ids:
            self._storage.remove_entry(each)


def _key(hop: Hop) -> str:
    return f"{'named' if hop.stayed else 'redirected'} {hop.here.url}"


def _read(entry: Entry, validated: bool = False) -> Kept | None:
    """A copy with its data; None if it is gone or cannot be read."""
    try:
        data = _data(entry)
    except _UNUSABLE:
        return None
    answer = Answer(entry.response.status_code, dict(entry.response.headers), data)
    return Kept(answer, True, validated)


def _data(entry: Entry) -> bytes:
    stream = entry.response.stream
    return b"".join(stream) if isinstance(stream, Iterator) else b""


def _as_kept(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers for the copy: of unpacked data, with a date, and with no guessed lifetime."""
    left_out = {"content-encoding", "content-length"}
    kept = {name: value for name, value in headers.items() if name not in left_out}
    if http_date(kept.get("date")) is None:
        kept["date"] = format_datetime(datetime.now(UTC), usegmt=True)
    control = kept.get("cache-control", "")
    if "expires" not in kept and not _LIFETIME.search(control):
        kept["cache-control"] = f"{control}, max-age=0" if control else "max-age=0"
    return kept


@contextmanager
def open_cache(settings: Settings, say: Say) -> Iterator[Cache | None]:
    """The cache that the settings name; None, and said why, where it cannot be used."""
    if not settings.cache:
        yield None
        return
    folder = Path(settings.cache_folder) / "http"
    try:
        storage = _storage(folder, settings.cache_bytes)
    except _UNUSABLE as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else error
        say(f"no copy is kept: the cache {folder} cannot be used ({said}); delete or move it")
        yield None
        return
    try:
        yield Cache(storage)
    finally:
        storage.close()


def _storage(folder: Path, largest: int) -> SqliteStorage:
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)  # what was fetched is nobody else's to read
    log = logging.getLogger("hishel")
    if not log.handlers:
        # What it could not do it logs, with a traceback, and goes on without a copy.
        log.addHandler(logging.NullHandler())
    path = folder / "answers.sqlite"
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    try:
        connection.execute("PRAGMA schema_version")
        storage = SqliteStorage(connection=connection, max_size=largest)
        storage.get_entries("")  # makes the tables
    except _UNUSABLE:
        connection.close()
        raise
    return storage
