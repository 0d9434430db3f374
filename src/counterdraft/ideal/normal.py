"""The normal distribution as the kernels need it, and how these are compiled."""

from __future__ import annotations

from collections.abc import Callable
from math import erfc, exp, pi, sqrt
from typing import TYPE_CHECKING, Any

import numba
import numpy as np
from numba import types

if TYPE_CHECKING:
    from numpy.typing import NDArray

    F8 = NDArray[np.float64]

F8_, I4_, I8_ = (
    types.Array(kind, 1, "C", readonly=True) for kind in (types.float64, types.int32, types.int64)
)
F8X2_, I1X2_, I4X2_ = (
    types.Array(kind, 2, "C", readonly=True) for kind in (types.float64, types.int8, types.int32)
)
OUT_, OUTX2_ = types.Array(types.float64, 1, "C"), types.Array(types.float64, 2, "C")

I4OUT_, I8OUT_ = (types.Array(kind, 1, "C") for kind in (types.int32, types.int64))

# Sums may be taken several at a time; nothing else of exactness is given away.
SUMS = {"reassoc", "contract", "nsz", "arcp"}

# φ / Φ is tabulated from -_FAR to _FAR, so many steps to one; a cubic between two has the values
# and slopes of both, and is off by less than 1e-8.
_FAR, _STEPS = 10.0, 32


def kernel(*signature: types.Type) -> Callable[[Any], Any]:
    """Compiles a function for a signature, or takes it from the cache; other threads may run."""

    def made(function: Any) -> Any:
        try:
            return numba.njit(signature, cache=True, nogil=True, fastmath=SUMS)(function)
        except RuntimeError:  # there is no place where a cache may be written
            return numba.njit(signature, nogil=True, fastmath=SUMS)(function)

    return made


def _cubics() -> F8:
    """Four coefficients for each step of the table."""
    at = np.linspace(-_FAR, _FAR, int(2 * _FAR * _STEPS) + 1)
    value = np.array([exp(-u * u / 2) / sqrt(pi / 2) / erfc(-u / sqrt(2)) for u in at])
    slope, rise = -value * (value + at) / _STEPS, np.diff(value)
    first, last = slope[:-1], slope[1:]
    cubics = (value[:-1], first, 3 * rise - 2 * first - last, first + last - 2 * rise)
    return np.ascontiguousarray(np.stack(cubics, 1).ravel())


_CUBICS = _cubics()


@numba.njit(fastmath=SUMS)
def hazard(u: Any) -> Any:
    """φ(u) / Φ(u), the slope of log Φ."""
    if u >= _FAR:
        return 1e-22
    if u < -_FAR:  # Laplace's continued fraction
        return -u + 1 / (-u + 2 / (-u + 3 / (-u + 4 / (-u + 5 / -u))))
    place = (u + _FAR) * _STEPS
    step = int(place)
    t, at = place - step, 4 * step
    return _CUBICS[at] + t * (_CUBICS[at + 1] + t * (_CUBICS[at + 2] + t * _CUBICS[at + 3]))


@numba.njit(fastmath=SUMS)
def between(a: float, b: float) -> tuple[float, float]:
    """φ(a) and φ(b), each over Φ(b) - Φ(a), for a < b; from the tail in which both are accurate."""
    middle = 0.5 * (a + b)
    ratio = exp(-(b - a) * abs(middle))  # of the smaller density to the larger
    if middle > 0:
        low = 1 / (1 / hazard(-a) - ratio / hazard(-b))
        return low, ratio * low
    high = 1 / (1 / hazard(b) - ratio / hazard(a))
    return ratio * high, high


@numba.njit(fastmath=SUMS)
def normal(u: Any) -> Any:
    """Φ(u)."""
    return 0.5 * erfc(-u / sqrt(2.0))


@numba.njit(fastmath=SUMS)
def bends(kind: int, low: float, high: float, push: float) -> tuple[float, float, float]:
    """Minus the second derivatives of a vote's log-likelihood by its cut-points: 11, 12, 22.

    ``kind`` is 0 for yes, 1 for an abstention, 2 for no; ``push`` is discrimination times θ.
    """
    if kind == 1:
        a, b = low - push, high - push
        first, last = between(a, b)
        return first * (first - a), -first * last, last * (last + b)
    u = low - push if kind == 0 else push - high
    rate = hazard(u)
    curve = rate * (rate + u)
    return (curve, 0.0, 0.0) if kind == 0 else (0.0, 0.0, curve)
