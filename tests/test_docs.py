"""The documentation is true: its examples run, and every command, option and problem is in it.

In a ``console`` block a line that begins with ``$`` is run, in a folder that holds a copy of
``examples/``, and what follows it must be what it prints; ``...`` stands for anything. It must
succeed, unless ``$ echo $?`` follows. The ``python`` blocks of a page run from top to bottom in
one namespace. A block that is not to be run is marked ``sh`` or ``text``.
"""

from __future__ import annotations

import ast
import doctest
import re
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer.main

from counterdraft.cli.app import app

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]

BLOCK = re.compile(r"^```(?P<kind>\w+)[^\n]*\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """An example: the page, the line on which it begins, its text."""

    page: Path
    line: int
    text: str


class Step(NamedTuple):
    """A command and what it prints."""

    command: str
    output: str


def blocks(kind: str) -> list[Block]:
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        found += [
            Block(page, text.count("\n", 0, match.start("text")), match["text"])
            for match in BLOCK.finditer(text)
            if match["kind"] == kind
        ]
    return found


def place(block: Block) -> str:
    return f"{block.page.relative_to(ROOT)}:{block.line}"


def steps(text: str) -> list[Step]:
    """The commands of a console block; a line ending in a backslash goes on in the next."""
    found: list[Step] = []
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command = line[2:]
            while command.endswith("\\"):
                command += "\n" + next(lines)
            found.append(Step(command, ""))
        else:
            assert found, f"text before the first command: {line!r}"
            found[-1] = Step(found[-1].command, found[-1].output + line + "\n")
    return found


def run(command: str, status: int) -> subprocess.CompletedProcess[str]:
    """Runs it as a shell would that has just seen ``status``."""
    script = f"(exit {status})\n{command}"
    return subprocess.run(
        ["bash", "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def same(shown: str, printed: str) -> bool:
    return doctest.OutputChecker().check_output(shown.strip(), printed.strip(), doctest.ELLIPSIS)


@pytest.mark.parametrize("block", blocks("console"), ids=place)
@pytest.mark.usefixtures("checkout")
def test_a_console_example_prints_what_it_shows(block: Block) -> None:
    todo = steps(block.text)
    status = 0
    for step, following in zip(todo, [*todo[1:], None], strict=True):
        result = run(step.command, status)
        status = result.returncode
        expected_to_fail = following is not None and following.command == "echo $?"
        assert status == 0 or expected_to_fail, result.stdout
        if not same(step.output, result.stdout):
            pytest.fail(f"$ {step.command}\nshows:\n{step.output}\nprints:\n{result.stdout}")


def test_who_follows_the_readme_and_then_the_quickstart_writes_no_file_twice() -> None:
    """In one folder: no command writes over a file that is there."""
    pages = (ROOT / "README.md", DOCS / "quickstart.md")
    shown = [b for kind in ("console", "sh") for b in blocks(kind) if b.page in pages]
    lines = [line for block in shown for line in block.text.splitlines()]
    files = [name for line in lines for name in re.findall(r" -o (\S+)", line)]
    files += ["dossier.toml" for line in lines if "dossier init" in line and " -o " not in line]
    assert len(files) > 10
    assert sorted(files) == sorted(set(files))


@pytest.mark.parametrize("page", sorted({block.page for block in blocks("python")}), ids=str)
@pytest.mark.usefixtures("checkout")
def test_the_python_examples_of_a_page_run(page: Path) -> None:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks("python"):
        if block.page == page:
            code = compile("\n" * block.line + block.text, str(page), "exec")
            exec(code, namespace)


def commands() -> dict[str, Any]:
    """Every command that the help lists, by name."""
    group: Any = typer.main.get_command(app)
    return {name: command for name, command in group.commands.items() if not command.hidden}


def options(command: Any) -> set[str]:
    """The options of a command, and of those below it."""
    below = getattr(command, "commands", {}).values()
    return set().union(*map(options, below)) | {
        name
        for parameter in command.params
        if parameter.param_type_name == "option" and not parameter.hidden
        for name in (*parameter.opts, *parameter.secondary_opts)
    }


def described(page: str) -> set[str]:
    """The options that a page names in code, with or without their values."""
    return set(re.findall(r"`(--?[a-zA-Z][\w-]*)", page))


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_command_has_a_page_with_an_example_and_all_its_options(name: str) -> None:
    page = DOCS / "commands" / f"{name}.md"
    assert page.exists(), f"write {page}"
    text = page.read_text(encoding="utf-8")
    assert options(commands()[name]) <= described(text)
    assert described(text) <= options(commands()[name]) | {"--help", "--version"}
    assert any(
        step.command.startswith(f"counterdraft {name} ")
        for block in blocks("console")
        if block.page == page
        for step in steps(block.text)
    )


def test_no_page_describes_a_command_that_there_is_not() -> None:
    pages = {page.stem for page in (DOCS / "commands").glob("*.md")}
    assert pages == set(commands())


def codes() -> set[str]:
    """The code of every problem that our source reports."""
    found = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).lower().endswith("problem"):
                values = [
                    *node.args[:1],
                    *(key.value for key in node.keywords if key.arg == "code"),
                ]
                found |= {str(value.value) for value in values if isinstance(value, ast.Constant)}
    return found


def test_every_problem_is_described() -> None:
    page = (DOCS / "problems.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)
    assert rows == sorted(set(rows)), "keep the table sorted, one row for each"
    assert set(rows) == codes()


@pytest.mark.parametrize("page", PAGES[:2], ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!\w+:)([^)#]+)", text)
    assert [target for target in targets if not (page.parent / target).exists()] == []
