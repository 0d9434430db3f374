"""A crash at any moment leaves the corpus as it was, or as it was to become."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from counterdraft.corpus.add import add
from counterdraft.corpus.check import check
from counterdraft.corpus.manifest import SEGMENTS, read_manifest
from counterdraft.corpus.stored import Stored
from counterdraft.model import Record
from tests.adopted import entry, session

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="children are forked")

ROOT = Path(__file__).parent.parent
OLD = (*session(79), *session(80))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of so many segments that what is added next writes them all anew."""
    folder = tmp_path_factory.mktemp("base") / "corpus"
    for some in (OLD[:2], OLD[2:4], OLD[4:6], OLD[6:]):
        add(folder, some)
    return folder


def records(folder: Path) -> tuple[Record, ...]:
    return Stored(folder).records


Crashed = Callable[[str], list[Path]]


@pytest.fixture(scope="module")
def crashed(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Crashed:
    """The copies of a corpus that processes left which ended in such a way."""

    @cache
    def made(how: str) -> list[Path]:
        folder = tmp_path_factory.mktemp(how)
        command = [sys.executable, "-m", "tests.corpus_crashes", how, str(base), str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return sorted(path for path in folder.iterdir() if path.is_dir())

    return made


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, ...]:
    folder = tmp_path_factory.mktemp("after")
    add(folder, OLD)
    add(folder, (*session(81), entry("79/1", body=["Decides otherwise."])))
    return records(folder)


@pytest.mark.parametrize("how", ["steps", "times", "space"])
def test_the_last_good_state_is_there_whenever_it_ends(
    how: str, crashed: Crashed, base: Path, after: tuple[Record, ...]
) -> None:
    before, ends = records(base), set()
    for folder in crashed(how):
        found = records(folder)
        assert found in (before, after), folder.name
        assert check(folder) == (), folder.name
        assert found == after or not folder.with_suffix(".done").exists()
        ends.add(found == after)
    assert ends == {True, False}


def test_the_next_writer_sweeps_what_was_left_and_finishes(
    tmp_path: Path, crashed: Crashed, after: tuple[Record, ...]
) -> None:
    for left in crashed("steps")[::8]:
        folder = shutil.copytree(left, tmp_path / left.name)
        add(folder, (*session(81), entry("79/1", body=["Decides otherwise."])))
        assert records(folder) == after
        manifest = read_manifest(folder)
        named = {each.name for each in manifest.segments}
        named |= {each.name for each in manifest.retired}
        assert {path.name for path in (folder / SEGMENTS).iterdir()} == named
        assert {path.name for path in folder.iterdir()} == {"lock", "manifest.json", SEGMENTS}
