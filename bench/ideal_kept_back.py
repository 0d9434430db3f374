"""How well an estimate foretells votes that were kept back from it."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import ndtr

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from bench.ideal_votes import Votes
    from counterdraft.ideal.estimate import Estimate

SHARE = 0.05
_SEEDS = (5, 6, 7, 8)
_KINDS = 3
_LEAST = 1e-12


def foretold(given: Votes, estimated: Callable[[Votes], Estimate]) -> tuple[float, int]:
    """The mean logarithm of the chance that is given to votes kept back, and how many there are.

    One in twenty is kept back, four times over, the same ones every time. Roll-calls that are
    unanimous without them are left out.
    """
    each = [_foretold(given, estimated, seed) for seed in _SEEDS]
    return fmean(chance for chance, _ in each), sum(count for _, count in each)


def _foretold(given: Votes, estimated: Callable[[Votes], Estimate], seed: int) -> tuple[float, int]:
    back = (given.votes > 0) & (np.random.default_rng(seed).random(given.votes.shape) < SHARE)
    found = estimated(given._replace(votes=np.where(back, 0, given.votes).astype(np.int8)))
    state, call = np.nonzero(back)
    chances = _chances(found, given, state, call)
    known = np.isfinite(chances)
    return float(np.log(np.maximum(chances[known], _LEAST)).mean()), int(known.sum())


def _chances(
    found: Estimate, given: Votes, state: NDArray[np.int64], call: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The chance of each vote, integrated over what is uncertain about its state's point."""
    at = state, given.session[call]
    slope, cuts = found.discriminations[call], found.cut_points[call]
    unit = np.sqrt(1 + (slope * found.standard_errors[at]) ** 2)
    first, second = (ndtr((cuts[:, n] - slope * found.points[at]) / unit) for n in (0, 1))
    vote = given.votes[state, call]
    chances: NDArray[np.float64] = np.select(
        [vote == 1, vote == 2], [first, second - first], 1 - second
    )
    return (1 - found.lapse_rate) * chances + found.lapse_rate / _KINDS
