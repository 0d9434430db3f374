"""Paragraphs that were voted on apart, and where the signs of contest put them: other evidence.

Roll-calls of sessions 60 to 73 on single paragraphs name the draft's title and the paragraphs; the
next text of that title in the corpus is taken, and in it the paragraphs of those numbers. Numbers
shift from year to year, so that some are the wrong ones. What is new to the corpus is not counted:
the texts stand in it.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from bench.rates import names_of
from bench.shared import GA, Shared
from counterdraft.corpus.stored import Stored
from counterdraft.flag.ground import Ground
from counterdraft.flag.likely import likely
from counterdraft.model import Record
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn

VOTES = "data/votes/unvotes-1946-2019.zip"
SESSIONS = range(60, 74)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_TITLE = re.compile(r"entitled _(.*?)<d3>")  # so the data set prints quotation marks
_OPERATIVE = re.compile(r"operative ?paragraphs? (\d+)")
_PREAMBULAR = re.compile(
    rf"((?:{_ORDINAL})(?:,? (?:and )?(?:the )?(?:{_ORDINAL}))*) preambular", re.IGNORECASE
)

Points = Mapping[str, float]


class Apart(NamedTuple):
    """A paragraph voted on apart, and for each paragraph of its text the points of each sign."""

    symbol: str
    paragraph: str
    text: Mapping[str, Points]

    def rank(self, *signs: str) -> float:
        """Its rank by these signs, else by all, as a share of the text; of equals the mean."""
        scores = {
            name: round(sum(p for sign, p in points.items() if not signs or sign in signs), 4)
            for name, points in self.text.items()
        }
        mine = scores[self.paragraph]
        above = sum(score > mine for score in scores.values())
        equal = sum(score == mine for score in scores.values())
        return (above + (equal + 1) / 2) / len(scores)

    @property
    def operative(self) -> float:
        """The share of its text that is operative."""
        return mean(name.startswith("op") for name in self.text)


def voted_apart(shared: Shared, corpus: Stored) -> Iterator[Apart]:
    """Every such paragraph that its text has."""
    with zipfile.ZipFile(shared.path(GA)) as archive:
        names = {Path(name).name: name for name in names_of(archive)}
        for record, wanted in _wanted(shared, corpus).items():
            document = from_akn(archive.read(names[record.source]), record.source)
            resolution = next(each for each in parse(document) if each.symbol == record.symbol)
            ranked = likely(Ground(document, resolution))
            text = {e.paragraph.id: {r.sign: r.points for r in e.reasons} for e in ranked}
            for paragraph in sorted(wanted & text.keys()):
                yield Apart(record.symbol or record.id, paragraph, text)


def _wanted(shared: Shared, corpus: Stored) -> Mapping[Record, set[str]]:
    """The next text of each title → the paragraphs voted on apart, by their ids."""
    texts: dict[str, list[Record]] = defaultdict(list)
    for record in corpus.records:
        texts[_folded(record.title or "")].append(record)
    found: dict[Record, set[str]] = defaultdict(set)
    for told in _told(shared):
        title = _TITLE.search(told)
        later = texts.get(_folded(title[1])) if title else None
        if later:
            found[min(later, key=lambda each: each.date or "9999")] |= set(_paragraphs(told))
    return found


def _told(shared: Shared) -> Iterator[str]:
    """What the data set says of each roll-call."""
    with zipfile.ZipFile(shared.path(VOTES)) as archive:
        name = next(each for each in archive.namelist() if each.endswith("un_roll_calls.csv"))
        lines = io.TextIOWrapper(archive.open(name), encoding="utf-8", errors="replace")
        for row in csv.DictReader(lines):
            if int(float(row["session"])) in SESSIONS:
                yield row["descr"]


def _paragraphs(told: str) -> Iterator[str]:
    low = told.lower()
    yield from (f"op{found[1]}" for found in _OPERATIVE.finditer(low))
    for found in _PREAMBULAR.finditer(low):
        for ordinal in re.findall(_ORDINAL, found[1]):
            yield f"pp{_ORDINALS.index(ordinal) + 1}"


def _folded(title: str) -> str:
    return re.sub(r"\W+", " ", title.lower()).strip()
