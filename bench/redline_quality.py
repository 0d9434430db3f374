#!/usr/bin/env python3
"""Redlines of the United Nations' own texts: does rejecting give A, does accepting give B?

Drafts against what was adopted, and one year's resolutions against the next year's; from
scratch, and on Word files written in several ways. Judged by our own accepting and rejecting,
and by LibreOffice's.

    python bench/redline_quality.py [--pairs N] [--worst N] [--write]
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.command import options_of, shared_with, tell
from bench.page import Table
from bench.shared import AKN_GOLD, GA, Shared, tool
from bench.written_docx import MANNERS, PLAIN, docx_of
from counterdraft.compare.compare import compare
from counterdraft.compare.to_docx import Text, redline, redline_onto
from counterdraft.export.to_docx import to_docx
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.settle import accepted, rejected
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn
from counterdraft.read.from_docx import from_docx
from counterdraft.read.from_pdf import from_pdf
from counterdraft.text.straight import straighten
from tests.libreoffice import Outcome, python_with_uno, settled_by_libreoffice

if TYPE_CHECKING:
    from collections.abc import Iterator


PAIRS = "data/pdf/pairs"
YEARS = ("78", "79")
WHO, WHEN = "Counterdraft", "2026-11-01T12:00:00Z"
OUTCOMES: tuple[Outcome, ...] = ("original", "final")
HEADER = (
    "made", "redlines", "rejected, is A", "accepted, is B", "rejected by LibreOffice, is A",
    "accepted by LibreOffice, is B", "median time", "longest",
)  # fmt: skip
TEXT = (
    "Drafts against what was adopted (`data/pdf/pairs`), and resolutions of one session of the "
    "General Assembly with those of the next that have the same title; from scratch, and in Word "
    "files written in five manners. All changes are rejected or accepted, by ourselves and by "
    "LibreOffice; what is then read is held against A and B as Word files without changes: title, "
    "formula, headings, each paragraph with its number and phrase, annexes and footnotes; of a "
    "file without italics, which alone tell every phrase, without that. Times are of making the "
    "redline, after reading and comparing."
)
KINDS = ("title", "formula", "headings", "paragraphs", "annexes", "notes")


class Redline(NamedTuple):
    """A redline that was made: what of, how, how long it took."""

    name: str
    how: str
    data: bytes
    a: dict[str, object]
    b: dict[str, object]
    seconds: float


def said(text: Text, *, phrases: bool = True) -> dict[str, object]:
    """What a text says, by kind; marks are plain, for what stays keeps A's kinds of them."""
    resolution = text.resolution
    paragraphs = [
        (p.id, p.number, p.phrase if phrases else "", p.text) for p in resolution.paragraphs
    ]
    found: dict[str, object] = {
        "title": resolution.title, "formula": resolution.formula,
        "headings": [heading.text for heading in resolution.headings],
        "paragraphs": paragraphs,
        "annexes": [annex.text for annex in resolution.annexes],
        "notes": [note.text for note in resolution.footnotes],
    }  # fmt: skip
    return {kind: straighten(repr(value)) for kind, value in found.items()}


def read_again(data: bytes) -> Text | None:
    """The resolution of a Word file."""
    document = from_docx(data, "a.docx")
    found = parse(document)
    return Text(found[0], document) if found else None


def as_written(text: Text, *, phrases: bool = True) -> dict[str, object]:
    """What a text says once it is a Word file: so the markup of its source is no difference."""
    again = read_again(to_docx(*text))
    return said(again, phrases=phrases) if again is not None else {}


