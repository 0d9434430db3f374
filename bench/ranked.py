"""Scores of the paragraphs of a text → where one stands among them."""

from __future__ import annotations

from collections.abc import Mapping

Signs = Mapping[str, float]


def rank_of(paragraph: str, scores: Mapping[str, float]) -> float:
    """The rank from 1 of the paragraph; of those with the same score the mean: no order helps."""
    mine = scores[paragraph]
    above = sum(score > mine for score in scores.values())
    return above + (sum(score == mine for score in scores.values()) + 1) / 2


def weighed(signs: Mapping[str, Signs], weights: Signs) -> dict[str, float]:
    """The score of each paragraph by the weights of its signs."""
    return {
        name: round(sum(weights.get(sign, 0.0) * n for sign, n in some.items()), 4)
        for name, some in signs.items()
    }
