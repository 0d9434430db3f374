"""The normal distribution, and lapses from it, as the kernels need them; how these are compiled.

A vote of the outer kinds has the chance Φ(u), an abstention Φ(b) - Φ(a); and with a small
probability, the lapse rate, it is any of the three alike. Divided by the chance of no lapse, that
adds ``rest`` to either.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
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

# Functions are tabulated from -_FAR to _FAR, so many steps to one; a cubic between two has the
# values and slopes of both: φ / Φ is off by less than 1e-8.
_FAR, _STEPS = 10.0, 32
_LAST = _FAR - 1e-9
# Where a chance between two is taken as the difference of tabulated ones: in 1e-4 that is exact to
# one part in ten thousand.
_NEAR, _LIKELY = 6.0, 1e-4
_ROOT = sqrt(2 * pi)
_AT = np.linspace(-_FAR, _FAR, int(2 * _FAR * _STEPS) + 1)
_NORMAL = np.array([0.5 * erfc(-u / sqrt(2)) for u in _AT])
_DENSITY = np.exp(-_AT * _AT / 2) / _ROOT


def kernel(*signature: types.Type) -> Callable[[Any], Any]:
    """Compiles a function for a signature, or takes it from the cache; other threads may run."""

    def made(function: Any) -> Any:
        try:
            return numba.njit(signature, cache=True, nogil=True, fastmath=SUMS)(function)
        except RuntimeError:  # there is no place where a cache may be written
            return numba.njit(signature, nogil=True, fastmath=SUMS)(function)

    return made


def _cubics(value: F8, slope: F8) -> F8:
    """Four coefficients for each step of a table, [steps, 4]."""
    rise, first, last = np.diff(value), slope[:-1] / _STEPS, slope[1:] / _STEPS
    return np.stack((value[:-1], first, 3 * rise - 2 * first - last, first + last - 2 * rise), 1)


def _rates(rest: float) -> F8:
    """φ / (Φ + rest)."""
    value = _DENSITY / (_NORMAL + rest)
    return _cubics(value, -value * (value + _AT))


def rest_of(lapse: float) -> float:
    """What lapses add to the chance of each kind of vote."""
    return lapse / 3 / (1 - lapse)


@lru_cache(maxsize=2)
def lapses(lapse: float) -> F8:
    """The table that ``drawn`` and ``lapsed`` read, for a lapse rate; not to be written to."""
    rest = rest_of(lapse)
    share = rest / (_NORMAL + rest)
    lapsing = _cubics(share, -share * _DENSITY / (_NORMAL + rest))
    return np.concatenate((_rates(rest), lapsing), axis=1).ravel()


_CUBICS = _rates(0.0).ravel()
_BOTH = np.concatenate((_cubics(_NORMAL, _DENSITY), _cubics(_DENSITY, -_AT * _DENSITY)), 1).ravel()


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
def _two(u: Any, table: Any) -> Any:
    """The two functions that a table has side by side, at u within it."""
    place = (u + _FAR) * _STEPS
    step = np.int32(place)
    t, at = place - step, 8 * step
    one = table[at] + t * (table[at + 1] + t * (table[at + 2] + t * table[at + 3]))
    other = table[at + 4] + t * (table[at + 5] + t * (table[at + 6] + t * table[at + 7]))
    return one, other


@numba.njit(fastmath=SUMS)
def drawn(u: Any, table: Any) -> Any:
    """φ(u) / (Φ(u) + rest), the slope of the logarithm of what is below; and rest over that.

    The latter is the chance that a vote of an outer kind was a lapse. ``table`` is of ``lapses``.
    What is beyond it, or no number, counts as its end: a branch would cost more than that is worth.
    """
    within = u if u > -_FAR else -_FAR  # a comparison with what is no number fails
    return _two(within if within < _LAST else _LAST, table)


@numba.njit(fastmath=SUMS)
def both(u: Any) -> Any:
    """Φ(u) and φ(u), for u within ``_NEAR``; off by less than 1e-8."""
    return _two(u, _BOTH)


@numba.njit(fastmath=SUMS)
def below(u: Any) -> Any:
    """Φ(u), off by less than one part in ten thousand."""
    if -_NEAR < u < _NEAR:
        chance, _ = both(u)
        if chance > _LIKELY:
            return chance
    return normal(u)


@numba.njit(fastmath=SUMS)
def between(a: float, b: float, rest: float) -> tuple[float, float, float]:
    """φ(a) and φ(b), each over Φ(b) - Φ(a), for a < b.

    And the chance that an abstention was no lapse.
    """
    if a > -_NEAR and b < _NEAR:
        below, low = both(a)
        above, high = both(b)
        chance = above - below
        if chance > _LIKELY:
            share = 1 / chance
            return low * share, high * share, chance / (chance + rest)
    return in_tail(a, b, rest)


@numba.njit(fastmath=SUMS)
def in_tail(a: float, b: float, rest: float) -> tuple[float, float, float]:
    """The same, several times slower, from the tail in which both are accurate."""
    middle = 0.5 * (a + b)
    ratio = exp(-(b - a) * abs(middle))  # of the smaller density to the larger
    if middle > 0:
        inside = 1 / hazard(-a) - ratio / hazard(-b)  # the chance, over φ(a)
        low = 1 / inside
        return low, ratio * low, inside / (inside + rest * _ROOT * exp(0.5 * a * a))
    inside = 1 / hazard(b) - ratio / hazard(a)
    high = 1 / inside
    return ratio * high, high, inside / (inside + rest * _ROOT * exp(0.5 * b * b))


@numba.njit(fastmath=SUMS)
def normal(u: Any) -> Any:
    """Φ(u)."""
    return 0.5 * erfc(-u / sqrt(2.0))


@numba.njit(fastmath=SUMS)
def bends(
    kind: int, low: float, high: float, push: float, rest: float, table: Any
) -> tuple[float, float, float]:
    """Minus the second derivatives of a vote's log-likelihood by its cut-points: 11, 12, 22.

    ``kind`` is 0 for yes, 1 for an abstention, 2 for no; ``push`` is discrimination times θ. As in
    all kernels, a bend is never below 0, and that of an abstention is what it would be if it were
    known whether it was a lapse, in the mean.
    """
    if kind == 1:
        a, b = low - push, high - push
        first, last, kept = between(a, b, rest)
        return kept * first * (first - a), -kept * first * last, kept * last * (last + b)
    u = low - push if kind == 0 else push - high
    rate, _ = drawn(u, table)
    curve = max(0.0, rate * (rate + u))
    return (curve, 0.0, 0.0) if kind == 0 else (0.0, 0.0, curve)
