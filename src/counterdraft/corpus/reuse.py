"""A corpus → what of its wordings is reused: pairs that are alike, and formulas.

A formula is a wording with its variants: of both so much is the same words in the same order, names
of treaties, bodies and States as single words. Variants are held against the most used wording,
and so a formula holds together. What is said of it is bounded by the corpus, and does not depend on
how its texts were added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from counterdraft.align.likeness import Coder, likeness
from counterdraft.corpus.stored import Stored
from counterdraft.corpus.wordings import Wordings
from counterdraft.reuse.groups import Groups
from counterdraft.reuse.join import Pairs, pairs
from counterdraft.reuse.judge import RARE, Weighed, made_from

VARIANT = 750
"""A wording is a variant where of 1000 words of both so many are the same in the same order."""

SAME = 1000
# So many earlier wordings are looked at for each.
_NEAREST = 64
# What takes longer than a person waits without being told why.
_MANY = 10_000


class Pair(NamedTuple):
    """Two wordings that are alike, by their numbers: the earlier first.

    ``score`` is of rare words in common, ``alike`` of all words in their order, both of 1000.
    """

    earlier: int
    later: int
    score: int
    alike: int


class Reuse:
    """The reuse in a corpus; pairs are judged when they are asked for."""

    def __init__(self, corpus: Stored, say: Callable[[str], None] | None = None) -> None:
        """``say`` is told what takes long."""
        self.wordings = Wordings(corpus)
        if say is not None and len(self.wordings) >= _MANY:
            say(f"Comparing {len(self.wordings):,} wordings")
        self._pairs = _joined(corpus, self.wordings, say)
        self._coder = Coder()
        self._weighed: dict[int, Weighed] = {}

    @cached_property
    def groups(self) -> Groups:
        """Wordings with their variants."""
        both = (self._pairs.earlier, self._pairs.later)
        return Groups(both, self.wordings.used(), self.alike, VARIANT)

    def formulas(self) -> Iterator[list[int]]:
        """The wordings of each formula, the most used first: together they stand in two texts."""
        for head in self.groups.heads():
            members = self.groups.members(head)
            if self.is_formula(members):
                yield members

    def is_formula(self, members: list[int]) -> bool:
        """Whether wordings stand in two texts or more."""
        texts = (record.id for each in members for record in self.wordings.records(each))
        first = next(texts)
        return any(each != first for each in texts)

    def pairs(self) -> Iterator[Pair]:
        """Pairs of which one was made from the other, or is a variant of it, in order of time.

        Those that stand in one text and nowhere else are left out: that is no reuse.
        """
        alone = self.wordings.alone().tolist()
        columns = (self._pairs.earlier, self._pairs.later, self._pairs.score)
        for one, other, score in zip(*(each.tolist() for each in columns), strict=True):
            if alone[one] == alone[other] >= 0:
                continue
            alike = self.alike(one, other)
            if alike >= VARIANT or made_from(self._of(other), self._of(one), score):
                yield Pair(one, other, score, alike)

    def alike(self, one: int, other: int) -> int:
        """How alike two wordings are, of 1000."""
        return round(SAME * likeness(self._of(one).coded, self._of(other).coded))

    def _of(self, wording: int) -> Weighed:
        if wording not in self._weighed:
            self._weighed[wording] = Weighed(self.wordings.text(wording), self._coder)
        return self._weighed[wording]


def _joined(corpus: Stored, wordings: Wordings, say: Callable[[str], None] | None) -> Pairs:
    """Pairs of wordings that may be alike, by their numbers, the later ascending."""
    import numpy as np

    shards = [segment.shard for segment in corpus.indexed]
    order = wordings.order()
    found = pairs(shards, _NEAREST, RARE, say=say, order=order)
    number = np.zeros(int(found.starts[-1]), np.uint32)
    number[order.forms] = np.arange(len(wordings), dtype=np.uint32)
    earlier, later = number[found.earlier], number[found.later]
    in_time = np.lexsort((earlier, later))
    return Pairs(earlier[in_time], later[in_time], found.score[in_time], found.starts)
