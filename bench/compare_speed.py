"""How fast two texts are compared, beside libraries that compare XML and Word files.

    python bench/compare_speed.py [--rounds N] [--write]

What is compared is run side by side, in turns, and the median of the ratios is taken, as in
parse_speed.py. Times of one process are CPU time; a redline is time on the wall, because the
other's is made by a program of its own. Reads the real texts in ../shared, or in --shared DIR.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from lxml import etree

from bench.command import options_of, shared_with, tell
from bench.corpora import Corpora
from bench.page import SHORT, Table
from bench.redlined import compared, redline
from bench.shared import AKN_GOLD, GA, ROOT
from bench.turns import Times
from bench.written_docx import docx_of
from counterdraft.compare.compare import compare
from counterdraft.model import Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn
from counterdraft.read.read import read

LOCK = "requirements-bench.txt"
# Of 80 to 150 paragraphs each: the two that people look at most, and all such pairs of
# labels/alignments.json.
PAIRS = (
    ("A/RES/78/218", "A/RES/79/181"),
    ("A/RES/76/163", "A/RES/77/212"),
    ("A/RES/75/169", "A/RES/76/149"),
    ("A/RES/77/188", "A/RES/78/174"),
    ("A/RES/74/122", "A/RES/75/151"),
    ("A/RES/77/190", "A/RES/78/177"),
    ("A/RES/74/305", "A/RES/75/328"),
)
_LIMIT = 50
_SLOW_ROUNDS = 3
_MANNER = "real numbering and footnotes"
_HEADER = ("figure", "target", "measured", "")


class Text(NamedTuple):
    """One resolution in every form that somebody compares."""

    resolution: Resolution
    plain: bytes
    xml: Path
    flat: etree._Element
    docx: Path


Couple = tuple[Text, Text]
Act = Callable[[Text, Text], object]


def main() -> None:
    options = _options()
    shared = shared_with(options.shared, GA, AKN_GOLD)
    missing = [name for name in ("xmldiff", "python_redlines") if find_spec(name) is None]
    if missing:
        raise SystemExit(
            f"nothing is measured: {' and '.join(missing)} not installed; run "
            f"{sys.executable} -m pip install -r {LOCK}"
        )
    with tempfile.TemporaryDirectory(prefix="compare_speed.") as folder:
        texts = _texts(Corpora(shared, options.work or Path(folder), 2), Path(folder))
        couples = [(texts[a], texts[b]) for a, b in PAIRS]
        rows = [
            *_alone(couples, options.rounds),
            *_xmldiff(couples, options.rounds),
            *_redlines(couples),
        ]
    load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
    table = Table("Two texts compared", _HEADER, rows, f"Python {sys.version.split()[0]}, {load}.")
    tell("compare_speed.py", [table], write_too=options.write)


def _texts(corpora: Corpora, folder: Path) -> dict[str, Text]:
    wanted = {symbol for couple in PAIRS for symbol in couple}
    texts: dict[str, Text] = {}
    for group in corpora.general_assembly():
        for record in group.records():
            symbol = record["symbol"]
            if symbol not in wanted:
                continue
            xml = group.xml / record["file"]
            document = from_akn(xml.read_bytes(), xml.name)
            docx = folder / f"{symbol.replace('/', '_')}.docx"
            docx.write_bytes(docx_of(record, document, _MANNER))
            plain = (group.texts / f"{xml.stem}.txt").read_bytes()
            resolution = parse(document)[0]
            texts[symbol] = Text(resolution, plain, xml, _flat(resolution), docx)
    return texts


def _flat(resolution: Resolution) -> etree._Element:
    """A text as XML of one element a paragraph."""
    root = etree.Element("resolution")
    for paragraph in resolution.paragraphs:
        etree.SubElement(root, "p").text = paragraph.text
    return root


# -- ours alone


def _alone(couples: Sequence[Couple], rounds: int) -> Iterable[tuple[str, ...]]:
    ours, whole = (_spent(act, couples, rounds) for act in (_compared, _from_texts))
    each, by_pair = _ms(ours), [_ms(ours[n :: len(couples)]) for n in range(len(couples))]
    yield _row(
        f"{len(couples)} pairs of resolutions of 80 to 150 paragraphs, compared",
        f"≤ {_LIMIT} ms",
        f"{each:.0f} ms of CPU ({' and '.join(PAIRS[0])}: {by_pair[0]:.0f} ms; "
        f"the slowest: {max(by_pair):.0f} ms)",
        met=max(by_pair) <= _LIMIT,
    )
    yield _row(
        "the same from their plain texts: read, parsed and compared", "–",
        f"{_ms(whole):.0f} ms of CPU",
    )  # fmt: skip


def _spent(act: Act, couples: Sequence[Couple], rounds: int) -> list[float]:
    act(*couples[0])  # whatever is done once is done
    return [_cpu(act, couple) for _ in range(rounds) for couple in couples]


def _compared(a: Text, b: Text) -> object:
    return compare(a.resolution, b.resolution)


def _from_texts(a: Text, b: Text) -> object:
    one, other = (parse(read(each.plain, "text.txt"))[0] for each in (a, b))
    return compare(one, other)


# -- beside xmldiff


def _xmldiff(couples: Sequence[Couple], rounds: int) -> Iterable[tuple[str, ...]]:
    for name, act in (("", _diff), (" with its option fast_match", _fast_diff)):
        yield _ratio(
            f"xmldiff{name} on XML of one element a paragraph, against our comparison",
            _in_turns(act, _compared, couples, rounds, _cpu), "of CPU",
        )  # fmt: skip
    yield _ratio(
        f"xmldiff on the UN's own XML of {' and '.join(PAIRS[0])}, against ours from the "
        "same files: read, parsed and compared",
        _in_turns(_diff_files, _from_files, couples[:1], _SLOW_ROUNDS, _cpu), "of CPU",
    )  # fmt: skip


def _diff(a: Text, b: Text) -> object:
    from xmldiff.main import diff_trees

    return diff_trees(a.flat, b.flat)


def _fast_diff(a: Text, b: Text) -> object:
    from xmldiff.main import diff_trees

    return diff_trees(a.flat, b.flat, {"fast_match": True})


def _diff_files(a: Text, b: Text) -> object:
    from xmldiff.main import diff_files

    return diff_files(str(a.xml), str(b.xml))


def _from_files(a: Text, b: Text) -> object:
    return compared(a.xml, b.xml)


# -- beside python-redlines


def _redlines(couples: Sequence[Couple]) -> Iterable[tuple[str, ...]]:
    from python_redlines import DocxodusEngine

    engine = DocxodusEngine()

    def theirs(a: Text, b: Text) -> object:
        return engine.run_redline("bench", a.docx, b.docx)

    for ours, name in ((_own_process, "a process of its own as well"), (_here, "after start-up")):
        yield _ratio(
            f"python-redlines with Docxodus, a redline of two Word files, against ours, {name}",
            _in_turns(theirs, ours, couples, _SLOW_ROUNDS, _wall), "on the wall",
        )  # fmt: skip


def _own_process(a: Text, b: Text) -> object:
    files = (a.docx, b.docx, a.docx.with_suffix(".redline.docx"))
    return subprocess.run([sys.executable, ROOT / "bench" / "redlined.py", *files], check=True)


def _here(a: Text, b: Text) -> object:
    return redline(a.docx, b.docx)


# -- times


def _in_turns(
    theirs: Act, ours: Act, couples: Sequence[Couple], rounds: int,
    time_of: Callable[[Act, Couple], float],
) -> Times:  # fmt: skip
    """Both over every pair; who begins changes with each."""
    times = Times([], [])
    sides = ((theirs, times.theirs), (ours, times.ours))
    for act, _ in sides:
        act(*couples[0])
    for n in range(rounds):
        for m, couple in enumerate(couples):
            for act, spent in sides if (n + m) % 2 else reversed(sides):
                spent.append(time_of(act, couple))
    return times


def _cpu(act: Act, couple: Couple) -> float:
    start = time.process_time()
    act(*couple)
    return time.process_time() - start


def _wall(act: Act, couple: Couple) -> float:
    start = time.perf_counter()
    act(*couple)
    return time.perf_counter() - start


def _ratio(figure: str, times: Times, unit: str) -> tuple[str, ...]:
    theirs, ours = map(_ms, times)
    measured = f"{times.ratio:.1f} times as long ({theirs:,.0f} ms and {ours:.0f} ms {unit})"
    return _row(figure, "–", measured)


def _ms(times: Sequence[float]) -> float:
    return median(times) * 1000


def _row(figure: str, target: str, measured: str, *, met: bool = True) -> tuple[str, ...]:
    print(f"{figure}: {measured}", file=sys.stderr, flush=True)
    return (figure, target, measured, "" if met else SHORT)


def _options() -> argparse.Namespace:
    parser = options_of(__doc__)
    parser.add_argument("--rounds", type=int, default=15, metavar="N", help="of the fast ones")
    parser.add_argument("--work", type=Path, metavar="DIR",
                        help="unpack here and keep it for the next run")  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    main()
