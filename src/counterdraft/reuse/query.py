"""Texts → the wordings of a corpus most like each, best first.

Every text's rarest words and pairs of neighbours are looked up, until a budget is spent; the
forms that share most of them are candidates, and these are scored exactly: the cosine of the sets
of words, each word weighing as it is rare in the whole corpus. Everything is counted in whole
numbers, or in steps that IEEE 754 settles to the last bit, so that the result is the same on any
machine, by numpy or by compiled kernels, and however the corpus is cut into shards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from msgspec import Struct

from counterdraft.reuse import plain
from counterdraft.reuse.questions import Questions, asked, taken
from counterdraft.reuse.shard import Shard
from counterdraft.reuse.weights import squared_weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    I8 = NDArray[np.int64]

SAME = 1000
"""The score of a text's own form, and of no other."""
_CANDIDATES = 64
_AT_ONCE = 1024
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
_LONGEST = 4096
_OWN = 1 << 33  # the rank of a text's own form, above all others
# What the shares of a form are multiplied by for its length: to the length of its vector.
_SCALE = (32768 / np.sqrt(np.arange(_LONGEST) + 1)).astype(np.uint32)


class Hit(Struct, frozen=True, gc=False):
    """A wording that was found: the oldest shard that has it, its form there, and the score.

    The score is from 0 to 1000, of rare words in common; 1000 is for the text's own form.
    """

    shard: int
    form: int
    score: int


class _Candidates(NamedTuple):
    """Forms that may be like a text, in order of the texts; ``rank`` is the more, the better."""

    text: I8
    shard: I8
    form: I8
    rank: I8


def nearest(shards: Sequence[Shard], texts: Sequence[str], limit: int = 10) -> list[list[Hit]]:
    """For each text the wordings most like it, best first, of equals the older first.

    Older is what stands in an earlier shard, and in a shard what has the lower form. A wording
    that several shards have is found once: ``everywhere`` tells where else it stands.
    """
    return Index(shards).nearest(texts, limit)


def everywhere(shards: Sequence[Shard], shard: int, form: int) -> list[tuple[int, int]]:
    """Each shard that has the wording of a form, with the form it is there."""
    number, words = int(shards[shard].hashes[form]), shards[shard].form_numbers(form)
    each = ((n, other.find_numbered(number, words)) for n, other in enumerate(shards))
    return [(n, found) for n, found in each if found is not None]


