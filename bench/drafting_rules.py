"""How often the rules of drafting speak on adopted texts, how far to be believed, and how fast.

    python bench/drafting_rules.py [--corpus DIR] [--show RULE] [--write]

Two hundred texts of even sessions of the General Assembly, always the same, each traced through the
corpus of sessions 74 to 79 (made where --corpus has none); each stands beside the text of its
title before it, where there is one. The rules were written on texts of odd sessions. What a reader
said of findings on cost is in labels/budget.json. Then duties are cut from clauses on purpose.
--show prints every finding of a rule.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.command import options_of, shared_with, tell
from bench.page import NONE, Table, share
from bench.rates import Adopted, Archive, corpus_of, sample
from bench.shared import GA
from counterdraft.compare.compare import compare
from counterdraft.corpus.stored import Stored
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.rules import budget, contested, half_quotation, hollow, weakening
from counterdraft.flag.rules.half_quotation import altered
from counterdraft.lexicon.agreed import agreed
from counterdraft.model import Clause, Comparison, Paragraph, Resolution, Span
from counterdraft.model.finding import Finding
from counterdraft.reuse.wording import normalised
from counterdraft.text.straight import straighten
from counterdraft.trace.trace import trace

LABELS = Path(__file__).parent / "labels" / "budget.json"
OURS = (
    *half_quotation.RULES,
    *weakening.RULES,
    *contested.RULES,
    *hollow.RULES,
    *budget.RULES,
)
SIZE, SESSIONS = 200, (74, 76, 78)
_LONG = range(50, 71)
# A stretch with a duty is cut where so many words stand before it, and it has so many.
_BEFORE, _CUT = 12, 6
_CLAUSES = 100
_LIMB = re.compile(r",? (?:and|while|as well as) [^;,]*[;,.]$")


class Flagged(NamedTuple):
    """A text of the sample, what was found, and how long the rules took beyond the trace."""

    symbol: str
    paragraphs: int
    findings: tuple[Finding, ...]
    seconds: float
    has_predecessor: bool


def flagged(texts: Sequence[Adopted], corpus: Stored, archive: Archive) -> Iterator[Flagged]:
    """Every text of the sample, as the rules see it."""
    for document, resolution in texts:
        before = _predecessor(resolution, corpus, archive)
        ground = Ground(
            document, resolution, predecessor=before, provenance=trace(resolution, corpus)
        )
        start = time.process_time()
        found = flag(ground, OURS)
        seconds = time.process_time() - start
        name = resolution.symbol or resolution.source
        yield Flagged(name, len(resolution.paragraphs), found.findings, seconds, before is not None)


def _predecessor(resolution: Resolution, corpus: Stored, archive: Archive) -> Comparison | None:
    """The last text of its title before it, beside this one."""
    title = normalised(resolution.title or "")
    before = [
        each for each in corpus.records
        if each.title and each.date and normalised(each.title) == title
        and each.symbol != resolution.symbol and each.date < (resolution.date or "")
    ]  # fmt: skip
    text = archive.text(before[-1]) if before else None
    return compare(text, resolution, "versions") if text is not None else None


def cut_duties(corpus: Stored) -> tuple[int, int]:
    """From how many clauses the last limb, a duty or right, was cut, and how often it is told."""
    limbs = {normalised(clause.text): (clause, limb) for clause, limb in _with_duty(corpus)}
    told = 0
    for clause, limb in list(limbs.values())[:_CLAUSES]:
        rest = f"{clause.text[:limb]};"
        paragraph = Paragraph(
            id="op1", part="operative", number="1", level=0, phrase=clause.phrase, text=rest,
            span=Span(0, len(rest)),
        )  # fmt: skip
        resolution = Resolution(source="cut", paragraphs=(paragraph,))
        told += altered(trace(resolution, corpus).clauses[0], resolution) is not None
    return min(len(limbs), _CLAUSES), told


def _with_duty(corpus: Stored) -> Iterator[tuple[Clause, int]]:
    """Clauses adopted without a vote, each with where its last limb begins, which has a duty."""
    for record in corpus.records:
        if record.adoption.mode != "without a vote":
            continue
        for clause in corpus.clauses(record):
            limb = _LIMB.search(clause.text)
            if (
                limb is not None
                and agreed().duty.search(straighten(limb[0]))
                and len(clause.text[: limb.start()].split()) >= _BEFORE
                and len(limb[0].split()) >= _CUT
            ):
                yield clause, limb.start()


def main() -> None:
    options = options_of(__doc__)
    options.add_argument("--corpus", type=Path, metavar="DIR", help="keep the corpus here")
    options.add_argument("--show", metavar="RULE", help="print the findings of a rule")
    given = options.parse_args()
    shared = shared_with(given.shared, GA)
    with tempfile.TemporaryDirectory(prefix="drafting_rules.") as folder:
        corpus = corpus_of(shared, given.corpus or Path(folder))
        found = list(flagged(sample(shared, SIZE, SESSIONS), corpus, Archive(shared)))
        _show(found, given.show)
        table = _table(found, cut_duties(corpus))
    tell("drafting_rules.py", [table], write_too=given.write)


def _show(found: Sequence[Flagged], rule: str | None) -> None:
    for text in found:
        for each in text.findings:
            if rule and each.rule.startswith(rule):
                print(f"{text.symbol} {each.confidence}: {each.statement}\n    {each.why}")
                print(f"    {each.evidence[0].paragraph}: {each.evidence[0].quote}\n")


def _table(found: Sequence[Flagged], cut: tuple[int, int]) -> Table:
    rows = [_rate(rule.id, found) for rule in OURS if rule.id != "weakening.rival"]
    labels = {
        tuple(each["clause"]): each["label"] for each in json.loads(LABELS.read_text("utf-8"))
    }
    read = [
        labels[text.symbol, each.evidence[0].paragraph] == "yes"
        for text in found for each in text.findings
        if each.kind == "budget" and (text.symbol, each.evidence[0].paragraph) in labels
    ]  # fmt: skip
    said = [each == "yes" for each in labels.values()]
    rows += [
        ("budget, as first read: true", NONE, share(sum(said) / len(said)), str(len(said))),
        ("budget, of these still found: true", NONE, share(sum(read) / len(read)), str(len(read))),
        (f"duties cut from {cut[0]} clauses: told", NONE, share(cut[1] / cut[0]), ""),
    ]  # fmt: skip
    long = [each.seconds for each in found if each.paragraphs in _LONG]
    fast = f"{1000 * median(long):.0f} ms, at most {1000 * max(long):.0f}"
    rows.append(
        (
            f"all rules, {len(long)} texts of {_LONG[0]} to {_LONG[-1]} paragraphs, processor",
            "< 300 ms",
            fast,
            "",
        )
    )
    series = sum(each.has_predecessor for each in found)
    text = (
        f"{len(found)} adopted texts of sessions 74, 76 and 78, "
        f"{sum(t.paragraphs for t in found):,} "
        f"paragraphs; {series} stand beside the text of their title before them. "
        "A rate is the share of texts with a finding; "
        "behind it, how many "
        "findings there are. Adopted texts are what was agreed in the end, so that what "
        "`contested` tells of "
        "them says how often it speaks, and not whether it is right. What the reader called "
        "false on cost led "
        "to a narrower rule, so that the second figure is no measure on unseen text."
    )
    return Table("Rules of drafting", ("figure", "target", "measured", "findings"), rows, text)


def _rate(rule: str, found: Sequence[Flagged]) -> tuple[str, ...]:
    texts = [sum(each.rule == rule for each in text.findings) for text in found]
    return rule, NONE, share(sum(map(bool, texts)) / len(texts)), str(sum(texts))


if __name__ == "__main__":
    main()
