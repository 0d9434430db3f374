"""What ``flag`` says of texts that nobody contested, and of the seed; and what it costs.

    python bench/flags.py [--write] [--show]

Of 100 texts that the General Assembly adopted without a vote, drawn with a fixed seed, the findings
of effect are counted, with no rival given. The seed is held against the first text of the series
that it answers, and the other way round. The time is that of all rules on a text of 60 paragraphs
beside that of parsing it. Reads ../shared, or --shared DIR.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.camps import Held, held, without_a_vote
from bench.command import options_of, tell
from bench.page import QUALITY, Table
from bench.shared import GA, Shared
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.sponsors import stated_sponsors
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

if TYPE_CHECKING:
    from counterdraft.model.finding import Findings

SEED = "seed/000_a34b27da3f2bbd3d.txt"
RIVAL = "A/RES/74/166"
COUNT, MOST = 100, 10
LONG, NEAR, COST = 60, 3, 20
TEXT = (
    "What stands in the seed, an article of 2014 with a draft inside, is told by rules that run "
    "over every text; its rows are development data."
)
# What a careful analyst finds in the seed (gold/seed.md), by rule and paragraph, and in its rival.
WANTED = {
    ("effect.ends-scrutiny", "op3"), ("effect.reopens-findings", "op7"),
    ("effect.bears-out-own-source", "pp7"), ("tension.concern-and-silence", "pp2 op3"),
    ("tension.review-and-silence", "op4 op3"),
    ("tension.impartial-and-own-source", "pp2 op2 pp7 op7"),
    ("self_reference.own-source", "pp7 op7"),
}  # fmt: skip
TURNED = {("effect.refers-to-court", "op13")}


def uncontested(texts: list[Held], *, show: bool) -> tuple[str, ...]:
    """The row of texts adopted without a vote."""
    found: Counter[str] = Counter()
    for each in without_a_vote(texts, COUNT):
        findings = flag(Ground(each.document, each.resolution, each.resolution.sponsors))
        for finding in findings.findings:
            found[finding.kind] += 1
            if show:
                print(each.resolution.symbol, finding.rule, finding.statement)
    effects = found["effect"]
    name = f"findings of effect in {COUNT} texts adopted without a vote, no rival given"
    return (name, f"< {MOST}", str(effects), "–", "falls short" if effects >= MOST else "")


def seed(shared: Shared, texts: list[Held], *, show: bool) -> list[tuple[str, ...]]:
    """The rows of the seed, and of its rival."""
    document = read(shared.path(SEED).read_bytes(), SEED)
    (draft,) = parse(document)
    rival = next(each for each in texts if each.resolution.symbol == RIVAL)
    sponsors = stated_sponsors(document, draft)
    there = flag(Ground(document, draft, sponsors, rival.resolution))
    back = flag(Ground(rival.document, rival.resolution, rival.resolution.sponsors, draft))
    if show:
        print(*sorted(places(there)), "", *sorted(places(back)), sep="\n")
    return [
        _row("of what an analyst finds in the seed", WANTED, places(there)),
        _row("of what an analyst finds in its rival, held against it", TURNED, places(back)),
    ]


def places(findings: Findings) -> set[tuple[str, str]]:
    """Each finding by its rule and its own paragraphs."""
    return {
        (each.rule, " ".join(q.paragraph for q in each.evidence if q.text == "this"))
        for each in findings.findings
    }


def _row(name: str, wanted: set[tuple[str, str]], found: set[tuple[str, str]]) -> tuple[str, ...]:
    got = len(wanted & found)
    short = "falls short" if got < len(wanted) else ""
    return (name, str(len(wanted)), "–", str(got), short)


def cost(texts: list[Held]) -> tuple[str, ...]:
    """The row of the time, as a share of that of parsing."""
    fit = [each for each in texts if abs(len(each.resolution.paragraphs) - LONG) < NEAR][:COST]
    start = time.perf_counter()
    for each in fit:
        parse(each.document)
    parsed = time.perf_counter()
    for each in fit:
        flag(Ground(each.document, each.resolution, each.resolution.sponsors))
    share = (time.perf_counter() - parsed) / (parsed - start)
    name = f"time of all rules on {LONG} paragraphs, as a share of that of parsing"
    return (name, "–", f"{share:.2f}", "–", "")


def main() -> None:
    """Measures, prints, and writes where asked to."""
    parser = options_of(__doc__)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    shared = Shared(options.shared)
    texts = list(held(shared.path(GA)))
    rows = [
        uncontested(texts, show=options.show),
        *seed(shared, texts, show=options.show),
        cost(texts),
    ]
    table = Table("Findings of effect, tension and own sources", QUALITY, rows, TEXT)
    tell("flags.py", [table], write_too=options.write)


if __name__ == "__main__":
    main()
