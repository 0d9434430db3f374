"""Paragraphs that no edit joins → which of the other text speak of the same thing.

Two paragraphs speak of one thing where they share rare words, or cite one document; what
both texts say all the time is no sign. It is a hint to read the two side by side, and
is told with what it rests on.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from counterdraft.compare.stems import stem
from counterdraft.lexicon.force import stronger
from counterdraft.lexicon.joining import joining_words
from counterdraft.model import Paragraph, Related, Resolution
from counterdraft.text.straight import straighten

_WORD = re.compile(r"[a-z]{2,}(?:[-'][a-z]+)*")
# The share of rare words in common from which on two paragraphs speak of one thing.
_ALIKE = 0.2
# A document cited by both counts as so much of that share.
_CITED = 0.15
_SHOWN = 4


class _Told(NamedTuple):
    """A paragraph with the weights of its words and what it refers to."""

    paragraph: Paragraph
    words: dict[str, float]
    length: float
    referred: frozenset[str]


def related(
    a: Resolution, b: Resolution, joined_a: frozenset[str], joined_b: frozenset[str]
) -> tuple[Related, ...]:
    """For each paragraph that is not among those joined by edits, by id, the nearest if any is."""
    if len(joined_a) == len(a.paragraphs) and len(joined_b) == len(b.paragraphs):
        return ()
    ones, others = _told(a, b)
    near = {
        (i, j): score
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if not (one.paragraph.id in joined_a and other.paragraph.id in joined_b)
        and (score := _nearness(one, other)) >= _ALIKE
    }
    best_a = _best((i, j, score) for (i, j), score in near.items())
    best_b = _best((j, i, score) for (i, j), score in near.items())
    kept = {(i, j) for i, j in best_a.items() if ones[i].paragraph.id not in joined_a}
    kept |= {(i, j) for j, i in best_b.items() if others[j].paragraph.id not in joined_b}
    return tuple(_related(ones[i], others[j], near[i, j]) for i, j in sorted(kept))


def alone(
    resolution: Resolution, joined: frozenset[str], related_to: Iterable[str]
) -> tuple[str, ...]:
    """The paragraphs, by id, that no edit joins and no other is related to."""
    known = joined | set(related_to)
    return tuple(p.id for p in resolution.paragraphs if p.id not in known)


def _told(a: Resolution, b: Resolution) -> tuple[list[_Told], list[_Told]]:
    """The paragraphs of both, their words weighed by how rare they are in the two texts."""
    texts = [[(p, _words(p)) for p in side.paragraphs] for side in (a, b)]
    count = Counter(word for side in texts for _, words in side for word in words)
    total = sum(len(side) for side in texts)
    weight = {word: max(0.0, math.log((1 + total / n) / 2)) for word, n in count.items()}
    ones, others = ([_weighed(p, words, weight) for p, words in side] for side in texts)
    return ones, others


def _words(paragraph: Paragraph) -> set[str]:
    words = _WORD.findall(straighten(paragraph.text).lower())
    return {stem(word) for word in words if word not in joining_words()}


def _weighed(paragraph: Paragraph, words: Iterable[str], weight: dict[str, float]) -> _Told:
    own = {word: weight[word] for word in words}
    length = math.sqrt(sum(each**2 for each in own.values()))
    return _Told(paragraph, own, length, _referred(paragraph))


def _referred(paragraph: Paragraph) -> frozenset[str]:
    cited = (each.symbol for each in (*paragraph.citations, *paragraph.note_citations))
    return frozenset(filter(None, cited)) | {each.treaty for each in paragraph.treaties}


def _nearness(one: _Told, other: _Told) -> float:
    common = one.words.keys() & other.words.keys()
    shared = sum(one.words[word] ** 2 for word in common)
    lengths = one.length * other.length
    cited = _CITED * len(one.referred & other.referred)
    return min(1.0, (shared / lengths if lengths else 0.0) + cited)


def _best(scores: Iterable[tuple[int, int, float]]) -> dict[int, int]:
    best: dict[int, tuple[float, int]] = {}
    for i, j, score in scores:
        best[i] = max(best.get(i, (0.0, 0)), (score, -j))
    return {i: -j for i, (_, j) in best.items()}


def _related(one: _Told, other: _Told, score: float) -> Related:
    words = sorted(one.words.keys() & other.words.keys(), key=lambda w: (-one.words[w], w))
    shared = (*sorted(one.referred & other.referred), *_as_printed(one, words[:_SHOWN]))
    return Related(
        one.paragraph.id, other.paragraph.id, round(score, 3), shared,
        _stronger(one.paragraph, other.paragraph),
    )  # fmt: skip


def _as_printed(told: _Told, stems: Sequence[str]) -> Iterator[str]:
    """Each word as it first stands in the paragraph."""
    printed: dict[str, str] = {}
    for word in _WORD.findall(straighten(told.paragraph.text).lower()):
        printed.setdefault(stem(word), word)
    return (printed[each] for each in stems)


def _stronger(a: Paragraph, b: Paragraph) -> Literal["a", "b", "neither"] | None:
    """Whose first verb is the stronger; None where the two do not compare."""
    one, other = (p.verbs[0].force if p.verbs else None for p in (a, b))
    if one is None or other is None:
        return None
    if one == other:
        return "neither"
    first = stronger(one, other)
    return None if first is None else "a" if first else "b"
