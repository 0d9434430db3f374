"""What is installed is the wheel of this tree, and what it needs is locked."""

from __future__ import annotations

import re
import sysconfig
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import counterdraft

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "counterdraft"
INSTALLED = Path(counterdraft.__file__).parent
LOCKS = ("requirements.txt", "requirements-build.txt", "requirements-dev.txt")
BENCH_LOCK = "requirements-bench.txt"


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^(\S+)==([^\s;]+)", text, re.MULTILINE))


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }


def test_the_tests_run_against_the_wheel() -> None:
    assert INSTALLED.parent == Path(sysconfig.get_path("purelib"))


def test_the_wheel_holds_every_file_of_this_tree_and_no_other() -> None:
    assert files(INSTALLED) == files(SOURCE)


def test_the_version_is_the_same_everywhere() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert version("counterdraft") == counterdraft.__version__
    assert f"\n## {counterdraft.__version__}" in changelog


@pytest.mark.parametrize("lock", [*LOCKS, BENCH_LOCK])
def test_a_lock_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=[a-z0-9])", text.partition("==")[2])
    assert [entry for entry in requirements if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_the_locks_agree() -> None:
    everything = pins("requirements-dev.txt")
    for lock in LOCKS:
        differing = {
            name: (pin, everything.get(name))
            for name, pin in pins(lock).items()
            # A marker is dropped where a tool needs the same on every system.
            if (everything.get(name) or "").partition(" ;")[0] != pin.partition(" ;")[0]
        }
        assert differing == {}


def test_what_is_compared_with_runs_beside_what_is_locked() -> None:
    everything, beside = pins("requirements-dev.txt"), pins(BENCH_LOCK)
    common = everything.keys() & beside.keys()
    assert "lxml" in common
    assert {name: beside[name] for name in common} == {name: everything[name] for name in common}


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = [re.split(r"[\[<>=]", entry)[0] for entry in project["project"]["dependencies"]]
    assert set(names) <= set(pins("requirements.txt"))
