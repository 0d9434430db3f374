"""How fast a corpus is built, added to, opened and searched, and how large it is.

    python bench/corpus.py [--rounds N] [--write]

Commands are run as a person runs them, each a process of its own, with two processes that read
texts. What is compared is run side by side, in turns, and the median of the ratios is taken: a
machine that is busy with other work slows both sides. Reads the real texts in ../shared, or in
--shared DIR.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.command import options_of, shared_with, tell
from bench.page import NONE, SHORT, Table
from bench.shared import GA, SC, Shared, as_installed
from counterdraft.corpus.add import add
from counterdraft.corpus.columns import from_columns
from counterdraft.corpus.search import search
from counterdraft.corpus.stored import Stored

_HEADER = ("figure", "target", "measured", "")
_TEXTS, _SESSION = 2000, "ga/79/"
_SECONDS = 5
_QUERIES = (
    "selectivity", '"human rights"', "sanctions NOT arms", "NEAR(freedom expression, 5)",
    '"non selectivity" AND impartial*', "climate AND (finance OR adaptation)",
    "Secretary AND report",
)  # fmt: skip
_COMMAND = "import sys; from counterdraft.__main__ import main; sys.exit(main())"
_OWN_ORDER = "SELECT rowid, text FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"


def main() -> None:
    options = _options()
    shared = shared_with(options.shared, GA, SC)
    with tempfile.TemporaryDirectory() as name:
        rows = list(_rows(shared, Path(name), options.rounds))
    load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
    table = Table("The corpus", _HEADER, rows, f"Python {sys.version.split()[0]}, {load}.")
    tell("corpus.py", [table], write_too=options.write)


def _rows(shared: Shared, folder: Path, rounds: int) -> Iterable[tuple[str, ...]]:
    base, session = _archives(shared, folder)
    command = _Command(as_installed(folder / "byte-code"))
    command.run("add", base, "--corpus", folder / "base")
    yield _building(command, shared.path(GA), folder, rounds)
    yield _adding(command, session, folder, rounds)
    corpus = folder / "built"
    yield _starting(command, corpus, rounds)
    yield _searching(Stored(corpus), rounds)
    yield from _apart(corpus, folder / "apart")
    yield _size(corpus)
    seconds = min(_timed(lambda: command.run("check", "--corpus", corpus)) for _ in range(rounds))
    yield ("every checksum proved, and the parts compared", NONE, f"{seconds:.1f} s", "")


class _Command(NamedTuple):
    """The command of the sources, each time in a process of its own."""

    environment: dict[str, str]

    def run(self, *arguments: object) -> None:
        """A command of the corpus."""
        self._run("corpus", *arguments)

    def parse(self, archive: Path) -> None:
        """Every text read and parsed, and nothing made of it."""
        self._run("parse", "-j", 2, archive, out=subprocess.DEVNULL)

    def _run(self, *arguments: object, out: int = subprocess.PIPE) -> None:
        command = [sys.executable, "-c", _COMMAND, *map(str, arguments)]
        done = subprocess.run(
            command, env=self.environment, stdout=out, stderr=subprocess.PIPE, check=False,
            encoding="utf-8",
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"{arguments[:2]} ended with {done.returncode}: {done.stderr}")


def _timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def _row(figure: str, target: str, measured: str, *, met: bool) -> tuple[str, ...]:
    return (figure, target, measured, "" if met else SHORT)


# -- building, and adding


def _archives(shared: Shared, folder: Path) -> tuple[Path, Path]:
    """2,000 texts of both organs but for one session, and that session."""
    base, session = folder / "base.zip", folder / "session.zip"
    with (
        zipfile.ZipFile(shared.path(GA)) as assembly, zipfile.ZipFile(shared.path(SC)) as council,
        zipfile.ZipFile(base, "w") as before, zipfile.ZipFile(session, "w") as after,
    ):  # fmt: skip
        names = sorted(name for name in assembly.namelist() if name.endswith(".xml"))
        for name in names:
            target = after if name.startswith(_SESSION) else before
            target.writestr(name, assembly.read(name))
        resolutions = [name for name in sorted(council.namelist()) if "S_RES" in name]
        for name in resolutions[: _TEXTS - len(before.namelist())]:
            before.writestr(name, council.read(name))
    return base, session


def _building(command: _Command, archive: Path, folder: Path, rounds: int) -> tuple[str, ...]:
    """All of the General Assembly's files added, beside what reading and parsing them takes."""
    pairs = []
    for n in range(rounds):
        shutil.rmtree(folder / "built", ignore_errors=True)
        sides = {
            "ours": lambda: command.run("add", archive, "-j", 2, "--corpus", folder / "built"),
            "base": lambda: command.parse(archive),
        }
        order = ("ours", "base") if n % 2 else ("base", "ours")
        seconds = {side: _timed(sides[side]) for side in order}
        pairs.append((seconds["base"], seconds["ours"]))
        print(f"parse and add: {seconds}", file=sys.stderr, flush=True)
    ratio, ours = median(b / a for a, b in pairs), median(b for _, b in pairs)
    return _row(
        "a corpus of the General Assembly's 1,972 files built, against parsing them",
        "well under 120 s", f"{ours:.0f} s, {ratio:.2f} times", met=ours < 90,
    )  # fmt: skip


