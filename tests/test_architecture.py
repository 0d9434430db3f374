"""The imports run one way: the core, the base, the stages, then ``jobs``, then ``cli`` and ``web``.

The base has an order of its own: ``text`` knows nothing of the ``lexicon``, and the ``lexicon``
nothing of what is made of both.

``faults(root)`` reads every import of a tree of modules, wherever in a module it stands, and says
what breaks the rules of ``docs/architecture.md``. It is run on Counterdraft, which has none, and
on made-up trees that each break one rule.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PACKAGE = "counterdraft"
SOURCE = Path(__file__).parent.parent / "src" / PACKAGE

CORE = {"model", "errors"}
# The base, from the bottom up: each part, and those before it that it may import besides the core.
BASE: dict[str, set[str]] = {
    "text": set(),
    "disk": set(),
    "kernels": set(),
    "ideal": {"kernels"},
    "lexicon": {"text"},
    "draft": {"text", "lexicon"},
    "wording": {"text", "lexicon"},
    "pages": {"text"},
    "charts": {"text", "wording"},
    "align": {"text", "lexicon"},
    "reuse": {"text", "lexicon", "align", "kernels"},
    "fetch": {"text", "lexicon", "disk"},
    "ooxml": {"text", "lexicon", "draft", "wording", "align"},
}
STAGES = (
    {"read", "parse", "compare", "amend", "lint", "corpus", "trace", "registers", "cover"}
    | {"verify", "flag", "votes", "brief", "export"}  # what it means, and what is made of it
)
FACES = {"cli", "web"}
ENTRY = "__main__"
ROOT = ""  # counterdraft/__init__.py
LONGEST = 500

# Which parts of Counterdraft each part may import, besides itself and the bare package.
MAY: dict[str, set[str]] = {
    ROOT: set(),
    **dict.fromkeys(CORE, CORE),
    **{part: CORE | below for part, below in BASE.items()},
    **dict.fromkeys(STAGES, CORE | set(BASE)),
    "jobs": CORE | set(BASE) | STAGES,
    **dict.fromkeys(FACES, CORE | {"jobs"}),
    ENTRY: CORE | FACES | {"jobs"},
}

Modules = dict[str, tuple[Path, ast.Module]]


def modules(root: Path) -> Modules:
    """Every module of the tree by its dotted name below the package ("" for the package)."""
    found: Modules = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = (path, ast.parse(path.read_text(encoding="utf-8"), str(path)))
    return found


def part_of(module: str) -> str:
    return module.split(".")[0]


def imports(name: str, path: Path, tree: ast.Module) -> Iterator[tuple[int, str, str | None]]:
    """Each import of ours: its line, the module, and the name taken from it if any."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if ours(alias.name):
                    yield node.lineno, alias.name[len(PACKAGE) + 1 :], None
        elif isinstance(node, ast.ImportFrom):
            module = absolute(node, package)
            if module is not None:
                for alias in node.names:
                    yield node.lineno, module, alias.name
        elif isinstance(node, ast.Call) and node.args and called(node).endswith("import_module"):
            target = node.args[0]
            if isinstance(target, ast.Constant) and ours(str(target.value)):
                yield node.lineno, str(target.value)[len(PACKAGE) + 1 :], None


def ours(module: str) -> bool:
    return module == PACKAGE or module.startswith(PACKAGE + ".")


def absolute(node: ast.ImportFrom, package: str) -> str | None:
    """The module below ours that a from-import names; None if it is none of ours."""
    module = node.module or ""
    if not node.level:
        return module[len(PACKAGE) + 1 :] if ours(module) else None
    above = package.split(".") if package else []
    kept = above[: len(above) - (node.level - 1)]
    return ".".join([*kept, *([module] if module else [])])


def called(node: ast.Call) -> str:
    return ast.unparse(node.func)


def edges(tree: Modules) -> dict[str, dict[str, int]]:
    """Which modules each module imports, and on which line first."""
    graph: dict[str, dict[str, int]] = {}
    for name, (path, parsed) in tree.items():
        graph[name] = {}
        for line, module, taken in imports(name, path, parsed):
            below = f"{module}.{taken}" if module and taken else taken or module
            graph[name].setdefault(below if below in tree else module, line)
    return graph


def faults(root: Path) -> list[str]:
    tree = modules(root)
    graph = edges(tree)
    found = [fault for check in (strangers, layers) for fault in check(graph)]
    return [*found, *cycles(graph), *lengths(tree), *clashes(tree), *doubles(tree)]


