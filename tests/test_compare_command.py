"""``compare`` as a command: forms, files, which part is meant, exit codes as ``diff`` has them."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner, Result

from counterdraft.cli.app import app
from counterdraft.errors import NoResolution, SeveralResolutions, WriteError
from counterdraft.jobs.compare import compare_files, differs, in_form
from counterdraft.jobs.parse import Choices, parse_one
from counterdraft.jobs.write import write_whole
from counterdraft.model import View
from counterdraft.text.straight import straighten

ROOT = Path(__file__).parent.parent
A, B = ROOT / "examples" / "rival.txt", ROOT / "examples" / "revised.txt"
DRAFT = ROOT / "examples" / "draft.docx"
RIVAL = ROOT / "examples" / "article.txt"
THREE = ROOT / "tests" / "cases" / "parse" / "report_three_drafts" / "input.txt"


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), env=env)


# Forms


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("c.html", "<!DOCTYPE html>"),
        ("c.MD", "# Comparison: "),
        ("c.json", "{"),
        ("c.txt", "A  A/C.3/81/L.23: "),
    ],
)
def test_the_ending_says_the_form(tmp_path: Path, name: str, start: str) -> None:
    target = tmp_path / name
    result = run("compare", A, B, "-o", target)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"written: {target}\n")
    assert target.read_text("utf-8").startswith(start)


@pytest.mark.parametrize("form", ["html", "markdown", "json"])
def test_a_form_that_is_named_goes_to_standard_output(form: str) -> None:
    result = run("compare", A, B, "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == in_form(compare_files(str(A), str(B)).comparison, form)


def paragraphs(path: Path, view: View) -> list[tuple[str | None, str]]:
    (resolution,) = parse_one(str(path), Choices(view)).resolutions
    return [(p.number, straighten(p.text)) for p in resolution.paragraphs]


@pytest.mark.parametrize("a", [A, DRAFT], ids=["from text", "in the Word file that A is"])
def test_of_a_redline_rejected_is_a_and_accepted_is_b(tmp_path: Path, a: Path) -> None:
    target = tmp_path / "redline.docx"
    result = run("compare", a, B, "-o", target, "--author", "Chair", "--date", "2026-11-25")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"written: {target}" in result.stderr
    assert paragraphs(target, "original") == paragraphs(a, "final")
    assert paragraphs(target, "final") == paragraphs(B, "final")
    xml = ZipFile(target).read("word/document.xml").decode()
    assert set(re.findall('w:author="(.*?)"', xml)) >= {"Chair"}
    assert set(re.findall('w:date="(2026-11.*?)"', xml)) == {"2026-11-25T00:00:00Z"}


def test_a_word_file_keeps_its_own_look_or_gets_the_uns(tmp_path: Path) -> None:
    own, un = tmp_path / "own.docx", tmp_path / "un.docx"
    result = run("compare", DRAFT, B, "-o", own)
    assert f"{DRAFT}: had tracked changes, which the redline takes as accepted" in result.stderr
    assert run("compare", DRAFT, B, "-o", un, "--look", "un").exit_code == 0
    styles = [ZipFile(path).read("word/styles.xml") for path in (DRAFT, own, un)]
    assert styles[0] == styles[1] != styles[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "c.html", "--author", "Chair"], "it is of docx, not of html"),
        (["--date", "2026-11-25"], "it is of docx, not of terminal"),
        (["-o", "c.docx", "--look", "own", "--view", "original"], "with --view final alone"),
    ],
)
def test_options_of_tracked_changes_are_of_a_docx(arguments: list[str], said: str) -> None:
    result = run("compare", A, B, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize(
    "given",
    [
        ("--date", "yesterday"), ("--date", "2026-13-45"), ("--author", " "),
        ("--author", "a\x01b"),
        ("--format", "html"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_an_error_and_nothing_is_written(
    tmp_path: Path, given: tuple[str, str]
) -> None:
    result = run("compare", A, B, "-o", tmp_path / "c.docx", *given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Invalid value for " in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_standard_input_is_read_once() -> None:
    result = run("compare", "-", "-")
    assert result.exit_code == 2
    assert "once" in result.stderr


def test_an_amendment_document_is_no_text_to_compare() -> None:
    amendment = ROOT / "tests" / "cases" / "parse" / "amendment_document" / "input.txt"
    result = run("compare", A, amendment)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{amendment}: amends a draft and is none itself. "
        "Compare the draft as it was with the draft as amended\n"
    )


def test_the_width_is_that_of_the_terminal() -> None:
    wide, narrow = (run("compare", A, B, env={"COLUMNS": n}).stdout for n in ("120", "60"))
    assert 100 < max(map(len, wide.splitlines())) <= 120
    assert max(map(len, narrow.splitlines())) <= 60


def test_what_is_the_same_is_shown_on_request() -> None:
    assert "Stressing that" not in run("compare", A, B).stdout
    assert "Stressing that" in run("compare", A, B, "--all").stdout


def test_what_they_are_to_each_other_can_be_said() -> None:
    said = [
        json.loads(run("compare", A, other, "--format", "json", *more).stdout)["relation"]
        for other, more in (
            (B, []), (B, ["--as", "rivals"]), (RIVAL, []), (RIVAL, ["--as", "versions"]),
        )
    ]  # fmt: skip
    assert said == ["versions", "rivals", "rivals", "versions"]


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_colour_is_for_a_terminal_that_wants_it(no_colour: str, coloured: bool) -> None:
    screen, terminal = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "NO_COLOR": no_colour}
    command = [sys.executable, "-m", "counterdraft", "compare", str(A), str(B)]
    with subprocess.Popen(command, stdout=terminal, stderr=subprocess.PIPE, env=env) as running:
        os.close(terminal)
        shown = b""
        try:
            while more := os.read(screen, 65536):
                shown += more
        except OSError:  # so a terminal says that nobody writes any more
            pass
        assert running.stderr is not None
        assert running.stderr.read() == b""
    os.close(screen)
    assert (b"\x1b[9;31mStrongly urges" in shown) == coloured
    assert (b"[-Strongly urges-]" in shown) != coloured


# Files


def test_nothing_is_written_over_without_force(tmp_path: Path) -> None:
    target = tmp_path / "c.md"
    target.write_text("mine")
    result = run("compare", A, B, "-o", target)
    assert result.exit_code == 1
    remedy = "Say --force to write over it, or choose another name"
    assert result.stderr == f"{target}: the file is there already. {remedy}\n"
    assert target.read_text() == "mine"
    assert run("compare", A, B, "-o", target, "--force").exit_code == 0
    assert target.read_text("utf-8").startswith("# Comparison")
    assert [each.name for each in tmp_path.iterdir()] == ["c.md"]


def test_a_file_that_comes_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "c.md"
    chmod = Path.chmod

    def slow(path: Path, mode: int) -> None:
        target.write_text("mine")
        chmod(path, mode)

    monkeypatch.setattr(Path, "chmod", slow)
    with pytest.raises(WriteError, match="the file is there already"):
        write_whole(str(target), b"x", force=False)
    assert (target.read_text(), list(tmp_path.iterdir())) == ("mine", [target])


def test_a_new_file_is_written_without_replacing(tmp_path: Path) -> None:
    write_whole(str(tmp_path / "a"), b"x", force=False)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", b"x")]


# Which part


def test_a_file_without_a_draft_is_named(tmp_path: Path) -> None:
    empty = tmp_path / "letter.txt"
    empty.write_text("Nothing of the kind.")
    for pair in ((empty, B), (A, empty)):
        result = run("compare", *pair)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"{empty}: no draft found")


def test_of_several_one_must_be_chosen() -> None:
    result = run("compare", A, THREE)
    assert result.exit_code == 1
    assert result.stderr == (
        f"{THREE}: holds 3 resolutions: 1: Archives of truth commissions; 2: Archives and the right"
        " to the truth; 3: Public archives. Say which with --part-b N\n"
    )
    with pytest.raises(SeveralResolutions, match="holds 3 resolutions"):
        compare_files(str(THREE), str(A))
    chosen = compare_files(str(THREE), str(THREE), parts=(2, 3))
    titles = [side.title for side in (chosen.comparison.a, chosen.comparison.b)]
    assert titles == ["Archives and the right to the truth", "Public archives"]
    with pytest.raises(NoResolution, match="holds 3 resolutions, and no number 4"):
        compare_files(str(THREE), str(A), parts=(4, None))


# Exit codes


def test_exit_codes_are_those_of_diff_on_request(tmp_path: Path) -> None:
    same, copy = A.read_text("utf-8"), tmp_path / "copy.txt"
    copy.write_text(same, "utf-8")
    assert run("compare", A, copy).exit_code == run("compare", A, B).exit_code == 0
    assert run("compare", "--exit-code", A, copy).exit_code == 0
    assert run("compare", "--exit-code", A, B).exit_code == 1
    assert run("compare", "--exit-code", A, tmp_path / "none.txt").exit_code == 2
    assert run("compare", A, tmp_path / "none.txt").exit_code == 1


def test_a_number_that_is_another_is_a_difference(tmp_path: Path) -> None:
    draft = "The General Assembly,\n\nRecalling its rules,\n\n{}. Urges States to act;\n\n9. Ends."
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(draft.format(1))
    b.write_text(draft.format(2))
    assert differs(compare_files(str(a), str(b)).comparison)
    assert not differs(compare_files(str(a), str(a)).comparison)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare", "x"], "Missing argument"),
        (["compare", "x", "y", "-o", "x.odt"], "ends in none of .html, .md, .json, .docx, .txt"),
        (["compare", "x", "y", "--as", "friends"], "friends"),
        (["compare", "x", "y", "--part-a", "0"], "0"),
        (["brief", "x", "--part-b", "1"], "it is of the text that --against names"),
    ],
)
def test_what_is_not_understood_is_2_and_does_nothing(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


# The brief


def test_a_brief_against_another_text(tmp_path: Path) -> None:
    target = tmp_path / "b.md"
    assert run("brief", A, "--against", B, "-o", target).exit_code == 0
    assert "## 3. Against another text, B" in target.read_text("utf-8")
    assert "Against another text" not in run("brief", A).stdout


def test_a_brief_against_one_of_several() -> None:
    result = run("brief", A, "--against", THREE)
    assert result.exit_code == 1
    assert "Say which with --part-b N" in result.stderr
    assert "**Public archives (input.txt)**" in run(
        "brief", A, "--against", THREE, "--part-b", "3"
    ).stdout  # fmt: skip
