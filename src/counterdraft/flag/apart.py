"""A wording and a corpus → a paragraph like it that stands where one was voted on apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.flag.alike import changed, words_of
from counterdraft.lexicon.voted_apart import VotedApart, voted_apart
from counterdraft.model import Corpus
from counterdraft.wording.english import counted
from counterdraft.wording.paragraph_label import paragraph_label

# Two wordings of which less is alike are not told as one.
_ALIKE = 0.6


class Apart(NamedTuple):
    """A paragraph of the corpus, the vote on one that had its place, and its words."""

    vote: VotedApart
    words: frozenset[str]

    def said(self) -> str:
        """What is known, as far as it is."""
        label = paragraph_label(self.vote.paragraph, None)
        return (
            f"{label} of {self.vote.vote} was voted on apart from the rest of it, and in "
            f"{self.vote.text}, a text of that title {self._later()}, wording like this has that "
            "number"
        )

    def _later(self) -> str:
        """How much later it is: what stood between the two, if anything, was not read."""
        sessions = _session(self.vote.text) - _session(self.vote.vote)
        if sessions == 1:
            return "of the session after"
        return f"{counted(sessions, 'session')} later (whatever stood between was not read)"


def _session(symbol: str) -> int:
    """The session in a symbol of the General Assembly: "A/RES/74/40"."""
    return int(symbol.split("/")[2])


class Like(NamedTuple):
    """The one most like a wording, and the share of words that both have."""

    apart: Apart
    share: float


def apart_of(corpus: Corpus | None) -> tuple[Apart, ...]:
    """Those whose text the corpus holds."""
    return tuple(_held(corpus)) if corpus is not None else ()


def _held(corpus: Corpus) -> Iterator[Apart]:
    for vote in voted_apart():
        record = corpus.record(vote.text)
        for clause in corpus.clauses(record) if record else ():
            if clause.paragraph == vote.paragraph:
                yield Apart(vote, words_of(clause.text))


def like(text: str, known: Sequence[Apart]) -> Like | None:
    """The one most like a wording; None where none is much like it."""
    words = words_of(text)
    found = max(
        (Like(each, 1 - changed(words, each.words)) for each in known),
        key=lambda each: each.share,
        default=None,
    )
    return found if found and found.share >= _ALIKE else None
