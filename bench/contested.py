"""Where the paragraphs that amendments went for stand among those told as likely to be contested.

    python bench/contested.py [--corpus DIR] [--write]

The base drafts of the eightieth session in ../shared, each traced through a corpus of the General
Assembly's texts of sessions 74 to 79 (made where --corpus has none). What the amendments change or
delete is in labels/contested.json; what they add between paragraphs has no rank, nor has a name
that is spelt otherwise in the whole text. The rank is shown beside what chance would give, and
without each sign. No weight was chosen on these drafts (bench/objected.py says on what).
Paragraphs that were voted on apart in other sessions are ranked as well (bench/voted_apart.py).
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.command import options_of, shared_with, tell
from bench.page import NONE, SHORT, Table, share
from bench.ranked import rank_of
from bench.rates import corpus_of
from bench.shared import GA, Shared
from bench.voted_apart import TAKEN, VOTES, Apart, voted_apart
from counterdraft.corpus.stored import Stored
from counterdraft.flag.ground import Ground
from counterdraft.flag.likely import Ranked, likely
from counterdraft.jobs.parse import parse_one
from counterdraft.lexicon.contested import contested
from counterdraft.trace.trace import trace

LABELS = Path(__file__).parent / "labels" / "contested.json"
FOLDER = "data/pdf/amendments"
TARGET = 0.2


class Place(NamedTuple):
    """Where one amended paragraph stands: its rank, and of how many; without each sign the same."""

    draft: str
    amendment: str
    paragraph: str
    rank: float
    of: int
    without: dict[str, float]

    @property
    def share(self) -> float:
        return self.rank / self.of


def places(shared: Shared, corpus: Stored) -> Iterator[Place]:
    """Every amended paragraph, in the order of the labels."""
    signs = list(contested().weights)
    for each in json.loads(LABELS.read_text(encoding="utf-8")):
        _, document, resolutions = parse_one(str(shared.path(f"{FOLDER}/{each['draft']}")))
        resolution = max(resolutions, key=lambda r: len(r.paragraphs))
        known = trace(resolution, corpus)
        ranked = likely(Ground(document, resolution, provenance=known, corpus=corpus))
        for paragraph in each["paragraphs"]:
            rank = _rank(ranked, paragraph)
            without = {sign: _rank(ranked, paragraph, sign) / len(ranked) for sign in signs}
            yield Place(each["draft"], each["amendment"], paragraph, rank, len(ranked), without)


def _rank(ranked: Sequence[Ranked], paragraph: str, without: str | None = None) -> float:
    """The rank from 1; of those with the same score the mean, so that no order helps."""
    scores = {
        each.paragraph.id: round(sum(r.points for r in each.reasons if r.sign != without), 4)
        for each in ranked
    }
    return rank_of(paragraph, scores)


def main() -> None:
    options = options_of(__doc__)
    options.add_argument("--corpus", type=Path, metavar="DIR", help="keep the corpus here")
    given = options.parse_args()
    shared = shared_with(given.shared, GA, FOLDER, VOTES)
    with tempfile.TemporaryDirectory(prefix="contested.") as folder:
        corpus = corpus_of(shared, given.corpus or Path(folder))
        tables = [_apart(list(voted_apart(shared, corpus))), _table(list(places(shared, corpus)))]
    tell("contested.py", tables, write_too=given.write)


def _apart(found: Sequence[Apart]) -> Table:
    tried = [sign for sign in contested().weights if sign not in {"new", *TAKEN}]
    rows = [("all these signs", NONE, share(mean(each.rank() for each in found)), "")]
    rows += [
        (f"“{sign}” alone", NONE, share(mean(each.rank(sign) for each in found)), "")
        for sign in tried
    ]
    operative = mean(each.paragraph.startswith("op") for each in found)
    texts = {each.symbol: each.operative for each in found}
    rows.append(("operative, of these paragraphs", NONE, share(operative), ""))
    rows.append(("operative, of their texts", NONE, share(mean(texts.values())), ""))
    text = (
        f"{len(found)} paragraphs of {len(texts)} titles that stand where one was voted on apart "
        "in sessions 71 to 73 (unvotes, after Voeten), by its number in the next text of the "
        "title, ranked among all of it; the mean of their ranks as a share of the text. Numbers "
        "shift from year to year, and what is new to the corpus cannot be tried; what the sign "
        "“apart” says was taken from the same votes. By chance the mean would be a little above "
        "0.5."
    )
    return Table("Paragraphs voted on apart", ("figure", "target", "share", ""), rows, text)


def _table(found: Sequence[Place]) -> Table:
    rows = [
        (f"{p.draft.removesuffix('.pdf')}, {p.paragraph}, by {p.amendment.removesuffix('.pdf')}",
         NONE, f"{p.rank:g} of {p.of}", share(p.share), "")
        for p in found
    ]  # fmt: skip
    drafts: dict[str, list[float]] = {}
    for p in found:
        drafts.setdefault(p.draft, []).append(p.share)
    whole = mean(p.share for p in found)
    middle = mean((p.rank - 0.5) / p.of for p in found)
    rows += [
        ("mean of the paragraphs, each at the middle of its rank", NONE, "", share(middle), ""),
        ("mean of the shares above", f"≤ {TARGET:g}", "", share(whole),
         SHORT if whole > TARGET else ""),
        ("the same, by drafts", NONE, "", share(mean(map(mean, drafts.values()))), ""),
    ]  # fmt: skip
    for sign in contested().weights:
        without = mean(p.without[sign] for p in found)
        rows.append((f"mean of shares without the sign “{sign}”", NONE, "", share(without), ""))
    text = (
        "Paragraphs that amendments of the eightieth session changed or deleted, ranked among all "
        "of their draft by `flag.likely`; a share is the rank over the number of paragraphs, and "
        "a mean of middles is 0.5 by chance, whatever the number. So few say little: one rank "
        "moves the mean by a hundredth. They are not unseen: which paragraphs were amended was "
        "known before any weight was written down. No weight is fitted to them; they are those "
        "fitted to the objections of sessions 75 to 79 (below). The weights before, chosen by "
        "judgement and with these seven known, gave 0.205 here; those objections they ranked at "
        "0.42, next to chance, which nobody could know before they were gathered. That a "
        "paragraph that only cites resolutions has no sign at all, as it had none of three "
        "before, was seen to be missing on A/80/L.3 (0.226 until then); the objections of other "
        "sessions neither ask for it nor speak against it (0.2646 and 0.2642 of their texts). To "
        "count “Takes note of the report of the Secretary-General” as such too would give 0.270."
    )
    return Table(
        "Paragraphs likely to be contested", ("figure", "target", "rank", "share", ""), rows, text
    )


if __name__ == "__main__":
    main()
