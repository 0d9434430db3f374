"""The kernels of the estimator, compiled.

Importing this takes about a second, and some seconds where nothing compiled is in numba's cache.
Each may run in several threads at once, each over a part of its own; the result does not depend
on how many there are.

Votes stand in two orders, by roll-call and by ideal point. In each, ``starts`` has for every
roll-call (or point) where its yes, its abstentions and its noes begin in ``others``, the points
(or roll-calls) that these votes are of: entries 3n to 3n + 3 for the nth.
"""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING

import numba
import numpy as np
from numba import types

from counterdraft.ideal.normal import (
    F8_,
    F8X2_,
    I1X2_,
    I4_,
    I4OUT_,
    I4X2_,
    I8_,
    I8OUT_,
    OUT_,
    OUTX2_,
    SUMS,
    below,
    between,
    drawn,
    kernel,
    normal,
)  # fmt: skip

if TYPE_CHECKING:
    from numpy.typing import NDArray

    F8 = NDArray[np.float64]
    I1 = NDArray[np.int8]
    I4 = NDArray[np.int32]
    I8 = NDArray[np.int64]

_LONGEST = 1.0  # no step of Newton's goes further, in any of its numbers
_NARROWER = 0.6  # … or takes more of the gap between two cut-points


@kernel(I1X2_, I4_, I4X2_, I8_, I8OUT_, I8OUT_)
def count_votes(
    votes: I1, item_of: I4, point_of: I4, session: I8, of_items: I8, of_points: I8
) -> None:
    """How many votes there are of each kind, by roll-call and by point: what ``starts`` sums up.

    ``votes`` [states, roll-calls]; ``item_of`` has the number of each roll-call or group of them,
    -1 for those left out; ``point_of`` [states, sessions] that of each ideal point.
    """
    for state in range(votes.shape[0]):
        for call in range(votes.shape[1]):
            vote, item = np.int64(votes[state, call]), np.int64(item_of[call])
            if vote > 0 and item >= 0:
                of_items[3 * item + vote] += 1
                of_points[3 * np.int64(point_of[state, session[call]]) + vote] += 1


@kernel(I1X2_, I4_, I4X2_, I8_, I8OUT_, I8OUT_, I4OUT_, I4OUT_)
def file_votes(
    votes: I1, item_of: I4, point_of: I4, session: I8, item_ends: I8, point_ends: I8,
    points: I4, items: I4,
) -> None:  # fmt: skip
    """Put votes into both orders; what is to hold ``starts`` is moved from each kind to its end."""
    for state in range(votes.shape[0]):
        for call in range(votes.shape[1]):
            vote, item = np.int64(votes[state, call]), np.int64(item_of[call])
            if vote > 0 and item >= 0:
                point = np.int64(point_of[state, session[call]])
                at, beside = 3 * item + vote - 1, 3 * point + vote - 1
                points[item_ends[at]] = point
                items[point_ends[beside]] = item
                item_ends[at] += 1
                point_ends[beside] += 1


@numba.njit(fastmath=SUMS)
def outer(
    points: I4, begin: int, end: int, offset: float, factor: float, place: F8, table: F8
) -> tuple[float, float, float, float, float, float]:  # fmt: skip
    """Sums over votes of one of the outer kinds, whose chance is Φ(offset + factor · θ).

    Of the slope of its logarithm, of this times θ; of the negative bend, of this times θ and times
    θ²; and of the chance that the vote was a lapse. ``table`` is of ``normal.lapses``.
    """
    slope, slope_theta, bend, bend_theta, bend_square, lapses = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    for n in range(begin, end):
        theta = place[points[n]]
        u = offset + factor * theta
        rate, lapsed = drawn(u, table)
        curve = max(0.0, rate * (rate + u))
        lapses += lapsed
        slope += rate
        slope_theta += rate * theta
        bend += curve
        bend_theta += curve * theta
        bend_square += curve * theta * theta
    return slope, slope_theta, bend, bend_theta, bend_square, lapses


