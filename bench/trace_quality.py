"""How far a trace is to be believed: clauses whose sources people looked up.

    python bench/trace_quality.py [--worst N] [--write]

A corpus is made of the General Assembly's XML. Of labelled pairs of a clause and a wording
(labels/trace.json) it is asked which the rule takes for clause and source; of the paragraphs that
changed between two years' resolutions (labels/alignments.json) whether the one is found from the
other, and whether ``trace``, asked of the later resolution, tells it as its source. Reads the real
texts in ../shared, or in --shared DIR.
"""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.command import options_of, shared_with, tell
from bench.page import QUALITY, Table, line
from bench.shared import GA, SC, Shared
from counterdraft.corpus.add import add
from counterdraft.corpus.entries import Entry, entry_of
from counterdraft.corpus.stored import Stored
from counterdraft.jobs.parse import parse_one
from counterdraft.model import Near, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn
from counterdraft.reuse.judge import judged
from counterdraft.reuse.wording import normalised
from counterdraft.trace.trace import trace

LABELS = Path(__file__).parent / "labels"
DRAFTS = ("data/pdf/drafts", "seed")
_ASKED = 16
_FOUND = 10
# Pairs of which most are hard, half of them for development; what a trace shows as adapted.
SETS = ("measured", "development", "shown")


class Pair(NamedTuple):
    """A clause and a wording, by text and paragraph, with their words and what a person said."""

    clause: str
    source: str
    source_at: tuple[str, str]
    is_source: bool
    set: str


class Counts(NamedTuple):
    """How many were right, told wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None


def corpus_of(shared: Shared, folder: Path) -> Stored:
    """The corpus of the General Assembly's XML, made where the folder has none."""
    if not (folder / "manifest.json").exists():
        add(folder, _entries(shared))
    return Stored(folder)


def _entries(shared: Shared) -> Iterator[Entry]:
    with zipfile.ZipFile(shared.path(GA)) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".xml"):
                for resolution in parse(from_akn(archive.read(name), Path(name).name)):
                    yield entry_of(resolution)


# -- pairs that were read


def pairs(shared: Shared, corpus: Stored) -> Iterator[Pair]:
    """The labelled pairs; those whose files are not there are left out.

    A file that is there and has no such paragraph stops the measuring: the label is stale, or the
    text is read otherwise than it was.
    """
    for each in json.loads((LABELS / "trace.json").read_text()):
        clause = _words(shared, corpus, *each["clause"])
        source = _words(shared, corpus, *each["source"])
        if clause and source:
            at = (each["source"][0], each["source"][1])
            yield Pair(clause, source, at, each["label"] == "yes", each["set"])


def _words(shared: Shared, corpus: Stored, text: str, paragraph: str) -> str | None:
    known = _in_corpus(corpus, text) if text.startswith("A/RES/") else _in_file(shared, text)
    if known and paragraph not in known:
        raise SystemExit(f"labels/trace.json: {text} has no {paragraph}: look the label up again")
    return known.get(paragraph)


@cache
def _in_corpus(corpus: Stored, symbol: str) -> dict[str, str]:
    record = corpus.record(symbol)
    return {c.paragraph: c.text for c in corpus.clauses(record)} if record else {}


@cache
def _in_file(shared: Shared, name: str) -> dict[str, str]:
    for folder in DRAFTS:
        path = shared.path(folder) / name
        if path.exists():
            return {p.id: p.text for p in parse_one(str(path)).resolutions[0].paragraphs}
    with zipfile.ZipFile(shared.path(SC)) as archive:
        inside = [each for each in archive.namelist() if Path(each).name == name]
        if not inside:
            return {}
        (draft,) = parse(from_akn(archive.read(inside[0]), name))
    return {p.id: p.text for p in draft.paragraphs}


def _score(found: Sequence[Near], at: tuple[str, str]) -> int:
    """The score of the wording that stands at a place; 0 where it was not found."""
    for near in found:
        if any((c.record.id, c.paragraph) == at for c in near.form.clauses):
            return near.score
    return 0


def judged_pairs(known: Sequence[Pair], corpus: Stored, worst: int) -> dict[str, Counts]:
    """What the rule says of the pairs, by set."""
    found = corpus.nearest([pair.clause for pair in known], _ASKED)
    said = [
        judged(pair.clause, pair.source).is_source(_score(near, pair.source_at))
        for pair, near in zip(known, found, strict=True)
    ]
    for pair, told in zip(known, said, strict=True):
        if told != pair.is_source and pair.set == "development" and worst:
            worst -= 1
            print(f"{'told wrongly' if told else 'missed'}\n  {pair.clause}\n  {pair.source}")
    return {
        name: _counted([
            (p.is_source, told) for p, told in zip(known, said, strict=True) if p.set == name
        ])
        for name in SETS
    }  # fmt: skip


