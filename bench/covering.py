"""How far it is to be believed what a text is said to address, and how long a report takes.

    python bench/covering.py [--show] [--write]

Topics by paragraph are held against the labels of ../shared/gold/coverage.json: rules were
developed on A/RES/76/177 and are reported on A/RES/79/181. Then 200 resolutions on other matters,
drawn by chance, are held against the mandate; what is called addressed there was read, and
labels/coverage.json says what of it is false. Texts that no rule was made on are held against
labels/cover_unseen.json. Last, a report of 170 pages, put together of adopted
texts in PDF, is covered whole. Reads the real texts in ../shared, or in --shared DIR.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import unseen
from bench.command import options_of, shared_with, tell
from bench.labels import Hits, count
from bench.page import QUALITY, SHORT, Table, line
from bench.shared import GA, SC, Shared
from counterdraft.cover.cover import cover
from counterdraft.jobs.cover import Asked, cover_files
from counterdraft.lexicon.mandate_files import shipped
from counterdraft.model import Document, Resolution
from counterdraft.model.coverage import Coverage
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn

GOLD = "gold/coverage.json"
PDFS = "data/pdf/adopted"
LABELS = Path(__file__).parent / "labels" / "coverage.json"
DEVELOPED, REPORTED = "A/RES/76/177", "A/RES/79/181"
SEEDS = {"reported": 20261130, "development": 20261128}
MANDATE, TEXTS, PAGES = "coi-dprk", 200, 170
SITUATION = "situation of human rights"
WITHIN = 10.0  # seconds


class Scored(NamedTuple):
    """Topics by paragraph of one text, present or not and addressed or not; false silences."""

    present: Hits
    addressed: Hits
    silent: int


class Others(NamedTuple):
    """The texts on other matters: their paragraphs, and topics called addressed in them."""

    paragraphs: int
    addressed: int
    false: set[tuple[str, str]]
    unread: list[str]

    @property
    def share(self) -> float:
        """Paragraphs with a false one, of a hundred."""
        return 100 * len(self.false) / self.paragraphs


def texts(shared: Shared, seed: int, archived: str = GA) -> Iterator[tuple[Document, Resolution]]:
    """Every resolution of an archive, in an order drawn by chance, always the same."""
    with zipfile.ZipFile(shared.path(archived)) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".xml"))
        random.Random(seed).shuffle(names)
        for name in names:
            document = from_akn(archive.read(name), Path(name).name)
            for resolution in parse(document):
                yield document, resolution


def labels(sample: str) -> dict[str, dict[str, list[str]]]:
    """What a reader said of the topics called addressed in a sample."""
    found: dict[str, dict[str, list[str]]] = json.loads(LABELS.read_text(encoding="utf-8"))[sample]
    return found


# -- against the gold


def scored(shared: Shared, symbol: str) -> Scored:
    """One text held against its labels; contested ones do not count, either of two does."""
    gold = json.loads(shared.path(GOLD).read_text(encoding="utf-8"))
    mine = {key: value for key, value in gold.items() if key.startswith(f"{symbol}#")}
    coverage, ids = _covered(shared, symbol)
    degrees = {
        (each.paragraph, topic.id): each.degree
        for topic in coverage.topics
        for each in topic.evidence
    }
    present, addressed = [0, 0, 0], [0, 0, 0]
    wanted = set[str]()
    for label in mine.values():
        place = ids[_folded(label["text"])]
        for topic in coverage.topics:
            want, have = label["topics"].get(topic.id, ""), degrees.get((place, topic.id), "")
            if want == "contested":
                continue
            count(present, wanted=bool(want), given=have in {"addressed", "mentioned"})
            if want != "addressed|mentioned":
                count(addressed, wanted=want == "addressed", given=have == "addressed")
            if "addressed" in want:
                wanted.add(topic.id)
    silent = {topic.id for topic in coverage.topics if topic.verdict == "silent"}
    return Scored(Hits(*present), Hits(*addressed), len(silent & wanted))


def _covered(shared: Shared, symbol: str) -> tuple[Coverage, dict[str, str]]:
    """The coverage of a text, and the ids of its paragraphs by their words."""
    number = symbol.removeprefix("A/RES/").replace("/", "_")
    with zipfile.ZipFile(shared.path(GA)) as archive:
        (name,) = (n for n in archive.namelist() if re.search(rf"(^|[/_]){number}[-_.]", n))
        document = from_akn(archive.read(name), Path(name).name)
    (resolution,) = parse(document)
    ids = {_folded(each.text): each.id for each in resolution.paragraphs}
    return cover(document, resolution, shipped(MANDATE)), ids


def _folded(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


# -- on other matters


def others(shared: Shared, sample: str, *, show: bool) -> Others:
    """What is called addressed in texts on other matters, and what of it is false."""
    said, mandate = labels(sample), shipped(MANDATE)
    false, unread = set[tuple[str, str]](), list[str]()
    paragraphs = addressed = 0
    for document, resolution in _chosen(shared, SEEDS[sample]):
        paragraphs += len(resolution.paragraphs)
        for topic in cover(document, resolution, mandate).topics:
            for each in topic.evidence:
                if each.degree != "addressed":
                    continue
                addressed += 1
                place = f"{resolution.symbol}#{each.paragraph}"
                label = _label(said, topic.id, place)
                if label == "false":
                    false.add((str(resolution.symbol), each.paragraph))
                if label == "unread":
                    unread.append(f"{topic.id} {place}")
                if show:
                    print(f"{label} {topic.id} {place}: {' '.join(each.quote.split())}")
    return Others(paragraphs, addressed, false, unread)


def _label(said: dict[str, dict[str, list[str]]], topic: str, place: str) -> str:
    kinds = (kind for kind in ("false", "true") if place in said[kind].get(topic, ()))
    return next(kinds, "unread")


def _chosen(shared: Shared, seed: int) -> Iterator[tuple[Document, Resolution]]:
    """The first that are not on the situation in one country."""
    left = TEXTS
    for document, resolution in texts(shared, seed):
        if resolution.paragraphs and SITUATION not in (resolution.title or "").lower():
            yield document, resolution
            left -= 1
            if not left:
                return


# -- unseen


def _unseen(shared: Shared, *, show: bool) -> Table:
    """All samples; what a reader says otherwise is printed of the development data alone."""
    samples = unseen.labels()
    read = chain(texts(shared, 0), texts(shared, 0, SC))
    degrees = unseen.degrees(read, {place for sample in samples.values() for place in sample})
    found = {name: unseen.unseen(sample, degrees) for name, sample in samples.items()}
    if show:
        print("\n".join(found["mended"].apart + found["mended_second"].apart))
    return unseen.table(found)


# -- a long report


def seconds(shared: Shared, folder: Path) -> float:
    """Of the processor: to read and cover a report of so many pages, the best of three."""
    import pypdfium2

    report = pypdfium2.PdfDocument.new()
    for path in sorted(shared.path(PDFS).glob("*.pdf")):
        report.import_pages(pypdfium2.PdfDocument(path))
    while len(report) > PAGES:
        report.del_page(PAGES)
    report.save(folder / "report.pdf")
    asked = Asked(str(folder / "report.pdf"), whole=True)
    return min(_timed(asked) for _ in range(3))


def _timed(asked: Asked) -> float:
    begun = time.process_time()
    cover_files(asked, MANDATE)
    return time.process_time() - begun


def main() -> None:
    options = options_of(__doc__)
    options.add_argument("--show", action="store_true", help="print all that is called addressed")
    given = options.parse_args()
    shared = shared_with(given.shared, GA, SC, GOLD, PDFS)
    reported, developed = (scored(shared, symbol) for symbol in (REPORTED, DEVELOPED))
    found, tuned = (others(shared, sample, show=given.show) for sample in SEEDS)
    with tempfile.TemporaryDirectory(prefix="coverage.") as folder:
        took = seconds(shared, Path(folder))
    apart = _unseen(shared, show=given.show)
    tables = [_quality(reported, developed, found, tuned), apart, _speed(took)]
    tell("covering.py", tables, write_too=given.write)


def _quality(reported: Scored, developed: Scored, found: Others, tuned: Others) -> Table:
    rows: Sequence[tuple[str, ...]] = [
        line("topic by paragraph, present or not, F1", reported.present.f1,
             developed.present.f1, 0.9),
        line("its precision", reported.present.precision, developed.present.precision, None),
        line("its recall", reported.present.recall, developed.present.recall, None),
        line("topic by paragraph, addressed, F1", reported.addressed.f1,
             developed.addressed.f1, 0.85),
        line("its precision", reported.addressed.precision, developed.addressed.precision, None),
        line("its recall", reported.addressed.recall, developed.addressed.recall, None),
        ("topics called silent where a labeller saw them addressed", "0", str(reported.silent),
         str(developed.silent), SHORT if reported.silent else ""),
        (f"false “addressed” on other matters, for 100 of {found.paragraphs:,} paragraphs",
         "< 1", f"{found.share:.2f}", f"{tuned.share:.2f}", SHORT if found.share >= 1 else ""),
    ]  # fmt: skip
    text = (
        f"The fourteen topics of `{MANDATE}`. Two labellers read every paragraph of two "
        "resolutions on one country; what they did not agree on does not count. Developed on "
        f"{DEVELOPED}, measured on {REPORTED}, of which much is the same wording: on a country "
        f"text by other authors it will be less. Then {TEXTS} resolutions that are not on the "
        f"situation in one country, drawn by chance: {found.addressed} topics were called "
        "addressed in them, and one reader went through these (`bench/labels/coverage.json`; "
        f"{len(found.unread)} are not read). Where a topic is the subject of the text itself, such "
        "as food in a resolution on the right to food, its paragraphs were taken to be true and "
        "not judged one by one. After another such sample was read, rules were narrowed until this "
        f"one was drawn; since then two were mended that no text should have met (“rights to … the "
        "General Assembly” as freedom of assembly, the return of cultural property as that of "
        "people)."
    )
    return Table("Coverage of a mandate", QUALITY, rows, text)


def _speed(took: float) -> Table:
    short = SHORT if took > WITHIN else ""
    rows = [
        (f"a PDF of {PAGES} pages read and covered", f"{WITHIN:g} s", f"{took:.1f} s of CPU", short)
    ]
    text = f"Adopted texts put together into one file, covered whole by `{MANDATE}`."
    return Table("Coverage of a report", ("figure", "target", "measured", ""), rows, text)


if __name__ == "__main__":
    main()
