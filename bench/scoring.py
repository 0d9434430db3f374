"""Parsing many files, and scoring what comes out by the shared tool."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from counterdraft.jobs.parse import parse_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import ModuleType

    from bench.corpora import Record
    from counterdraft.model import Resolution

PARTS = ("preambular", "operative")


def parse_to(
    files: Iterable[Path], target: Path, *, processes: int, stems: Mapping[str, str] | None = None
) -> None:
    """Parse files and folders, as ``counterdraft parse`` does, into lines of JSON.

    They hold what score_parse.py reads; ``source`` is the file's name, or what ``stems`` calls it.
    """
    encoder = msgspec.json.Encoder()
    with target.open("wb") as out:
        for outcome in parse_sources(map(str, files), processes=processes):
            if outcome.error is not None:
                print(f"  {outcome.error}", file=sys.stderr)
            name = Path(outcome.name).name
            source = f"{stems[name]}.xml" if stems else name
            for resolution in outcome.resolutions:
                out.write(encoder.encode(scored(resolution, source)) + b"\n")


def scored(resolution: Resolution, source: str) -> Record:
    """What score_parse.py reads of a resolution."""
    paragraphs = [
        {
            "part": each.part,
            "number": each.number,
            "phrase": each.phrase,
            "text": each.text,
            "citations": [{"symbol": citation.symbol} for citation in each.citations],
        }
        for each in resolution.paragraphs
    ]
    return {"source": source, "symbol": resolution.symbol, "paragraphs": paragraphs}


def parsed_in(path: Path) -> Iterator[Record]:
    """The resolutions that ``parse_to`` wrote."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def score_all(tool: Path, gold: list[Path], parsed: list[Path]) -> list[dict[str, float]]:
    """What score_parse.py says of each pair of files."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(partial(_score, tool), gold, parsed))


def _score(tool: Path, gold: Path, parsed: Path) -> dict[str, float]:
    command = [sys.executable, str(tool), str(gold), str(parsed)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


class Tally(NamedTuple):
    """Paragraphs in the gold, those found, and those that agree."""

    wanted: int = 0
    found: int = 0
    agree: int = 0

    def plus(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        return self.agree / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.agree / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def exact(self) -> bool:
        return self.wanted == self.found == self.agree


class Compared(NamedTuple):
    """A resolution against its gold: the tally, what agrees and what does not."""

    tally: Tally
    matched: list[tuple[Record, Record]]
    missing: list[Record]
    extra: list[Record]


def gold_paragraphs(record: Record, part: str) -> list[Record]:
    """What score_parse.py asks for: neither headings nor annexes."""
    return [
        each
        for each in record["paragraphs"]
        if each["part"] == part and not each.get("annex") and not each.get("heading")
    ]


def compare(tool: ModuleType, record: Record, paragraphs: Iterable[Record]) -> Compared:
    """Pair paragraphs as score_parse.py does, by its own functions."""
    ours = list(paragraphs)
    wanted = agree = 0
    matched: list[tuple[Record, Record]] = []
    missing: list[Record] = []
    extra: list[Record] = []
    for part in PARTS:
        gold = gold_paragraphs(record, part)
        mine = [each for each in ours if each["part"] == part]
        pairs = pairs_of(tool, gold, mine)
        wanted += len(gold)
        agree += len(pairs)
        matched += [(gold[i], mine[j]) for i, j in pairs]
        paired = {i for i, _ in pairs}, {j for _, j in pairs}
        missing += [each for i, each in enumerate(gold) if i not in paired[0]]
        extra += [each for j, each in enumerate(mine) if j not in paired[1]]
    return Compared(Tally(wanted, len(ours), agree), matched, missing, extra)


def pairs_of(tool: ModuleType, gold: list[Record], mine: list[Record]) -> list[tuple[int, int]]:
    left, right = ([" ".join(tool.words(p["text"])) for p in side] for side in (gold, mine))
    if left == right:
        return [(i, i) for i in range(len(left))]
    pairs: list[tuple[int, int]] = tool.align(left, right)
    return pairs


def pair(
    tool: ModuleType, records: Iterable[Record], parsed: Iterable[Record]
) -> dict[Any, tuple[Record, Record]]:
    """Gold and parsed resolutions by the key that score_parse.py pairs them by."""
    ours: dict[Any, Record] = {}
    for each in parsed:
        ours.setdefault(tool.key(each["source"]), each)
        if each["symbol"]:
            ours[tool.key(each["symbol"])] = each
    gold = {tool.key(r["symbol"] or r["file"]): r for r in records if r["paragraphs"]}
    return {key: (record, ours.get(key, {"paragraphs": []})) for key, record in gold.items()}
