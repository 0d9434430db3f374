"""Terms that one text uses in several paragraphs and the other nowhere ("unilateral sanctions").

What runs through a text shows better in its words than in any one of its changes. A term
begins and ends with words that the other text has nowhere, within one stretch between
marks; or it is two words that the other text has, and never together, nor with few words
between. What every other resolution says is none; a word that many have takes more places where it
stands alone. Of two where one stands in the other, always in the same paragraphs, the longer is
told. The endings of words do not count. A name is no term where the other text has it in full, or
by its initials.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from counterdraft.lexicon.commonplace import commonplace_words, frequent_words
from counterdraft.lexicon.dates import ordinals
from counterdraft.model import Edit, Term, Unit
from counterdraft.text.stems import Stemmed, Stemmer, joining_stems, stem

_LETTERS = 4
_WORDS = 40
_PLACES = 2
# Two known words come together by chance: it takes more places to be a term.
_TOGETHER = 3
# … which it is not where the other text has them with so many words between, or fewer.
_BETWEEN = 4
# A word that many texts have takes more places, where it stands alone.
_ALONE = 4
# An acronym, how many letters a name's initials must be to be one, and what stands between two of
# the words that it is made of: "Democratic People's Republic of Korea".
_ACRONYM = re.compile(r"[A-Z]{2,9}")
_INITIALS = 3
_BETWEEN_INITIALS = r"[\w\u2019'.-]*\s+(?:[a-z]+\s+){0,2}"

_Gram = tuple[str, ...]


class _Split(NamedTuple):
    """A unit and its words."""

    unit: Unit
    text: Stemmed


class _Known(NamedTuple):
    """The words of a text, and which of them follow each other."""

    words: Set[str]
    pairs: Set[tuple[str, str]]


def terms_of(
    edits: Sequence[Edit], a: Sequence[Unit], b: Sequence[Unit], stemmer: Stemmer
) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The terms that A alone has, and those that B alone has, the most used first."""
    ones, others = ([_Split(unit, stemmer[unit.text]) for unit in side] for side in (a, b))
    # What is the same in both has no term that the other has not.
    changed = [edit for edit in edits if edit.kind != "same"]
    places_a = sorted(i for edit in changed for i in edit.a)
    places_b = sorted(j for edit in changed for j in edit.b)
    common = {unit.text for unit in a} & {unit.text for unit in b}
    both = _known(each for each in ones if each.unit.text in common)
    known_a, known_b = (
        _known((each for each in side if each.unit.text not in common), both)
        for side in (ones, others)
    )
    # How a paragraph begins is what the organ does, and no term: "Deeply concerned".
    said_a, said_b = (
        [_Split(unit, stemmer[unit.text[unit.head.phrase :]]) for unit in map(side.__getitem__, at)]
        for side, at in ((a, places_a), (b, places_b))
    )
    return _terms(said_a, known_b, others), _terms(said_b, known_a, ones)


def _known(text: Iterable[_Split], also: _Known | None = None) -> _Known:
    words, pairs = (set(also.words), set(also.pairs)) if also else (set(), set())
    for split in text:
        words.update(split.text.stems)
        pairs.update(pairwise(split.text.stems))
    return _Known(words, pairs)


def _terms(text: Sequence[_Split], known: _Known, other: Sequence[_Split]) -> tuple[Term, ...]:
    places: dict[_Gram, set[int]] = defaultdict(set)
    for n, split in enumerate(text):
        for gram in _grams(split.text.stems, known):
            places[gram].add(n)
    kept = _longest({
        gram: frozenset(at) for gram, at in places.items()
        if len(at) >= _least(gram, known) and not (
            gram[0] in known.words and _stand_near(gram, other)
        )
    })  # fmt: skip
    order = sorted(kept.items(), key=lambda each: (-len(each[1]), -len(each[0]), each[0]))
    found = [_term(gram, sorted(at), text) for gram, at in order]
    return tuple(each for each in found if not _is_abbreviated(each.text, other))


def _is_abbreviated(term: str, other: Sequence[_Split]) -> bool:
    """Whether another text has an acronym in full, or the acronym of a name."""
    if _ACRONYM.fullmatch(term):
        spelt = re.compile(rf"\b{_BETWEEN_INITIALS.join(term)}")
        return any(spelt.search(split.unit.text) for split in other)
    words = term.split()
    initials = "".join(word[0] for word in words if word[0].isupper())
    named = words[0][0].isupper() and words[-1][0].isupper()
    if not named or len(initials) < _INITIALS or not _ACRONYM.fullmatch(initials):
        return False
    return any(initials in split.text.words for split in other)


def _least(gram: _Gram, known: _Known) -> int:
    """In how many places it takes to be a term."""
    if gram[0] in known.words:
        return _TOGETHER
    return _ALONE if len(gram) == 1 and gram[0] in _frequent() else _PLACES


def _stand_near(pair: _Gram, text: Iterable[_Split]) -> bool:
    """Whether a text has two words in this order with few others between them."""
    first, last = pair
    for stems in (split.text.stems for split in text):
        if first in stems and last in stems:
            for i, each in enumerate(stems):
                if each == first and last in stems[i + 1 : i + 2 + _BETWEEN]:
                    return True
    return False


def _grams(stems: Sequence[str], known: _Known) -> Iterator[_Gram]:
    """What may be a term, wherever it stands."""
    unknown = set(filter(_is_content, set(stems) - known.words))
    new = [i for i, each in enumerate(stems) if each in unknown] if unknown else []
    for n, i in enumerate(new):
        for j in new[n:]:
            gram = tuple(stems[i : j + 1])
            if j - i >= _WORDS or not all(word[0].isalpha() for word in gram):
                break
            if not _commonplace().issuperset(gram):
                yield gram
    yield from (
        each for each in {*pairwise(stems)} - known.pairs if _is_new_pair(each, known.words)
    )


def _is_new_pair(pair: tuple[str, str], known: Set[str]) -> bool:
    return (
        pair[0] in known and pair[1] in known
        and _is_content(pair[0]) and _is_content(pair[1])
        and not _commonplace().issuperset(pair)
    )  # fmt: skip


def _is_content(word: str) -> bool:
    known = word in joining_stems() or word in _ordinals()
    return len(word) >= _LETTERS and word[0].isalpha() and not known


@cache
def _ordinals() -> frozenset[str]:
    """Sessions are counted by them, and every year by the next."""
    return frozenset(map(stem, ordinals()))


@cache
def _frequent() -> frozenset[str]:
    return frozenset(map(stem, frequent_words()))


@cache
def _commonplace() -> frozenset[str]:
    return frozenset(map(stem, commonplace_words()))


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
    first = text[places[0]].text
    at = next(i for i in range(len(first.stems)) if tuple(first.stems[i : i + len(gram)]) == gram)
    return Term(first.printed(at, at + len(gram)), tuple(text[n].unit.head.key for n in places))
