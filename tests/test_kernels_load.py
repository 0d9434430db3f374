"""What was compiled from files that have changed since is forgotten, and nothing else."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from counterdraft.kernels.load import _forget_outdated

NOW = time.time()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, age in (("a.py", 300), ("b.py", 200), ("cache/old.nbi", 250), ("cache/new.nbi", 100)):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
        os.utime(path, (NOW - age, NOW - age))
    return tmp_path


def left(folder: Path) -> list[str]:
    return sorted(each.name for each in (folder / "cache").iterdir())


def test_what_is_older_than_any_source_is_dropped(folder: Path) -> None:
    _forget_outdated(folder / "cache", folder)
    assert left(folder) == ["new.nbi"]


def test_what_is_as_new_as_all_sources_stays(folder: Path) -> None:
    os.utime(folder / "b.py", (NOW - 300, NOW - 300))
    _forget_outdated(folder / "cache", folder)
    assert left(folder) == ["new.nbi", "old.nbi"]


def test_a_source_from_the_future_compiles_nothing_anew_each_time(folder: Path) -> None:
    os.utime(folder / "a.py", (NOW + 9000, NOW + 9000))
    _forget_outdated(folder / "cache", folder)
    assert left(folder) == ["new.nbi", "old.nbi"]
