"""Two sequences of paragraphs → which of one became which of the other, by what they say.

In: the paragraphs of A and of B. Out: ``Pairing`` values, each with the places on either
side: one and one, one and none, or one and several where a paragraph was split or several
were merged. First comes the chain of pairs, in the order of both texts, that have most in
common; then what was moved out of that order; then what was split and merged. Numbers are
not looked at, so that a paragraph inserted before all others changes nothing after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from math import ceil
from operator import itemgetter
from typing import NamedTuple

from counterdraft.align.likeness import (
    Coded,
    coded,
    contained,
    in_common,
    likeness,
    likenesses,
    longest_in_both,
    sharing,
)

# Two paragraphs with less in common are not one paragraph edited …
_EDITED = 0.42
# … unless nearly all of the shorter one, which is no mere phrase, stands in the longer …
_HELD, _PHRASE, _HELD_WEIGHS, _HELD_AT_MOST = 0.8, 15, 0.75, 0.8
# … or they stand at one place between others that are paired, and begin alike, in texts of
# which so many paragraphs are paired that a place says something.
_IN_PLACE, _VERSIONS, _SEVERAL = 0.28, 1 / 3, 2
# Out of order, and in another part of the text, it takes more to say so …
_MOVED = 0.6
# … or, within a part, so many first words, which are of no other two that are free.
_BEGUN = 6
# Short ones are alike by chance: so many more shares for each word under this length.
_SHORT, _PER_WORD = 12, 0.02
# A part of a paragraph that was split stands in the whole with so much of it.
_PART = 0.7
_GAIN = 0.04
# … or so many of its words on end do, and such a share of it or so many more, of which nearly none
# stand in the other parts.
_RUN, _RUN_SHARE, _LONG_RUN, _ITS_OWN = 12, 0.3, 24, 0.8
# Among equals the pair at the same place is the right one, and the longer one rather than "XIV".
_NEARNESS, _LENGTH, _LONG = 0.001, 1e-9, 1000


class Pairing(NamedTuple):
    """Places in A and in B that belong together, and how alike they are."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    likeness: float
    moved: bool = False


class _Sides(NamedTuple):
    """The words of both texts, and which part of its text each paragraph is in."""

    a: list[Coded]
    b: list[Coded]
    parts_a: Sequence[str]
    parts_b: Sequence[str]


def pair(
    a: Sequence[str], b: Sequence[str],
    parts: tuple[Sequence[str], Sequence[str]] | None = None,
) -> list[Pairing]:  # fmt: skip
    """Pair the paragraphs of two texts; every place of either stands in one pairing.

    ``parts`` names for each paragraph of either the part of the text that it is in.
    """
    parts = parts or ([""] * len(a), [""] * len(b))
    ours, theirs = coded(a, b)
    sides = _Sides(ours, theirs, *parts)
    table = _likenesses(sides)
    span = max(len(a), len(b), 1)
    gains = {(i, j): _gain(found, ours[i], abs(i - j) / span) for (i, j), found in table.items()}
    chain = _filled(_chain(gains, len(b)), sides, table)
    moved = _moved(table, chain, len(a), len(b))
    moved += _begun_elsewhere(table, [*chain, *moved], sides)
    pairs = {**{i: (j, False) for i, j in chain}, **{i: (j, True) for i, j in moved}}
    found = [Pairing((i,), (j,), table[i, j], moved) for i, (j, moved) in pairs.items()]
    found = _with_parts(found, sides)
    return [*found, *_left_over(found, len(a), len(b))]


def _likenesses(sides: _Sides) -> dict[tuple[int, int], float]:
    """How alike every two paragraphs are that could be one.

    Two of the same words that stand once in either text are one, and no other's.
    """
    same = _identical(sides)
    table = dict.fromkeys(same.items(), 1.0)
    taken = set(same.values())
    rest_b = {j: other.words for j, other in enumerate(sides.b) if j not in taken}
    for i, one in enumerate(sides.a):
        for j, found in _alike(one, rest_b, sides.b) if i not in same else ():
            short = min(len(one.words), len(sides.b[j].words))
            if found >= _least(short, apart=sides.parts_a[i] != sides.parts_b[j]):
                table.setdefault((i, j), found)
    return table


def _least(short: int, *, apart: bool) -> float:
    """What two must have in common to be one: the length of the shorter, and where they stand."""
    least = _EDITED if short >= _SHORT else min(0.8, _EDITED + (_SHORT - short) * _PER_WORD)
    return max(least, _MOVED) if apart else least


