"""Terms that one text uses in several paragraphs and the other nowhere ("unilateral sanctions").

What runs through a text shows better in its words than in any one of its changes. A term
begins and ends with words that the other text has nowhere, within one stretch between
marks; or it is two words that the other text has, and never together, nor with few words
between. What every other resolution says is none; a word that many have takes more places where it
stands alone. Of two where one stands in the other, always in the same paragraphs, the longer is
told. The endings of words do not count, nor whether one is the adverb or the noun of the other's
adjective. A name is told whole, and is no term where the other text has it in full, or by its
initials.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from counterdraft.lexicon.commonplace import commonplace_words, frequent_words
from counterdraft.lexicon.dates import ordinals
from counterdraft.lexicon.joining import joining_stems, small_in_names
from counterdraft.model import Edit, Term, Unit
from counterdraft.text.stems import Stemmed, Stemmer, family, stem

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


def terms_of(
    edits: Sequence[Edit], a: Sequence[Unit], b: Sequence[Unit], stemmer: Stemmer
) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The terms that A alone has, and those that B alone has, the most used first."""
    ones, others = ([_Split(unit, stemmer[unit.text]) for unit in side] for side in (a, b))
    # What is the same in both has no term that the other has not.
    changed = [edit for edit in edits if edit.kind != "same"]
    places_a = sorted(i for edit in changed for i in edit.a)
    places_b = sorted(j for edit in changed for j in edit.b)
    known_a, known_b = (
        frozenset(map(family, chain.from_iterable(split.text.stems for split in side)))
        for side in (ones, others)
    )
    # How a paragraph begins is what the organ does, and no term: "Deeply concerned".
    said_a, said_b = (
        [_said(side[place], stemmer) for place in at]
        for side, at in ((ones, places_a), (others, places_b))
    )
    return _terms(said_a, known_b, others), _terms(said_b, known_a, ones)


def _said(split: _Split, stemmer: Stemmer) -> _Split:
    """A unit with its words after the phrase that it begins with."""
    whole, phrase = split.unit.text, split.unit.head.phrase
    if phrase and whole[phrase : phrase + 1] != " ":  # it ends within a word
        return _Split(split.unit, stemmer[whole[phrase:]])
    first = len(stemmer[whole[:phrase]].words) if phrase else 0
    return _Split(split.unit, Stemmed(split.text.words[first:], split.text.stems[first:]))


def _terms(text: Sequence[_Split], known: Set[str], other: Sequence[_Split]) -> tuple[Term, ...]:
    """The terms of a text, which are none of another, with its words ``known``."""
    stems = [split.text.stems for split in text]
    kept = _longest({**_new(stems, known), **_together(stems, known, other)})
    order = sorted(kept.items(), key=lambda each: (-len(each[1]), -len(each[0]), each[0]))
    found: dict[str, Term] = {}
    for gram, at in order:
        each = _term(gram, sorted(at), text)
        # Of two parts of a name, told whole, the one in more places.
        found.setdefault(each.text, each)
    return tuple(each for each in found.values() if not _is_abbreviated(each.text, other))


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


def _new(text: Sequence[Sequence[str]], known: Set[str]) -> dict[_Gram, frozenset[int]]:
    """What begins and ends with new words, and stands in enough places, with these."""
    places: dict[_Gram, set[int]] = defaultdict(set)
    for n, stems in enumerate(text):
        for gram in _grams(stems, known):
            places[gram].add(n)
    return {gram: frozenset(at) for gram, at in places.items() if len(at) >= _least(gram)}


def _least(gram: _Gram) -> int:
    """In how many places it takes to be a term."""
    return _ALONE if len(gram) == 1 and gram[0] in _frequent() else _PLACES


def _together(
    text: Sequence[Sequence[str]], known: Set[str], other: Sequence[_Split]
) -> dict[_Gram, frozenset[int]]:
    """Two known words that stand together in enough places, and nowhere near in the other text."""
    pairs = [frozenset(pairwise(stems)) for stems in text]
    return {
        pair: frozenset(n for n, each in enumerate(pairs) if pair in each)
        for pair, count in Counter(chain.from_iterable(pairs)).items()
        if count >= _TOGETHER and _may_be_new(pair, known) and not _stand_near(pair, other)
    }


def _stand_near(pair: _Gram, text: Iterable[_Split]) -> bool:
    """Whether a text has two words in this order with few others between them."""
    first, last = map(family, pair)
    for stems in (list(map(family, split.text.stems)) for split in text):
        if first in stems and last in stems:
            for i, each in enumerate(stems):
                if each == first and last in stems[i + 1 : i + 2 + _BETWEEN]:
                    return True
    return False


def _grams(stems: Sequence[str], known: Set[str]) -> Iterator[_Gram]:
    """What begins and ends with new words, wherever it stands."""
    unknown = {each for each in set(stems) if _is_content(each) and family(each) not in known}
    new = [i for i, each in enumerate(stems) if each in unknown] if unknown else []
    for n, i in enumerate(new):
        for j in new[n:]:
            gram = tuple(stems[i : j + 1])
            if j - i >= _WORDS or not all(word[0].isalpha() for word in gram):
                break
            if not _commonplace().issuperset(gram):
                yield gram


def _may_be_new(pair: _Gram, known: Set[str]) -> bool:
    """Whether two known words, each of which says something, may make a term."""
    return (
        known >= set(map(family, pair))
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
    """A term as it is printed where it first stands, with all of a name that it is cut out of."""
    first = text[places[0]].text
    start = _place(gram, first)
    end = start + len(gram)
    whole = _whole_name(first.words, start, end)
    if all(_place(tuple(first.stems[slice(*whole)]), text[n].text) >= 0 for n in places):
        start, end = whole
    return Term(first.printed(start, end), tuple(text[n].unit.head.key for n in places))


def _place(gram: _Gram, text: Stemmed) -> int:
    """Where a gram first stands in a text; -1 where it does not."""
    stems, length = text.stems, len(gram)
    found = (i for i in range(len(stems) - length + 1) if tuple(stems[i : i + length]) == gram)
    return next(found, -1)


def _whole_name(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """From where to where a name goes of which some words begin, or end, with a part."""
    if _is_capital(words[start]):
        start -= _more_of_name(words[:start][::-1])
    if _is_capital(words[end - 1]):
        end += _more_of_name(words[end:])
    return start, end


def _more_of_name(words: Sequence[str]) -> int:
    """How many of these words go on with a name: capitals, and small words between them."""
    name = 0
    for n, word in enumerate(words, 1):
        if _is_capital(word):
            name = n
        elif word not in small_in_names():
            break
    return name


def _is_capital(word: str) -> bool:
    return word[0].isupper()
