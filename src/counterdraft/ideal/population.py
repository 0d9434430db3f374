"""What states at entry and roll-calls are like as a whole: the priors, estimated from all of them.

Each variance has one observation of 1 beside those that there are, so that a few states or
roll-calls that happen to agree do not make it vanish.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from counterdraft.ideal.layout import Layout
    from counterdraft.ideal.unknowns import Unknowns

    F8 = NDArray[np.float64]

_GAP_SHAPE = 2  # of the gamma distribution of gaps between cut-points: none of them is 0


class Population(NamedTuple):
    """Ideal points at entry, discriminations (their mean is 0), middles of cut-points, and gaps."""

    entry_mean: float
    entry_variance: float
    slope_variance: float
    middle_mean: float
    middle_variance: float
    gap_rate: float

    @property
    def prior(self) -> F8:
        """As the kernel for roll-calls wants it."""
        return np.array(
            [1 / self.slope_variance, 1 / self.middle_variance, self.middle_mean, self.gap_rate]
        )


class Given(NamedTuple):
    """Variances that are not estimated, where ideal points have the variance 1."""

    innovation: float | None = None
    discrimination: float | None = None


def population(layout: Layout, now: Unknowns, discrimination: float | None = None) -> Population:
    """That of which the unknowns are most likely a sample, but for what is given."""
    entries = layout.path[layout.entries]
    entry_mean, entry_variance = _sample(now.mean[entries], now.spread[entries] ** 2)
    slope, middle = now.items[:, 0], now.items[:, 1:].mean(axis=1)
    if discrimination is None:
        square = slope**2 + now.moments[:, 0]
        slope_variance = (float(square.sum()) + 1) / (len(square) + 1)
    else:
        slope_variance = discrimination / float(now.mean.var())
    middle_mean, middle_variance = _sample(middle, now.moments[:, 2])
    gaps = now.items[:, 2] - now.items[:, 1]
    gap_rate = _GAP_SHAPE * (len(gaps) + 1) / (float(gaps.sum()) + 1)
    return Population(
        entry_mean, entry_variance, slope_variance, middle_mean, middle_variance, gap_rate
    )


def _sample(values: F8, variances: F8) -> tuple[float, float]:
    """Mean and variance of a population, from values that are known with some variance."""
    mean = float(values.mean())
    square = float(((values - mean) ** 2 + variances).sum())
    return mean, (square + 1) / (len(values) + 1)
