"""Where paragraphs that somebody objected to stand among those told as likely to be contested.

    python bench/objected.py [--write]

The adopted texts of sessions 75 to 79 to whose paragraphs an objection is on record
(src/counterdraft/lexicon/objections.toml), each as it could have been read in its session: traced
through a corpus of the sessions before, with the objections of those sessions alone, and with
wordings, treaties and verbs counted in them alone. The weights of the lexicon are those fitted to
all of them (bench/objected_fit.py), rounded; what can be hoped for elsewhere is told by weights
fitted to four sessions and tried on the fifth. What a record lacks counts as not objected to.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.command import options_of, shared_with, tell
from bench.contested_words import tables, texts_of
from bench.objected_fit import Choice, fitted
from bench.page import NONE, Table, share
from bench.ranked import Signs, rank_of, weighed
from bench.rates import Adopted, texts
from bench.shared import GA, Shared
from counterdraft.corpus.add import add
from counterdraft.corpus.entries import entry_of
from counterdraft.corpus.stored import Stored
from counterdraft.flag.ground import Ground
from counterdraft.flag.likely import likely
from counterdraft.lexicon.contested import Contested, contested, contested_of
from counterdraft.lexicon.load import load
from counterdraft.lexicon.objections import KINDS, objections
from counterdraft.trace.trace import trace

_FIRST, _LAST = 74, 79
# What was chosen by judgement before there was a record of objections.
_JUDGED = {
    "new": 0.30, "treaty": 0.22, "apart": 0.10, "wording": 0.08, "found": 0.08, "act": 0.06,
    "names": 0.06, "voted": 0.04, "cost": 0.04, "force": 0.02,
}  # fmt: skip


class Text(NamedTuple):
    """A text: how its paragraphs were objected to, and how far each has each sign."""

    symbol: str
    session: int
    objected: Mapping[str, frozenset[str]]
    paragraphs: Mapping[str, Signs]

    def rank(self, paragraph: str, weights: Signs) -> float:
        """The middle of its rank, as a share of the text: 0.5 by chance; of equals the mean."""
        return (rank_of(paragraph, weighed(self.paragraphs, weights)) - 0.5) / len(self.paragraphs)


def measured(shared: Shared, folder: Path) -> Iterator[Text]:
    """Every text with an objection, in the order of sessions."""
    by_session = defaultdict[int, list[Adopted]](list)
    for each in texts(shared):
        by_session[each.resolution.session or 0].append(each)
    known = defaultdict[str, dict[str, set[str]]](lambda: defaultdict(set))
    for objection in objections():
        known[objection.text][objection.paragraph].add(objection.kind)
    for session in range(_FIRST, _LAST + 1):
        if session > _FIRST:
            corpus = Stored(folder)
            table = _counted(corpus)
            for each in by_session[session]:
                if objected := known.get(each.resolution.symbol or ""):
                    yield _text(each, objected, corpus, table)
        add(folder, (entry_of(each.resolution) for each in by_session[session]))


def _counted(corpus: Stored) -> Contested:
    """The table of signs with what a corpus tells, each of weight 1."""
    told = tomllib.loads("".join(tables(list(texts_of(corpus)), objections())))
    data = {**load("en/contested"), **told}
    return contested_of({**data, "weight": dict.fromkeys(data["weight"], 1.0)})


def _text(
    given: Adopted, objected: Mapping[str, set[str]], corpus: Stored, table: Contested
) -> Text:
    resolution = given.resolution
    known = trace(resolution, corpus)
    ground = Ground(given.document, resolution, provenance=known, corpus=corpus)
    found = {
        each.paragraph.id: {reason.sign: reason.points for reason in each.reasons}
        for each in likely(ground, table)
    }
    kinds = {name: frozenset(some) for name, some in objected.items() if name in found}
    return Text(resolution.symbol or "", resolution.session or 0, kinds, found)


def main() -> None:
    options = options_of(__doc__)
    given = options.parse_args()
    shared = shared_with(given.shared, GA)
    with tempfile.TemporaryDirectory(prefix="objected.") as folder:
        table = _table(list(measured(shared, Path(folder) / "corpus")))
    tell("objected.py", [table], write_too=given.write)


def _table(found: Sequence[Text]) -> Table:
    weights, kept = contested().weights, _kept_back(found)
    kinds = [("all", KINDS), *((f"{kind}s", (kind,)) for kind in KINDS)]
    rows = [
        (f"{name}, weights fitted to the other sessions", _size(found, some),
         _mean([kept[text.session] for text in found], found, some), NONE)
        for name, some in kinds
    ]  # fmt: skip
    rows += [
        (f"{name}, weights of the lexicon", _size(found, some),
         _mean([weights] * len(found), found, some), NONE)
        for name, some in kinds
    ]  # fmt: skip
    judged = _mean([_JUDGED] * len(found), found, KINDS)
    rows.append(("all, weights chosen by judgement before", _size(found, KINDS), judged, NONE))
    rows += _told(found)
    everything = _fitted(found)
    rows += [
        (f"“{sign}” alone", NONE, _mean([{sign: 1.0}] * len(found), found, KINDS),
         f"{everything[sign]:.3f}")
        for sign in weights
    ]  # fmt: skip
    paragraphs, objected = (
        sum(len(text.paragraphs) for text in found), sum(len(text.objected) for text in found)
    )  # fmt: skip
    text = (
        f"{len(found)} texts of the General Assembly's sessions {_FIRST + 1} to {_LAST}: of "
        f"{paragraphs:,} paragraphs {objected} drew an amendment, a vote or an objection that is "
        "on record. Where the signs of contest rank them among all of their text, each at the "
        "middle of its rank, as a share of it: 0.5 by chance. Each text is ranked by what was "
        "known before its session. The record is not full, and half of it is of one delegation, "
        "which publishes more than others."
    )
    header = ("figure", "paragraphs", "mean rank, or share", "weight fitted to all")
    return Table("Paragraphs objected to", header, rows, text)


def _told(found: Sequence[Text]) -> Iterator[tuple[str, str, str, str]]:
    """How many worded like one objected to were so again, and how many of the others told."""
    weights, score, most = contested().weights, contested().score, contested().most
    alike = [
        name in text.objected
        for text in found
        for name, signs in text.paragraphs.items() if "objected" in signs
    ]  # fmt: skip
    others = [
        name in text.objected
        for text in found
        for name in sorted(text.paragraphs, key=lambda each: text.rank(each, weights))[:most]
        if "objected" not in text.paragraphs[name]
        and weighed(text.paragraphs, weights)[name] >= score
    ]  # fmt: skip
    yield (
        "worded like one objected to before: objected to again",
        str(len(alike)),
        share(mean(alike)),
        NONE,
    )
    yield (
        "others among the first three, of the score from which they are told: objected to",
        str(len(others)),
        share(mean(others)),
        NONE,
    )


def _kept_back(found: Sequence[Text]) -> Mapping[int, Signs]:
    """By session, the weights fitted to all the others."""
    sessions = {text.session for text in found}
    return {each: _fitted([text for text in found if text.session != each]) for each in sessions}


def _fitted(found: Sequence[Text]) -> Signs:
    names = list(contested().weights)
    return fitted([_choice(text, names) for text in found if text.objected], names)


def _choice(text: Text, names: Sequence[str]) -> Choice:
    ids = list(text.paragraphs)
    signs = np.array([[text.paragraphs[name].get(sign, 0.0) for sign in names] for name in ids])
    return Choice(signs, [ids.index(name) for name in text.objected])


def _size(found: Sequence[Text], kinds: Sequence[str]) -> str:
    return str(sum(bool(some.intersection(kinds)) for t in found for some in t.objected.values()))


def _mean(weights: Sequence[Signs], found: Sequence[Text], kinds: Sequence[str]) -> str:
    """The mean rank of the paragraphs objected to in these ways; weights by text."""
    ranks = [
        text.rank(name, of)
        for text, of in zip(found, weights, strict=True)
        for name, some in text.objected.items() if some.intersection(kinds)
    ]  # fmt: skip
    return share(mean(ranks)) if ranks else NONE


if __name__ == "__main__":
    main()
