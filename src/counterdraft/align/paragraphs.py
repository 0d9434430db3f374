"""Two sequences of paragraphs → which of one became which of the other, by what they say.

In: the paragraphs of A and of B. Out: ``Pairing`` values, each with the places on either
side: one and one, one and none, or one and several where a paragraph was split or several
were merged. First comes the chain of pairs, in the order of both texts, that have most in
common; then what was moved out of that order; then what was split and merged. Numbers are
not looked at, so that a paragraph inserted before all others changes nothing after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterdraft.align.likeness import Coded, Coder, contained, joined, likeness

# Two paragraphs with less in common are not one paragraph edited …
_EDITED = 0.42
# … unless nearly all of the shorter one, which is no mere phrase, stands in the longer …
_HELD, _PHRASE, _HELD_WEIGHS, _HELD_AT_MOST = 0.8, 15, 0.75, 0.8
# … or they stand at one place between others that are paired, and begin alike, in texts of
# which so many paragraphs are paired that a place says something.
_IN_PLACE, _VERSIONS = 0.28, 1 / 3
# Out of order, and in another part of the text, it takes more to say so.
_MOVED = 0.6
# Short ones are alike by chance: so many more shares for each word under this length.
_SHORT, _PER_WORD = 12, 0.02
# A part of a paragraph that was split stands in the whole with so much of it.
_PART = 0.7
_GAIN = 0.04
# Among equals the pair at the same place is the right one.
_NEARNESS = 0.001


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
    coder = Coder()
    parts = parts or ([""] * len(a), [""] * len(b))
    sides = _Sides([coder.code(text) for text in a], [coder.code(text) for text in b], *parts)
    table = _likenesses(sides)
    chain = _chain(table, len(a), len(b))
    chain = _filled(chain, sides, table)
    moved = _moved(table, chain, len(a), len(b))
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
    rest_b = [(j, other) for j, other in enumerate(sides.b) if j not in taken]
    for i, one in enumerate(sides.a):
        for j, other in rest_b if i not in same else ():
            # The share of words in common is no more than the lengths allow.
            least, most = _least(one, other), _at_most(one, other)
            if sides.parts_a[i] != sides.parts_b[j]:
                least = max(least, _MOVED)
            found = likeness(one, other, least) if most >= least else 0.0
            if found < least and most < _HELD_AT_MOST:
                found = _held(one, other)
            if found >= least:
                table[i, j] = found
    return table


def _identical(sides: _Sides) -> dict[int, int]:
    """Where the paragraphs stand whose words are the same, once in A and once in B."""
    places: list[dict[str, list[int]]] = [{}, {}]
    for side, found in zip((sides.a, sides.b), places, strict=True):
        for i, each in enumerate(side):
            found.setdefault(each.words, []).append(i)
    return {
        ours[0]: theirs[0]
        for words, ours in places[0].items()
        if len(ours) == 1 == len(theirs := places[1].get(words, [])) and words
    }


def _at_most(one: Coded, other: Coded) -> float:
    n, m = len(one.words), len(other.words)
    return 2 * min(n, m) / (n + m) if n and m else float(n == m)


def _held(one: Coded, other: Coded) -> float:
    """How alike two are of which one stands in the other; 0 where it does not."""
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if len(short.words) < _PHRASE or len(short.kinds & long.kinds) < _HELD * len(short.kinds):
        return 0.0
    share = contained(short, long)
    return _HELD_WEIGHS * share if share >= _HELD else 0.0


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
        shifted = {(x - i, y - j): found for (x, y), found in gap.items()}
        for x, y in _chain(shifted, stop_a - i, stop_b - j):
            filled.append((x + i, y + j))
            table[x + i, y + j] = gap[x + i, y + j]
        if stop_a < len(sides.a):
            filled.append((stop_a, stop_b))
        i, j = stop_a + 1, stop_b + 1
    return filled


def _begun_alike(one: Coded, other: Coded) -> float:
    if one.words[:1] != other.words[:1] or min(len(one.words), len(other.words)) < _SHORT:
        return 0.0
    return likeness(one, other, _IN_PLACE)


def _least(one: Coded, other: Coded) -> float:
    short = _SHORT - min(len(one.words), len(other.words))
    return min(0.8, _EDITED + max(0, short) * _PER_WORD)


def _chain(table: dict[tuple[int, int], float], n: int, m: int) -> list[tuple[int, int]]:
    """The pairs, ascending on both sides, whose likenesses sum up to most."""
    span = max(n, m, 1)
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(m - 1, -1, -1):
            most = below[j] if below[j] >= row[j + 1] else row[j + 1]
            gain = table.get((i, j))
            if gain is not None:
                whole = gain * gain + _near(i, j, span) + below[j + 1]
                most = max(most, whole)
            row[j] = most
    return list(_walk(best, table, n, m, span))


def _near(i: int, j: int, span: int) -> float:
    return _NEARNESS * (1 - abs(i - j) / span)


def _walk(
    best: list[list[float]], table: dict[tuple[int, int], float], n: int, m: int, span: int
) -> Iterable[tuple[int, int]]:
    i = j = 0
    while i < n and j < m:
        gain = table.get((i, j))
        if gain is not None:
            whole = gain * gain + _near(i, j, span) + best[i + 1][j + 1]
            if whole >= best[i][j]:
                yield i, j
                i, j = i + 1, j + 1
                continue
        if best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1


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
    """The pair with the free neighbours of B, or of A, that make it more alike."""
    wider = _widened(each.b, each.a, sides.b, sides.a, taken_b, each.likeness)
    if wider is not None:
        return Pairing(each.a, wider[0], wider[1])
    wider = _widened(each.a, each.b, sides.a, sides.b, taken_a, each.likeness)
    return each if wider is None else Pairing(wider[0], each.b, wider[1])


def _widened(
    places: tuple[int, ...], against: tuple[int, ...], own: list[Coded], other: list[Coded],
    taken: set[int], before: float,
) -> tuple[tuple[int, ...], float] | None:  # fmt: skip
    """``places`` with the free neighbours that are parts of what stands at ``against``."""
    whole = joined([other[i] for i in against])
    parts, alike = list(places), before
    growing = True
    while growing:
        growing = False
        for place, at in ((parts[0] - 1, 0), (parts[-1] + 1, len(parts))):
            if not 0 <= place < len(own) or place in taken or place in parts:
                continue
            if contained(own[place], whole) < _PART:
                continue
            more = [*parts[:at], place, *parts[at:]]
            found = likeness(joined([own[i] for i in more]), whole)
            if found > alike + _GAIN:
                parts, alike, growing = more, found, True
    return (tuple(parts), alike) if len(parts) > len(places) else None


def _left_over(pairings: list[Pairing], n: int, m: int) -> list[Pairing]:
    """What is in one text alone."""
    taken_a = {i for each in pairings for i in each.a}
    taken_b = {j for each in pairings for j in each.b}
    return [
        *(Pairing((i,), (), 0.0) for i in range(n) if i not in taken_a),
        *(Pairing((), (j,), 0.0) for j in range(m) if j not in taken_b),
    ]
