"""A clause and a wording of the corpus → whether the one was made from the other.

They are held against each other word by word, names of treaties, bodies and States as single words.
What the thresholds are worth is measured by ``bench/trace_quality.py`` on pairs that people read.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from counterdraft.align.likeness import Coded, Coder, likeness, within
from counterdraft.lexicon.commonplace import citing_words, commonplace_words
from counterdraft.lexicon.dates import ordinals
from counterdraft.lexicon.joining import content_of, joining_stems
from counterdraft.reuse.names import is_name, with_short_names
from counterdraft.text.stems import stem

# A clause is adapted from another where so much of both is the same words in the same order …
_ALIKE = 0.5
# … or so much of one stands together in the other, and that is no mere phrase.
_WITHIN, _PHRASE = 0.8, 9
# What any resolution says makes no source: of rare words there are so many in 1000 …
RARE = 330
"""The least score, of rare words in common, of a source."""
# … and so many that are neither names nor said by every fourth resolution.
_OWN_WORDS = 2
# Where half of the rare words and many of their own are the same, a third of all words in the same
# order is enough: so much is left of what was put in other words. But some stand in one run: words
# that are scattered over a longer clause are the matter's, and not that clause's.
_MOSTLY_RARE, _REWORDED, _MANY = 500, 0.33, 5
# So many words in one unbroken run, half of the clause, are its language whatever they say: a list
# of resolutions has no words of its own, and is taken over all the same.
_RUN, _HALF = 12, 0.5
# Words in another order are that clause's too where either says so much of what the other does, so
# many words at least, some of them their own, and a third of them in runs of three: a sentence that
# was turned round keeps its phrases, and what is merely on the same matter has others.
_BOTH, _SEVERAL, _PECULIAR = 0.5, 5, 3
_MANY_RARE, _TURNED, _IN_PHRASES = 400, 3, 1 / 3
# Shorter runs say nothing.
_FEWEST = 6
# So many are enough where they are all of it.
_WHOLE = 8
# What two clauses have in common besides names, numbers and days says something from so many words
# on, said by any resolution or not: of two that welcome one conference neither is the other's.
SAID = 2
"""The fewest words in common, besides names and what only cites, that say something."""
_SMALL_WORD = re.compile(r"(?<![\w'\u2019-])[a-z][a-z'\u2019-]*(?![\w'\u2019-])")
# In a text of the same title a shorter run says as much, or a smaller part of the clause; and what
# is nearly the same there is that text's, though but a number be left of what it says.
_SERIES_RUN, _PART, _NEARLY = 8, 0.4, 0.7


class Judged:
    """How alike two clauses are, each share from 0 to 1; what is not asked for is not counted."""

    def __init__(self, clause: Weighed, source: Weighed) -> None:
        self._clause, self._source = clause, source

    @cached_property
    def alike(self) -> float:
        """How alike both are as wholes."""
        return likeness(self._clause.coded, self._source.coded)

    @cached_property
    def held(self) -> float:
        """How alike the clause and the stretch of a longer source are that is most like it."""
        return within(self._clause.coded, self._source.coded)

    @cached_property
    def holds(self) -> float:
        """How alike the source and a stretch of the clause are."""
        return within(self._source.coded, self._clause.coded)

    @cached_property
    def words(self) -> int:
        """The length of the shorter."""
        return min(len(self._clause.coded.words), len(self._source.coded.words))

    @cached_property
    def shared(self) -> int:
        """How many words of its own the two have in common."""
        return len(self._clause.own_words & self._source.own_words)

    @cached_property
    def run(self) -> int:
        """How many of the clause's words stand in the source in one unbroken run."""
        return _run(self._clause.coded, self._source.coded)

    @cached_property
    def part(self) -> float:
        """The share of the run of the clause."""
        return self.run / max(1, len(self._clause.coded.words))

    @cached_property
    def said(self) -> int:
        """How many words they have in common that are no part of a name, and do more than cite."""
        return len(self._clause.said & self._source.said)

    @cached_property
    def both(self) -> float:
        """The share of what either says that the other says too, in any order; the lesser one."""
        most = max(len(self._clause.said), len(self._source.said))
        return self.said / most if most else 0.0

    @cached_property
    def in_phrases(self) -> float:
        """The share of the clause's words that stand in the source in short runs, in any order."""
        words, there = self._clause.coded.words, self._source.coded.words
        found = {
            place
            for start in range(len(words) - _TURNED + 1)
            if words[start : start + _TURNED] in there
            for place in range(start, start + _TURNED)
        }
        return len(found) / max(1, len(words))

    @cached_property
    def opens(self) -> bool:
        """Whether both open with the same word."""
        return self._clause.opening == self._source.opening

    # In all of these what is soonest found out is asked first.

    def is_source(self, score: int) -> bool:
        """Whether the clause was made from it, where ``score`` is of rare words in common."""
        if score < RARE:
            return False
        whole = self.run >= _WHOLE and self.part >= 1
        taken = whole or (self.run >= _RUN and self.part >= _HALF)
        made = taken or self._is_alike() or self._is_reworded(score) or self._is_turned(score)
        return made and self._says(whole)

    def is_version(self) -> bool:
        """Whether one was made from the other, where both are of one series of texts."""
        taken = self.run >= _SERIES_RUN and self.part >= _PART
        # The next year's clause on the same thing may well open as this one does.
        return (taken or self.alike >= _NEARLY or self._is_alike()) and self._says(self.opens)

    def _says(self, settled: bool) -> bool:
        """Whether what is the same is more than names, or nearly all, or that is settled."""
        return settled or self.alike >= _NEARLY or self.said >= SAID

    def _is_alike(self) -> bool:
        return (self.alike >= _ALIKE or self._is_within()) and self.shared >= _OWN_WORDS

    def _is_within(self) -> bool:
        """Whether one stands in the other, and is no mere phrase."""
        return self.words >= _PHRASE and max(self.held, self.holds) >= _WITHIN

    def _is_reworded(self, score: int) -> bool:
        much = score >= _MOSTLY_RARE and self.run >= _FEWEST and self.alike >= _REWORDED
        return much and self.shared >= _MANY

    def _is_turned(self, score: int) -> bool:
        """Whether its phrases are the source's, in whatever order."""
        if score < _MANY_RARE or self.shared < _PECULIAR or self.said < _SEVERAL:
            return False
        return self.both >= _BOTH and self.alike >= _REWORDED and self.in_phrases >= _IN_PHRASES


