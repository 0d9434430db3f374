"""Paragraphs that were voted on apart, as far as adopted texts still have them in their place.

    python bench/voted_apart.py CORPUS [--write]

Roll-calls of sessions 71 to 73 on single paragraphs name the draft's title and the paragraphs, or
are of a text whose title is known. The next text of that title in the corpus is taken, and in it
the paragraphs of those numbers. Numbers shift from year to year, so that a few are the wrong ones:
the years before are left out, where they shift more. With --write the list that the package has
(src/counterdraft/lexicon/voted_apart.toml) is written, without those that a reader doubted
(labels/voted_apart.json); what is measured counts them, since doubt is a judgement of words.
`bench/contested.py` says where signs of contest rank them; what is new to the corpus is not counted
there: the texts stand in it.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from statistics import mean
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.ranked import rank_of, weighed
from bench.rates import names_of
from bench.shared import GA, ROOT, Shared
from counterdraft.corpus.stored import Stored
from counterdraft.flag.ground import Ground
from counterdraft.flag.likely import likely
from counterdraft.lexicon.contested import contested
from counterdraft.lexicon.dates import ordinals
from counterdraft.model import Record
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn

VOTES = "data/votes/unvotes-1946-2019.zip"
SESSIONS = range(71, 74)
DOUBTED = Path(__file__).parent / "labels" / "voted_apart.json"
TABLE = ROOT / "src/counterdraft/lexicon/voted_apart.toml"
_TITLE = re.compile(r'entitled ?[_"](.*?)(?:<d3>|")')  # so the data set prints quotation marks
_ADOPTED = re.compile(r"adopted ?\(resolution")  # what was told of before that is another text
# Roll-calls that name no title: those of the resolutions, by their own first pages.
_TITLES = {
    "R/71/83": "The risk of nuclear proliferation in the Middle East",
    "R/71/86": "Comprehensive Nuclear-Test-Ban Treaty",
    "R/72/39": "Towards a nuclear-weapon-free world: accelerating the implementation of nuclear "
    "disarmament commitments",
    "R/72/67": "The risk of nuclear proliferation in the Middle East",
    "R/72/70": "Comprehensive Nuclear-Test-Ban Treaty",
    "R/72/163": "Torture and other cruel, inhuman or degrading treatment or punishment",
    "R/72/182": "Protection of and assistance to internally displaced persons",
}
_OPERATIVE = re.compile(r"operative ?paragraphs? (\d+)")
_BROKEN = re.compile(r"(?<=ty-)\s+")  # "twenty- sixth"
# What these signs say was taken from the same roll-calls, so that they are not tried.
TAKEN = {"apart"}

Points = Mapping[str, float]


class Told(NamedTuple):
    """A roll-call: the text that it was on, as the data set names it, and what it says of it."""

    resolution: str
    said: str


class Placed(NamedTuple):
    """A paragraph voted on apart: of which text, and the next text of its title."""

    vote: str
    paragraph: str
    text: Record


class Apart(NamedTuple):
    """A paragraph voted on apart, and for each paragraph of its text the points of each sign."""

    symbol: str
    paragraph: str
    text: Mapping[str, Points]

    def rank(self, *signs: str) -> float:
        """Its rank by these signs, else by all, as a share of the text; of equals the mean."""
        weights = dict.fromkeys(signs or contested().weights, 1.0)
        return rank_of(self.paragraph, weighed(self.text, weights)) / len(self.text)

    @property
    def operative(self) -> float:
        """The share of its text that is operative."""
        return mean(name.startswith("op") for name in self.text)


def voted_apart(shared: Shared, corpus: Stored) -> Iterator[Apart]:
    """Every such paragraph that its text has, once."""
    wanted: dict[Record, set[str]] = defaultdict(set)
    for each in placed(shared, corpus):
        wanted[each.text].add(each.paragraph)
    with zipfile.ZipFile(shared.path(GA)) as archive:
        names = {Path(name).name: name for name in names_of(archive)}
        for record, paragraphs in wanted.items():
            document = from_akn(archive.read(names[record.source]), record.source)
            resolution = next(each for each in parse(document) if each.symbol == record.symbol)
            ranked = likely(Ground(document, resolution))
            text = {
                each.paragraph.id: {r.sign: r.points for r in each.reasons if r.sign not in TAKEN}
                for each in ranked
            }
            for paragraph in sorted(paragraphs):
                yield Apart(record.symbol or record.id, paragraph, text)


def placed(shared: Shared, corpus: Stored) -> list[Placed]:
    """Every paragraph voted on apart whose number the next text of its title has."""
    texts: dict[str, list[Record]] = defaultdict(list)
    for record in corpus.records:
        texts[_folded(record.title or "")].append(record)
    told = list(_told(shared))
    titles = dict(_TITLES)
    for each in told:
        if found := _TITLE.findall(_ADOPTED.split(each.said)[-1]):
            titles.setdefault(each.resolution, found[-1])
    every: dict[tuple[str, str], Placed] = {}
    for each in told:
        later = texts.get(_folded(titles.get(each.resolution, "")))
        if later:
            record = min(later, key=lambda text: text.date or "9999")
            has = {clause.paragraph for clause in corpus.clauses(record)}
            symbol = f"A/RES/{each.resolution.removeprefix('R/')}"
            for paragraph in paragraphs_of(each.said):
                if paragraph in has:
                    every.setdefault((symbol, paragraph), Placed(symbol, paragraph, record))
    return sorted(every.values(), key=lambda each: (each.vote, each.paragraph))


def _told(shared: Shared) -> Iterator[Told]:
    with zipfile.ZipFile(shared.path(VOTES)) as archive:
        name = next(each for each in archive.namelist() if each.endswith("un_roll_calls.csv"))
        lines = io.TextIOWrapper(archive.open(name), encoding="utf-8", errors="replace")
        for row in csv.DictReader(lines):
            if int(float(row["session"])) in SESSIONS and row["unres"]:
                yield Told(row["unres"], row["descr"])


def paragraphs_of(told: str) -> Iterator[str]:
    """The ids of the paragraphs that are named."""
    low = _BROKEN.sub("", told.lower())
    yield from (f"op{found[1]}" for found in _OPERATIVE.finditer(low))
    for found in _preambular().finditer(low):
        yield from (f"pp{ordinals()[each]}" for each in _ordinal().findall(found[1]))


@cache
def _ordinal() -> re.Pattern[str]:
    words = "|".join(sorted(ordinals(), key=len, reverse=True))
    return re.compile(rf"\b(?<!-)(?:{words})\b")


@cache
def _preambular() -> re.Pattern[str]:
    one = _ordinal().pattern
    return re.compile(rf"({one}(?:,? (?:and )?(?:the )?{one})*) preambular")


def _folded(title: str) -> str:
    """Without blanks: the data set loses some."""
    return re.sub(r"\W+", "", title.lower())


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("corpus", type=Path)
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    doubted = {
        (each["vote"], paragraph)
        for each in json.loads(DOUBTED.read_text(encoding="utf-8"))
        for paragraph in each["paragraphs"]
    }
    found = placed(Shared(given.shared), Stored(given.corpus))
    lines = _lines([each for each in found if (each.vote, each.paragraph) not in doubted])
    print(lines)
    if given.write:
        head = TABLE.read_text(encoding="utf-8").partition("paragraph = [")[0]
        TABLE.write_text(head + lines, encoding="utf-8")


def _lines(found: Sequence[Placed]) -> str:
    rows = (f'  ["{e.vote}", "{e.paragraph}", "{e.text.symbol}"],\n' for e in found)
    return f"paragraph = [\n{''.join(rows)}]\n"


if __name__ == "__main__":
    main()
