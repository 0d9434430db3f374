"""How fast and how well reuse is found in 600,000 paragraphs, beside other libraries.

    python bench/trace.py [--size N] [--rounds N] [--write] [--only PART…]

The corpus is made by ../shared/tools/make_reuse_corpus.py, of real paragraphs and planted ones,
and what is found is scored by score_reuse.py, which lies beside it. What is compared is run side
by side, in turns, and the median of the ratios is taken. Times are on the wall, because all use
several threads. With --work DIR the corpora and our indexes are kept for the next run.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np

from bench.command import options_of, shared_with, tell
from bench.growth_plot import Line, growth_svg
from bench.page import SHORT, Table
from bench.shared import ROOT, Shared, tool
from bench.trace_peers import Rensa, SparseDotTopn, Tantivy
from bench.turns import Times
from counterdraft.reuse.build import write as write_index
from counterdraft.reuse.join import BUDGET
from counterdraft.reuse.query import Index
from counterdraft.reuse.shard import FILE, Shard

LOCK = "requirements-bench.txt"
MAKE, SCORE = "tools/make_reuse_corpus.py", "tools/score_reuse.py"
SIZES = (75_000, 150_000, 300_000, 600_000)
CLAUSES = 30
PLOT = ROOT / "docs" / "growth.svg"
PARTS = ("query", "cold", "join", "growth")
_HEADER = ("figure", "target", "measured", "")
# Of the rows that sparse_dot_topn would multiply with all for a join, one in so many is timed.
_SAMPLED = 200
_FAST = 1_000  # the budget of a join that finds less

Nearest = Callable[[Sequence[str]], list[list[int]]]
Row = tuple[str, ...]


class Made:
    """A corpus of some size, what is planted in it, and our index of it."""

    def __init__(self, shared: Shared, work: Path, size: int) -> None:
        self.folder, self._shared = work / f"reuse{size}", shared
        if not (self.folder / "truth.json").exists():
            command = [
                sys.executable,
                str(shared.path(MAKE)),
                str(self.folder),
                "--size",
                str(size),
            ]
            subprocess.run(command, check=True, stdout=sys.stderr)
        self.lines = (self.folder / "corpus.txt").read_text(encoding="utf-8").split("\n")[:-1]
        truth = json.loads((self.folder / "truth.json").read_text(encoding="utf-8"))
        self.queries = [text for _, _, text in truth["queries"]]
        self.planted = [line for _, _, line in truth["planted"]]
        self._like: Callable[[str, str], float] = tool(shared.path(SCORE)).like

    @cached_property
    def index(self) -> Path:
        folder = self.folder / "index"
        if not (folder / FILE).exists():
            start = time.perf_counter()
            write_index(folder, self.lines)
            _say(f"our index of {len(self.lines):,}: {time.perf_counter() - start:.1f} s")
        return folder

    @cached_property
    def shard(self) -> Shard:
        return Shard.open(self.index)

    def line_of(self, text: str, form: int, before: int | None = None) -> int | None:
        """Of the lines of a form, which we give together, the one most like a text."""
        several = {self.lines[n]: n for n in reversed(self.shard.lines(form).tolist())
                   if before is None or n < before}  # fmt: skip
        return max(several.values(), key=lambda n: self._like(text, self.lines[n]), default=None)

    def scored(self, **found: Any) -> tuple[Scores, Scores]:
        """Recall as score_reuse.py gives it: "strict" and "best"."""
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(found, file)
            file.flush()
            command = [sys.executable, str(self._shared.path(SCORE)), str(self.folder), file.name]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        strict, best = (line.partition("{")[2].rpartition("all") for line in told.splitlines())
        return _scores(*strict), _scores(*best)


class Scores(NamedTuple):
    """Recall over all, and by how a text was edited."""

    all: float
    by_kind: dict[str, float]


def _scores(kinds: str, _: str, whole: str) -> Scores:
    return Scores(float(whole), ast.literal_eval("{" + kinds.strip()))


def main() -> None:
    options = _options()
    shared = shared_with(options.shared, MAKE, SCORE)
    missing = [n for n in ("sklearn", "sparse_dot_topn", "tantivy", "rensa") if not find_spec(n)]
    if missing:
        raise SystemExit(
            f"nothing is measured: {', '.join(missing)} not installed; run "
            f"{sys.executable} -m pip install -r {LOCK}"
        )
    with tempfile.TemporaryDirectory(prefix="trace.") as folder:
        work = options.work or Path(folder)
        made = Made(shared, work, options.size)
        rows = [row for part in PARTS[:3] if part in options.only
                for row in _MEASURES[part](made, options.rounds)]  # fmt: skip
        load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
        about = f"{len(made.lines):,} paragraphs. Python {sys.version.split()[0]}, {load}."
        tables = [Table("Where the words of a text stand", _HEADER, rows, about)] if rows else []
        if "growth" in options.only:
            tables.append(
                _growth(
                    [Made(shared, work, size) for size in SIZES], options.rounds, draw=options.write
                )
            )
    tell("trace.py", tables, write_too=options.write)


# -- some clauses, everything loaded


def _query(made: Made, rounds: int) -> Iterator[Row]:
    ours = _ours(made)
    strict, best = made.scored(queries=ours(made.queries))
    yield _row(
        "our recall of 300 texts",
        "best ≥ 0.995; embed25, strict, ≥ 0.96",
        _told(strict, best),
        met=best.all >= 0.995 and strict.by_kind["embed25"] >= 0.96,
    )
    for name, wanted, peer in (
        ("TF-IDF of 1- and 2-grams with sparse_dot_topn", 15, lambda: SparseDotTopn(made.lines, 2)),
        ("BM25 with tantivy", 60, lambda: Tantivy(made.lines)),
    ):
        start = time.perf_counter()
        theirs = peer().nearest
        built = time.perf_counter() - start
        recall = _told(*made.scored(queries=theirs(made.queries)))
        times = _in_turns(theirs, made, rounds)
        yield _row(
            f"{CLAUSES} clauses, {name}, against ours",
            f"≥ {wanted} times as long",
            f"{times.ratio:.1f} times ({_ms(times.theirs)} and {_ms(times.ours)}); built in "
            f"{built:.0f} s; {recall}",
            met=times.ratio >= wanted,
        )


def _ours(made: Made) -> Nearest:
    """As lines, for the score."""
    index = Index([made.shard])

    def nearest(texts: Sequence[str]) -> list[list[int]]:
        hits = index.nearest(texts, compiled=True)
        return [
            [line for hit in each if (line := made.line_of(text, hit.form)) is not None]
            for text, each in zip(texts, hits, strict=True)
        ]

    return nearest


def _in_turns(theirs: Nearest, made: Made, rounds: int) -> Times:
    """Each round asks other clauses, of both; who begins changes with each."""
    index = Index([made.shard])
    sides: list[tuple[Callable[[Sequence[str]], object], list[float]]] = [
        (theirs, []),
        (index.nearest, []),
    ]
    for n in range(rounds + 1):
        at = n * CLAUSES % len(made.queries)
        asked = made.queries[at : at + CLAUSES]
        for act, spent in sides if n % 2 else reversed(sides):
            spent.append(_wall(act, asked))
    return Times(*(spent[1:] for _, spent in sides))  # what is done once is done in the first


# -- the same from a cold process

_COLD = """
import json, sys
from pathlib import Path
from counterdraft.reuse.query import nearest
from counterdraft.reuse.shard import Shard
hits = nearest([Shard.open(Path(sys.argv[1]))], json.loads(Path(sys.argv[2]).read_text()))
assert all(hits)
"""


def _cold(made: Made, rounds: int) -> Iterator[Row]:
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(made.queries[:CLAUSES], file)
        file.flush()
        spent = [_wall(_python, _COLD, str(made.index), file.name) for _ in range(rounds)]
    yield _row(
        f"{CLAUSES} clauses from the start of the process to its end",
        "≤ 1.5 s",
        f"{median(spent):.2f} s (slowest {max(spent):.2f} s)",
        met=median(spent) <= 1.5,
    )


# -- all with all

_JOIN = """
import sys, time
from pathlib import Path
import numpy as np
from counterdraft.reuse.join import pairs
from counterdraft.reuse.shard import Shard
shard = Shard.open(Path(sys.argv[1]))
pairs([Shard.open(Path(sys.argv[2]))])
start = time.perf_counter()
found = pairs([shard], budget=int(sys.argv[4]))
seconds = time.perf_counter() - start
# Not that of getrusage, which begins with the peak of the process that started this one.
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(seconds, int(peak.split()[1]) * 1024 / 1e9)
np.savez(sys.argv[3], earlier=found.earlier, later=found.later)
"""


class Joined(NamedTuple):
    seconds: float
    gigabytes: float
    earlier: Any
    later: Any


def _join(made: Made, rounds: int) -> Iterator[Row]:
    ours = _our_join(made)
    strict, best = made.scored(planted=_earlier(made, ours))
    yield _row("our join: recall", "best ≥ 0.993", _told(strict, best), met=best.all >= 0.993)
    yield _row(
        "our join: time, peak of memory", "≤ 2 GB",
        f"{ours.seconds:.1f} s, {ours.gigabytes:.2f} GB", met=ours.gigabytes <= 2,
    )  # fmt: skip
    yield from _sparse_join(made, min(rounds, 2))
    yield from _rensa_join(made)


def _our_join(made: Made, budget: int = BUDGET) -> Joined:
    """In a process of its own, after a join of two texts that loads the kernels."""
    with tempfile.TemporaryDirectory() as folder:
        write_index(Path(folder) / "two", ["one text", "another text"])
        out = Path(folder) / "found.npz"
        told = _python(_JOIN, str(made.index), f"{folder}/two", str(out), str(budget))
        with np.load(out) as found:
            seconds, gigabytes = map(float, told.split())
            return Joined(seconds, gigabytes, found["earlier"], found["later"])


def _earlier(made: Made, joined: Joined) -> dict[int, list[int]]:
    """For each planted line the earlier ones that are found, best first."""
    found: dict[int, list[int]] = {}
    for line in made.planted:
        text = made.lines[line]
        form = made.shard.find(text)
        first, last = (
            np.searchsorted(joined.later, (form, form + 1)) if form is not None else (0, 0)
        )
        forms = [form, *joined.earlier[first:last].tolist()]
        each = (made.line_of(text, f, before=line) for f in forms if f is not None)
        found[line] = [n for n in each if n is not None]
    return found


def _sparse_join(made: Made, rounds: int) -> Iterator[Row]:
    """One row in ``_SAMPLED`` with all rows; half of it, because they join both ways."""
    peer = SparseDotTopn(made.lines, 1)
    rows = peer.rows[::_SAMPLED]
    pairs = []
    for _ in range(rounds):
        theirs = _wall(peer.like_rows, rows, 20) * len(made.lines) / rows.shape[0] / 2
        pairs.append((theirs, _our_join(made).seconds))
    planted = peer.like_rows(peer.rows[made.planted], 20)
    found = {line: [n for n in each if n < line]
             for line, each in zip(made.planted, planted, strict=True)}  # fmt: skip
    ratio, recall = median(a / b for a, b in pairs), _told(*made.scored(planted=found))
    theirs, ours = (median(side) for side in zip(*pairs, strict=True))
    yield _row(
        f"TF-IDF of 1-grams with sparse_dot_topn, one row in {_SAMPLED} timed, against our join",
        "≥ 20 times as long",
        f"{ratio:.0f} times ({theirs:,.0f} s and {ours:.1f} s); {recall}",
        met=ratio >= 20,
    )


def _rensa_join(made: Made) -> Iterator[Row]:
    """Beside ours with a budget that makes it faster, and finds less."""
    start = time.perf_counter()
    peer = Rensa(made.lines)
    built = time.perf_counter() - start
    theirs, ours = _wall(peer.join), _our_join(made, _FAST)
    nearest = peer.nearest([made.lines[line] for line in made.planted])
    found = {line: [n for n in each if n < line]
             for line, each in zip(made.planted, nearest, strict=True)}  # fmt: skip
    strict, best = made.scored(planted=_earlier(made, ours))
    yield _row(
        f"MinHash with rensa: candidates, not put in order, against our join, budget {_FAST:,}",
        "≥ 3 times as long, our recall ≥ 0.97",
        f"{theirs / ours.seconds:.1f} times ({theirs:.1f} s and {ours.seconds:.1f} s; theirs "
        f"hashed and filed in {built:.0f} s before); {_told(*made.scored(planted=found))}; our "
        f"{_told(strict, best)}",
        met=theirs / ours.seconds >= 3 and best.all >= 0.97,
    )


# -- growth


def _growth(corpora: Sequence[Made], rounds: int, *, draw: bool) -> Table:
    rows, asking, joining = [], [], []
    for made in corpora:
        index = Index([made.shard])
        index.nearest(made.queries[:CLAUSES], compiled=True)
        asked = [made.queries[at : at + CLAUSES] for at in range(0, len(made.queries), CLAUSES)]
        spent = [_wall(index.nearest, some) for _ in range(rounds) for some in asked]
        size = (made.index / FILE).stat().st_size
        asking.append(median(spent))
        joining.append(_our_join(made).seconds)
        rows.append(
            (f"{len(made.lines):,}", f"{made.shard.forms:,}", _ms(spent),
             f"{joining[-1]:.1f} s", f"{size / 1e6:,.0f} MB")
        )  # fmt: skip
        _say(f"growth: {rows[-1]}")
    header = ("paragraphs", "wordings", f"{CLAUSES} clauses", "join", "index")
    text = f"Ours alone, median times. ![Time over the size of the corpus]({PLOT.name})"
    if draw:
        lines = [Line(f"{CLAUSES} clauses", asking), Line("join", joining)]
        lines = [each._replace(values=[v / each.values[0] for v in each.values]) for each in lines]
        PLOT.write_text(growth_svg([len(made.lines) for made in corpora], lines), "utf-8")
    return Table("How it grows with the corpus", header, rows, text)


_MEASURES = {"query": _query, "cold": _cold, "join": _join}


def _python(code: str, *arguments: str) -> str:
    """What a process of its own prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    ).stdout


def _wall(act: Callable[..., object], *arguments: object) -> float:
    start = time.perf_counter()
    act(*arguments)
    return time.perf_counter() - start


def _ms(times: Sequence[float]) -> str:
    return f"{median(times) * 1000:.1f} ms"


def _told(strict: Scores, best: Scores) -> str:
    return (
        f"recall best {best.all:.3f}, strict {strict.all:.3f} "
        f"(embed25 {strict.by_kind['embed25']:.3f})"
    )


def _row(figure: str, target: str, measured: str, *, met: bool = True) -> Row:
    _say(f"{figure}: {measured}")
    return (figure, target, measured, "" if met else SHORT)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = options_of(__doc__)
    parser.add_argument("--size", type=int, default=SIZES[-1], metavar="N")
    parser.add_argument("--rounds", type=int, default=9, metavar="N", help="of the fast ones")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART")
    parser.add_argument("--work", type=Path, metavar="DIR",
                        help="make the corpora here and keep them for the next run")  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    main()
