"""How fast the parser is, and how much memory it takes.

    python bench/parse_speed.py [--rounds N] [--write]

Everything that is compared is run side by side, in turns, and the median of the ratios is taken:
a machine that is busy with other work slows both sides. Ratios of one process are of CPU time,
the others of time on the wall. Commands are timed as they are once installed, when pip has written
byte code: they keep theirs, and the first run, which writes it, does not count. Reads the real
texts in ../shared, or in --shared DIR.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

import pypdfium2 as pdfium
from lxml import etree

from bench.cases import SEED
from bench.command import options_of, shared_with
from bench.page import SHORT, Table, write
from bench.printed import ADOPTED
from bench.shared import GA, ROOT, as_installed
from counterdraft.jobs.parse import parse_sources
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

_CHUNK = 100
_STARTS = 15
_HEADER = ("figure", "target", "measured", "")
# What pip writes as the script `counterdraft`.
_COMMAND = "import sys; from counterdraft.__main__ import main; sys.exit(main())"
# Parses what it is given one outcome after another, as the command line does, and says its peak.
_PEAK = """
import resource, sys
from counterdraft.jobs.parse import parse_sources
n = sum(outcome.error is None for outcome in parse_sources(sys.argv[1:]))
print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


class Pair(NamedTuple):
    """Two times of one round, in seconds."""

    base: float
    ours: float


def main() -> None:
    options = _options()
    shared = shared_with(options.shared, GA, SEED, ADOPTED)
    archive = shared.path(GA)
    rows = [
        _parsing(archive, options.rounds),
        _processes(archive, options.rounds),
        _version(),
        _brief(shared.path(SEED)),
        _pdf(shared.path(ADOPTED), options.rounds),
    ]
    load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
    speed = Table("Speed", _HEADER, rows, f"Python {sys.version.split()[0]}, {load}.")
    tables = [speed, _memory(archive)]
    print(*(table.markdown() for table in tables), sep="\n")
    if options.write:
        write("parse_speed.py", tables)


def _row(figure: str, target: str, measured: str, *, met: bool) -> tuple[str, ...]:
    return (figure, target, measured, "" if met else SHORT)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


# -- one process against lxml


def _parsing(archive: Path, rounds: int) -> tuple[str, ...]:
    pairs = [_round(archive, first=bool(n % 2)) for n in range(rounds)]
    ratios = [each.ours / each.base for each in pairs]
    _say(f"lxml and ours: {[f'{p.base:.2f} {p.ours:.2f}' for p in pairs]}")
    base, ours = (median(side) for side in zip(*pairs, strict=True))
    return _row(
        "all files of the General Assembly read and parsed, against lxml alone, one process",
        "≤ 15 times",
        f"{median(ratios):.1f} times ({base:.2f} s and {ours:.1f} s of CPU)",
        met=median(ratios) <= 15,
    )


def _round(archive: Path, *, first: bool) -> Pair:
    """Both over all files, a hundred at a time; who begins changes with every hundred."""
    base = ours = 0.0
    with zipfile.ZipFile(archive) as packed:
        names = iter(n for n in packed.namelist() if n.endswith(".xml"))
        while chunk := [packed.read(name) for name in islice(names, _CHUNK)]:
            if first:
                ours += _cpu(_full, chunk)
                base += _cpu(etree.fromstring, chunk)
            else:
                base += _cpu(etree.fromstring, chunk)
                ours += _cpu(_full, chunk)
            first = not first
    return Pair(base, ours)


def _full(data: bytes) -> object:
    return parse(read(data, "file.xml"))


def _cpu(function: Callable[[bytes], object], chunk: list[bytes]) -> float:
    start = time.process_time()
    for data in chunk:
        function(data)
    return time.process_time() - start


# -- two processes against one


def _processes(archive: Path, rounds: int) -> tuple[str, ...]:
    pairs = []
    for n in range(rounds):
        order = (1, 2) if n % 2 == 0 else (2, 1)
        times = {count: _wall_of(archive, count) for count in order}
        pairs.append(Pair(times[1], times[2]))
    ratios = [each.base / each.ours for each in pairs]
    _say(f"one and two processes: {[f'{p.base:.1f} {p.ours:.1f}' for p in pairs]}")
    one, two = (median(side) for side in zip(*pairs, strict=True))
    return _row(
        "the same from the archive, two processes against one",
        "≥ 1.7 times",
        f"{median(ratios):.2f} times ({one:.1f} s and {two:.1f} s on the wall)",
        met=median(ratios) >= 1.7,
    )