def _alike(
    one: Coded, words: Mapping[int, str], others: Sequence[Coded]
) -> Iterator[tuple[int, float]]:
    """Which of others, by their places, have enough in common with a paragraph, and how much."""
    yield from likenesses(one, words, _EDITED)
    n = len(one.words)
    unlike = {
        j: each for j, each in words.items()
        if n >= _PHRASE <= (m := len(each)) and 2 * min(n, m) < _HELD_AT_MOST * (n + m)
    }  # fmt: skip
    for j, shared in sharing(one, unlike, ceil(_HELD * _PHRASE)):
        if shared >= _HELD * min(n, len(words[j])) and _is_held(one, others[j]):
            yield j, _HELD_WEIGHS * shared / min(n, len(words[j]))


def _identical(sides: _Sides) -> dict[int, int]:
    """Where the paragraphs stand whose words are the same, once in A and once in B."""
    ours, theirs = (dict(enumerate(each.text for each in side)) for side in (sides.a, sides.b))
    same = _once_in_both(ours, theirs)
    taken = set(same.values())
    ours = {i: each.words for i, each in enumerate(sides.a) if i not in same}
    theirs = {j: each.words for j, each in enumerate(sides.b) if j not in taken}
    return same | _once_in_both(ours, theirs)


def _once_in_both(a: dict[int, str], b: dict[int, str]) -> dict[int, int]:
    """The places of what stands in either text once."""
    places: list[dict[str, list[int]]] = [{}, {}]
    for side, found in zip((a, b), places, strict=True):
        for place, each in side.items():
            found.setdefault(each, []).append(place)
    return {
        ours[0]: theirs[0]
        for each, ours in places[0].items()
        if each and len(ours) == 1 == len(theirs := places[1].get(each, []))
    }


def _is_held(one: Coded, other: Coded) -> bool:
    """Whether nearly all the kinds of words of the shorter stand in the longer."""
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    return len(short.kinds & long.kinds) >= _HELD * len(short.kinds)


def _filled(
    chain: list[tuple[int, int]], sides: _Sides, table: dict[tuple[int, int], float]
) -> list[tuple[int, int]]:
    """The chain, with pairs in its gaps that are alike only in their place and how they begin."""
    if len(chain) < _VERSIONS * min(len(sides.a), len(sides.b)):
        return chain
    filled = []
    ends = [*chain, (len(sides.a), len(sides.b))]
    i = j = 0
    for stop_a, stop_b in ends:
        gap = {
            (x, y): found
            for x in range(i, stop_a)
            for y in range(j, stop_b)
            if (found := _begun_alike(sides.a[x], sides.b[y]))
        }
        span = max(stop_a - i, stop_b - j, 1)
        gains = {
            (x, y): _gain(found, sides.a[x], abs(x - i - y + j) / span)
            for (x, y), found in gap.items()
        }
        for pair in _chain(gains, stop_b):
            filled.append(pair)
            table[pair] = gap[pair]
        if stop_a < len(sides.a):
            filled.append((stop_a, stop_b))
        i, j = stop_a + 1, stop_b + 1
    return filled


def _begun_alike(one: Coded, other: Coded) -> float:
    short, long = sorted((one.words, other.words), key=len)
    if len(short) >= _SEVERAL and long.startswith(short):
        return max(_IN_PLACE, likeness(one, other))  # "Legislative measures;", and more
    if one.words[:1] != other.words[:1] or min(len(one.words), len(other.words)) < _SHORT:
        return 0.0
    return likeness(one, other, _IN_PLACE)


def _gain(alike: float, one: Coded, apart: float) -> float:
    """What a pair counts for in the chain."""
    length = min(len(one.text), _LONG)
    return alike * alike + _NEARNESS * (1 - apart) + _LENGTH * length


def _chain(gains: dict[tuple[int, int], float], m: int) -> list[tuple[int, int]]:
    """The pairs, ascending on both sides, whose gains sum up to most; B has ``m`` places."""
    # The best chain of those that begin at a place of B or after it, and further on in A.
    best = [_Chain(0.0)] * (m + 1)
    for _, row in groupby(sorted(gains, key=_backwards), key=itemgetter(0)):
        grown = [_Chain(gains[i, j] + best[j + 1].sum, (i, j), best[j + 1]) for i, j in row]
        for chain in grown:
            for at in range(chain.begin[1], -1, -1):
                if best[at].sum > chain.sum:
                    break
                best[at] = chain
    return list(best[0].pairs())


class _Chain(NamedTuple):
    """Pairs that ascend on both sides: the sum of their gains, the first, the others."""

    sum: float
    begin: tuple[int, int] = (0, 0)
    rest: _Chain | None = None

    def pairs(self) -> Iterator[tuple[int, int]]:
        at: _Chain | None = self
        while at is not None and at.rest is not None:
            yield at.begin
            at = at.rest


def _backwards(pair: tuple[int, int]) -> tuple[int, int]:
    return -pair[0], -pair[1]


