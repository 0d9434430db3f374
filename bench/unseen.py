"""Coverage of texts that no rule was made on: topics by paragraph, held against labels.

The labels of bench/labels/cover_unseen.json were made by reading, before anything was run on these
paragraphs; what is measured is of series of resolutions that no rule was mended on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.labels import Hits, count
from bench.page import Table
from counterdraft.cover.cover import cover
from counterdraft.lexicon.mandate_files import shipped

if TYPE_CHECKING:
    from counterdraft.model import Document, Resolution

LABELS = Path(__file__).parent / "labels" / "cover_unseen.json"
MANDATES = ("coi-dprk", "friendly-relations", "unilateral-coercive-measures")
BEFORE = (
    "Before this second mending present and addressed were for `coi-dprk` 0.84 and 0.85, second "
    "0.88 and 0.82, development, second 0.87 and 0.82; for `friendly-relations` 0.86 and 0.75, "
    "0.83 and 1.00, 0.87 and 0.64; for `unilateral-coercive-measures` 0.60 and 0.40, 0.85 and "
    "0.91, 0.79 and 0.82. Those rules were mended without a look at either measured column; the "
    "second was labelled after it."
)

Labels = dict[str, dict[str, dict[str, str]]]  # by paragraph, mandate, topic
Degrees = dict[tuple[str, str, str], str]  # by paragraph, mandate, topic


class Unseen(NamedTuple):
    """One half: how many paragraphs; present, addressed and false "addressed" by mandate."""

    paragraphs: int
    present: dict[str, Hits]
    addressed: dict[str, Hits]
    false: dict[str, int]
    apart: list[str]


def labels() -> dict[str, Labels]:
    """What a reader found in the paragraphs of either half."""
    found: dict[str, Labels] = json.loads(LABELS.read_text(encoding="utf-8"))
    return found


def degrees(texts: Iterator[tuple[Document, Resolution]], wanted: set[str]) -> Degrees:
    """What is said of the paragraphs wanted ("A/RES/75/191#op32"), by each mandate."""
    symbols = {each.partition("#")[0] for each in wanted}
    found: Degrees = {}
    for document, resolution in texts:
        if str(resolution.symbol) not in symbols:
            continue
        for mandate in MANDATES:
            for topic in cover(document, resolution, shipped(mandate)).topics:
                for each in topic.evidence:
                    place = f"{resolution.symbol}#{each.paragraph}"
                    found[place, mandate, topic.id] = each.degree
    return found


def unseen(half: Labels, found: Degrees) -> Unseen:
    """One half held against its labels; contested topics do not count, either of two does."""
    present, addressed = {m: [0, 0, 0] for m in MANDATES}, {m: [0, 0, 0] for m in MANDATES}
    false, apart = dict.fromkeys(MANDATES, 0), list[str]()
    for place, mandate, topic, want in _wanted(half):
        have = found.get((place, mandate, topic), "")
        is_there = have in {"addressed", "mentioned"}
        count(present[mandate], wanted=bool(want), given=is_there)
        if want != "addressed|mentioned":
            count(addressed[mandate], wanted=want == "addressed", given=have == "addressed")
        false[mandate] += not want and have == "addressed"
        if bool(want) != is_there or (want == "addressed") > (have == "addressed"):
            apart.append(f"{place} {topic}: {have or 'silent'}, a reader {want or 'silent'}")
    return Unseen(
        len(half),
        {m: Hits(*each) for m, each in present.items()},
        {m: Hits(*each) for m, each in addressed.items()},
        false,
        apart,
    )


def _wanted(half: Labels) -> Iterator[tuple[str, str, str, str]]:
    """Each paragraph, mandate and topic with its label, if the label is not contested."""
    for place, said in half.items():
        for mandate in MANDATES:
            for topic in shipped(mandate).topics:
                want = said.get(mandate, {}).get(topic.id, "")
                if want != "contested":
                    yield place, mandate, topic.id, want


def table(found: dict[str, Unseen]) -> Table:
    """What was measured, and on the samples on which rules were mended; by the names of LABELS."""
    kept, mended = found["kept"], found["mended"]
    second, again = found["kept_second"], found["mended_second"]
    text = (
        f"{kept.paragraphs + mended.paragraphs} paragraphs, drawn by chance, of texts on other "
        "countries, other rights, coercive measures, development and cooperation, each series "
        "wholly in one half; one reader labelled them (`bench/labels/cover_unseen.json`) before "
        "anything was run on them, and what could be held either way does not count. Rules were "
        "mended on one half, and the other was not looked at. Later "
        f"{again.paragraphs} more were labelled, of the Security Council too, and rules mended on "
        f"them; then {second.paragraphs} of series of which neither lot of mending had any, chosen "
        "to be rich in coercive measures and other limits on trade. Of the series on the embargo "
        "against Cuba and three others both measured columns have paragraphs, none nearly alike. "
        "In brackets how many topics the reader found. "
        f"{BEFORE}"
    )
    columns = (kept, second, mended, again)
    rows = [row for mandate in MANDATES for row in _rows(mandate, *columns)]
    heads = ("figure", "measured", "measured, second", "development data", "development, second")
    return Table("Coverage of unseen texts", heads, rows, text)


def _rows(mandate: str, *halves: Unseen) -> Iterator[tuple[str, ...]]:
    yield (f"`{mandate}`, present or not, F1", *(_f1(each.present[mandate]) for each in halves))
    yield (f"`{mandate}`, addressed, F1", *(_f1(each.addressed[mandate]) for each in halves))
    rates = (f"{100 * each.false[mandate] / each.paragraphs:.1f}" for each in halves)
    yield (f"`{mandate}`, false “addressed” for 100 paragraphs", *rates)


def _f1(hits: Hits) -> str:
    return f"{hits.f1:.2f} ({hits.wanted})"
