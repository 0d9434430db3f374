"""The commands: data on standard output, talk on standard error, exit codes that scripts can use.

Most are run in this process, and in one of their own what only that shows: signals, pipes, imports.
"""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner, Result

from counterdraft import __version__
from counterdraft.cli.app import app
from counterdraft.cli.run import as_asked

COMMAND = [sys.executable, "-m", "counterdraft"]
DRAFT = "The General Assembly,\n\nRecalling its rules,\n\n1. Urges States to act;\n\n2. Ends so.\n"


def run(*arguments: str | Path, stdin: str = "") -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), input=stdin)


def process(
    *arguments: str | Path, stdin: bytes = b"", **options: Any
) -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, **options)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT)
    return file


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    file = tmp_path / "bad.txt"
    file.write_text("Nothing of the kind.")
    return file


# parse


def test_one_resolution_is_a_line(draft: Path) -> None:
    result = run("parse", draft, draft)
    assert [line["source"] for line in lines(result)] == [str(draft)] * 2


def test_all_done_is_0(draft: Path) -> None:
    result = run("parse", draft)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_bad_file_never_stops_the_rest(draft: Path, bad: Path) -> None:
    result = run("parse", draft, bad, draft)
    assert result.exit_code == 1
    assert len(lines(result)) == 2
    said = result.stderr.splitlines()
    assert said[0].startswith(f"{bad}: no draft found; ")
    assert said[1] == "2 of 3 files parsed, 1 not"
    assert len(said) == 2


def test_two_processes_write_what_one_writes(draft: Path, bad: Path) -> None:
    one, two = (process("parse", draft, bad, draft, "-j", n) for n in "12")
    assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr)
    assert one.stdout.count(b"\n") == 2


@pytest.mark.parametrize("processes", ["1", "2"])
def test_standard_input_is_read(processes: str) -> None:
    result = process("parse", "-", "-j", processes, stdin=DRAFT.encode())
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout)["source"] == "<stdin>"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["parse"], "Missing argument"),
        (["parse", "--format", "csv", "x"], "csv"),
        (["parse", "-j", "0", "x"], "0"),
        (["parse", "--colour", "x"], "--colour"),
        (["brief"], "Missing argument"),
        (["brief", "x", "-o", "x.odt"], "ends in none of .html, .docx, .pdf, .md, .json"),
        (["brief", "x", "--format", "odt"], "odt"),
        (["brief", "x", "--previous", "a", "--previous", "b"], "one text alone"),
        (["brief", "x", "--against", "a", "--against", "b", "--part-b", "1"], "one text alone"),
        (["flag", "x", "--against", "a", "--against", "b"], "one text alone"),
        (["cover", "x", "--mandate", "m", "--against", "a", "--against", "b"], "one text alone"),
        (["fly"], "fly"),
    ],
)
def test_what_is_not_understood_is_2_and_does_nothing(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize("command", ["brief", "parse", "compare", "flag", "verify", "export"])
def test_markdown_goes_by_either_of_its_names(draft: Path, command: str) -> None:
    texts = [draft, draft] if command == "compare" else [draft]
    option = "--to" if command == "export" else "--format"
    one, other = (run(command, *texts, option, name) for name in ("md", "markdown"))
    assert one.exit_code == 0
    assert one.stdout == other.stdout
    assert one.stdout.strip()


def test_a_form_that_a_command_has_not_is_refused_with_those_it_has(draft: Path) -> None:
    result = run("brief", draft, "--format", "terminal")
    assert result.exit_code == 2
    assert "'terminal' is not one of 'html', 'docx', 'pdf', 'md', 'json'" in result.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["parse", "--help"], ["brief", "--help"]])
