"""What is estimated, all of it together, and as one vector that can be extrapolated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    F8 = NDArray[np.float64]


_FARTHEST = 0.7
# What roll-calls count beside points where steps are compared: they follow from these, and the many
# that divide few states have long steps that say nothing of the rest.
_ITEMS = 0.1


class Unknowns(NamedTuple):
    """One state of the estimate, on the scale that ``gauge`` sets."""

    mean: F8
    """[points]"""
    spread: F8
    """[points], standard deviations as roll-calls leave them"""
    joint: F8
    """[points], in the order of ``Layout.path``: the covariance with the point before"""
    items: F8
    """[roll-calls, 3]: discrimination and two cut-points"""
    moments: F8
    """[roll-calls, 3]: variance of the discrimination, its covariance with the middle of the
    cut-points, variance of that"""
    innovation: float
    """The variance of a movement from one session to the next."""
    lapse: float
    """The chance that a vote is any of the three alike."""

    def copy(self) -> Unknowns:
        """The same, whose arrays may be written."""
        return self._replace(**{name: getattr(self, name).copy() for name in self._fields[:5]})

    def is_close(self, other: Unknowns, tolerance: float) -> bool:
        """Whether the innovation variance is the same, nearly enough."""
        return bool(abs(np.log(self.innovation / other.innovation)) < tolerance)

    def vector(self) -> F8:
        """Means, discriminations, cut-points and gaps, and the innovation variance, end to end.

        Gaps and variance as logarithms, so that any vector is one of possible values. Each stands
        there by what it counts; the variance as much as all points, because all depend on it.
        """
        slope, low, high = self.items.T
        items = _ITEMS * np.concatenate((slope, low, np.log(high - low)))
        last = [np.sqrt(len(self.mean)) * np.log(self.innovation)]
        return np.concatenate((self.mean, items, last))

    def like(self, vector: F8) -> Unknowns:
        """The same with the values of a vector; what it does not have is kept.

        Gaps and innovation variance stay within a factor of what they are.
        """
        points, count = len(self.mean), len(self.items)
        slope, low, gap = vector[points:-1].reshape(3, count) / _ITEMS
        here, there = np.log(self.items[:, 2] - self.items[:, 1]), np.log(self.innovation)
        gap = np.clip(gap, here - _FARTHEST, here + _FARTHEST)
        items = np.stack((slope, low, low + np.exp(gap)), 1)
        farthest = there - _FARTHEST, there + _FARTHEST
        innovation = float(np.exp(np.clip(vector[-1] / np.sqrt(points), *farthest)))
        return self._replace(mean=vector[:points].copy(), items=items, innovation=innovation)
