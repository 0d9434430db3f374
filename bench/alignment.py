"""Alignments of consecutive years' resolutions, against what a reader says became what."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.page import QUALITY, Table, line
from counterdraft.align.paragraphs import pair
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn

if TYPE_CHECKING:
    from bench.corpora import Corpora
    from counterdraft.model import Resolution

LABELS = Path(__file__).parent / "labels" / "alignments.json"
_WANTED = 0.98
Link = tuple[str, str]


class Tallied(NamedTuple):
    """Links wanted, found, and in both."""

    wanted: int = 0
    found: int = 0
    agree: int = 0

    def plus(self, wanted: set[Link], found: set[Link]) -> Tallied:
        agree = len(wanted & found)
        return Tallied(self.wanted + len(wanted), self.found + len(found), self.agree + agree)

    @property
    def figures(self) -> tuple[float, float, float]:
        precision, recall = self.agree / self.found, self.agree / self.wanted
        return precision, recall, 2 * precision * recall / (precision + recall)


class Result(NamedTuple):
    """Over several pairs of resolutions: all links, and those of paragraphs that were changed."""

    all: Tallied = Tallied()
    changed: Tallied = Tallied()
    exact: int = 0
    pairs: int = 0


def alignments(corpora: Corpora, worst: int) -> Table:
    """The later half is reported; the earlier, by the order of drawing, is development data."""
    labels = json.loads(LABELS.read_text("utf-8"))
    half = len(labels) // 2
    development = _measure(corpora, labels[:half], worst)
    measured = _measure(corpora, labels[half:], 0)
    rows = []
    for what in ("changed", "all"):
        for n, name in enumerate(("precision", "recall", "F1")):
            late, early = (getattr(each, what).figures[n] for each in (measured, development))
            words = "links of changed paragraphs" if what == "changed" else "all links"
            target = _WANTED if name == "F1" else None
            rows.append(line(f"{words}, {name}", late, early, target))
    late, early = (each.exact / each.pairs for each in (measured, development))
    rows.append(line("pairs of resolutions without any fault", late, early, None))
    text = (
        f"{len(labels)} pairs of resolutions of one title from consecutive sessions, drawn by "
        "chance, whose paragraphs were paired by reading (`bench/labels/alignments.json`). "
        "Paragraphs of the same words that stand once in each are one link by themselves; "
        "all others are changed. What the reader found arguable counts neither way. "
        f"{measured.changed.wanted:,} links of changed paragraphs measured, "
        f"{development.changed.wanted:,} in the development data, which are the first half."
    )
    return Table("Alignment of consecutive years", QUALITY, rows, text)


def _measure(corpora: Corpora, labels: list[dict[str, object]], worst: int) -> Result:
    result = Result()
    faults = []
    for label in labels:
        a, b = (_resolution(corpora, str(label[side])) for side in ("from", "to"))
        same = _identical(a, b)
        arguable = _links(label["arguable"])
        wanted = (_links(label["groups"]) | same) - arguable
        found = _found(a, b) - arguable
        result = Result(
            result.all.plus(wanted, found),
            result.changed.plus(wanted - same, found - same),
            result.exact + (wanted == found), result.pairs + 1,
        )  # fmt: skip
        if wanted != found:
            faults.append(
                (len(wanted ^ found), label, sorted(wanted - found), sorted(found - wanted))
            )
    for _, label, missed, invented in sorted(faults, key=lambda f: -f[0])[:worst]:
        print(f"  {label['from']} → {label['to']}: missed {missed}, invented {invented}")
    return result


def _links(groups: object) -> set[Link]:
    assert isinstance(groups, list)
    return {(i, j) for ours, theirs in groups for i in ours for j in theirs}


def _found(a: Resolution, b: Resolution) -> set[Link]:
    parts = [p.part for p in a.paragraphs], [p.part for p in b.paragraphs]
    pairings = pair([p.text for p in a.paragraphs], [p.text for p in b.paragraphs], parts)
    return {
        (a.paragraphs[i].id, b.paragraphs[j].id)
        for each in pairings for i in each.a for j in each.b
    }  # fmt: skip


def _identical(a: Resolution, b: Resolution) -> set[Link]:
    """Paragraphs of the same words that stand once in each."""
    texts = [{p.id: _plain(p.text) for p in side.paragraphs} for side in (a, b)]
    counts = [Counter(side.values()) for side in texts]
    once = {t for t, n in counts[0].items() if n == 1 and counts[1][t] == 1}
    by_text = {text: key for key, text in texts[1].items()}
    return {(key, by_text[text]) for key, text in texts[0].items() if text in once}


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _resolution(corpora: Corpora, symbol: str) -> Resolution:
    xml = _files(corpora)[symbol]
    found = parse(from_akn(xml.read_bytes(), xml.name))
    return next(each for each in found if each.symbol == symbol)


@cache
def _files(corpora: Corpora) -> dict[str, Path]:
    corpus = corpora.general_assembly()
    return {r["symbol"]: group.xml / r["file"] for group in corpus for r in group.records()}