def drafts_and_adopted(shared: Shared) -> Iterator[tuple[str, Text, Text]]:
    """The pairs of the UN's PDFs."""
    folder = shared.path(PAIRS)
    with (folder / "pairs.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            a, b = (_pdf(folder / row[name]) for name in ("draft", "adopted"))
            yield row["draft"], a, b


def _pdf(path: Path) -> Text:
    document = from_pdf(path.read_bytes(), path.name)
    return Text(parse(document)[0], document)


def years(shared: Shared, most: int, folder: Path) -> Iterator[tuple[str, Text, Text, Path]]:
    """Resolutions of one session, whose XML is put into a folder, with the next of that title."""
    first: dict[str, tuple[Text, Path]] = {}
    count = 0
    with zipfile.ZipFile(shared.path(GA)) as archive:
        for year in YEARS:
            for name in sorted(n for n in archive.namelist() if f"/{year}/" in n):
                if not name.endswith(".xml"):
                    continue
                document = from_akn(archive.read(name), name)
                found = parse(document)
                title = found[0].title if len(found) == 1 else None
                if title and year == YEARS[0]:
                    path = folder / Path(name).name
                    path.write_bytes(archive.read(name))
                    first.setdefault(title, (Text(found[0], document), path))
                elif title and title in first and count < most:
                    count += 1
                    yield title, first[title][0], Text(found[0], document), first[title][1]


def from_scratch(name: str, a: Text, b: Text) -> Redline:
    comparison = compare(a.resolution, b.resolution)
    began = time.perf_counter()
    data = redline(comparison, a, b, author=WHO, date=WHEN)
    return Redline(
        name, "from scratch", data, as_written(a), as_written(b), time.perf_counter() - began
    )


def on_a_file(name: str, how: str, given: bytes, b: Text) -> Redline | None:
    a = read_again(given)
    if a is None:
        return None
    comparison = compare(a.resolution, b.resolution)
    began = time.perf_counter()
    found = redline_onto(given, comparison, a.document, b.document, author=WHO, date=WHEN)
    seconds = time.perf_counter() - began
    phrases = how not in PLAIN
    wanted = said(a, phrases=phrases), as_written(b, phrases=phrases)
    return Redline(name, how, found.data, *wanted, seconds)


def redlines(shared: Shared, most: int, folder: Path) -> Iterator[Redline]:
    for name, a, b in drafts_and_adopted(shared):
        yield from_scratch(f"drafts: {name}", a, b)
    gold = tool(shared.path(AKN_GOLD))
    for title, a, b, path in years(shared, most, folder):
        yield from_scratch(title, a, b)
        record = next(iter(gold.records(path)))
        for manner in MANNERS | PLAIN:
            found = on_a_file(title, manner, docx_of(record, a.document, manner), b)
            if found is not None:
                yield found


def differences(data: bytes, wanted: dict[str, object], *, phrases: bool = True) -> list[str]:
    """The kinds of what is not as wanted."""
    found = read_again(data)
    if found is None:
        return ["nothing found"]
    now = said(found, phrases=phrases)
    return [kind for kind in KINDS if now[kind] != wanted[kind]]


def judged(made: list[Redline], *, worst: int) -> Table:
    """How many are right, by the way that they were made and by who accepts and rejects."""
    files: list[tuple[bytes, Outcome]] = [(each.data, to) for each in made for to in OUTCOMES]
    judges = {
        "Counterdraft": [_ours(data, outcome) for data, outcome in files],
        "LibreOffice": settled_by_libreoffice(files),
    }
    right: Counter[tuple[str, str, str]] = Counter()
    for who, results in judges.items():
        for i, data in enumerate(results):
            each, outcome = made[i // 2], files[i][1]
            wanted = each.a if outcome == "original" else each.b
            wrong = differences(data, wanted, phrases=each.how not in PLAIN)
            right[each.how, who, outcome] += not wrong
            if wrong and worst:
                worst -= 1
                print(f"  {who}, {outcome}: {each.how}: {each.name}: {', '.join(wrong)}")
    rows = []
    for how in dict.fromkeys(each.how for each in made):
        times = [each.seconds for each in made if each.how == how]
        counts = [str(right[how, who, outcome]) for who in judges for outcome in OUTCOMES]
        rows.append(
            (how, str(len(times)), *counts, f"{median(times):.2f} s", f"{max(times):.2f} s")
        )
    return Table("Redlines in Word", HEADER, rows, TEXT)


def _ours(data: bytes, outcome: Outcome) -> bytes:
    package = Package(data, "a.docx")
    return accepted(package) if outcome == "final" else rejected(package)


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--pairs", type=int, default=100, help="of two years' resolutions")
    parser.add_argument("--worst", type=int, default=0, help="show so many that fail")
    given = parser.parse_args()
    shared = shared_with(given.shared, PAIRS, GA, AKN_GOLD)
    if python_with_uno() is None:
        raise SystemExit("there is no LibreOffice, or no Python with uno (Debian: python3-uno)")
    with tempfile.TemporaryDirectory() as name:
        made = list(redlines(shared, given.pairs, Path(name)))
    table = judged(made, worst=given.worst)
    tell("redline_quality.py", [table], write_too=given.write)


if __name__ == "__main__":
    main()
