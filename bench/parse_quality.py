"""How well the parser reads: every target of the parser, measured.

    python bench/parse_quality.py [--only NAME…] [--write]

Reads the real texts and the scoring tools in ../shared beside the checkout, or in --shared DIR;
what is absent is named and left out. Rules are developed on odd sessions and years; what is
reported is from even ones. With --worst N the worst of the development data is shown, and of
nothing else.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import (
    adopted,
    alignment,
    cases,
    generalise,
    labels,
    pages,
    printed,
    printouts,
    texts,
    word_files,
    written_akn,
)
from bench.command import options_of
from bench.corpora import Corpora
from bench.page import Table, write
from bench.shared import AKN_GOLD, GA, SC, SCORE_PARSE, Shared


class Measurement(NamedTuple):
    """What it needs of the shared folder, and what makes its tables."""

    needs: tuple[str, ...]
    run: Callable[[texts.Runs], list[Table]]


MEASUREMENTS = {
    "seed": Measurement((cases.SEED,), lambda runs: [cases.seed(runs.corpora.shared)]),
    "ga-text": Measurement((GA, AKN_GOLD, SCORE_PARSE), lambda runs: [texts.ga_text(runs)]),
    "ga-xml": Measurement((GA, AKN_GOLD, SCORE_PARSE), lambda runs: [texts.ga_xml(runs)]),
    "sc-text": Measurement((SC, AKN_GOLD, SCORE_PARSE), lambda runs: [texts.sc_text(runs)]),
    "sc-xml": Measurement((SC, AKN_GOLD, SCORE_PARSE), lambda runs: [texts.sc_xml(runs)]),
    "pdf": Measurement(
        (GA, AKN_GOLD, SCORE_PARSE, printed.ADOPTED), lambda runs: [printed.printed(runs)]
    ),
    "pdf-printouts": Measurement(
        (GA, AKN_GOLD, SCORE_PARSE), lambda runs: [printouts.printouts(runs)]
    ),
    "pdf-drafts": Measurement(printed.DRAFTS, lambda runs: [printed.drafts(runs)]),
    "citations": Measurement(
        (GA, SC, AKN_GOLD), lambda runs: [labels.citations(runs.corpora, runs.worst)]
    ),
    "addressees": Measurement(
        (GA, SC, AKN_GOLD, labels.ADDRESSEES),
        lambda runs: labels.addressees(runs.corpora, runs.worst),
    ),
    "alignment": Measurement(
        (GA, AKN_GOLD), lambda runs: [alignment.alignments(runs.corpora, runs.worst)]
    ),
    "adopted": Measurement(
        adopted.FOLDERS, lambda runs: [adopted.adopted(runs.corpora.shared, runs.worst)]
    ),
    "cases": Measurement((), lambda runs: [cases.cases(runs.worst)]),
    "forms": Measurement(
        (GA, AKN_GOLD, SCORE_PARSE),
        lambda runs: [generalise.generalise(runs.corpora, runs.worst)],
    ),
    "akn": Measurement((GA, AKN_GOLD), lambda runs: [written_akn.written_akn(runs)]),
    "docx": Measurement((GA, AKN_GOLD, SCORE_PARSE), lambda runs: [word_files.word_files(runs)]),
    "html": Measurement(
        (GA, AKN_GOLD, SCORE_PARSE), lambda runs: [pages.pages(runs.corpora, runs.worst)]
    ),
}


def main() -> None:
    options = _options()
    shared = Shared(options.shared)
    tables: list[Table] = []
    left_out = []
    with tempfile.TemporaryDirectory(prefix="parse_quality.") as folder:
        corpora = Corpora(shared, options.work or Path(folder), options.jobs)
        runs = texts.Runs(corpora, options.jobs, options.worst)
        for name in options.only:
            absent = shared.absent(MEASUREMENTS[name].needs)
            if absent:
                left_out.append(name)
                print(f"{name} is left out: {shared.root} has no {', '.join(absent)}\n")
                continue
            start = time.monotonic()
            found = MEASUREMENTS[name].run(runs)
            print(*(table.markdown() for table in found), sep="\n")
            print(f"{name}: {time.monotonic() - start:.0f} s\n", file=sys.stderr, flush=True)
            tables += found
    if options.write and left_out:
        raise SystemExit(f"nothing is written: {', '.join(left_out)} could not be measured")
    if options.write:
        write("parse_quality.py", tables)


def _options() -> argparse.Namespace:
    parser = options_of(__doc__)
    names = list(MEASUREMENTS)
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="NAME",
                        help=f"measure these alone: {', '.join(names)}")  # fmt: skip
    parser.add_argument("--work", type=Path, metavar="DIR",
                        help="unpack here and keep it for the next run")  # fmt: skip
    parser.add_argument("--worst", type=int, default=0, metavar="N",
                        help="show the N worst of the development data")  # fmt: skip
    parser.add_argument("-j", "--jobs", type=int, default=2, metavar="N", help="processes to use")
    options = parser.parse_args()
    if options.write and options.only != names:
        parser.error("--write needs all measurements: leave --only out")
    return options


if __name__ == "__main__":
    main()