class Index:
    """Several shards, and what their words weigh in all of them together."""

    def __init__(self, shards: Sequence[Shard]) -> None:
        self.shards = tuple(shards)
        self.clauses = sum(shard.clauses for shard in self.shards)
        self._squares = [
            squared_weights(clauses, self.clauses) for clauses in _together(self.shards)
        ]

    def nearest(self, texts: Sequence[str], limit: int = 10) -> list[list[Hit]]:
        """As ``nearest``, for whoever asks more than once."""
        if not self.shards:
            return [[] for _ in texts]
        hits: list[list[Hit]] = []
        for start in range(0, len(texts), _AT_ONCE):
            hits += self._nearest(texts[start : start + _AT_ONCE], limit)
        return hits

    def _nearest(self, texts: Sequence[str], limit: int) -> list[list[Hit]]:
        questions = asked(texts)
        words = [shard.words.places(questions.words.number) for shard in self.shards]
        clauses, stretches = self._looked_up(questions, words)
        squares = squared_weights(clauses, self.clauses)
        chosen = taken(questions, clauses, squares)
        parts = []
        for n, (shard, (begins, ends)) in enumerate(zip(self.shards, stretches, strict=True)):
            best = plain.candidates(
                chosen.first, begins[chosen.place], ends[chosen.place], chosen.share,
                shard.postings, shard.lengths, _SCALE, max(_CANDIDATES, 2 * limit),
            )  # fmt: skip
            parts.append(_unpacked(best, n))
            parts.append(self._same(questions, n))
        found = self._distinct(parts, max(_CANDIDATES, 2 * limit))
        whole = np.bincount(questions.words.text, squares[: len(questions.words.text)], len(texts))
        scores = self._scored(found, questions, words, whole)
        return _best(found, scores, len(texts), limit)

    def _looked_up(self, questions: Questions, words: list[I8]) -> tuple[I8, list[tuple[I8, I8]]]:
        """Of words and then pairs: the clauses that have each, and each shard's postings."""
        clauses = np.zeros(len(questions.words.number) + len(questions.pairs.number), np.int64)
        stretches = []
        for shard, places in zip(self.shards, words, strict=True):
            pairs = shard.pairs.places(questions.pairs.number)
            each = [shard.words.stretches(places), shard.pairs.stretches(pairs)]
            begins, ends, counts = (np.concatenate(both) for both in zip(*each, strict=True))
            clauses += counts
            stretches.append((begins, ends))
        return clauses, stretches

    def _same(self, questions: Questions, shard: int) -> _Candidates:
        """The texts' own forms in a shard: they are candidates whatever the budget."""
        found = self.shards[shard].find_all(questions.forms, questions.tokens)
        there = [(text, form) for text, form in enumerate(found) if form is not None]
        text, form = np.array(there, np.int64).reshape(-1, 2).T
        return _Candidates(text, np.full(len(text), shard), form, np.full(len(text), _OWN))

    def _distinct(self, parts: Sequence[_Candidates], most: int) -> _Candidates:
        """The best of each text over all shards, each wording once, from its oldest shard."""
        text, shard, form, rank = (np.concatenate(each) for each in zip(*parts, strict=True))
        number = np.zeros(len(text), np.uint64)
        for n, each in enumerate(self.shards):
            number[shard == n] = each.hashes[form[shard == n]]
        order = np.lexsort((shard, -rank, number, text))
        order = order[_first_of(text[order], number[order])]
        order = order[np.lexsort((form[order], shard[order], -rank[order], text[order]))]
        order = order[_rank_in(text[order]) < most]
        return _Candidates(text[order], shard[order], form[order], rank[order])

    def _scored(self, found: _Candidates, questions: Questions, words: list[I8], whole: I8) -> I8:
        """The score of each candidate; ``whole`` has the squares of all words of each text."""
        shared, theirs = np.zeros((2, len(found.text)), np.int64)
        bounds = np.arange(len(whole) + 1)
        word_first = np.searchsorted(questions.words.text, bounds)
        for n, shard in enumerate(self.shards):
            here = np.flatnonzero(found.shard == n)
            shared[here], theirs[here] = plain.overlaps(
                np.searchsorted(found.text[here], bounds), found.form[here],
                word_first, words[n], shard.tokens, shard.token_starts, self._squares[n],
            )  # fmt: skip
        length = np.sqrt(whole[found.text]) * np.sqrt(theirs)
        cosine = np.floor(SAME * shared / np.maximum(length, 1)).astype(np.int64)
        return np.where(found.rank == _OWN, SAME, np.minimum(cosine, SAME - 1))


def _together(shards: Sequence[Shard]) -> list[I8]:
    """How many clauses of all shards have each word, by the shards' places of words."""
    if len(shards) < 2:
        return [shard.words.clauses.astype(np.int64) for shard in shards]
    keys = [shard.words.keys for shard in shards]
    _, which = np.unique(np.concatenate(keys), return_inverse=True)
    counts = np.bincount(which, np.concatenate([shard.words.clauses for shard in shards]))
    ends = np.cumsum([len(each) for each in keys])
    return np.split(counts[which].astype(np.int64), ends[:-1])


def _unpacked(best: NDArray[np.uint64], shard: int) -> _Candidates:
    text, place = np.nonzero(best)
    both = best[text, place]
    form = (_LOW - (both & _LOW)).astype(np.int64)
    return _Candidates(text, np.full(len(text), shard), form, (both >> _HALF).astype(np.int64))


def _first_of(*columns: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Which rows of sorted columns are not as the one before."""
    first = np.ones(len(columns[0]), np.bool_)
    first[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return first


def _rank_in(text: I8) -> I8:
    """The place of each row among those of its text."""
    return np.arange(len(text)) - np.searchsorted(text, text)


def _best(found: _Candidates, scores: I8, texts: int, limit: int) -> list[list[Hit]]:
    order = np.lexsort((found.form, found.shard, -scores, found.text))
    order = order[scores[order] > 0]
    order = order[_rank_in(found.text[order]) < limit]
    hits: list[list[Hit]] = [[] for _ in range(texts)]
    rows = zip(found.text[order], found.shard[order], found.form[order], scores[order], strict=True)
    for text, shard, form, score in rows:
        hits[text].append(Hit(int(shard), int(form), int(score)))
    return hits
