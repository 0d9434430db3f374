"""Whether the rules of ``flag`` know one State from another, and where their findings fall.

    python bench/neutrality.py [--write] [--show]

The mirror: texts of all camps, each held against another one of them as its rival, are flagged;
then every name of a State, a group, a people or a place is put in the place of another, in both
texts and among the sponsors, and they are read and flagged anew. No finding may change but in its
names. The rates: all texts with States for sponsors, each counted for a regional group by the share
of its sponsors in it. Reads ../shared, or --shared DIR; --write puts the tables into
docs/neutrality.md.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from msgspec.structs import replace

from bench.camps import Held, held, of_all_camps, read_one
from bench.exchanged import exchanged_file, other_name, printed, without_names
from bench.page import Table, put
from bench.shared import GA, ROOT, Shared
from counterdraft.compare.compare import compare
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.registry import RULES
from counterdraft.flag.subject import subject
from counterdraft.lexicon.blocs import blocs
from counterdraft.lexicon.members import member_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counterdraft.model import Resolution
    from counterdraft.model.finding import Finding, Findings

PAGE = ROOT / "docs" / "neutrality.md"
COUNT = 240
GROUPS = ("AFRICAN", "ASIA-PACIFIC", "EASTERN-EUROPEAN", "GRULAC", "WEOG")


class Pair(NamedTuple):
    """A text, its rival, and the text before it in its series where that is there."""

    text: Held
    rival: Held
    before: Held | None

    def exchanged(self) -> Pair | None:
        """The same with all names exchanged; None where it cannot be read any more."""
        every = [_exchanged(each) if each else None for each in self]
        if every[0] is None or every[1] is None:
            return None
        return Pair(every[0], every[1], every[2])


def _exchanged(text: Held) -> Held | None:
    found = read_one(exchanged_file(text.data), text.resolution.source)
    if found is None:
        return None
    sponsors = tuple(map(other_name, text.resolution.sponsors))
    return found._replace(resolution=replace(found.resolution, sponsors=sponsors))


def flagged(pair: Pair) -> Findings:
    """What the rules find in the text, held against its rival and what came before it."""
    ours = pair.text.resolution
    needs = {need for rule in RULES for need in rule.needs}  # comparing takes its time
    before = pair.before.resolution if pair.before and "predecessor" in needs else None
    return flag(
        Ground(
            pair.text.document,
            ours,
            ours.sponsors,
            pair.rival.resolution,
            compare(ours, pair.rival.resolution) if "comparison" in needs else None,
            compare(ours, before) if before else None,
        )
    )


def pairs(texts: list[Held], chosen: list[Held]) -> Iterator[Pair]:
    """Each text with the next of another title, and the last one of its own."""
    for n, text in enumerate(chosen):
        title = text.resolution.title
        ring = [*chosen[n + 1 :], *chosen[:n]]
        rival = next(each for each in ring if each.resolution.title != title)
        yield Pair(text, rival, _before(texts, text.resolution))


def answers(texts: list[Held]) -> Iterator[Pair]:
    """Each text on a State's situation, and an answer put in that State's mouth, both ways.

    The answer is the draft of ``examples/article.txt``; the State sponsors it.
    """
    article = (ROOT / "examples" / "article.txt").read_text(encoding="utf-8")
    for text in texts:
        about = subject(text.resolution)
        if (
            about is None
            or "situation of human rights" not in (text.resolution.title or "").lower()
        ):
            continue
        name = printed(about.name)
        words = article.replace("Republic of Orlavia", name).replace("Orlavian", "its own")
        draft = read_one(words.replace("Orlavia", name).encode(), "answer.txt")
        if draft is not None:
            own = replace(draft.resolution, sponsors=(about.name,))
            yield Pair(draft._replace(resolution=own), text, None)
            yield Pair(text, draft._replace(resolution=own), None)


def _before(texts: list[Held], text: Resolution) -> Held | None:
    date = text.date or ""
    same = [each for each in texts if each.resolution.title == text.title]
    earlier = [each for each in same if (each.resolution.date or "") < date]
    return max(earlier, key=lambda each: each.resolution.date or "", default=None)


def said(finding: Finding) -> tuple[object, ...]:
    """A finding apart from its names."""
    places = tuple((each.text, each.paragraph) for each in finding.evidence)
    told = (finding.statement, finding.why, *finding.against)
    return finding.rule, finding.confidence, places, tuple(map(without_names, told))


def mirror(texts: list[Held], *, show: bool) -> tuple[Table, list[tuple[Pair, Findings]]]:
    """What became of every finding when names were exchanged."""
    before: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    done = []
    chosen = of_all_camps(texts, COUNT)
    for pair in (*pairs(texts, chosen), *answers(chosen)):
        other = pair.exchanged()
        if other is None:
            changed["(not read any more)"] += 1
            continue
        one, two = flagged(pair), flagged(other)
        done.append((pair, one))
        ours, theirs = Counter(map(said, one.findings)), Counter(map(said, two.findings))
        before.update(each.rule for each in one.findings)
        for key in (*(ours - theirs).elements(), *(theirs - ours).elements()):
            changed[str(key[0])] += 1
            if show:
                print(pair.text.resolution.symbol, *key, sep="\n    ")
    rules = sorted({*before, *changed})
    rows = [(rule, str(before[rule]), str(changed[rule])) for rule in rules]
    rows.append(("all", str(before.total()), str(changed.total())))
    text = (
        f"{len(chosen)} texts, each held against another as its rival and, where there is one, "
        f"against the last of its own title; and {len(done) - len(chosen)} pairs of a text on a "
        "State’s situation and the draft of the examples put in that State’s mouth, in either "
        f"direction. Not run, for want of a corpus or registers: "
        f"{', '.join(_not_run(done)) or 'none'}."
    )
    header = ("rule", "findings", "changed when names were exchanged")
    return Table("The mirror", header, rows, text), done


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


def measured(texts: list[Held], *, show: bool) -> list[Table]:
    """The mirror, and the rates with rivals and without."""
    table, done = mirror(texts, show=show)
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
        rates("Rates with a rival", f"{per} The texts of the mirror.", beside),
        rates("Rates without a rival", f"{per} All texts that States sponsor.", alone),
    ]


def main() -> None:
    """Measures, prints, and writes where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    tables = measured(list(held(Shared(options.shared).path(GA))), show=options.show)
    print("\n".join(table.markdown() for table in tables))
    if options.write:
        put(PAGE, "bench/neutrality.py", "\n".join(table.markdown() for table in tables))


if __name__ == "__main__":
    main()
