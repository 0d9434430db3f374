"""Texts → the wordings of a corpus most like each, best first.

Every text's rarest words and pairs of neighbours are looked up, until a budget is spent; the
forms that share most of them are candidates, and these are scored exactly: the cosine of the sets
of words, each word weighing as it is rare in the whole corpus. Everything is counted in whole
numbers, or in steps that IEEE 754 settles to the last bit, so that the result is the same on any
machine, by numpy or by compiled kernels, and however the corpus is cut into shards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from msgspec import Struct

from counterdraft.kernels.load import Say
from counterdraft.reuse.engine import Engine, engine
from counterdraft.reuse.questions import ENOUGH, Questions, Taken, asked, taken
from counterdraft.reuse.shard import Features, Shard
from counterdraft.reuse.weights import squared_weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    I8 = NDArray[np.int64]

SAME = 1000
"""The score of a text's own form, and of no other."""
_CANDIDATES = 112
_AT_ONCE = 1024
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
_LONGEST = 4096
_OWN = np.uint64(0xFFFFFFFF)  # the rank of a text's own form, above all others
_NONE = np.uint64(0xFFFFFFFF)  # no form
# What the shares of a form are multiplied by for its length: to the length of its vector.
SCALE = (32768 / np.sqrt(np.arange(_LONGEST) + 1)).astype(np.uint32)


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


def nearest(
    shards: Sequence[Shard], texts: Sequence[str], limit: int = 10, say: Say | None = None
) -> list[list[Hit]]:
    """For each text the wordings most like it, best first, of equals the older first.

    Older is what stands in an earlier shard, and in a shard what has the lower form. A wording
    that several shards have is found once: ``everywhere`` tells where else it stands. ``say`` is
    told what takes long.
    """
    return Index(shards).nearest(texts, limit, say)


def everywhere(shards: Sequence[Shard], shard: int, form: int) -> list[tuple[int, int]]:
    """Each shard that has the wording of a form, with the form it is there."""
    number, words = int(shards[shard].hashes[form]), shards[shard].form_numbers(form)
    each = (
        (n, form if n == shard else other.find_numbered(number, words))
        for n, other in enumerate(shards)
    )
    return [(n, found) for n, found in each if found is not None]


