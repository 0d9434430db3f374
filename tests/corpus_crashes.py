"""Adds to copies of a corpus, and dies in the middle: at every step, at any time, out of space.

    python tests/corpus_crashes.py steps|times|space BASE FOLDER

Each child works on a copy of BASE in FOLDER and ends in a way of its own; what it left is looked at
by whoever called. A child that came to its end leaves ``done`` beside the copy.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

# Imported before, so that a child costs little; nothing of polars is run before the fork.
import numpy as np
import polars as pl

from counterdraft.corpus.add import add
from counterdraft.errors import WriteError
from counterdraft.reuse import build, shard
from tests.adopted import entry, session

LOADED = (np, pl, build, shard)
KILLED = 9
NEW = (*session(81), entry("79/1", body=["Decides otherwise."]))
_STEPS = frozenset({"os.rename", "os.mkdir", "os.remove", "os.rmdir", "sqlite3.connect"})
_MOST = 200


class Steps:
    """Counts what a process does to files, and ends it at one of them as a power cut would."""

    def __init__(self, last: int) -> None:
        self.left = last
        self._fsync = os.fsync
        os.fsync = self.fsync  # type: ignore[assignment]
        sys.addaudithook(self.audit)

    def fsync(self, handle: int) -> None:
        self.step()
        self._fsync(handle)

    def audit(self, event: str, arguments: tuple[object, ...]) -> None:
        writes = (
            event == "open" and isinstance(arguments[1], str) and arguments[1] not in {"r", "rb"}
        )
        if writes or event in _STEPS:
            self.step()

    def step(self) -> None:
        self.left -= 1
        if self.left < 0:
            os._exit(KILLED)


def child(base: Path, copy: Path, begin: Callable[[], object], after: float | None = None) -> int:
    """What became of a process that adds to a copy, having begun so; killed ``after`` seconds."""
    shutil.copytree(base, copy)
    process = os.fork()
    if process == 0:
        begin()
        try:
            add(copy, NEW)
        except WriteError:
            os._exit(1)
        copy.with_suffix(".done").touch()
        os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def steps(base: Path, folder: Path) -> None:
    for last in range(_MOST):
        if child(base, folder / f"{last:03}", partial(Steps, last)) == 0:
            return
    raise SystemExit("it never came to an end")


def times(base: Path, folder: Path) -> None:
    for n in range(12):
        child(base, folder / f"{n:03}", lambda: None, n * 0.02)


def space(base: Path, folder: Path) -> None:
    for n, size in enumerate((0, 30, 500, 5_000, 30_000, 60_000, 90_000)):

        def begin(size: int = size) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        code = child(base, folder / f"{n:03}", begin)
        if code not in {0, 1}:
            raise SystemExit(f"with files of {size} bytes at most it ended with {code}")


if __name__ == "__main__":
    {"steps": steps, "times": times, "space": space}[sys.argv[1]](*map(Path, sys.argv[2:4]))
