"""Whether the rules of ``flag`` know one State from another, and where their findings fall.

    python bench/neutrality.py [--work DIR] [--count N] [--write] [--show]

The mirror: texts of all camps are flagged by every rule, each held against another one of them as
its rival, against the last of its title before it, and traced and verified through a corpus of all
texts; then every name of a State, a group, a people or a place is put in the place of another, in
all of these, in the corpus and among the sponsors, and they are read and flagged anew. No finding
may change but in its names. The same texts are held against the mandates that name no State. The
rates: texts with States for sponsors, each counted for a regional group by the share of its
sponsors in it. Reads ../shared, or --shared DIR; the corpora are kept in --work DIR, and made where
it has none; --write puts the tables into docs/neutrality.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.camps import Held, held, of_all_camps
from bench.exchanged import without_names
from bench.mirrored import Pair, Sides, answers, pairs
from bench.neutral_cover import covered_in_the_mirror
from bench.page import Table, put
from bench.shared import GA, ROOT, Shared
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.registry import RULES
from counterdraft.lexicon.blocs import blocs
from counterdraft.lexicon.members import member_of

if TYPE_CHECKING:
    from counterdraft.model import Resolution
    from counterdraft.model.finding import Finding, Findings

PAGE = ROOT / "docs" / "neutrality.md"
COUNT = 240
HEADER = ("rule", "findings", "changed when names were exchanged")
_IDS = tuple(rule.id for rule in RULES)
GROUPS = ("AFRICAN", "ASIA-PACIFIC", "EASTERN-EUROPEAN", "GRULAC", "WEOG")


def said(finding: Finding) -> tuple[object, ...]:
    """A finding apart from its names."""
    places = tuple((without_names(each.text), each.paragraph) for each in finding.evidence)
    like = tuple((each.symbol, each.paragraph) for each in finding.precedents)
    told = (finding.statement, finding.why, *finding.against)
    return finding.rule, finding.confidence, places, like, tuple(map(without_names, told))


def mirror(
    texts: list[Held], chosen: list[Held], sides: Sides, *, show: bool
) -> tuple[Table, list[tuple[Pair, Findings]]]:
    """What became of every finding when names were exchanged."""
    before: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    done = []
    for pair in (*pairs(texts, chosen), *answers(chosen)):
        other = pair.exchanged()
        if other is None:
            changed["(not read any more)"] += 1
            continue
        one, two = sides.plain.flagged(pair), sides.mirrored.flagged(other)
        done.append((pair, one))
        ours, theirs = Counter(map(said, one.findings)), Counter(map(said, two.findings))
        before.update(each.rule for each in one.findings)
        for way, apart in (("-", ours - theirs), ("+", theirs - ours)):
            for key in apart.elements():
                changed[str(key[0])] += 1
                if show:
                    print(way, pair.text.resolution.symbol, *key, sep="\n    ", flush=True)
    rows = [(rule.id, str(before[rule.id]), str(changed[rule.id])) for rule in RULES]
    rows += [(name, "–", str(changed[name])) for name in sorted({*changed} - {*_IDS})]
    rows.append(("all", str(before.total()), str(changed.total())))
    return Table("The mirror", HEADER, rows, _told(len(chosen), done)), done


def _told(chosen: int, done: list[tuple[Pair, Findings]]) -> str:
    series = sum(pair.before is not None for pair, _ in done)
    return (
        f"{chosen} texts, each held against another as its rival, traced and verified through the "
        f"corpus, {series} of them beside the last text of their title before them; and "
        f"{len(done) - chosen} pairs of a text on a State’s situation and the draft of the "
        "examples put in that State’s mouth, in either direction. What is gained counts as changed "
        f"as what is lost does. Rules that were not run: {', '.join(_not_run(done)) or 'none'}."
    )


def _not_run(done: list[tuple[Pair, Findings]]) -> list[str]:
    ran = {rule for _, findings in done for rule in findings.ran}
    return [f"`{rule.id}`" for rule in RULES if rule.id not in ran]


def shares(text: Resolution) -> dict[str, float]:
    """Which part of a text's sponsors belongs to each regional group."""
    date = text.date or "2024"
    known = [m for m in (member_of(name, date) for name in text.sponsors) if m is not None]
    found: dict[str, float] = defaultdict(float)
    for group in GROUPS:
        inside = blocs()[group].members_on(date)
        found[group] = sum(each.code in inside for each in known) / len(known) if known else 0.0
    return found


def rates(title: str, text: str, done: list[tuple[Resolution, Findings]]) -> Table:
    """Of 100 texts of each group, in how many a rule finds something."""
    weights: dict[str, float] = defaultdict(float)
    hits: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    plain: Counter[str] = Counter()
    for resolution, findings in done:
        of = shares(resolution)
        fired = {each.rule for each in findings.findings}
        plain.update(fired)
        for group in GROUPS:
            weights[group] += of[group]
            for rule in fired:
                hits[rule][group] += of[group]
    rows = [("texts, by share", *(f"{weights[group]:.0f}" for group in GROUPS), str(len(done)))]
    rows += [
        (
            rule,
            *(f"{100 * hits[rule][g] / weights[g]:.1f}" if weights[g] else "–" for g in GROUPS),
            f"{100 * plain[rule] / len(done):.1f}",
        )
        for rule in sorted(hits)
    ]
    header = ("rule", *(blocs()[group].name.removeprefix("Group of ") for group in GROUPS), "all")
    return Table(title, header, rows, text)


def measured(texts: list[Held], sides: Sides, count: int, *, show: bool) -> list[Table]:
    """The mirror of flag and of cover, and the rates of all rules and of a text by itself."""
    chosen = of_all_camps(texts, count)
    cover = covered_in_the_mirror(chosen, show=show)
    table, done = mirror(texts, chosen, sides, show=show)
    sponsored = [each for each in texts if any(shares(each.resolution).values())]
    alone = [
        (e.resolution, flag(Ground(e.document, e.resolution, e.resolution.sponsors)))
        for e in sponsored
    ]
    beside = [(pair.text.resolution, found) for pair, found in done if pair.text.resolution.date]
    beside = [each for each in beside if any(shares(each[0]).values())]
    per = "In how many of 100 texts a rule finds something, by the groups of the sponsors."
    return [
        table,
        cover,
        rates(
            "Rates with a rival, a predecessor and a corpus",
            f"{per} The texts of the mirror, by all rules.",
            beside,
        ),
        rates(
            "Rates of a text by itself",
            f"{per} All texts that States sponsor, by the rules that need nothing beside a text.",
            alone,
        ),
    ]


def main() -> None:
    """Measures, prints, and writes where asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keep the corpora here")
    parser.add_argument("--count", type=int, default=COUNT, metavar="N", help="texts of the mirror")
    parser.add_argument("--write", action="store_true", help="write it to docs/neutrality.md")
    parser.add_argument("--show", action="store_true", help="print what changed")
    options = parser.parse_args()
    shared = Shared(options.shared)
    texts = list(held(shared.path(GA)))
    with tempfile.TemporaryDirectory(prefix="neutrality.") as folder:
        sides = Sides(shared, options.work or Path(folder))
        tables = measured(texts, sides, options.count, show=options.show)
    print("\n".join(table.markdown() for table in tables))
    if options.write:
        put(PAGE, "bench/neutrality.py", "\n".join(table.markdown() for table in tables))


if __name__ == "__main__":
    main()
