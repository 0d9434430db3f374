"""One process at a time writes a folder: a lock that the operating system holds.

It ends with the process that has it, however that ends. The file that is locked stays, and says
who has it or had it last. Nobody who reads takes it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from counterdraft.errors import InUse, one_line

NAME = "lock"
WAIT = 60.0
"""Seconds that a second writer waits, unless told otherwise."""
_PAUSE = 0.1
_LONGEST = 200


@contextmanager
def locked(
    folder: Path, wait: float = WAIT, say: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Hold the lock of ``folder`` while the block runs.

    Where another process has it, ``say`` is told who, and it is waited for ``wait`` seconds.
    Raises InUse after that, and OSError where there can be no lock.
    """
    with (folder / NAME).open("a+b") as stream:
        _wait_for(stream, folder, wait, say)
        stream.truncate(0)
        stream.write(_ourselves().encode())
        stream.flush()
        try:
            yield
        finally:
            _release(stream)


def _wait_for(
    stream: BinaryIO, folder: Path, wait: float, say: Callable[[str], None] | None
) -> None:
    until = time.monotonic() + wait
    told = False
    while not _take(stream):
        if time.monotonic() >= until:
            raise InUse(
                f"{_holder(stream)} is writing it", source=str(folder),
                remedy="Try again when that is done, or wait longer with --wait SECONDS",
            )  # fmt: skip
        if say is not None and not told:
            say(f"{folder}: {_holder(stream)} is writing it; waiting up to {wait:g} seconds")
            told = True
        time.sleep(_PAUSE)


def _ourselves() -> str:
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return f"process {os.getpid()}, since {now},"


def _holder(stream: BinaryIO) -> str:
    stream.seek(0)
    said = one_line(stream.read(_LONGEST).decode("utf-8", "replace"))
    return said or "another process"


if sys.platform == "win32":
    import msvcrt

    # Bytes that are locked cannot be read by others there: one is, far behind the words.
    _FAR = 1 << 30

    def _take(stream: BinaryIO) -> bool:
        stream.seek(_FAR)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(stream: BinaryIO) -> None:
        stream.seek(_FAR)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(stream: BinaryIO) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_UN)
