"""No command writes its result over a file that it was made from, with ``--force`` or not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from counterdraft.cli.app import app
from counterdraft.cli.output import WRITTEN
from counterdraft.errors import WriteError
from counterdraft.jobs.dossier import renew
from counterdraft.jobs.write import spare

DRAFT = "The General Assembly,\n\nRecalling its rules,\n\n1. Urges States to act;\n\n2. Ends so.\n"
MANDATE = """
id = "lamps"
name = "Lamps"
camp = "us"
source = "us"
[[topic]]
id = "wicks"
name = "Wicks"
definition = "wicks"
source = "us"
terms = ["wick"]
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    for name in ("draft.txt", "draft.json", "rival.md"):
        (tmp_path / name).write_text(DRAFT)
    (tmp_path / "lamps.toml").write_text(MANDATE)
    return tmp_path / "draft.txt"


@pytest.mark.parametrize(
    "words",
    [
        "export draft.txt -o draft.txt", "brief draft.json -o draft.json",
        "brief draft.txt --against rival.md -o rival.md", "flag draft.json -o draft.json",
        "flag draft.txt --against rival.md -o rival.md", "verify draft.txt -o draft.txt",
        "cover draft.txt --mandate lamps.toml -o lamps.toml --format json",
        "compare draft.txt rival.md -o rival.md", "dossier init draft.txt -o draft.txt",
        "dossier init draft.txt --rival rival.md -o rival.md",
    ],
)  # fmt: skip
def test_a_command_refuses_to_write_over_what_it_reads(
    draft: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.chdir(draft.parent)
    arguments = words.split()
    target = Path(arguments[arguments.index("-o") + 1])
    before = target.read_bytes()
    done = run(*arguments, "--force")
    assert done.exit_code == 1
    said = f"{target}: the result would be written over {target}, which it is made from. Choose"
    assert said in done.stderr
    assert target.read_bytes() == before


def test_it_is_refused_through_links_too(draft: Path) -> None:
    soft, hard = draft.parent / "soft.txt", draft.parent / "hard.txt"
    soft.symlink_to(draft)
    hard.hardlink_to(draft)
    for pair in ((draft, soft), (soft, draft), (draft, hard), (hard, draft), (soft, hard)):
        done = run("export", pair[0], "-o", pair[1], "--force")
        assert (done.exit_code, str(pair[0]) in done.stderr) == (1, True)
    assert draft.read_text() == DRAFT


def test_without_force_the_remedy_is_not_to_say_force(draft: Path) -> None:
    done = run("export", draft, "-o", draft)
    assert done.exit_code == 1
    assert "--force" not in done.stderr


def test_another_file_is_written_over_by_force(draft: Path) -> None:
    target = draft.parent / "rival.md"
    assert run("export", draft, "-o", target, "--force").exit_code == 0
    assert target.read_text() != DRAFT


def test_a_dossier_spares_all_that_it_names(draft: Path) -> None:
    shutil.copy(draft, draft.parent / "notes.md")
    words = 'drafts = ["draft.txt"]\nmandates = ["lamps.toml"]\nnotes = ["notes.md"]\n'
    (draft.parent / "dossier.toml").write_text(f'{words}outputs = ["linked.md"]\n')
    (draft.parent / "linked.md").symlink_to("notes.md")
    with pytest.raises(WriteError, match="made from"):
        renew(str(draft.parent), force=True)
    assert (draft.parent / "notes.md").read_text() == DRAFT


def test_what_is_no_file_is_spared_nothing(tmp_path: Path) -> None:
    spare(str(tmp_path / "new.txt"), ["no such file", str(tmp_path), "-", "\0", "x" * 5000])


def commands(group: Any) -> Iterator[Any]:
    for command in getattr(group, "commands", {}).values():
        yield from commands(command)
    yield group


def test_every_option_that_names_a_file_to_write_is_known_as_one() -> None:
    options = [
        option
        for command in commands(typer.main.get_command(app))
        for option in command.params
        if {"-o", "--output", "--save"} & set(option.opts)
    ]
    assert {option.name for option in options} == WRITTEN
    assert len(options) >= 17
    assert all(option.callback for option in options)
