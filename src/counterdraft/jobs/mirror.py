"""A folder that is a copy of a repository's files, and the state beside them.

The files are the truth: what is here is told by hashing it, so that a run that was broken off
at any moment goes on where it stopped. The state (``.counterdraft-sync.json``) says what the
files alone cannot: which repository, at which commit, its list of files, which files were
brought from there, and which of those were taken on into a corpus.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct, field

from counterdraft.errors import DamagedSource, ReadError, UnsupportedSource, WriteError
from counterdraft.fetch.answer import Say
from counterdraft.fetch.listing import Blob, checked
from counterdraft.jobs.write import write_whole

STATE = ".counterdraft-sync.json"
LOCK = ".counterdraft-sync.lock"
VERSION = 1

Held = Literal["same", "other", "absent"]


class State(Struct):
    """What is known of a mirror beside its files.

    ``server`` is the address of the API, ``tag`` its mark for where the branch is, ``listing``
    all files at ``commit``. ``files`` are the paths that were brought, each with git's SHA-1 of
    what a corpus took of it, "" for none. The names of fields are those of the JSON.
    """

    version: int
    repository: str
    server: str = ""
    commit: str = ""
    tag: str = ""
    listing: tuple[Blob, ...] = ()
    files: dict[str, str] = field(default_factory=dict)


class Mirror:
    """The folder and its state; ``open_mirror`` makes one."""

    def __init__(self, folder: Path, state: State) -> None:
        self.folder = folder
        self.state = state

    def holds(self, blob: Blob) -> Held:
        """Whether the file is here as it is upstream; one that is, counts as brought."""
        path = self.folder / blob.path
        try:
            if not path.is_file():
                return "absent"
            if path.stat().st_size != blob.size or _sha(path, blob.size) != blob.sha:
                return "other"
        except OSError as error:
            raise _unwritable(path, error) from None
        self.state.files.setdefault(blob.path, "")
        return "same"

    def put(self, blob: Blob, data: bytes) -> None:
        """Write a file, whole or not at all. Raises WriteError."""
        path = self.folder / blob.path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(path, error) from None
        write_whole(str(path), data)
        self.state.files.setdefault(blob.path, "")

    def vanished(self) -> tuple[str, ...]:
        """The files that were brought, are here, and are upstream no more."""
        upstream = {blob.path for blob in self.state.listing}
        gone = sorted(path for path in self.state.files if path not in upstream)
        return tuple(path for path in gone if (self.folder / path).is_file())

    def to_add(self) -> tuple[Blob, ...]:
        """The files that were brought, are here as they are upstream, and in no corpus yet."""
        taken = self.state.files
        waiting = (
            blob for blob in self.state.listing if taken.get(blob.path, blob.sha) != blob.sha
        )
        return tuple(blob for blob in waiting if self.holds(blob) == "same")

    def added(self, blobs: Iterable[Blob]) -> None:
        """Note that these were taken into a corpus."""
        for blob in blobs:
            if blob.path in self.state.files:
                self.state.files[blob.path] = blob.sha

    def save(self) -> None:
        """Write the state. Raises WriteError."""
        write_whole(str(self.folder / STATE), msgspec.json.encode(self.state) + b"\n")


@contextmanager
def open_mirror(
    folder: Path, repository: str, say: Say, *, changing: bool = True
) -> Iterator[Mirror]:
    """The mirror in ``folder``, made where it is absent; its state is saved in the end.

    It is saved also where something broke off, and never where it is not ``changing``. Raises
    WriteError where the folder cannot be written, is another repository's, or another process
    is at it, and UnsupportedSource where a newer Counterdraft wrote the state.
    """
    if not changing:
        yield Mirror(folder, _load(folder / STATE, repository, say))
        return
    with _alone(folder):
        mirror = Mirror(folder, _load(folder / STATE, repository, say))
        try:
            yield mirror
        except BaseException:
            with suppress(WriteError):  # what broke off is to be told
                mirror.save()
            raise
        mirror.save()


def _load(path: Path, repository: str, say: Say) -> State:
    """The state in a file; a new one where there is none, or it is damaged, which is said."""
    try:
        state = _decoded(path)
    except FileNotFoundError:
        return State(VERSION, repository)
    except OSError as error:
        raise _unwritable(path, error) from None
    except DamagedSource as error:
        say(str(error))
        return State(VERSION, repository)
    if state.repository != repository:
        reason = f"the folder holds {state.repository}, not {repository}"
        raise WriteError(reason, source=str(path.parent), remedy="Choose another folder")
    return state


def _decoded(path: Path) -> State:
    data, source = path.read_bytes(), str(path)
    remedy = "It is made anew; the files are kept"
    try:
        version = msgspec.json.decode(data, type=dict[str, msgspec.Raw])["version"]
        if msgspec.json.decode(version, type=int) > VERSION:
            reason = "a newer Counterdraft wrote it"
            raise UnsupportedSource(reason, source=source, remedy="Use that one, or another folder")
        state = msgspec.json.decode(data, type=State)
        checked(state.listing, source)
        checked((Blob(path, "", 0) for path in state.files), source)
    except UnsupportedSource:
        raise
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyError, ReadError) as error:
        raise DamagedSource(
            f"the state is damaged: {error}", source=source, remedy=remedy
        ) from None
    return state


def _sha(path: Path, size: int) -> str:
    with path.open("rb") as stream:
        digest = hashlib.sha1(f"blob {size}\0".encode(), usedforsecurity=False)
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else changes the folder meanwhile; the lock does not outlive the process."""
    path = folder / LOCK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise _unwritable(path, error) from None
    with os.fdopen(handle):
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                reason, remedy = "another process is at it", "Wait for that"
                raise WriteError(reason, source=str(folder), remedy=remedy) from None
        yield


def _unwritable(path: Path, error: OSError) -> WriteError:
    reason = f"it cannot be read or written: {error.strerror or error}"
    remedy = "Check the folder and its permissions, or choose another"
    return WriteError(reason, source=str(path), remedy=remedy)