def _wall_of(archive: Path, processes: int) -> float:
    start = time.perf_counter()
    for _ in parse_sources([str(archive)], processes=processes):
        pass
    return time.perf_counter() - start


# -- PDF against pdfium


def _pdf(folder: Path, rounds: int) -> tuple[str, ...]:
    """Reading and parsing every PDF, against the extraction of its text alone."""
    files = [path.read_bytes() for path in sorted(folder.glob("*.pdf"))]
    pairs = []
    for n in range(rounds):
        order = (_extract, _full) if n % 2 == 0 else (_full, _extract)
        times = {function: _cpu(function, files) for function in order}
        pairs.append(Pair(times[_extract], times[_full]))
    ratios = [each.ours / each.base for each in pairs]
    _say(f"pdfium and ours: {[f'{p.base:.2f} {p.ours:.2f}' for p in pairs]}")
    base, ours = (median(side) for side in zip(*pairs, strict=True))
    return _row(
        f"{len(files)} PDFs read and parsed, against pypdfium2 alone for their text, one process",
        "≤ 8 times",
        f"{median(ratios):.1f} times ({base:.2f} s and {ours:.1f} s of CPU)",
        met=median(ratios) <= 8,
    )


def _extract(data: bytes) -> int:
    document = pdfium.PdfDocument(data)
    length = 0
    for page in document:
        words = page.get_textpage()
        length += len(words.get_text_range())
        words.close()
        page.close()
    document.close()
    return length


# -- the command line


def _python(kept: str, *arguments: str) -> float:
    """Time on the wall of an interpreter of its own, which keeps byte code in a folder."""
    environment = as_installed(kept)
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def _version() -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as kept:
        bare, asked = (kept, "-c", "pass"), (kept, "-c", _COMMAND, "--version")
        pairs = [Pair(_python(*bare), _python(*asked)) for _ in range(_STARTS + 1)][1:]
    more = median(each.ours - each.base for each in pairs) * 1000
    alone = median(each.base for each in pairs) * 1000
    return _row(
        "`counterdraft --version`, more than a bare interpreter",
        "≤ 100 ms",
        f"{more:.0f} ms (bare: {alone:.0f} ms)",
        met=more <= 100,
    )


def _brief(seed: Path) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder:
        page = str(Path(folder) / "brief.html")
        asked = ("brief", str(seed), "-o", page, "--force")
        times = [_python(folder, "-c", _COMMAND, *asked) for _ in range(_STARTS + 1)][1:]
    _say(f"brief: {min(times):.2f} to {max(times):.2f} s")
    return _row(
        "the seed's brief as HTML, a process of its own",
        "≤ 1 s",
        f"{median(times):.2f} s",
        met=median(times) <= 1,
    )


# -- memory


def _memory(archive: Path) -> Table:
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / "few.zip"
        _some(archive, few, 100)
        peaks = [_peak(few), _peak(archive)]
    rows: list[tuple[str, ...]] = [(f"{n:,}", f"{size:.0f} MB") for n, size in peaks]
    text = (
        "The peak of resident memory of a process that parses an archive, outcome by outcome. "
        "The smaller holds the largest file of the other, and others evenly chosen. Were "
        f"everything held, the larger would take {peaks[1][0] / peaks[0][0]:.0f} times as much."
    )
    return Table("Memory", ("files", "peak"), rows, text)


def _some(archive: Path, target: Path, count: int) -> None:
    with zipfile.ZipFile(archive) as packed, zipfile.ZipFile(target, "w") as out:
        infos = sorted(
            (i for i in packed.infolist() if i.filename.endswith(".xml")),
            key=lambda info: info.file_size,
            reverse=True,
        )
        step = len(infos) // count
        for info in infos[: step * count : step]:
            out.writestr(info.filename, packed.read(info), zipfile.ZIP_DEFLATED)


def _peak(archive: Path) -> tuple[int, float]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, str(archive)],
        check=True, capture_output=True, encoding="utf-8", env=environment,
    )  # fmt: skip
    count, kilobytes = done.stdout.split()
    return int(count), int(kilobytes) / 1024


def _options() -> argparse.Namespace:
    parser = options_of(__doc__)
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="of the long ones")
    return parser.parse_args()


if __name__ == "__main__":
    main()
