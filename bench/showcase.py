"""One series of resolutions, year by year: what `counterdraft compare` says of it.

    python bench/showcase.py [--write]

Reads the real texts in ../shared, or in --shared DIR. The texts are the UN's: what goes into
the page are counts, verbs and terms, with the paragraphs where they stand.
"""

from __future__ import annotations

import argparse
import sys
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.page import Table, put
from bench.shared import GA, ROOT, Shared
from counterdraft.compare.compare import compare
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn

if TYPE_CHECKING:
    from counterdraft.model import Comparison, Resolution

PAGE = ROOT / "docs" / "showcase.md"
FILES = (
    "ga/74/74_166.xml",
    "ga/75/75_190_E.xml",
    "ga/76/A_RES_76_177-2119213E.xml",
    "ga/77/A_RES_77_226-2228992E.xml",
    "ga/78/A_RES_78_218-2325997E.xml",
    "ga/79/A_RES_79_181-2424223E.xml",
)
_HEADER = (
    "from", "to", "words in common", "same", "edited", "moved", "deleted", "added",
    "weaker verbs", "stronger verbs",
)  # fmt: skip


def main() -> None:
    """Compare each with the next, print what is found, write it where it is asked for."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--write", action="store_true", help=f"write it to {PAGE.name}")
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    chosen = options.parse_args()
    with zipfile.ZipFile(Shared(chosen.shared).path(GA)) as packed:
        series = [_resolution(packed.read(name), name) for name in FILES]
    comparisons = [compare(a, b) for a, b in pairwise(series)]
    body = _counts(comparisons).markdown() + "\n" + "\n".join(map(_told, reversed(comparisons)))
    print(body)
    if chosen.write:
        put(PAGE, "bench/showcase.py", body)


def _resolution(data: bytes, name: str) -> Resolution:
    (resolution,) = parse(from_akn(data, name))
    return resolution


def _counts(comparisons: list[Comparison]) -> Table:
    rows = [_row(each) for each in reversed(comparisons)]
    return Table("In figures", _HEADER, rows, "Paragraphs, with their points counted singly.")


def _row(comparison: Comparison) -> tuple[str, ...]:
    units = comparison.a.units, comparison.b.units
    edits = Counter(
        edit.kind
        for edit in comparison.edits
        if any(
            side[i].head.kind in {"preambular", "operative"}
            for side, places in zip(units, (edit.a, edit.b), strict=True)
            for i in places
        )
    )
    force = Counter(s.direction for s in comparison.shifts if s.rule == "force")
    counts = (edits["same"], edits["edited"], edits["moved"], edits["deleted"], edits["added"])
    names = str(comparison.a.symbol), str(comparison.b.symbol)
    share = f"{comparison.likeness:.0%}"
    return (*names, share, *map(str, (*counts, force["weaker"], force["stronger"])))


def _told(comparison: Comparison) -> str:
    lines = [f"### {comparison.a.symbol} to {comparison.b.symbol}", ""]
    lines += [f"- {said.text}" for said in comparison.summary]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
