"""Which signs of contest tell what the next text of a title lost or changed.

    python bench/reopened.py [--write]

The texts of the General Assembly's session 77 that have one of the same title in session 78 or 79,
each traced through a corpus of sessions 74 to 76, made for this. A paragraph was reopened where the
next text lost it, or changed more than a part of its words beside days, sessions and numbers. What
is reopened is not always contested: it is other evidence for what signs tell, on many paragraphs.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.command import options_of, shared_with, tell
from bench.page import NONE, Table, share
from bench.ranked import rank_of, weighed
from bench.rates import Adopted, texts
from bench.shared import GA, Shared
from counterdraft.compare.compare import compare
from counterdraft.corpus.add import add
from counterdraft.corpus.entries import entry_of
from counterdraft.corpus.stored import Stored
from counterdraft.flag.alike import changed, only_cites, words_of
from counterdraft.flag.ground import Ground
from counterdraft.flag.likely import likely
from counterdraft.lexicon.contested import contested
from counterdraft.lexicon.dates import months, ordinals
from counterdraft.model import Resolution
from counterdraft.text.stems import stem
from counterdraft.trace.trace import trace

_BEFORE, _FROM, _TO = range(74, 77), 77, (78, 79)
_LEAST = 8  # paragraphs
_CHANGED = 0.15


class Text(NamedTuple):
    """A text: which of its paragraphs were reopened, and the points of each sign in each."""

    reopened: frozenset[str]
    points: Mapping[str, Mapping[str, float]]

    def rank(self, paragraph: str, signs: Sequence[str]) -> float:
        """Its rank by signs, as a share of the text; of equals the mean."""
        scores = weighed(self.points, dict.fromkeys(signs, 1.0))
        return rank_of(paragraph, scores) / len(scores)


def measured(shared: Shared, folder: Path) -> Iterator[Text]:
    """Every text of the session that has a next one."""
    every = [each for each in texts(shared) if each.resolution.session]
    before = (each.resolution for each in every if each.resolution.session in _BEFORE)
    add(folder, map(entry_of, before))
    corpus, titles = Stored(folder), defaultdict[str, dict[int, Adopted]](dict)
    for each in every:
        title = re.sub(r"\W+", " ", (each.resolution.title or "").lower()).strip()
        titles[title].setdefault(each.resolution.session or 0, each)
    for sessions in titles.values():
        later = next((sessions[n] for n in _TO if n in sessions), None)
        given = sessions.get(_FROM)
        if given and later and len(given.resolution.paragraphs) >= _LEAST:
            known = trace(given.resolution, corpus)
            ground = Ground(given.document, given.resolution, provenance=known, corpus=corpus)
            points = {e.paragraph.id: {r.sign: r.points for r in e.reasons} for e in likely(ground)}
            reopened = set(_reopened(given.resolution, later.resolution)) & points.keys()
            yield Text(frozenset(reopened), points)


def _reopened(text: Resolution, later: Resolution) -> Iterator[str]:
    compared = compare(text, later)
    phrases = {each.id: each.phrase for each in text.paragraphs}
    dated = frozenset(stem(word.lower()) for word in (*months(), *ordinals()))
    for edit in compared.edits:
        here = " ".join(compared.a.units[n].text for n in edit.a)
        there = " ".join(compared.b.units[n].text for n in edit.b)
        share = changed(words_of(here) - dated, words_of(there) - dated)
        if edit.kind == "deleted" or (edit.kind != "same" and share > _CHANGED):
            for key in (compared.a.units[n].head.key for n in edit.a):
                if key in phrases and not only_cites(here, phrases[key]):
                    yield key


def main() -> None:
    options = options_of(__doc__)
    given = options.parse_args()
    shared = shared_with(given.shared, GA)
    with tempfile.TemporaryDirectory(prefix="reopened.") as folder:
        table = _table(list(measured(shared, Path(folder) / "corpus")))
    tell("reopened.py", [table], write_too=given.write)


def _table(found: Sequence[Text]) -> Table:
    signs = list(contested().weights)
    kinds = [("all signs", signs), *((f"“{sign}” alone", [sign]) for sign in signs)]
    rows = [(name, NONE, share(_mean(found, some)), "") for name, some in kinds]
    paragraphs, reopened = (
        sum(len(text.points) for text in found), sum(len(text.reopened) for text in found)
    )  # fmt: skip
    text = (
        f"{len(found)} texts of session {_FROM} of the General Assembly and the next ones of their "
        f"titles: of {paragraphs:,} paragraphs {reopened:,} were lost or changed by more than "
        f"{_CHANGED:.0%} of the words that say something. Where the signs of contest rank these "
        "among all of their text, as a share of it: the mean of the texts' means. By chance it "
        "would be a little above 0.5. It is other evidence for what signs tell, and no target: "
        "what is reopened is often only brought up to date."
    )
    return Table(
        "Paragraphs reopened in the next text", ("figure", "target", "share", ""), rows, text
    )


def _mean(found: Sequence[Text], signs: Sequence[str]) -> float:
    return mean(
        mean(text.rank(each, signs) for each in text.reopened) for text in found if text.reopened
    )


if __name__ == "__main__":
    main()
