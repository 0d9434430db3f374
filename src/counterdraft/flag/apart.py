"""A wording and a corpus → a paragraph like it that stands where one was voted on apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.flag.alike import words_of
from counterdraft.lexicon.voted_apart import VotedApart, voted_apart
from counterdraft.model import Corpus
from counterdraft.model.sessions import session_in
from counterdraft.wording.english import counted
from counterdraft.wording.paragraph_label import paragraph_label


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
        sessions = (session_in(self.vote.text) or 0) - (session_in(self.vote.vote) or 0)
        if sessions == 1:
            return "of the session after"
        return f"{counted(sessions, 'session')} later (whatever stood between was not read)"


def apart_of(corpus: Corpus | None) -> tuple[Apart, ...]:
    """Those whose text the corpus holds."""
    return tuple(_held(corpus)) if corpus is not None else ()


def _held(corpus: Corpus) -> Iterator[Apart]:
    for vote in voted_apart():
        record = corpus.record(vote.text)
        for clause in corpus.clauses(record) if record else ():
            if clause.paragraph == vote.paragraph:
                yield Apart(vote, words_of(clause.text))
