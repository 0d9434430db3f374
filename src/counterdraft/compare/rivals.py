"""Two texts that share little → what both speak of, what one alone says, whom each asks.

Two paragraphs speak of one thing where they share rare words, or cite one document; what
both texts say all the time is no sign. It is a hint to read the two side by side, and
is told with what it rests on.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from counterdraft.lexicon.force import stronger
from counterdraft.lexicon.joining import joining_words
from counterdraft.model import AddresseeClass, Asked, Paragraph, Related, Resolution
from counterdraft.text.straight import straighten

_WORD = re.compile(r"[a-z][a-z'-]{2,}")
# The share of rare words in common from which on two paragraphs speak of one thing.
_ALIKE = 0.2
# A document cited by both counts as so much of that share.
_CITED = 0.15
_SHOWN = 4


class _Told(NamedTuple):
    """A paragraph with the weights of its words and what it refers to."""

    paragraph: Paragraph
    words: dict[str, float]
    referred: frozenset[str]


def related(a: Resolution, b: Resolution) -> tuple[Related, ...]:
    """Pairs of paragraphs that speak of one thing: for each of either text the nearest."""
    sides = _told(a, b)
    near = {
        (i, j): score
        for i, one in enumerate(sides[0])
        for j, other in enumerate(sides[1])
        if (score := _nearness(one, other)) >= _ALIKE
    }
    best_a = _best((i, j, score) for (i, j), score in near.items())
    best_b = _best((j, i, score) for (i, j), score in near.items())
    kept = sorted({(i, j) for i, j in best_a.items()} | {(i, j) for j, i in best_b.items()})
    return tuple(_related(sides[0][i], sides[1][j], near[i, j]) for i, j in kept)


def asked_of(a: Resolution, b: Resolution) -> tuple[Asked, ...]:
    """Every class of addressees, with the paragraphs of either text that ask it something."""
    found: dict[AddresseeClass, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, resolution in enumerate((a, b)):
        for paragraph in resolution.paragraphs:
            for class_ in dict.fromkeys(each.class_ for each in paragraph.addressees):
                found[class_][side].append(paragraph.id)
    return tuple(Asked(name, tuple(x), tuple(y)) for name, (x, y) in sorted(found.items()))


def _told(a: Resolution, b: Resolution) -> tuple[list[_Told], list[_Told]]:
    """The paragraphs of both, their words weighed by how rare they are in the two texts."""
    texts = [[(p, _words(p)) for p in side.paragraphs] for side in (a, b)]
    count = Counter(word for side in texts for _, words in side for word in set(words))
    total = sum(len(side) for side in texts)
    weight = {word: math.log(1 + total / n) - math.log(2) for word, n in count.items()}
    ones, others = (
        [
            _Told(p, {word: max(0.0, weight[word]) for word in set(words)}, _referred(p))
            for p, words in side
        ]
        for side in texts
    )
    return ones, others


def _words(paragraph: Paragraph) -> list[str]:
    words = _WORD.findall(straighten(paragraph.text).lower())
    return [_stem(word) for word in words if word not in joining_words()]


def _stem(word: str) -> str:
    """A word without the ending that its grammar gives it."""
    for ending in ("'s", "ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def _referred(paragraph: Paragraph) -> frozenset[str]:
    cited = (each.symbol for each in (*paragraph.citations, *paragraph.note_citations))
    return frozenset(filter(None, cited)) | {each.treaty for each in paragraph.treaties}


def _nearness(one: _Told, other: _Told) -> float:
    common = one.words.keys() & other.words.keys()
    shared = sum(one.words[word] ** 2 for word in common)
    lengths = math.sqrt(_square(one.words) * _square(other.words))
    cited = _CITED * len(one.referred & other.referred)
    return min(1.0, (shared / lengths if lengths else 0.0) + cited)


def _square(words: dict[str, float]) -> float:
    return sum(weight**2 for weight in words.values())


def _best(scores: Iterable[tuple[int, int, float]]) -> dict[int, int]:
    best: dict[int, tuple[float, int]] = {}
    for i, j, score in scores:
        best[i] = max(best.get(i, (0.0, 0)), (score, -j))
    return {i: -j for i, (_, j) in best.items()}


def _related(one: _Told, other: _Told, score: float) -> Related:
    common = sorted(one.words.keys() & other.words.keys(), key=lambda w: (-one.words[w], w))
    shared = (*sorted(one.referred & other.referred), *common[:_SHOWN])
    return Related(
        one.paragraph.id, other.paragraph.id, round(score, 3), shared,
        _stronger(one.paragraph, other.paragraph),
    )  # fmt: skip


def _stronger(a: Paragraph, b: Paragraph) -> Literal["a", "b", "neither"] | None:
    """Whose first verb is the stronger; None where the two do not compare."""
    forces = [p.verbs[0].force if p.verbs else None for p in (a, b)]
    one, other = forces
    if one is None or other is None:
        return None
    if one == other:
        return "neither"
    first = stronger(one, other)
    return None if first is None else "a" if first else "b"


def alone(resolution: Resolution, related_keys: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs that no other is related to."""
    known = set(related_keys)
    return tuple(p.id for p in resolution.paragraphs if p.id not in known)