@numba.njit(fastmath=SUMS)
def step_of(
    g: tuple[float, float, float], h: tuple[float, float, float, float, float, float]
) -> tuple[float, float, float, float, float, float]:
    """Newton's step of discrimination and cut-points, and moments of what is left uncertain.

    ``g`` is the gradient, ``h`` the information: 00, 01, 02, 11, 12, 22. The moments are the
    variance of the discrimination, its covariance with the middle of the cut-points, and the
    variance of that.
    """
    l00 = sqrt(h[0])
    l10, l20 = h[1] / l00, h[2] / l00
    l11 = sqrt(h[3] - l10 * l10)
    l21 = (h[4] - l10 * l20) / l11
    l22 = sqrt(h[5] - l20 * l20 - l21 * l21)
    i00, i11, i22 = 1 / l00, 1 / l11, 1 / l22  # the factor's inverse
    i10, i21 = -l10 * i00 * i11, -l21 * i11 * i22
    i20 = -(l20 * i00 + l21 * i10) * i22
    y0, y1 = i00 * g[0], i10 * g[0] + i11 * g[1]
    y2 = i20 * g[0] + i21 * g[1] + i22 * g[2]
    d0, d1, d2 = i00 * y0 + i10 * y1 + i20 * y2, i11 * y1 + i21 * y2, i22 * y2
    m1, m2 = 0.5 * i11, 0.5 * (i21 + i22)  # the middle, in the factor's coordinates
    v00 = i00 * i00 + i10 * i10 + i20 * i20
    return d0, d1, d2, v00, i10 * m1 + i20 * m2, m1 * m1 + m2 * m2


@kernel(
    types.int64, types.int64, I8_, I4_, F8X2_, F8_, F8_, types.float64, F8_, OUTX2_, OUTX2_, OUT_
)
def rollcalls(
    begin: int, end: int, starts: I8, points: I4, places: F8, weights: F8, prior: F8, rest: float,
    table: F8, items: F8, moments: F8, lapses: F8,
) -> None:  # fmt: skip
    """A step of Newton's for each roll-call from one to another, given the ideal points.

    ``places`` [nodes, points] are where each point may be and ``weights`` [nodes] what that counts,
    by which is integrated over it. ``prior`` is the precision of
    discriminations, that of the middles of cut-points, the mean of these, and the rate of gaps.
    ``rest`` and ``table`` are of ``normal``. ``items`` [roll-calls, 3], discrimination and both
    cut-points, ``moments`` [roll-calls, 3], as in ``step_of``, and ``lapses`` [roll-calls], how
    many votes are expected to have been lapses, are written.
    """
    for item in range(begin, end):
        slope, low, high = items[item, 0], items[item, 1], items[item, 2]
        gap = high - low
        pull = 0.5 * prior[1] * (0.5 * (low + high) - prior[2])
        push = 1 / gap - prior[3]
        g0, g1, g2 = -prior[0] * slope, -pull - push, push - pull
        ease = 1 / (gap * gap)
        h00, h01, h02 = prior[0], 0.0, 0.0
        h11, h12, h22 = 0.25 * prior[1] + ease, 0.25 * prior[1] - ease, 0.25 * prior[1] + ease
        at, lapsed = 3 * item, 0.0
        for node in range(len(weights)):
            place, w = places[node], weights[node]
            s, st, c, ct, ctt, e = outer(
                points, starts[at], starts[at + 1], low, -slope, place, table
            )
            lapsed += w * e
            g0, g1 = g0 - w * st, g1 + w * s
            h00, h01, h11 = h00 + w * ctt, h01 - w * ct, h11 + w * c
            s, st, c, ct, ctt, e = outer(
                points, starts[at + 2], starts[at + 3], -high, slope, place, table
            )
            lapsed += w * e
            g0, g2 = g0 + w * st, g2 - w * s
            h00, h02, h22 = h00 + w * ctt, h02 - w * ct, h22 + w * c
            for n in range(starts[at + 1], starts[at + 2]):
                theta = place[points[n]]
                a, b = low - slope * theta, high - slope * theta
                first, last, kept = between(a, b, rest)
                lapsed += w * (1 - kept)
                c11, c22, c12 = first * (first - a), last * (last + b), -first * last
                c11, c22, c12 = kept * c11, kept * c22, kept * c12
                first, last = kept * first, kept * last
                g0, g1, g2 = g0 + w * theta * (first - last), g1 - w * first, g2 + w * last
                h11, h12, h22 = h11 + w * c11, h12 + w * c12, h22 + w * c22
                h01, h02 = h01 - w * theta * (c11 + c12), h02 - w * theta * (c12 + c22)
                h00 += w * theta * theta * (c11 + 2 * c12 + c22)
        d0, d1, d2, v0, v01, v1 = step_of((g0, g1, g2), (h00, h01, h02, h11, h12, h22))
        share = _LONGEST / max(abs(d0), abs(d1), abs(d2), _LONGEST)
        if share * (d1 - d2) > _NARROWER * gap:
            share = _NARROWER * gap / (d1 - d2)
        items[item, 0] += share * d0
        items[item, 1] += share * d1
        items[item, 2] += share * d2
        moments[item, 0], moments[item, 1], moments[item, 2] = v0, v01, v1
        lapses[item] = lapsed