def _counted(answers: Sequence[tuple[bool, bool]]) -> Counts:
    return Counts(
        sum(is_source and told for is_source, told in answers),
        sum(told and not is_source for is_source, told in answers),
        sum(is_source and not told for is_source, told in answers),
    )


# -- paragraphs that changed from one year to the next


class Link(NamedTuple):
    """A paragraph, the one of the year before that it was, and where the two stand."""

    later: str
    earlier: str
    now: tuple[str, str]
    before: tuple[str, str]


def years(shared: Shared, corpus: Stored, worst: int) -> tuple[float, float, int]:
    """Of changed paragraphs the share found among the first wordings, and told as the source."""
    links = list(_links(corpus))
    found = corpus.nearest([each.later for each in links], _ASKED)
    first = sum(
        bool(_score(near[:_FOUND], each.before)) for each, near in zip(links, found, strict=True)
    )
    told = _told(shared, corpus, sorted({each.now[0] for each in links}))
    missed = [each for each in links if not _is_among(each.earlier, told.get(each.now, ()))]
    # The first half of the labels are development data.
    labelled = [each["to"] for each in _alignments()]
    development = labelled[: len(labelled) // 2]
    for each in [link for link in missed if link.now[0] in development][:worst]:
        print(f"not told as the source\n  {each.now} {each.later}\n  {each.before} {each.earlier}")
    return first / len(links), 1 - len(missed) / len(links), len(links)


def _is_among(earlier: str, told: Sequence[str]) -> bool:
    return normalised(earlier) in map(normalised, told)


def _told(
    shared: Shared, corpus: Stored, symbols: Sequence[str]
) -> dict[tuple[str, str], list[str]]:
    """By text and paragraph the wordings that it is told to stem from."""
    return {
        (symbol, clause.paragraph): [each.source.text for each in clause.matches]
        for symbol, resolution in _resolutions(shared, corpus, symbols)
        for clause in trace(resolution, corpus).clauses
    }


def _resolutions(
    shared: Shared, corpus: Stored, symbols: Sequence[str]
) -> Iterator[tuple[str, Resolution]]:
    records = [record for each in symbols if (record := corpus.record(each))]
    with zipfile.ZipFile(shared.path(GA)) as archive:
        by_name = {Path(name).name: name for name in archive.namelist()}
        for record in records:
            data = archive.read(by_name[record.source])
            for resolution in parse(from_akn(data, record.source)):
                if resolution.symbol == record.symbol:
                    yield record.id, resolution


def _alignments() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((LABELS / "alignments.json").read_text())
    return found


def _links(corpus: Stored) -> Iterator[Link]:
    for each in _alignments():
        before, now = _in_corpus(corpus, each["from"]), _in_corpus(corpus, each["to"])
        for ours, theirs in each["groups"]:
            if len(ours) == len(theirs) == 1 and ours[0] in before and theirs[0] in now:
                yield Link(
                    now[theirs[0]], before[ours[0]],
                    (each["to"], theirs[0]), (each["from"], ours[0]),
                )  # fmt: skip


def main() -> None:
    options = options_of(__doc__)
    options.add_argument("--work", type=Path, metavar="DIR", help="keep the corpus here")
    options.add_argument("--worst", type=int, default=0, help="show so many development errors")
    given = options.parse_args()
    shared = shared_with(given.shared, GA, SC, *DRAFTS)
    with tempfile.TemporaryDirectory(prefix="trace_quality.") as folder:
        tables = [_table(shared, corpus_of(shared, given.work or Path(folder)), given.worst)]
    tell("trace_quality.py", tables, write_too=given.write)


def _table(shared: Shared, corpus: Stored, worst: int) -> Table:
    known = list(pairs(shared, corpus))
    by_set = judged_pairs(known, corpus, worst)
    measured, development, shown = (by_set[name] for name in SETS)
    found, told, links = years(shared, corpus, worst)
    rows = [
        line(f"{shown.right + shown.wrong} matches shown as adapted, taken by chance: true",
             shown.precision, None, 0.95),
        line("hard pairs, told as clause and source: precision",
             measured.precision, development.precision, None),
        line("the same: recall", measured.recall, development.recall, None),
        line(f"{links} changed paragraphs of one year and the next: the earlier is among the first "
             f"{_FOUND} wordings", found, None, 0.98),
        line("the same: it is told as the source", told, None, None),
    ]  # fmt: skip
    text = (
        f"{len(known)} clauses of resolutions and drafts, each with a wording of the corpus, read "
        "by people who said whether the one was made from the other (`bench/labels/trace.json`). "
        "Of the hard pairs seven in ten were chosen because the two have between 0.3 and 0.72 of "
        "their words in common; there a standing formula without content of its own counts as no "
        "source."
    )
    return Table("Where clauses come from", QUALITY, rows, text)


if __name__ == "__main__":
    main()