def test_help_is_no_mistake(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Usage" in result.stdout


# Formats


@pytest.mark.parametrize("count", [0, 1, 2])
def test_json_is_one_array(draft: Path, bad: Path, count: int) -> None:
    result = run("parse", "--format", "json", bad, *[draft] * count)
    assert [each["source"] for each in json.loads(result.stdout)] == [str(draft)] * count


def test_json_holds_what_jsonl_holds(draft: Path) -> None:
    array, line = run("parse", "--format", "json", draft), run("parse", draft)
    assert json.loads(array.stdout) == lines(line)


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_the_text_comes_with_its_checksum(draft: Path, form: str) -> None:
    result = run("parse", "--with-text", "--format", form, draft)
    said = json.loads(result.stdout)
    resolution = said[0] if form == "json" else said
    text = resolution["document_text"]
    assert resolution["document_sha256"] == sha256(text.encode()).hexdigest()
    for paragraph in resolution["paragraphs"]:
        start, end = paragraph["span"]
        assert text[start:end] == paragraph["text"]


def test_spans_count_code_points(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(DRAFT.replace("its rules", "the 😀 “rules”"), "utf-8")
    (resolution,) = lines(run("parse", "--with-text", file))
    start, end = resolution["paragraphs"][1]["span"]
    assert resolution["document_text"][start:end] == "Urges States to act;"


def test_the_outline_names_every_paragraph_and_whom_it_asks(draft: Path) -> None:
    outline = run("parse", "--format", "md", draft).stdout
    assert "- `pp1` Recalling its rules," in outline
    assert "- `op1` Urges States to act;\n  - Urges → States (member_states)\n" in outline


def test_the_outline_cannot_be_marked_up_by_a_text(tmp_path: Path) -> None:
    file = tmp_path / "a_*b*_<c>.txt"
    hostile = "<script>x</script> [click](http://192.0.2.1) `code` *a* _b_ # | \\"
    file.write_text(f"A {hostile} title\n\n{DRAFT.replace('its rules', f'its {hostile} rules')}")
    outline = run("parse", "--format", "md", file).stdout
    assert "\\<script\\>" in outline
    unescaped = re.sub(r"\\.|`(pp|op)\d`", "", outline)
    assert set("<>[]*`|").isdisjoint(unescaped)


def test_a_name_with_a_line_break_is_one_line_in_an_outline(tmp_path: Path) -> None:
    file = tmp_path / "a\n# b.txt"
    file.write_text(DRAFT)
    assert "\n# b" not in run("parse", "--format", "md", file).stdout


@pytest.mark.parametrize("form", ["jsonl", "json", "md"])
def test_a_name_that_is_no_unicode_is_parsed_all_the_same(tmp_path: Path, form: str) -> None:
    file = tmp_path / os.fsdecode(b"\xff.txt")
    file.write_text(DRAFT)
    result = process("parse", "--format", form, file)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"Urges States to act" in result.stdout


def test_an_error_names_a_file_whose_name_is_no_unicode(tmp_path: Path) -> None:
    result = process("parse", tmp_path / os.fsdecode(b"\xff.txt"))
    assert result.returncode == 1
    assert b".txt: no such file or folder. Check the path" in result.stderr


def test_utf8_is_written_whatever_the_locale(draft: Path) -> None:
    draft.write_text(DRAFT.replace("its rules", "“rules”"), "utf-8")
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = process("parse", "--format", "md", draft, env=env)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "“rules”" in result.stdout.decode("utf-8")


def test_an_error_is_said_whatever_the_locale(bad: Path) -> None:
    bad.write_text("Hello\n\nUrges “States” to act;\n", "utf-8")
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = process("parse", bad, env=env)
    assert result.returncode == 1
    assert result.stderr.count(b"\n") == 1
    assert b"no draft found" in result.stderr


# brief


@pytest.mark.parametrize(("ending", "start"), [("html", "<!doctype"), ("md", "# "), ("json", "{")])
def test_the_ending_says_the_form(draft: Path, ending: str, start: str) -> None:
    target = draft.parent / f"out.{ending}"
    result = run("brief", draft, "-o", target)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"written: {target}\n")
    assert target.read_text("utf-8").lower().startswith(start)


@pytest.mark.parametrize(("ending", "start"), [("docx", b"PK\x03\x04"), ("PDF", b"%PDF-")])
def test_a_form_with_pages_is_written_and_sent_to_a_pipe(
    draft: Path, ending: str, start: bytes
) -> None:
    target = draft.parent / f"out.{ending}"
    result = run("brief", draft, "-o", target)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"written: {target}\n")
    piped = process("brief", draft, "--format", ending.lower())
    assert (piped.returncode, piped.stderr) == (0, b"")
    assert piped.stdout == target.read_bytes()
    assert piped.stdout.startswith(start)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_form_with_pages_is_not_thrown_at_a_terminal(draft: Path, form: str) -> None:
    screen, terminal = pty.openpty()
    command = [*COMMAND, "brief", str(draft), "--format", form]
    result = subprocess.run(command, stdout=terminal, stderr=subprocess.PIPE, check=False)
    os.close(terminal)
    assert result.returncode == 2
    assert f"a {form.upper()} is nothing for a terminal; say -o".encode() in result.stderr
    with contextlib.suppress(OSError):  # nothing was written: there is nothing to read
        assert os.read(screen, 10) == b""
    os.close(screen)


