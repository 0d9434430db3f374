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

# Two paragraphs with less in common are not one paragraph edited.
_EDITED = 0.42
# Out of order it takes more to say so.
_MOVED = 0.6
# Short ones are alike by chance: so many more shares for each word under this length.
_SHORT, _PER_WORD = 12, 0.02
# A part of a paragraph that was split stands in the whole with so much of it.
_PART = 0.75
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
    """The words of both texts."""

    a: list[Coded]
    b: list[Coded]


def pair(a: Sequence[str], b: Sequence[str]) -> list[Pairing]:
    """Pair the paragraphs of two texts; every place of either stands in one pairing."""
    coder = Coder()
    sides = _Sides([coder.code(text) for text in a], [coder.code(text) for text in b])
    table = _likenesses(sides)
    chain = _chain(table, len(a), len(b))
    moved = _moved(table, chain, len(a), len(b))
    pairs = {**{i: (j, False) for i, j in chain}, **{i: (j, True) for i, j in moved}}
    found = [Pairing((i,), (j,), table[i, j], moved) for i, (j, moved) in pairs.items()]
    found = _with_parts(found, sides)
    return [*found, *_left_over(found, len(a), len(b))]


def _likenesses(sides: _Sides) -> dict[tuple[int, int], float]:
    """How alike every two paragraphs are that could be one."""
    table: dict[tuple[int, int], float] = {}
    for i, one in enumerate(sides.a):
        for j, other in enumerate(sides.b):
            least = _least(one, other)
            found = likeness(one, other, least)
            if found >= least:
                table[i, j] = found
    return table


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
