"""Terms that one text uses in several paragraphs and the other nowhere ("unilateral sanctions").

What runs through a text shows better in its words than in any one of its changes. A term
begins and ends with words that the other text has nowhere, within one stretch between
marks; or it is two words that the other text has, and never together. What every other
resolution says is none. Of two where one stands in the other, always in the same
paragraphs, the longer is told. The endings of words do not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from counterdraft.compare.stems import stem
from counterdraft.lexicon.commonplace import commonplace_words
from counterdraft.lexicon.joining import joining_words
from counterdraft.model import Edit, Term, Unit
from counterdraft.text.straight import straighten

# A word, or a mark or number that no term goes beyond.
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'/.][^\W\d_]+)*|[^\s\w]|\w+")
_LETTERS = 4
_WORDS = 40
_PLACES = 2
# Two known words come together by chance: it takes more places to be a term.
_TOGETHER = 3

_Gram = tuple[str, ...]


class _Split(NamedTuple):
    """A unit, its words as printed, and their stems."""

    unit: Unit
    words: list[str]
    stems: list[str]


class _Known(NamedTuple):
    """The words of a text, and which of them follow each other."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def terms_of(
    edits: Sequence[Edit], a: Sequence[Unit], b: Sequence[Unit]
) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The terms that A alone has, and those that B alone has, the most used first."""
    ones, others = ([_split(unit) for unit in side] for side in (a, b))
    # What is the same in both has no term that the other has not.
    changed = [edit for edit in edits if edit.kind != "same"]
    places_a = sorted(i for edit in changed for i in edit.a)
    places_b = sorted(j for edit in changed for j in edit.b)
    return (
        _terms([ones[i] for i in places_a], _known(others)),
        _terms([others[j] for j in places_b], _known(ones)),
    )


def _split(unit: Unit) -> _Split:
    words = _TOKEN.findall(straighten(unit.text))
    return _Split(unit, words, [stem(word.lower()) for word in words])


def _known(text: Sequence[_Split]) -> _Known:
    return _Known(
        frozenset(each for split in text for each in split.stems),
        frozenset(pair for split in text for pair in pairwise(split.stems)),
    )


def _terms(text: Sequence[_Split], known: _Known) -> tuple[Term, ...]:
    places: dict[_Gram, set[int]] = defaultdict(set)
    for n, split in enumerate(text):
        for gram in _grams(split.stems, known):
            places[gram].add(n)
    kept = _longest({
        gram: frozenset(at) for gram, at in places.items()
        if len(at) >= (_PLACES if gram[0] not in known.words else _TOGETHER)
    })  # fmt: skip
    order = sorted(kept.items(), key=lambda each: (-len(each[1]), -len(each[0]), each[0]))
    return tuple(_term(gram, sorted(at), text) for gram, at in order)


def _grams(stems: Sequence[str], known: _Known) -> Iterator[_Gram]:
    """What may be a term, wherever it stands."""
    new = [i for i, each in enumerate(stems) if each not in known.words and _is_content(each)]
    for n, i in enumerate(new):
        for j in new[n:]:
            gram = tuple(stems[i : j + 1])
            if j - i >= _WORDS or not all(word[0].isalpha() for word in gram):
                break
            if not _commonplace().issuperset(gram):
                yield gram
    for pair in pairwise(stems):
        if pair not in known.pairs and _is_new_pair(pair, known.words):
            yield pair


def _is_new_pair(pair: tuple[str, str], known: Collection[str]) -> bool:
    return (
        pair[0] in known and pair[1] in known
        and _is_content(pair[0]) and _is_content(pair[1])
        and not _commonplace().issuperset(pair)
    )  # fmt: skip


def _is_content(word: str) -> bool:
    return len(word) >= _LETTERS and word[0].isalpha() and word not in _joining()


@cache
def _commonplace() -> frozenset[str]:
    return frozenset(map(stem, commonplace_words()))


@cache
def _joining() -> frozenset[str]:
    return frozenset(map(stem, joining_words()))


def _longest(grams: dict[_Gram, frozenset[int]]) -> dict[_Gram, frozenset[int]]:
    """Without what stands in a longer one at all of its places."""
    kept: dict[frozenset[int], list[_Gram]] = defaultdict(list)
    for gram in sorted(grams, key=len, reverse=True):
        told = kept[grams[gram]]
        if not any(_within(gram, longer) for longer in told):
            told.append(gram)
    return {gram: places for places, told in kept.items() for gram in told}


def _within(part: _Gram, whole: _Gram) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def _term(gram: _Gram, places: Sequence[int], text: Sequence[_Split]) -> Term:
    """A term as it is printed where it first stands."""
    _, words, stems = text[places[0]]
    at = next(i for i in range(len(stems)) if tuple(stems[i : i + len(gram)]) == gram)
    printed = " ".join(words[at : at + len(gram)])
    return Term(printed, tuple(text[n].unit.head.key for n in places))
