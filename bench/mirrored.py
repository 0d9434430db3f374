"""Texts with what the rules need beside them, and the same with every name exchanged.

What a text is held against is exchanged likewise: its rival, the last text of its title before it,
and a corpus of all texts, through which it is traced and its citations are verified. Registers of
facts about States are left out: what they hold of one State they do not hold of another.
"""

from __future__ import annotations

import zipfile
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from bench.camps import Held, read_one
from bench.exchanged import exchanged_file, other_name, printed
from bench.rates import corpus_of, names_of
from bench.shared import GA, ROOT, Shared
from counterdraft.compare.compare import compare
from counterdraft.corpus.add import add
from counterdraft.corpus.entries import entry_of
from counterdraft.corpus.stored import Stored
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.subject import subject
from counterdraft.model import Speaker
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn
from counterdraft.trace.trace import trace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counterdraft.corpus.entries import Entry
    from counterdraft.model import Provenance, Resolution
    from counterdraft.model.finding import Findings
    from counterdraft.model.verdict import Verdicts

SITUATION = "situation of human rights"


class Pair(NamedTuple):
    """A text, its rival, and the text before it in its series where that is there."""

    text: Held
    rival: Held
    before: Held | None

    def exchanged(self) -> Pair | None:
        """The same with all names exchanged; None where it cannot be read any more."""
        every = [exchanged_text(each) if each else None for each in self]
        if every[0] is None or every[1] is None:
            return None
        return Pair(every[0], every[1], every[2])


def exchanged_text(text: Held) -> Held | None:
    """A text with all names exchanged, read anew; None where it cannot be."""
    found = read_one(exchanged_file(text.data), text.resolution.source)
    if found is None:
        return None
    sponsors = tuple(map(other_name, text.resolution.sponsors))
    speakers = tuple(
        Speaker(other_name(each.state), other_name(each.group)) for each in text.resolution.speakers
    )
    exchanged = replace(found.resolution, sponsors=sponsors, speakers=speakers)
    return found._replace(resolution=exchanged)


class Side:
    """One side of the mirror: a corpus, and what texts have from it."""

    def __init__(self, corpus: Stored) -> None:
        self.corpus = corpus
        self._known: dict[tuple[str, ...], tuple[Provenance, Verdicts]] = {}

    def flagged(self, pair: Pair) -> Findings:
        """What all rules find in the text, held against its rival and what came before it."""
        ours = pair.text.resolution
        provenance, verdicts = self._of(pair.text)
        return flag(
            Ground(
                pair.text.document, ours, ours.sponsors, pair.rival.resolution,
                compare(ours, pair.rival.resolution),
                compare(pair.before.resolution, ours) if pair.before else None,
                provenance, verdicts, self.corpus,
            )
        )  # fmt: skip

    def _of(self, text: Held) -> tuple[Provenance, Verdicts]:
        from counterdraft.jobs.verify import verify_one

        key = tuple(each.text for each in text.resolution.paragraphs)
        if key not in self._known:
            found = trace(text.resolution, self.corpus)
            told = verify_one(text.document, text.resolution, (), self.corpus)
            self._known[key] = found, told
        return self._known[key]


class Sides:
    """The corpus of all texts, and that of the same with their names exchanged."""

    def __init__(self, shared: Shared, folder: Path) -> None:
        self._shared, self._folder = shared, folder

    @cached_property
    def plain(self) -> Side:
        return Side(corpus_of(self._shared, self._folder / "plain"))

    @cached_property
    def mirrored(self) -> Side:
        folder = self._folder / "mirrored"
        if not (folder / "manifest.json").exists():
            add(folder, _exchanged_entries(self._shared))
        return Side(Stored(folder))


def _exchanged_entries(shared: Shared) -> Iterator[Entry]:
    with zipfile.ZipFile(shared.path(GA)) as archive:
        for name in names_of(archive):
            document = from_akn(exchanged_file(archive.read(name)), Path(name).name)
            yield from (entry_of(each) for each in parse(document))


def pairs(texts: list[Held], chosen: list[Held]) -> Iterator[Pair]:
    """Each text with the next of another title, and the last one of its own."""
    for n, text in enumerate(chosen):
        title = text.resolution.title
        ring = [*chosen[n + 1 :], *chosen[:n]]
        rival = next(each for each in ring if each.resolution.title != title)
        yield Pair(text, rival, _before(texts, text.resolution))


def _before(texts: list[Held], text: Resolution) -> Held | None:
    date = text.date or ""
    same = [each for each in texts if each.resolution.title == text.title]
    earlier = [each for each in same if (each.resolution.date or "") < date]
    return max(earlier, key=lambda each: each.resolution.date or "", default=None)


def answers(texts: list[Held]) -> Iterator[Pair]:
    """Each text on a State's situation, and an answer put in that State's mouth, both ways.

    The answer is the draft of ``examples/article.txt``; the State sponsors it.
    """
    article = (ROOT / "examples" / "article.txt").read_text(encoding="utf-8")
    for text in texts:
        about = subject(text.resolution)
        if about is None or SITUATION not in (text.resolution.title or "").lower():
            continue
        name = printed(about.name)
        words = article.replace("Republic of Orlavia", name).replace("Orlavian", "its own")
        draft = read_one(words.replace("Orlavia", name).encode(), "answer.txt")
        if draft is not None:
            own = replace(draft.resolution, sponsors=(about.name,))
            yield Pair(draft._replace(resolution=own), text, None)
            yield Pair(text, draft._replace(resolution=own), None)