def strangers(graph: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    for part in sorted({part_of(name) for name in graph} - set(MAY)):
        yield f"{part} is not in the plan"


def layers(graph: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    for name, targets in graph.items():
        part = part_of(name)
        allowed = MAY.get(part, set()) | {part, ROOT}
        for target, line in targets.items():
            if part_of(target) not in allowed:
                yield f"{name}:{line} may not import {target}"


def cycles(graph: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Every module that leads back to itself, each cycle said once."""
    said: set[frozenset[str]] = set()
    for start in graph:
        ring = way_back(graph, start)
        if ring and frozenset(ring) not in said:
            said.add(frozenset(ring))
            yield "cycle: " + " → ".join([*ring, ring[0]])


def way_back(graph: Mapping[str, Mapping[str, int]], start: str) -> list[str]:
    """The shortest way from ``start`` to itself; empty if there is none."""
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:
        for target in graph.get(way[-1], ()):
            if target == start:
                return way
            if target not in seen:
                seen.add(target)
                ways.append([*way, target])
    return []


def lengths(tree: Modules) -> Iterator[str]:
    for name, (path, _) in tree.items():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST:
            yield f"{name} has {lines} lines, more than {LONGEST}"


def clashes(tree: Modules) -> Iterator[str]:
    """A package that hides one of its modules behind a function or class of the same name."""
    for name, (path, parsed) in tree.items():
        if path.name != "__init__.py":
            continue
        for _, module, taken in imports(name, path, parsed):
            below = f"{name}.{taken}" if name else taken
            if taken and below in tree and module != name:
                yield f"{name} hides its module {taken}"


def doubles(tree: Modules) -> Iterator[str]:
    """A name that a module gives to two things at its top: the second hides the first."""
    for name, (_, parsed) in tree.items():
        given: set[str] = set()
        for line, each in bound(parsed):
            if each in given:
                yield f"{name}:{line} gives the name {each} anew"
            given.add(each)


def bound(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Each name that is assigned, or defined, at the top of a module, and where."""
    for node in module.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.lineno, node.name
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for each in (inner for target in targets for inner in ast.walk(target)):
                if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
                    yield node.lineno, each.id


def test_counterdraft_follows_the_plan() -> None:
    assert faults(SOURCE) == []


def test_the_base_is_planned_from_the_bottom_up() -> None:
    parts = list(BASE)
    assert [part for part in parts if not BASE[part] <= set(parts[: parts.index(part)])] == []


def test_every_part_in_the_plan_is_described() -> None:
    page = (SOURCE.parent.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    present = {part_of(name) for name in modules(SOURCE)} - {ROOT, ENTRY}
    assert [part for part in sorted(present) if f"`{part}" not in page] == []


@pytest.fixture
def tree(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    def make(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return make


WHOLE = {
    "__init__.py": "__version__ = '0'",
    "__main__.py": "from counterdraft import __version__\ndef main():\n    from .cli import app",
    "errors.py": "",
    "model/__init__.py": "from counterdraft.model.span import Span",
    "model/span.py": "from counterdraft.errors import CounterdraftError",
    "text/__init__.py": "from counterdraft import model",
    "lexicon/__init__.py": "from counterdraft.text import x",
    "wording/__init__.py": "from counterdraft.lexicon import x",
    "parse/__init__.py": "from counterdraft.parse.header import parse",
    "parse/header.py": "from counterdraft.text import x\nfrom . import verbs",
    "parse/verbs.py": "from ..model import Span",
    "jobs/__init__.py": "from counterdraft.parse import x\nfrom counterdraft.brief import y",
    "brief/__init__.py": "from counterdraft import __version__",
    "cli/__init__.py": "from counterdraft import __version__, errors, jobs",
}


def test_a_sound_tree_has_no_faults(tree: Callable[[dict[str, str]], Path]) -> None:
    assert faults(tree(WHOLE)) == []


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("parse/a.py", "import counterdraft.brief", "parse.a:1 may not import brief"),
        ("parse/a.py", "import os, counterdraft.brief as b", "parse.a:1 may not import brief"),
        ("parse/a.py", "from counterdraft import brief", "parse.a:1 may not import brief"),
        ("parse/a.py", "from counterdraft.brief import x", "parse.a:1 may not import brief"),
        ("parse/a.py", "from .. import brief", "parse.a:1 may not import brief"),
        ("parse/a.py", "from ..brief import x", "parse.a:1 may not import brief"),
        ("parse/a/__init__.py", "from ...brief import x", "parse.a:1 may not import brief"),
        ("parse/a.py", "\ndef f():\n    from ..jobs import x", "parse.a:3 may not import jobs"),
        (
            "parse/a.py",
            "import importlib\nimportlib.import_module('counterdraft.brief')",
            "parse.a:2 may not import brief",
        ),
        ("brief/a.py", "from counterdraft.cli import x", "brief.a:1 may not import cli"),
        ("text/a.py", "from counterdraft.parse import x", "text.a:1 may not import parse"),
        ("text/a.py", "from counterdraft.jobs import x", "text.a:1 may not import jobs"),
        ("text/a.py", "from counterdraft.lexicon import x", "text.a:1 may not import lexicon"),
        ("text/a.py", "from counterdraft.wording import x", "text.a:1 may not import wording"),
        (
            "lexicon/a.py",
            "from counterdraft.wording import x",
            "lexicon.a:1 may not import wording",
        ),
        ("draft/a.py", "from counterdraft.wording import x", "draft.a:1 may not import wording"),
        ("model/a.py", "from counterdraft.text import x", "model.a:1 may not import text"),
        ("errors.py", "from counterdraft import text", "errors:1 may not import text"),
        ("jobs/a.py", "from counterdraft.cli import x", "jobs.a:1 may not import cli"),
        ("cli/a.py", "from counterdraft.parse import x", "cli.a:1 may not import parse"),
        ("cli/a.py", "from counterdraft.text import x", "cli.a:1 may not import text"),
        ("__init__.py", "from .jobs import x", ":1 may not import jobs"),
        ("__main__.py", "import counterdraft.parse", "__main__:1 may not import parse"),
        ("helpers.py", "", "helpers is not in the plan"),
        (
            "parse/verbs.py",
            "from . import header",
            "cycle: parse.header → parse.verbs → parse.header",
        ),
        (
            "parse/verbs.py",
            "from counterdraft.parse import verbs",
            "cycle: parse.verbs → parse.verbs",
        ),
        ("text/long.py", "x = 1\n" * 501, "text.long has 501 lines, more than 500"),
        ("parse/__init__.py", "from .header import verbs", "parse hides its module verbs"),
        ("text/a.py", "A = 1\nB, A = 2, 3", "text.a:2 gives the name A anew"),
        ("text/a.py", "A = 1\ndef A(): ...", "text.a:2 gives the name A anew"),
    ],
)
def test_each_breach_is_found(
    tree: Callable[[dict[str, str]], Path], file: str, text: str, fault: str
) -> None:
    assert fault in faults(tree(WHOLE | {file: text}))
