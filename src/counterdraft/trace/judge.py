"""A clause and a wording of the corpus → whether the one was made from the other.

They are held against each other word by word, names of treaties and States as single words.
What the thresholds are worth is measured by ``bench/trace_quality.py`` on pairs that people read.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.align.likeness import coded, likeness, within
from counterdraft.lexicon.commonplace import commonplace_words
from counterdraft.text.stems import content_of, stem
from counterdraft.trace.names import is_name, with_short_names

# A clause is adapted from another where so much of both is the same words in the same order …
_ALIKE = 0.5
# … or so much of one stands together in the other, and that is no mere phrase.
_WITHIN, _PHRASE = 0.8, 9
# What any resolution says makes no source: of rare words there are so many in 1000 …
_RARE = 330
# … and so many that are neither names nor said by every fourth resolution.
_OWN_WORDS = 2


class Judged(NamedTuple):
    """How alike two clauses are, each share from 0 to 1.

    ``alike`` is of both; ``held`` of the clause and the stretch of a longer source that is most
    like it, ``holds`` of the source and a stretch of the clause; ``words`` is the length of the
    shorter, ``shared`` how many words of its own the two have in common.
    """

    alike: float
    held: float
    holds: float
    words: int
    shared: int

    def is_source(self, score: int) -> bool:
        """Whether the clause was made from it, where ``score`` is of rare words in common."""
        return score >= _RARE and self.is_version()

    def is_version(self) -> bool:
        """Whether one was made from the other, where both are of one series of texts."""
        if self.shared < _OWN_WORDS:
            return False
        together = self.words >= _PHRASE and max(self.held, self.holds) >= _WITHIN
        return together or self.alike >= _ALIKE


def judged(clause: str, source: str) -> Judged:
    """Hold a clause against a source."""
    texts = with_short_names(clause), with_short_names(source)
    (one,), (other,) = coded([texts[0]], [texts[1]])
    shared = _own_words(texts[0]) & _own_words(texts[1])
    return Judged(
        likeness(one, other), within(one, other), within(other, one),
        min(len(one.words), len(other.words)), len(shared),
    )  # fmt: skip


def _own_words(text: str) -> frozenset[str]:
    """What a text says that not every fourth resolution does, without names."""
    return frozenset(each for each in content_of(text) - _commonplace() if not is_name(each))


@cache
def _commonplace() -> frozenset[str]:
    return frozenset(map(stem, commonplace_words()))
