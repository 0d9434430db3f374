"""One writer at a time; readers never wait."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest

from counterdraft.corpus.add import add
from counterdraft.corpus.stored import Stored
from counterdraft.disk.lock import locked
from counterdraft.errors import InUse
from tests.adopted import session

HOLD = """
import sys
from pathlib import Path
from counterdraft.disk.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


class Holder:
    """Another process that holds the lock of a corpus."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        assert _stream(self.process.stdout).readline() == "held\n"

    def release(self) -> None:
        self.process.communicate("\n")

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


def _stream(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


def test_a_second_writer_is_told_who_writes_and_gives_up(tmp_path: Path) -> None:
    add(tmp_path, session(80))
    holder = Holder(tmp_path)
    with pytest.raises(InUse, match=f"process {holder.process.pid}, since .* is writing it"):
        add(tmp_path, session(81), wait=0)
    holder.release()
    assert len(Stored(tmp_path).records) == 4


def test_a_second_writer_waits_and_says_for_whom(tmp_path: Path) -> None:
    holder = Holder(tmp_path)
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        holder.release()

    assert add(tmp_path, session(81), say=say).new == 4
    assert len(said) == 1
    assert f"process {holder.process.pid}" in said[0]


def test_the_lock_ends_with_the_process_that_has_it(tmp_path: Path) -> None:
    holder = Holder(tmp_path)
    holder.kill()
    assert add(tmp_path, session(81), wait=5).new == 4


def test_two_writers_at_once_both_add_all_that_they_have(tmp_path: Path) -> None:
    some = [threading.Thread(target=add, args=(tmp_path, session(n))) for n in (78, 79, 80, 81)]
    for each in some:
        each.start()
    for each in some:
        each.join()
    assert len(Stored(tmp_path).records) == 16


def test_readers_read_while_another_writes(tmp_path: Path) -> None:
    add(tmp_path, session(80))
    with locked(tmp_path):
        assert len(Stored(tmp_path).records) == 4