def _moved(
    table: dict[tuple[int, int], float], chain: list[tuple[int, int]], n: int, m: int
) -> list[tuple[int, int]]:
    """What has a partner out of order: the most alike first."""
    free_a = set(range(n)) - {i for i, _ in chain}
    free_b = set(range(m)) - {j for _, j in chain}
    order = sorted(
        ((-found, abs(i - j), i, j) for (i, j), found in table.items() if found >= _MOVED)
    )
    pairs = []
    for _, _, i, j in order:
        if i in free_a and j in free_b:
            pairs.append((i, j))
            free_a.remove(i)
            free_b.remove(j)
    return pairs


def _begun_elsewhere(
    table: dict[tuple[int, int], float], known: list[tuple[int, int]], sides: _Sides
) -> list[tuple[int, int]]:
    """What is out of order, and begins in words in which nothing else begins that is free."""
    free_a = set(range(len(sides.a))) - {i for i, _ in known}
    free_b = set(range(len(sides.b))) - {j for _, j in known}
    pairs = [
        (i, j)
        for i, j in table
        if i in free_a and j in free_b and sides.parts_a[i] == sides.parts_b[j]
        and len(begun := sides.a[i].words[:_BEGUN]) == _BEGUN
        and sides.b[j].words.startswith(begun)
    ]  # fmt: skip
    return [(i, j) for i, j in pairs if sum(x == i or y == j for x, y in pairs) == 1]


def _with_parts(pairings: list[Pairing], sides: _Sides) -> list[Pairing]:
    """Give a pair the neighbours that its paragraph was split into or merged from."""
    taken_a = {i for each in pairings for i in each.a}
    taken_b = {j for each in pairings for j in each.b}
    found = []
    for each in sorted(pairings, key=lambda pairing: pairing.a):
        grown = each
        if each.likeness < 1 and not each.moved:
            grown = _grown(each, sides, taken_a, taken_b)
            taken_a.update(grown.a)
            taken_b.update(grown.b)
        found.append(grown)
    return found


def _grown(each: Pairing, sides: _Sides, taken_a: set[int], taken_b: set[int]) -> Pairing:
    """The pair with the free neighbours of B, or of A, that are parts of it, or lent it words."""
    for joins in (_is_part, _lends):
        wider = _widened(each.b, each.a, (sides.b, sides.a), taken_b, joins)
        if wider is not None:
            return Pairing(each.a, *wider)
        wider = _widened(each.a, each.b, (sides.a, sides.b), taken_a, joins)
        if wider is not None:
            return Pairing(wider[0], each.b, wider[1])
    return each


def _widened(
    places: tuple[int, ...], against: tuple[int, ...], texts: tuple[list[Coded], list[Coded]],
    taken: set[int], joins: Callable[[Coded, Coded, Coded, Coded], bool],
) -> tuple[tuple[int, ...], float] | None:  # fmt: skip
    """``places`` with the free neighbours that belong to what stands at ``against``."""
    own, other = texts
    whole, parts = _as_one(other, against), list(places)
    growing = True
    while growing:
        growing = False
        for place, at in ((parts[0] - 1, 0), (parts[-1] + 1, len(parts))):
            if not 0 <= place < len(own) or place in taken or place in parts:
                continue
            more = [*parts[:at], place, *parts[at:]]
            if joins(own[place], _as_one(own, more), _as_one(own, parts), whole):
                parts, growing = more, True
    if len(parts) == len(places):
        return None
    return tuple(parts), likeness(_as_one(own, parts), whole)


def _is_part(part: Coded, joined: Coded, before: Coded, whole: Coded) -> bool:
    """Whether most of ``part`` stands in the whole, and makes what it is joined to more like it."""
    if contained(part, whole) < _PART:
        return False
    return likeness(joined, whole) > likeness(before, whole) + _GAIN


def _lends(part: Coded, joined: Coded, before: Coded, whole: Coded) -> bool:
    """Whether words that stand on end in ``part`` stand so in the whole, and in no other part."""
    run = longest_in_both(part, whole)
    if run < max(_RUN, min(_RUN_SHARE * len(part.words), _LONG_RUN)):
        return False
    return in_common(joined, whole) - in_common(before, whole) >= _ITS_OWN * run


def _as_one(text: list[Coded], places: Sequence[int]) -> Coded:
    first, *others = (text[place] for place in places)
    return first.with_more(others)


def _left_over(pairings: list[Pairing], n: int, m: int) -> list[Pairing]:
    """What is in one text alone."""
    taken_a = {i for each in pairings for i in each.a}
    taken_b = {j for each in pairings for j in each.b}
    return [
        *(Pairing((i,), (), 0.0) for i in range(n) if i not in taken_a),
        *(Pairing((), (j,), 0.0) for j in range(m) if j not in taken_b),
    ]