class Weighed:
    """A clause to be held against others of the same coder; what is asked of it is kept."""

    def __init__(self, clause: str, coder: Coder) -> None:
        self._text = with_short_names(clause)
        self.coded: Coded = coder.coded(self._text)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """What it says that not every fourth resolution does, without names."""
        return _own_words(self._text)

    @cached_property
    def said(self) -> frozenset[str]:
        """The stems of what it says, without names, numbers, and the words that only cite."""
        return frozenset(map(stem, _SMALL_WORD.findall(self._text))) - _citing()

    @cached_property
    def opening(self) -> str:
        """The stem of the word it opens with."""
        return stem(self._text.split(None, 1)[0].lower().strip(",;")) if self._text.strip() else ""


def judged(clause: str, source: str) -> Judged:
    """Hold a clause against a source."""
    coder = Coder()
    return weighed_against(Weighed(clause, coder), Weighed(source, coder))


def made_from(clause: Weighed, source: Weighed, score: int) -> bool:
    """Whether the clause was made from the source: see ``Judged.is_source``."""
    return weighed_against(clause, source).is_source(score)


def weighed_against(clause: Weighed, source: Weighed) -> Judged:
    """The same as ``judged`` for two that may be held against others too."""
    return Judged(clause, source)


def _run(clause: Coded, source: Coded) -> int:
    """How many words of a clause stand in a source together, in the longest run there is.

    Shorter runs than are ever asked for are none.
    """
    words, there, longest = clause.words, source.words, _FEWEST - 1
    for start in range(len(words) - longest):
        while start + longest < len(words) and words[start : start + longest + 1] in there:
            longest += 1
    return longest if longest >= _FEWEST else 0


def own_words_of(clause: str) -> frozenset[str]:
    """The stems of what a clause says that not every fourth resolution does, without names."""
    return _own_words(with_short_names(clause))


def _own_words(text: str) -> frozenset[str]:
    """Those of a text in which names are single words."""
    return frozenset(each for each in content_of(text) - _commonplace() if not is_name(each))


@cache
def _commonplace() -> frozenset[str]:
    return frozenset(map(stem, commonplace_words()))


@cache
def _citing() -> frozenset[str]:
    return frozenset(map(stem, (*citing_words(), *ordinals()))) | joining_stems()
