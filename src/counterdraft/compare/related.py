"""Paragraphs that no edit joins → which of the other text speak of the same thing.

Two paragraphs speak of one thing where they share several rare words, the more so where they cite
one document; what both texts say all the time is no sign, nor what every fourth resolution says,
nor are the names of months. It is a hint to read the two side by side, and is told with what it
rests on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from counterdraft.compare.kinds import Kinds
from counterdraft.lexicon.commonplace import commonplace_words, frequent_words
from counterdraft.lexicon.dates import counting_stems
from counterdraft.lexicon.force import stronger
from counterdraft.lexicon.joining import joining_stems
from counterdraft.lexicon.routine import only_comes_back
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import Paragraph, Related, Resolution
from counterdraft.text.stems import Stemmed, Stemmer, stem

# The share of rare words in common from which on two paragraphs speak of one thing.
_ALIKE = 0.2
# … and so much where one of them is an edit of another paragraph.
_TAKEN = 0.35
# A document cited by both counts as so much of that share.
_CITED = 0.15
_SHOWN = 4
# So many words in common, of which not all are frequent, are less than that by chance.
_FEWEST = 2


class _Told(NamedTuple):
    """A paragraph, the stems of what it speaks of, the unusual ones, what it refers to."""

    paragraph: Paragraph
    stems: frozenset[str]
    rare: frozenset[str]
    referred: frozenset[str]


class _Squares(dict[str, float]):
    """The square of how much a stem weighs, of those that are asked for."""

    def __init__(self, count: Counter[str], total: int) -> None:
        super().__init__()
        self._count, self._total = count, total

    def __missing__(self, stem: str) -> float:
        found = self[stem] = max(0.0, math.log((1 + self._total / self._count[stem]) / 2)) ** 2
        return found


class _Lengths(dict[frozenset[str], float]):
    """How long paragraphs are as vectors of their stems, each told when it is asked for."""

    def __init__(self, squares: dict[str, float]) -> None:
        super().__init__()
        self._squares = squares

    def __missing__(self, stems: frozenset[str]) -> float:
        found = self[stems] = math.sqrt(sum(map(self._squares.__getitem__, stems)))
        return found


class _Texts(NamedTuple):
    """The paragraphs of both texts, the square of the weight of each stem in them, and lengths."""

    a: list[_Told]
    b: list[_Told]
    squares: dict[str, float]
    lengths: _Lengths


def related(
    a: Resolution, b: Resolution, joined: tuple[frozenset[str], frozenset[str]], kinds: Kinds
) -> tuple[Related, ...]:
    """For each paragraph that is not among those joined by edits, by id, the nearest if any is."""
    free_a, free_b = (
        frozenset(i for i, p in enumerate(side.paragraphs) if p.id not in ids)
        for side, ids in zip((a, b), joined, strict=True)
    )
    if not free_a and not free_b:
        return ()
    texts = _told(kinds)
    near = {
        (i, j): score
        for i, one in enumerate(texts.a)
        for j in (range(len(texts.b)) if i in free_a else free_b)
        if (score := _nearness(one, texts.b[j], texts))
        >= (_ALIKE if i in free_a and j in free_b else _TAKEN)
    }
    best_a = _best((i, j, score) for (i, j), score in near.items())
    best_b = _best((j, i, score) for (i, j), score in near.items())
    kept = {(i, j) for i, j in best_a.items() if i in free_a}
    kept |= {(i, j) for j, i in best_b.items() if j in free_b}
    return tuple(_related(texts, (i, j), near[i, j], kinds.stemmer) for i, j in sorted(kept))


def alone(
    resolution: Resolution, joined: frozenset[str], related_to: Iterable[str]
) -> tuple[str, ...]:
    """The paragraphs, by id, that no edit joins and no other is related to."""
    known = joined | set(related_to)
    return tuple(p.id for p in resolution.paragraphs if p.id not in known)


def _told(kinds: Kinds) -> _Texts:
    """The paragraphs of both, their words weighed by how rare they are in the two texts."""
    speaking = frozenset(filter(_speaks, kinds.holders)) - counting_stems()
    rare = speaking - _usual()
    squares = _Squares(kinds.holders, kinds.number)
    ones, others = (
        [
            _Told(p, stems & speaking, _rare(p, stems & rare), _referred(p))
            for p, stems in zip(text, found, strict=True)
        ]
        for text, found in zip(kinds.texts, kinds.stems, strict=True)
    )
    return _Texts(ones, others, squares, _Lengths(squares))


def _rare(paragraph: Paragraph, stems: frozenset[str]) -> frozenset[str]:
    """The rare stems; a formula by which a text closes is near none, whatever item it names."""
    return frozenset() if only_comes_back(paragraph.text) else stems


def _speaks(stem: str) -> bool:
    """Whether it is no mark, no number and none of the words that join others."""
    return len(stem) > 1 and stem[0].isalpha() and stem not in joining_stems()


@cache
def _usual() -> frozenset[str]:
    """The stems of what every fourth resolution says."""
    return frozenset(map(stem, commonplace_words()))


@cache
def _frequent() -> frozenset[str]:
    """The stems of what every tenth says."""
    return frozenset(map(stem, frequent_words()))


def _referred(paragraph: Paragraph) -> frozenset[str]:
    cited = (each.symbol for each in (*paragraph.citations, *paragraph.note_citations))
    return frozenset(filter(None, cited)) | {each.treaty for each in paragraph.treaties}


def _nearness(one: _Told, other: _Told, texts: _Texts) -> float:
    rare = one.rare & other.rare
    if len(rare) < _FEWEST or rare <= _frequent():
        return 0.0
    shared = sum(map(texts.squares.__getitem__, one.stems & other.stems))
    lengths = texts.lengths[one.stems] * texts.lengths[other.stems]
    cited = _CITED * len(one.referred & other.referred)
    return min(1.0, (shared / lengths if lengths else 0.0) + cited)


def _best(scores: Iterable[tuple[int, int, float]]) -> dict[int, int]:
    best: dict[int, tuple[float, int]] = {}
    for i, j, score in scores:
        best[i] = max(best.get(i, (0.0, 0)), (score, -j))
    return {i: -j for i, (_, j) in best.items()}


def _related(
    texts: _Texts, places: tuple[int, int], score: float, stemmer: Stemmer
) -> Related:  # fmt: skip
    one, other = texts.a[places[0]], texts.b[places[1]]
    acts = {each for p in (one, other) for v in p.paragraph.verbs for each in stemmer[v.text].stems}
    shared = one.stems & other.stems - acts  # what the organ does is said by the verbs
    stems = sorted(shared, key=lambda stem: (-texts.squares[stem], stem))
    printed = _as_printed(stemmer[one.paragraph.text], stems[:_SHOWN])
    return Related(
        one.paragraph.id, other.paragraph.id, round(score, 3),
        (*sorted(map(_named, one.referred & other.referred)), *printed),
        _stronger(one.paragraph, other.paragraph),
    )  # fmt: skip


def _named(referred: str) -> str:
    """A symbol, or a treaty by its name."""
    return treaty_names().get(referred, referred)


def _as_printed(text: Stemmed, stems: Sequence[str]) -> Iterator[str]:
    """Each word as it first stands in a text."""
    places = (text.stems.index(stem) for stem in stems)
    return (text.printed(at, at + 1).lower() for at in places)


def _stronger(a: Paragraph, b: Paragraph) -> Literal["a", "b", "neither"] | None:
    """Whose first verb is the stronger; None where the two do not compare."""
    one, other = (p.verbs[0].force if p.verbs else None for p in (a, b))
    if one is None or other is None:
        return None
    if one == other:
        return "neither"
    first = stronger(one, other)
    return None if first is None else "a" if first else "b"