@kernel(types.int64, types.int64, I8_, I4_, F8X2_, F8_, F8X2_, types.float64, F8_, OUT_, OUT_)
def slopes(
    begin: int, end: int, starts: I8, others: I4, places: F8, weights: F8, items: F8, rest: float,
    table: F8, slope: F8, bend: F8,
) -> None:  # fmt: skip
    """For each point its votes' expected log-likelihood: its slope, and minus its bend.

    The arguments are as in ``rollcalls``; ``slope`` and ``bend`` are written.
    """
    for point in range(begin, end):
        at = 3 * point
        g, h = 0.0, 0.0
        for node in range(len(weights)):
            theta, s, q = places[node, point], 0.0, 0.0
            for n in range(starts[at], starts[at + 1]):
                item = others[n]
                beta = items[item, 0]
                u = items[item, 1] - beta * theta
                rate, _ = drawn(u, table)
                curve = max(0.0, rate * (rate + u))
                s -= beta * rate
                q += beta * beta * curve
            for n in range(starts[at + 2], starts[at + 3]):
                item = others[n]
                beta = items[item, 0]
                u = beta * theta - items[item, 2]
                rate, _ = drawn(u, table)
                curve = max(0.0, rate * (rate + u))
                s += beta * rate
                q += beta * beta * curve
            for n in range(starts[at + 1], starts[at + 2]):
                item = others[n]
                beta = items[item, 0]
                a, b = items[item, 1] - beta * theta, items[item, 2] - beta * theta
                first, last, kept = between(a, b, rest)
                curve = kept * (first * (first - a) + last * (last + b) - 2 * first * last)
                s += kept * beta * (first - last)
                q += beta * beta * curve
            g += weights[node] * s
            h += weights[node] * q
        slope[point], bend[point] = g, h


@kernel(types.int64, types.int64, I8_, I4_, F8_, F8X2_, types.float64)
def log_likelihood(
    begin: int, end: int, starts: I8, points: I4, mean: F8, items: F8, lapse: float
) -> float:
    """The logarithm of the chance of the votes in roll-calls from one to another."""
    total = 0.0
    for item in range(begin, end):
        slope, low, high = items[item, 0], items[item, 1], items[item, 2]
        at = 3 * item
        for n in range(starts[at], starts[at + 3]):
            a, b = low - slope * mean[points[n]], high - slope * mean[points[n]]
            if n < starts[at + 1]:
                chance = below(a)
            elif n >= starts[at + 2]:
                chance = below(-b)
            elif a + b > 0:
                chance = normal(-a) - normal(-b)
            else:
                chance = normal(b) - normal(a)
            total += log((1 - lapse) * chance + lapse / 3)
    return total
