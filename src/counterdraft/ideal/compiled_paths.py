"""The kernels of states' paths, and of what points and roll-calls leave uncertain together."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np
from numba import types

from counterdraft.ideal.normal import F8_, F8X2_, I4_, I8_, OUT_, OUTX2_, bends, kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    F8 = NDArray[np.float64]
    I4 = NDArray[np.int32]
    I8 = NDArray[np.int64]

_LONGEST = 1.0  # no step of Newton's goes further


@kernel(I8_, I4_, F8_, F8_, F8_, types.float64, types.float64, OUT_, OUT_, OUT_)
def smooth(
    starts: I8, path: I4, tie: F8, slope: F8, bend: F8, entry_mean: float, entry_tie: float,
    mean: F8, spread: F8, joint: F8,
) -> None:  # fmt: skip
    """A step of Newton's for the whole path of each state, and its variances.

    ``path`` has the points of each state in order of time, from ``starts[state]``; ``tie`` how
    precisely each continues the one before, ``entry_tie`` how precisely the first is known
    beforehand. ``mean`` and ``spread`` are written, and ``joint``: in the order of ``path``, the
    covariance of each point with the one before.

    The information is a tridiagonal matrix: it is factored forwards, solved and inverted, as far as
    its diagonal and what stands beside it, backwards (Rue and Held 2005, 2.4).
    """
    longest = 0
    for state in range(len(starts) - 1):
        longest = max(longest, starts[state + 1] - starts[state])
    pivot, back, force = np.empty(longest), np.empty(longest), np.empty(longest)
    for state in range(len(starts) - 1):
        first, count = starts[state], starts[state + 1] - starts[state]
        for k in range(count):
            point = path[first + k]
            own = tie[first + k] if k else entry_tie
            before = mean[path[first + k - 1]] if k else entry_mean
            diagonal, push = bend[point] + own, slope[point] - own * (mean[point] - before)
            if k + 1 < count:
                after = tie[first + k + 1]
                diagonal += after
                push += after * (mean[path[first + k + 1]] - mean[point])
            if k:
                back[k] = -own / pivot[k - 1]
                diagonal += own * back[k]
                push -= back[k] * force[k - 1]
            pivot[k], force[k] = diagonal, push
        step, variance = 0.0, 0.0
        for k in range(count - 1, -1, -1):
            point = path[first + k]
            if k + 1 < count:
                joint[first + k + 1] = -back[k + 1] * variance
                step = force[k] / pivot[k] - back[k + 1] * step
                variance = 1 / pivot[k] + back[k + 1] * back[k + 1] * variance
            else:
                step, variance = force[k] / pivot[k], 1 / pivot[k]
            mean[point] += min(_LONGEST, max(-_LONGEST, step))
            spread[point] = sqrt(variance)
        if count:
            joint[first] = 0.0


@kernel(I8_, I4_, F8_, types.float64, I8_, F8_, F8_, F8_, OUTX2_)
def stretches(
    starts: I8, path: I4, tie: F8, entry_tie: float, scale: I8, mean: F8, spread: F8, joint: F8,
    information: F8,
) -> None:  # fmt: skip
    """What paths tell of a stretch and a shift of each scale, at 1 and 0, into ``information``.

    That is [2 · scales, 2 · scales] and zero before; stretches come first. ``scale`` has that of
    each point, the other arguments are as in ``smooth``.
    """
    count = len(information) // 2
    for state in range(len(starts) - 1):
        for k in range(starts[state], starts[state + 1]):
            point, own = path[k], tie[k]
            here, x, square = scale[point], mean[point], spread[point] * spread[point]
            if k == starts[state]:
                own = entry_tie
            else:
                before = path[k - 1]
                there, y = scale[before], mean[before]
                both = own * (x * y + joint[k])
                information[here, there] -= both
                information[there, here] -= both
                information[here, there + count] -= own * x
                information[there + count, here] -= own * x
                information[there, here + count] -= own * y
                information[here + count, there] -= own * y
                information[here + count, there + count] -= own
                information[there + count, here + count] -= own
                information[there, there] += own * (y * y + spread[before] * spread[before])
                information[there, there + count] += own * y
                information[there + count, there] += own * y
                information[there + count, there + count] += own
            information[here, here] += own * (x * x + square)
            information[here, here + count] += own * x
            information[here + count, here] += own * x
            information[here + count, here + count] += own


@kernel(types.int64, I8_, I4_, F8_, F8X2_, F8_, types.float64, F8_, I4_, I4_, OUTX2_, OUT_)
def ties(
    size: int, starts: I8, points: I4, mean: F8, items: F8, prior: F8, rest: float, table: F8,
    row_of: I4, among: I4, shared: F8, own: F8,
) -> None:  # fmt: skip
    """What the votes of some roll-calls tell of points and of roll-calls together.

    ``among`` are the roll-calls; ``row_of`` [points] is below ``size`` for points that are asked
    about. ``own`` [size] gets the information of each, ``shared`` [3 · roll-calls, size] a factor
    of what of it goes to the roll-calls: diag(own) - sharedᵀ · shared is what is left when these
    are integrated out.
    """
    most = 0
    for item in among:
        most = max(most, starts[3 * np.int64(item) + 3] - starts[3 * np.int64(item)])
    bent = np.empty((most, 3))  # what is worked out for a vote, for the second time
    for n in range(len(among)):
        item = among[n]
        slope, low, high = items[item, 0], items[item, 1], items[item, 2]
        ease = 1 / ((high - low) * (high - low))
        h00, h01, h02 = prior[0], 0.0, 0.0
        h11, h12, h22 = 0.25 * prior[1] + ease, 0.25 * prior[1] - ease, 0.25 * prior[1] + ease
        for kind in range(3):
            for k in range(starts[3 * item + kind], starts[3 * item + kind + 1]):
                theta = mean[points[k]]
                c11, c12, c22 = bends(kind, low, high, slope * theta, rest, table)
                at = k - starts[3 * item]
                bent[at, 0], bent[at, 1], bent[at, 2] = c11, c12, c22
                h00 += theta * theta * (c11 + 2 * c12 + c22)
                h01, h02 = h01 - theta * (c11 + c12), h02 - theta * (c12 + c22)
                h11, h12, h22 = h11 + c11, h12 + c12, h22 + c22
        l00 = sqrt(h00)
        l10, l20 = h01 / l00, h02 / l00
        l11 = sqrt(h11 - l10 * l10)
        l21 = (h12 - l10 * l20) / l11
        l22 = sqrt(h22 - l20 * l20 - l21 * l21)
        for kind in range(3):
            for k in range(starts[3 * item + kind], starts[3 * item + kind + 1]):
                row = row_of[points[k]]
                if row >= size:
                    continue
                theta = mean[points[k]]
                at = k - starts[3 * item]
                c11, c12, c22 = bent[at, 0], bent[at, 1], bent[at, 2]
                whole = c11 + 2 * c12 + c22
                own[row] += slope * slope * whole
                y0 = slope * theta * whole / l00
                y1 = (-slope * (c11 + c12) - l10 * y0) / l11
                shared[3 * n, row] += y0  # a point may have several votes on what is bridged
                shared[3 * n + 1, row] += y1
                shared[3 * n + 2, row] += (-slope * (c12 + c22) - l20 * y0 - l21 * y1) / l22


@kernel(OUTX2_, I8_, F8X2_, I8_, types.float64)
def take_out(block: F8, rows: I8, before: F8, stay: I8, share: float) -> None:
    """Take ``share`` of ``before``, of the rows and columns that ``stay``, out of those of a block.

    What numpy's indices do by three copies.
    """
    for n in range(len(rows)):
        row, kept = rows[n], stay[n]
        for m in range(len(rows)):
            block[row, rows[m]] -= share * before[kept, stay[m]]


@kernel(OUTX2_, OUTX2_)
def factor(matrix: F8, inverse: F8) -> None:
    """Cholesky's factor of a symmetric matrix, into its lower half, and the inverse of that.

    ``inverse`` is zero before. Compiled here because LAPACK's own, over a few hundred rows, may
    wait for processors that others use, many times as long as this takes.
    """
    size = len(matrix)
    for row in range(size):
        for column in range(row + 1):
            total = matrix[row, column]
            for k in range(column):
                total -= matrix[row, k] * matrix[column, k]
            if row == column:
                matrix[row, row] = sqrt(total)
            else:
                matrix[row, column] = total / matrix[column, column]
    for row in range(size):
        for k in range(row):
            share = matrix[row, k]
            for column in range(k + 1):
                inverse[row, column] -= share * inverse[k, column]
        for column in range(row):
            inverse[row, column] /= matrix[row, row]
        inverse[row, row] = 1 / matrix[row, row]
