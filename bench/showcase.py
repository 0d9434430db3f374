"""One series of resolutions, year by year: what compare, cover and flag say of it.

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
from counterdraft.cover.cover import cover
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.lexicon.mandate_files import shipped
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn
from counterdraft.wording.covered import VERDICTS

if TYPE_CHECKING:
    from counterdraft.model import Comparison, Document, Resolution
    from counterdraft.model.coverage import TopicCover

PAGE = ROOT / "docs" / "showcase.md"
FILES = (
    "ga/74/74_166.xml",
    "ga/75/75_190_E.xml",
    "ga/76/A_RES_76_177-2119213E.xml",
    "ga/77/A_RES_77_226-2228992E.xml",
    "ga/78/A_RES_78_218-2325997E.xml",
    "ga/79/A_RES_79_181-2424223E.xml",
)
# What its sponsors asked for, and what those hold against it who vote no.
MANDATES = ("coi-dprk", "friendly-relations")
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
        series = [_read(packed.read(name), name) for name in FILES]
    comparisons = [compare(a, b) for (_, a), (_, b) in pairwise(series)]
    tables = [_covered(series, name) for name in MANDATES]
    tables += [_flagged(series), _counts(comparisons)]
    body = "\n".join([*(each.markdown() for each in tables), *map(_told, reversed(comparisons))])
    print(body)
    if chosen.write:
        put(PAGE, "bench/showcase.py", body)


def _read(data: bytes, name: str) -> tuple[Document, Resolution]:
    document = from_akn(data, name)
    (resolution,) = parse(document)
    return document, resolution


def _covered(series: list[tuple[Document, Resolution]], name: str) -> Table:
    mandate = shipped(name)
    found = [cover(document, resolution, mandate) for document, resolution in reversed(series)]
    rows = [
        (topic.name, *(_cell(each.topics[n]) for each in found))
        for n, topic in enumerate(mandate.topics)
    ]
    said = f"How far each topic is spoken of, and in how many places. {mandate.name}; "
    source = f"from {mandate.camp}."
    return Table(
        f"Against {name}", ("topic", *(str(each.symbol) for each in found)), rows, said + source
    )


def _cell(topic: TopicCover) -> str:
    places = len({each.paragraph for each in topic.evidence})
    return f"{VERDICTS[topic.verdict]}{f' ({places})' if places else ''}"


def _flagged(series: list[tuple[Document, Resolution]]) -> Table:
    """What rules find in each text beside the one before it, which is all that they are given."""
    rows: list[tuple[str, ...]] = []
    for (_, before), (document, resolution) in pairwise(series):
        found = flag(Ground(document, resolution, predecessor=compare(before, resolution)))
        rows += [(str(resolution.symbol), each.rule, each.statement) for each in found.findings]
    return Table(
        "What rules find", ("text", "rule", "what is said"), rows[::-1],
        "With the text of the year before, without a rival, a corpus or registers.",
    )  # fmt: skip


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