@pytest.mark.parametrize(("ending", "absent"), [("html", "docx typst"), ("docx", "typst jinja2")])
def test_a_form_imports_what_it_needs_alone(draft: Path, ending: str, absent: str) -> None:
    code = (
        f"import sys; sys.argv = ['counterdraft', 'brief', {str(draft)!r}, '-o', 'out.{ending}']\n"
        "from counterdraft.__main__ import main\n"
        "try: main()\n"
        f"finally: print(sorted(set({absent!r}.split()) & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, capture_output=True, check=True, cwd=draft.parent)
    assert result.stdout == b"[]\n"


def test_a_brief_without_a_target_is_markdown_on_standard_output(draft: Path) -> None:
    result = run("brief", draft)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Recalling" in result.stdout


def test_a_form_that_is_named_goes_before_the_ending(draft: Path) -> None:
    target = draft.parent / "out.txt"
    assert run("brief", draft, "-o", target, "--format", "json").exit_code == 0
    assert json.loads(target.read_text("utf-8"))


def test_a_brief_of_standard_input(draft: Path) -> None:
    result = process("brief", "-", "--format", "json", stdin=draft.read_bytes())
    assert (result.returncode, json.loads(result.stdout)["source"]) == (0, "<stdin>")


def test_a_brief_that_cannot_be_made_writes_nothing(bad: Path) -> None:
    target = bad.parent / "out.md"
    target.write_text("old")
    result = run("brief", bad, "-o", target)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{bad}: no draft found")
    assert target.read_text() == "old"


@pytest.mark.parametrize(
    ("target", "said"),
    [("folder.md", "it is a folder. Name a file"), ("none/out.md", "the folder does not exist")],
)
def test_a_target_that_cannot_be_written_is_1(draft: Path, target: str, said: str) -> None:
    (draft.parent / "folder.md").mkdir()
    result = run("brief", draft, "-o", draft.parent / target)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
    assert sorted(path.name for path in draft.parent.iterdir()) == ["draft.txt", "folder.md"]


def test_a_brief_is_written_over_a_file_only_by_force(draft: Path) -> None:
    target = draft.parent / "out.md"
    target.write_text("old")
    result = run("brief", draft, "-o", target)
    assert (result.exit_code, target.read_text()) == (1, "old")
    assert "Say --force to write over it" in result.stderr
    assert run("brief", draft, "-o", target, "--force").exit_code == 0
    assert target.read_text().startswith("# Brief")


def test_a_brief_beside_the_text_before_it(draft: Path) -> None:
    before = draft.parent / "before.txt"
    before.write_text(DRAFT.replace("Urges", "Invites"))
    made = run("brief", draft, "--previous", before)
    assert "Since the text before it in its series, A" in made.stdout
    assert "Since the other text: 2 paragraphs unchanged, 1 altered or moved" in made.stdout
    assert run("brief", draft, "--part-previous", "1").exit_code == 2


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("/dev/full", "it cannot be written: No space left on device"),
        ("n" * 300 + ".md", "it cannot be written: File name too long"),
    ],
)
def test_what_the_machine_refuses_of_a_target_is_said(draft: Path, target: str, said: str) -> None:
    result = run("brief", draft, "-o", draft.parent / target, "--format", "md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


def test_a_name_as_long_as_there_are_is_written(draft: Path) -> None:
    target = draft.parent / ("n" * 252 + ".md")
    assert run("brief", draft, "-o", target).exit_code == 0
    assert target.read_text().startswith("# Brief")


def test_a_link_to_itself_is_written_over_by_force_alone(draft: Path) -> None:
    target = draft.parent / "loop.md"
    target.symlink_to(target)
    assert "the file is there already" in run("brief", draft, "-o", target).stderr
    assert run("brief", draft, "-o", target, "--force").exit_code == 0
    assert target.read_text().startswith("# Brief")


def test_a_brief_in_another_form_than_the_ending_tells_is_refused(draft: Path) -> None:
    result = run("brief", draft, "-o", draft.parent / "out.html", "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "ends as html does, not json" in result.stderr


def test_a_full_disk_leaves_the_old_brief_as_it_was(draft: Path) -> None:
    target = draft.parent / "out.html"
    target.write_text("old")
    shell = ["sh", "-c", 'ulimit -f 1; exec "$@"', "sh"]
    command = [*shell, *COMMAND, "brief", str(draft), "--force", "-o", str(target)]
    result = subprocess.run(command, capture_output=True, check=False)
    assert result.returncode == 1
    assert result.stderr.startswith(f"{target}: it cannot be written: File too large".encode())
    assert target.read_text() == "old"
    assert sorted(path.name for path in draft.parent.iterdir()) == ["draft.txt", "out.html"]


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_brief_of_what_is_no_file_is_1(tmp_path: Path, name: str) -> None:
    result = run("brief", tmp_path / name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


# A process of its own


def test_the_version_is_said() -> None:
    assert process("--version").stdout == f"counterdraft {__version__}\n".encode()


def test_the_version_is_said_before_anything_is_imported() -> None:
    code = (
        "import sys; sys.argv = ['counterdraft', '--version']\n"
        "from counterdraft.__main__ import main; main()\n"
        "print(sorted({'typer', 'click', 'rich', 'msgspec', 'lxml'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert result.stdout.splitlines()[1] == b"[]"


def test_a_reader_who_goes_away_is_not_told_off(draft: Path) -> None:
    command = [*COMMAND, "parse", *[str(draft)] * 400]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"{")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() != 0


@pytest.mark.parametrize("command", ["parse", "brief", "flag"])
def test_data_that_find_no_room_are_said_without_a_traceback(draft: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*COMMAND, command, str(draft)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (result.returncode, result.stderr) == (1, b"No space left on device\n")


@pytest.mark.parametrize(
    ("closed", "code", "data", "said"),
    [
        ("1>&-", 1, False, "Bad file descriptor\n"),
        ("2>&-", 0, True, ""),  # talk goes nowhere, and not among the data
        ("0<&-", 0, True, "2 of 2 files parsed, 0 not\n"),
    ],
)
def test_a_stream_that_is_closed(
    draft: Path, closed: str, code: int, data: bool, said: str
) -> None:
    shell = ["sh", "-c", f'"$@" {closed}', "sh"]
    command = [*shell, *COMMAND, "parse", str(draft), str(draft)]
    result = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (result.returncode, result.stderr) == (code, said)
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == (
        [str(draft)] * 2 if data else []
    )


@pytest.mark.parametrize("processes", ["1", "2"])
def test_an_interrupt_is_130_without_a_traceback(draft: Path, processes: str) -> None:
    """The whole group is interrupted, as Ctrl-C in a terminal does, while there is work to do."""
    command = [sys.executable, "-u", "-m", "counterdraft", "parse", "-j", processes]
    with subprocess.Popen(
        [*command, *[str(draft)] * 3000],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        running.stdout.read()
        assert b"Traceback" not in running.stderr.read()
        assert running.wait() == 130


@pytest.mark.parametrize("command", [["export", "--to", "md"], ["brief", "--format", "md"]])
def test_a_dash_for_the_file_to_write_is_standard_output(
    draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(command[0], draft, *command[1:], "-o", "-")
    assert "Recalling" in result.stdout
    assert not (tmp_path / "-").exists()


def test_an_interrupt_before_the_modules_are_imported_is_told_as_later() -> None:
    code = (
        "import os, signal, sys, types\n"
        "run = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.modules['counterdraft.cli.run'] = types.SimpleNamespace(run=run)\n"
        "from counterdraft.__main__ import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (result.returncode, result.stderr) == (130, "interrupted\n")


def test_a_bar_on_a_terminal_leaves_the_data_alone(draft: Path, bad: Path) -> None:
    screen, terminal = pty.openpty()
    command = [*COMMAND, "parse", str(draft), str(bad), str(draft)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal) as running:
        os.close(terminal)
        assert running.stdout is not None
        data = running.stdout.read()
        said = b""
        with contextlib.suppress(OSError):  # so a terminal says that nobody writes any more
            while more := os.read(screen, 65536):
                said += more
    os.close(screen)
    assert [json.loads(line)["source"] for line in data.splitlines()] == [str(draft)] * 2
    assert b"no draft found" in said
    assert b"2 of 3 files parsed, 1 not" in said


def test_of_the_commands_only_that_which_is_asked_for_is_read() -> None:
    brief, votes = as_asked(["brief", "draft.txt"]), as_asked(["votes", "history"])
    assert (len(brief.registered_commands), len(brief.registered_groups)) == (1, 0)
    assert (len(votes.registered_commands), len(votes.registered_groups)) == (0, 1)
    assert all(as_asked(words) is app for words in ([], ["--help"], ["brieve"]))


# --help


def commands(group: Any, name: str = "") -> list[tuple[str, Any]]:
    below = getattr(group, "commands", None)
    if below is None:
        return [(name, group)]
    return [each for key in below for each in commands(below[key], f"{name} {key}".strip())]


EVERY = commands(typer.main.get_command(app))


@pytest.mark.parametrize("group", ["", "corpus", "votes", "registers", "dossier"])
def test_each_command_of_a_list_is_told_in_a_line_that_is_not_cut(
    group: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    listed = run(*group.split(), "--help").stdout.partition("Commands:\n")[2]
    assert listed
    assert "..." not in listed


@pytest.mark.parametrize("name", [name for name, _ in EVERY])
def test_an_option_stands_in_the_same_group_of_every_help(name: str) -> None:
    shown = run(*name.split(), "--help").stdout
    sections = re.findall(r"^(\S[^\n]*):\n((?:  [^\n]*\n)+)", shown, re.MULTILINE)
    within = {title: re.findall(r"^  (?:-\w, )?(--[\w-]+)", body, re.M) for title, body in sections}
    assert "--help" in within["Help"]
    for option, group in (("--output", "Writing"), ("--format", "Writing"), ("--view", "Reading"),
                          ("--corpus", "Other texts and sources")):  # fmt: skip
        assert all(option not in within[each] for each in within if each != group)
