"""Which weights of signs best tell the paragraphs that somebody objected to: a conditional logit.

Each paragraph objected to was chosen among all of its text, with odds that grow as the exponential
of its weighted signs; a text counts once, however many of its paragraphs drew objections. Weights
are not negative, and a small penalty keeps those of rare signs near nothing (McFadden 1974).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

F8 = NDArray[np.float64]
_PENALTY = 1.0


class Choice(NamedTuple):
    """A text: the signs of its paragraphs, one a row, and the rows that drew an objection."""

    signs: F8
    chosen: Sequence[int]


def fitted(choices: Sequence[Choice], names: Sequence[str]) -> Mapping[str, float]:
    """The weights of the signs, which sum to 1."""

    def loss(weights: F8) -> tuple[float, F8]:
        total, slope = _PENALTY * float(weights @ weights), 2 * _PENALTY * weights
        for signs, chosen in choices:
            told = signs @ weights
            odds = np.exp(told - told.max())
            shares = odds / odds.sum()
            for row in chosen:
                total -= float(np.log(shares[row])) / len(chosen)
                slope = slope - (signs[row] - shares @ signs) / len(chosen)
        return total, slope

    start = np.full(len(names), 0.5)
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(names)
    )  # fmt: skip
    weights = cast("F8", found.x)
    return dict(zip(names, map(float, weights / weights.sum()), strict=True))