def _adding(command: _Command, session: Path, folder: Path, rounds: int) -> tuple[str, ...]:
    seconds = []
    for n in range(rounds):
        copy = folder / f"copy-{n}"
        shutil.copytree(folder / "base", copy)
        before = _cpu()
        wall = _timed(lambda: command.run("add", session, "-j", 2, "--corpus", copy))  # noqa: B023
        seconds.append((wall, _cpu() - before))
        shutil.rmtree(copy)
    print(f"adding a session: {seconds}", file=sys.stderr, flush=True)
    wall, cpu = min(seconds)
    return _row(
        f"a session of 340 resolutions added to a corpus of {_TEXTS:,}, read and parsed; the "
        f"quickest of {rounds}",
        f"≤ {_SECONDS} s", f"{wall:.1f} s ({cpu:.1f} s of CPU)", met=wall <= _SECONDS,
    )  # fmt: skip


def _cpu() -> float:
    """Seconds that processes which ended have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# -- asking


def _starting(command: _Command, corpus: Path, rounds: int) -> tuple[str, ...]:
    asked = {
        "info": ("info",), "a search": ("search", _QUERIES[0]), "a text shown": ("show", "79/181"),
        "who cites it": ("cited-by", "60/251"),
    }  # fmt: skip
    times = {
        what: median(_timed(lambda: command.run(*a, "--corpus", corpus)) for _ in range(rounds))  # noqa: B023
        for what, a in asked.items()
    }
    shown = ", ".join(f"{what} {1000 * seconds:.0f} ms" for what, seconds in times.items())
    return ("from a cold process", NONE, shown, "")


def _searching(corpus: Stored, rounds: int) -> tuple[str, ...]:
    """The best 20 of each query, beside the same in SQLite's own order within each segment."""
    ratios, ours = [], []
    for query in _QUERIES:
        search(corpus, query)
        for _ in range(5 * rounds):
            base = _timed(lambda: [s.rows(_OWN_ORDER, (query,)) for s in corpus.segments])  # noqa: B023
            ours.append(_timed(lambda: search(corpus, query)))  # noqa: B023
            ratios.append(ours[-1] / base)
    return (
        f"the best 20 of {len(_QUERIES)} queries, warm; against SQLite's order in each segment",
        NONE, f"{1000 * median(ours):.1f} ms, {1000 * max(ours):.0f} at most; "
        f"{median(ratios):.1f} times", "",
    )  # fmt: skip


def _apart(corpus: Path, folder: Path) -> Iterable[tuple[str, ...]]:
    """The same texts added in as many steps as there are sessions answer the same."""
    whole = Stored(corpus)
    entries = [entry for segment in whole.segments for entry in from_columns(segment.path)]
    for session in sorted({entry.record.session or 0 for entry in entries}, reverse=True):
        add(folder, [entry for entry in entries if (entry.record.session or 0) == session])
    parts = Stored(folder)
    texts = [clause.text for entry in entries[::40] for clause in entry.clauses[:3]]
    same = [search(whole, query) == search(parts, query) for query in _QUERIES]
    same += [a == b for a, b in zip(whole.nearest(texts), parts.nearest(texts), strict=True)]
    yield _row(
        f"added in one go and by sessions, last first, in {len(parts.segments)} segments: answers "
        f"that are the same, of {len(_QUERIES)} searches and of the wordings nearest to "
        f"{len(texts)} clauses",
        "all", f"{sum(same):,} of {len(same):,}", met=all(same),
    )  # fmt: skip


def _size(corpus: Path) -> tuple[str, ...]:
    files = [path for path in corpus.rglob("*") if path.is_file()]
    sizes: dict[str, int] = {}
    for path in files:
        what = "wordings" if path.parent.name == "index" else path.suffix.lstrip(".")
        sizes[what] = sizes.get(what, 0) + path.stat().st_size
    words = sum(
        len(row[0]) for s in Stored(corpus).segments for row in s.rows("SELECT text FROM words")
    )
    shown = ", ".join(f"{what} {size / 1e6:.1f}" for what, size in sizes.items() if size > 1e5)
    total = sum(sizes.values())
    return (
        "on disk, against the words of the clauses", NONE,
        f"{total / 1e6:.0f} MB, {total / words:.1f} times ({shown})", "",
    )  # fmt: skip


def _options() -> argparse.Namespace:
    parser = options_of(__doc__)
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="of each")
    return parser.parse_args()


if __name__ == "__main__":
    main()
