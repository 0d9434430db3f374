"""The archives of resolutions, unpacked: gold, texts made of the gold, and the XML itself.

Each corpus is parted in two: ``even`` (sessions 74, 76, 78; years that are even) is what is
reported on, ``odd`` what the rules were developed on.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.shared import AKN_GOLD, GA, SC, Shared, tool

if TYPE_CHECKING:
    from types import ModuleType

Record = dict[str, Any]
GROUPS = ("even", "odd")
_YEAR = re.compile(r"\((\d{4})\)$|^S/(\d{4})/\d+$")


class Group(NamedTuple):
    """One half of a corpus, in a folder of its own."""

    folder: Path

    @property
    def gold(self) -> Path:
        return self.folder / "gold.jsonl"

    @property
    def texts(self) -> Path:
        return self.folder / "texts"

    @property
    def xml(self) -> Path:
        return self.folder / "xml"

    def records(self) -> Iterator[Record]:
        """The gold, one resolution after another."""
        with self.gold.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


class Corpus(NamedTuple):
    """The two halves of an archive."""

    even: Group
    odd: Group


class Corpora:
    """Unpacks each archive when it is first asked for, and only then."""

    def __init__(self, shared: Shared, work: Path, processes: int) -> None:
        self.shared, self.work, self.processes = shared, work, processes

    def general_assembly(self) -> Corpus:
        return self._corpus(GA, "ga")

    def security_council(self) -> Corpus:
        return self._corpus(SC, "sc")

    def _corpus(self, archive: str, name: str) -> Corpus:
        folder = self.work / name
        corpus = Corpus(*(Group(folder / group) for group in GROUPS))
        done = folder / "done"
        if not done.exists():
            _unpack(self.shared, archive, folder, corpus, self.processes)
            done.touch()
        return corpus


def _unpack(shared: Shared, archive: str, folder: Path, corpus: Corpus, processes: int) -> None:
    with zipfile.ZipFile(shared.path(archive)) as packed:
        # A presidential statement (S/PRST/…) is no resolution.
        wanted = [n for n in packed.namelist() if n.endswith(".xml") and "_PRST_" not in n]
        packed.extractall(folder / "all", wanted)
    for group in corpus:
        group.texts.mkdir(parents=True)
        group.xml.mkdir()
    records = partial(_records, shared.path(AKN_GOLD))
    files = sorted((folder / "all").rglob("*.xml"))
    with (
        ProcessPoolExecutor(processes) as pool,
        corpus.even.gold.open("w", encoding="utf-8") as even,
        corpus.odd.gold.open("w", encoding="utf-8") as odd,
    ):
        for file, found in zip(files, pool.map(records, files, chunksize=16), strict=True):
            group, gold = (corpus.odd, odd) if _is_odd(file, found) else (corpus.even, even)
            for record, text in found:
                gold.write(json.dumps(record) + "\n")
                (group.texts / f"{stem_of(record, len(found))}.txt").write_text(text, "utf-8")
            file.replace(group.xml / file.name)


@cache
def _akn_gold(path: Path) -> ModuleType:
    return tool(path)


def _records(path: Path, file: Path) -> list[tuple[Record, str]]:
    akn_gold = _akn_gold(path)
    return [(record, akn_gold.plain(record)) for record in akn_gold.records(file)]


def _is_odd(file: Path, found: list[tuple[Record, str]]) -> bool:
    """By the session's folder (``ga/75``), or the year in the symbol."""
    if file.parent.name.isdigit():
        return int(file.parent.name) % 2 == 1
    year = _YEAR.search(found[0][0]["symbol"])
    assert year is not None, file
    return int(year[1] or year[2]) % 2 == 1


def stem_of(record: Record, together: int = 1) -> str:
    """What score_parse.py pairs the record's text or file with its gold by.

    It knows the forms of the General Assembly's files and symbols; a file that holds several
    resolutions ``together`` becomes several texts by their symbols. Others it compares letter by
    letter, and the gold says "S/RES/1718 (2006)" with a blank, the symbol that we give (and the
    UN's full form) has none: so for the Council the gold's own form is the name of the file.
    """
    symbol: str = record["symbol"]
    if together > 1 or symbol.startswith("S/"):
        return symbol.replace("/", "_")
    return Path(record["file"]).stem


def stems(records: Iterable[Record]) -> dict[str, str]:
    """What to call each XML file for score_parse.py."""
    return {record["file"]: stem_of(record) for record in records}
