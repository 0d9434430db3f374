"""Texts to be looked for → their words and pairs of words, and which of these are looked up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from counterdraft.reuse.features import form_number, pair_numbers, starts_of, word_number
from counterdraft.reuse.wording import normalised, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    I8 = NDArray[np.int64]
    U4 = NDArray[np.uint32]

BUDGET = 16_000
"""So many clauses are looked at for a text, rarest features first; at least one feature's."""
MOST_FEATURES = 4096
"""No more features than these are looked up for a text."""
ENOUGH = 1_875
"""A form that has less than this share of what a text's features come to, 60,000, is left."""
WHOLE = 60_000  # what a text's features come to together; with one each, 65,535 is not passed
_HALF = np.uint64(32)


class Features(NamedTuple):
    """Features of several texts, each once a text: of which text, and its number."""

    text: I8
    number: U4


class Questions(NamedTuple):
    """Texts as numbers: of their forms, their words in order, the sets of words and pairs."""

    forms: NDArray[np.uint64]
    tokens: list[U4]
    words: Features
    pairs: Features


class Taken(NamedTuple):
    """The features to look up, text by text, rarest first.

    ``first`` is where each text's begin; ``place`` which feature it is, of words and then pairs;
    ``share`` what it counts among its text's.
    """

    first: I8
    place: I8
    share: NDArray[np.uint16]


def asked(texts: Sequence[str]) -> Questions:
    """Texts as numbers."""
    wordings = [normalised(text) for text in texts]
    numbers = [list(map(word_number, words(wording))) for wording in wordings]
    lengths = [len(each) for each in numbers]
    tokens = np.fromiter(chain.from_iterable(numbers), np.uint32, sum(lengths))
    text = np.repeat(np.arange(len(texts)), lengths)
    joined = text[1:] == text[:-1]
    pairs = pair_numbers(tokens[:-1][joined], tokens[1:][joined])
    bounds = starts_of(lengths).astype(np.int64)
    return Questions(
        np.array([form_number(wording) for wording in wordings], np.uint64),
        [tokens[a:b] for a, b in pairwise(bounds)],
        _features(text, tokens),
        _features(text[1:][joined], pairs),
    )


def _features(text: I8, numbers: U4) -> Features:
    both = np.sort(text.astype(np.uint64) << _HALF | numbers)
    both = np.delete(both, np.flatnonzero(both[1:] == both[:-1]))
    return Features((both >> _HALF).astype(np.int64), both.astype(np.uint32))


def taken(questions: Questions, clauses: I8, squares: I8, budget: int = BUDGET) -> Taken:
    """Which features are looked up; ``clauses`` has how many clauses of the corpus have each.

    ``clauses`` and ``squares`` are of the words and then of the pairs.
    """
    text = np.concatenate((questions.words.text, questions.pairs.text))
    number = np.concatenate((questions.words.number, questions.pairs.number))
    there = np.flatnonzero(clauses)
    rarity = text[there] << 32 | clauses[there]
    order = there[np.lexsort((there, number[there], rarity))]
    text = text[order]
    first = np.searchsorted(text, np.arange(len(questions.tokens) + 1))
    spent = _within(np.cumsum(clauses[order]), first, text)
    rank = np.arange(len(order)) - first[text]
    kept = (rank == 0) | ((spent <= budget) & (rank < MOST_FEATURES))
    order, text = order[kept], text[kept]
    first = np.searchsorted(text, np.arange(len(questions.tokens) + 1))
    squares = squares[order]
    whole = np.bincount(text, squares, len(questions.tokens)).astype(np.int64)
    share = np.maximum(1, squares * WHOLE // whole[text]).astype(np.uint16)
    return Taken(first, order, share)


def _within(sums: I8, first: I8, text: I8) -> I8:
    """Sums over all texts → over each."""
    before = np.concatenate((np.zeros(1, np.int64), sums))[first[:-1]]
    return sums - before[text]
