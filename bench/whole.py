"""How long the whole brief takes, cold, beside parsing alone.

    python bench/whole.py [--corpus DIR] [--runs 5] [--write]

Of the adopted texts in ../shared (or --shared DIR) the PDF with the number of paragraphs nearest to
sixty is briefed on with all there is: a rival, a text before it, two mandates, a corpus of the
General Assembly's and the Security Council's texts, registers and votes. Each run is a process of
its own with byte code as pip writes it, and the commands take turns. The corpus is made anew unless
one is named.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.command import options_of, tell
from bench.page import NONE, SHORT, Table
from bench.shared import GA, SC, Shared, as_installed
from counterdraft.corpus.stored import Stored
from counterdraft.jobs.parse import parse_one

ADOPTED = "data/pdf/adopted"
WANTED = 60
MANDATES = ("coi-dprk", "friendly-relations")
LIMITS = {"md": 3.0, "html": 5.0}  # seconds, without pictures and with them
NAMES = {
    "parse": "parsing alone",
    "md": "the whole brief as Markdown, which has no pictures",
    "html": "as a page, with pictures",
    "docx": "as DOCX, with pictures",
    "pdf": "as PDF, with pictures",
}


def main() -> None:
    """Time the commands by turns, and tell it."""
    parser = options_of(__doc__)
    parser.add_argument("--corpus", type=Path, help="a corpus that is there already")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    shared = Shared(given.shared)
    with tempfile.TemporaryDirectory() as work:
        corpus = given.corpus or _corpus(shared, Path(work))
        table = _timed(shared, corpus, Path(work), given.runs)
    tell("whole.py", [table], write_too=given.write)


def _corpus(shared: Shared, work: Path) -> Path:
    """A corpus of all texts at hand."""
    folder = work / "corpus"
    for archive in (GA, SC):
        _run(work, "corpus", "add", str(shared.path(archive)), "--corpus", str(folder))
    return folder


def _timed(shared: Shared, corpus: Path, work: Path, runs: int) -> Table:
    text, count = _text(sorted(shared.path(ADOPTED).glob("*.pdf")))
    rival, previous = _others(text)
    against = ["--against", str(rival), "--previous", str(previous), "--corpus", str(corpus)]
    against += [word for name in MANDATES for word in ("--mandate", name)]
    commands: dict[str, Callable[[], float]] = {
        "parse": lambda: _seconds(work, "parse", str(text)),
        **{form: _brief(text, against, form, work) for form in ("md", "html", "docx", "pdf")},
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, act in commands.items():
            taken = act()
            if turn:  # the first fills the system's caches, and writes byte code
                times[name].append(taken)
    held = Stored(corpus).bounds()
    alone = median(times["parse"])
    rows = [_row(name, median(each), alone) for name, each in times.items()]
    return Table(
        "The whole brief", ("command", "target", "median", "of parsing alone", ""), rows,
        f"{text.name}, {count} paragraphs, with a rival, a text before it, {len(MANDATES)} "
        f"mandates, and a corpus of {held.texts:,} texts and {held.clauses:,} paragraphs; {runs} "
        "runs each, a process a run with byte code as pip writes it, by turns.",
    )  # fmt: skip


def _brief(text: Path, against: Sequence[str], form: str, work: Path) -> Callable[[], float]:
    target = str(work / f"brief.{form}")
    return lambda: _seconds(work, "brief", str(text), *against, "-o", target, "--force")


def _row(name: str, seconds: float, alone: float) -> tuple[str, ...]:
    limit = LIMITS.get(name)
    target = f"≤ {limit:g} s" if limit else NONE
    short = SHORT if limit and seconds > limit else ""
    ratio = NONE if name == "parse" else f"{seconds / alone:.1f} times"
    return (NAMES[name], target, f"{seconds:.2f} s", ratio, short)


def _text(files: Sequence[Path]) -> tuple[Path, int]:
    """The file with the number of paragraphs that is nearest to the one wanted."""
    counts = {file: _paragraphs(file) for file in files}
    text = min(files, key=lambda file: (abs(counts[file] - WANTED), file.name))
    return text, counts[text]


def _paragraphs(file: Path) -> int:
    return len(parse_one(str(file)).resolutions[0].paragraphs)


def _others(text: Path) -> tuple[Path, Path]:
    """Two further texts beside it, to be held against: the ones that follow by name."""
    files = sorted(text.parent.glob("*.pdf"))
    at = files.index(text)
    return files[(at + 1) % len(files)], files[(at + 2) % len(files)]


def _seconds(work: Path, *arguments: str) -> float:
    begin = time.perf_counter()
    _run(work, *arguments)
    return time.perf_counter() - begin


def _run(work: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "counterdraft", *arguments]
    subprocess.run(
        command, env=as_installed(work / "byte-code"), check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip


if __name__ == "__main__":
    main()