class Index:
    """Several shards, and what their words weigh in all of them together."""

    def __init__(self, shards: Sequence[Shard]) -> None:
        self.shards = tuple(shards)
        self.clauses = sum(shard.clauses for shard in self.shards)
        self._squares = [
            squared_weights(clauses, self.clauses) for clauses in _together(self.shards)
        ]

    def nearest(
        self, texts: Sequence[str], limit: int = 10, say: Say | None = None,
        *, compiled: bool | None = None,
    ) -> list[list[Hit]]:  # fmt: skip
        """As ``nearest``, for whoever asks more than once; ``compiled`` as of ``engine``."""
        if not self.shards:
            return [[] for _ in texts]
        using = engine(len(texts), say, compiled=compiled)
        hits: list[list[Hit]] = []
        for start in range(0, len(texts), _AT_ONCE):
            hits += self._nearest(texts[start : start + _AT_ONCE], limit, using)
        return hits

    def _nearest(self, texts: Sequence[str], limit: int, using: Engine) -> list[list[Hit]]:
        questions, most = asked(texts), max(_CANDIDATES, 2 * limit)
        words = _places([shard.words for shard in self.shards], questions.words.number, using)
        pairs = _places([shard.pairs for shard in self.shards], questions.pairs.number, using)
        clauses, stretches = self._looked_up(words, pairs)
        squares = squared_weights(clauses, self.clauses)
        chosen = taken(questions, clauses, squares)
        found = self._distinct(
            [
                self._shared(n, begins, ends, chosen, questions, most, using)
                for n, (begins, ends) in enumerate(stretches)
            ],
            most,
        )
        whole = np.bincount(questions.words.text, squares[: len(questions.words.text)], len(texts))
        scores = self._scored(found, questions, words, whole, using)
        return _best(found, scores, len(texts), limit)

    def _looked_up(
        self, words: Sequence[I8], pairs: Sequence[I8]
    ) -> tuple[I8, list[tuple[I8, I8]]]:
        """Of words and then pairs: the clauses that have each, and each shard's postings."""
        clauses, stretches = np.zeros(len(words[0]) + len(pairs[0]), np.int64), []
        for shard, word, pair in zip(self.shards, words, pairs, strict=True):
            each = [shard.words.stretches(word), shard.pairs.stretches(pair)]
            begins, ends, counts = (np.concatenate(both) for both in zip(*each, strict=True))
            clauses += counts
            stretches.append((begins, ends))
        return clauses, stretches

    def _shared(
        self, shard: int, begins: I8, ends: I8, chosen: Taken, questions: Questions, most: int,
        using: Engine,
    ) -> _Candidates:  # fmt: skip
        """A shard's candidates: each text's own form, and ``most`` others that share most."""
        begins, ends, of = begins[chosen.place], ends[chosen.place], self.shards[shard]
        arrays = (of.postings, of.lengths, SCALE, ENOUGH, most + 1)

        def act(start: int, stop: int) -> list[NDArray[np.uint64]]:
            first = chosen.first[start : stop + 1]
            return [using.functions.candidates(first, begins, ends, chosen.share, *arrays)]

        (best,) = using.over(len(chosen.first) - 1, act)
        best = _with_own(best, of.find_all(questions.forms, questions.tokens))
        text, place = np.nonzero(best)
        both = best[text, place]
        form = (_LOW - (both & _LOW)).astype(np.int64)
        return _Candidates(text, np.full(len(text), shard), form, (both >> _HALF).astype(np.int64))

    def _distinct(self, parts: Sequence[_Candidates], most: int) -> _Candidates:
        """The best of each text over all shards, each wording once, from its oldest shard."""
        if len(parts) == 1:
            return parts[0]
        text, shard, form, rank = (np.concatenate(each) for each in zip(*parts, strict=True))
        number = np.zeros(len(text), np.uint64)
        for n, each in enumerate(self.shards):
            number[shard == n] = each.hashes[form[shard == n]]
        order = np.lexsort((shard, -rank, number, text))
        order = order[_first_of(text[order], number[order])]
        order = order[np.lexsort((form[order], shard[order], -rank[order], text[order]))]
        own = np.bincount(text[order][rank[order] == _OWN], minlength=text.max(initial=0) + 1)
        order = order[_rank_in(text[order]) < most + own[text[order]]]
        return _Candidates(text[order], shard[order], form[order], rank[order])

    def _scored(
        self, found: _Candidates, questions: Questions, words: list[I8], whole: I8, using: Engine
    ) -> I8:
        """The score of each candidate; ``whole`` has the squares of all words of each text."""
        shared, theirs = np.zeros((2, len(found.text)), np.int64)
        bounds = np.arange(len(whole) + 1)
        word_first = np.searchsorted(questions.words.text, bounds)
        for n, shard in enumerate(self.shards):
            here = np.flatnonzero(found.shard == n)
            first, forms = np.searchsorted(found.text[here], bounds), found.form[here]
            ours = (words[n], shard.tokens, shard.token_starts, self._squares[n])

            def act(
                start: int, stop: int, first: I8 = first, forms: I8 = forms, ours: Any = ours
            ) -> tuple[I8, I8]:
                some, of = first[start : stop + 1], word_first[start : stop + 1]
                part: tuple[I8, I8] = using.functions.overlaps(
                    some - some[0], forms[some[0] : some[-1]], of, *ours
                )
                return part

            shared[here], theirs[here] = using.over(len(whole), act)
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


def _places(features: Sequence[Features], numbers: NDArray[np.uint32], using: Engine) -> list[I8]:
    """Where numbers stand among the features of each shard."""
    return [using.functions.places(numbers, of.keys, of.directory) for of in features]


def _with_own(best: NDArray[np.uint64], forms: Sequence[int | None]) -> NDArray[np.uint64]:
    """A table of candidates, which has one too many, with each text's own form apart and first."""
    own = np.array([_NONE if form is None else form for form in forms], np.uint64)[:, np.newaxis]
    same = (_LOW - (best & _LOW) == own) & (best > 0)
    best[~same.any(axis=1), -1] = 0
    best[same] = 0
    return np.concatenate((np.where(own == _NONE, 0, _OWN << _HALF | (_LOW - own)), best), axis=1)


def _first_of(*columns: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Which rows of sorted columns are not as the one before."""
    first = np.ones(len(columns[0]), np.bool_)
    first[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return first


def _rank_in(text: I8) -> I8:
    """The place of each row among those of its text."""
    first = np.searchsorted(text, np.arange(text[-1] + 1 if len(text) else 0))
    return np.arange(len(text)) - first[text]


def _best(found: _Candidates, scores: I8, texts: int, limit: int) -> list[list[Hit]]:
    """The best of each text; nothing that shares no word."""
    kept = np.flatnonzero(scores)
    # One number in place of three to sort by: of 1,024 texts, 1,001 scores and 2**32 shards.
    place = (found.text << 42) - (scores << 32) + found.shard
    order = kept[np.lexsort((found.form[kept], place[kept]))]
    order = order[_rank_in(found.text[order]) < limit]
    columns = (found.text, found.shard, found.form, scores)
    hits: list[list[Hit]] = [[] for _ in range(texts)]
    for text, shard, form, score in zip(*(each[order].tolist() for each in columns), strict=True):
        hits[text].append(Hit(shard, form, score))
    return hits
