"""How much two states agree: indices out of a table of how often each pair of positions occurred.

In: counts, 3 × 3 in the last two axes, of the one state's positions by the other's, in the order
yes, abstain, no; any axes before. Out: an array of the axes before, NaN where an index is not
defined. ``docs/agreement.md`` has the equations and whence they come.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Index = Literal["same", "half", "s", "kappa", "pi"]
INDICES: tuple[Index, ...] = get_args(Index)
NAMES: dict[Index, str] = {
    "same": "same position", "half": "abstention as half", "s": "S", "kappa": "kappa", "pi": "pi"
}  # fmt: skip
SOURCES: dict[Index, str] = {
    "same": "share of votes in which both took the same position",
    "half": "Lijphart 1963: an abstention is half way between yes and no",
    "s": "Signorino and Ritter 1999: 1 less twice the mean distance over the greatest",
    "kappa": "Cohen 1960 and 1968, Häge 2011: corrected by chance, each state's own margins",
    "pi": "Scott 1955, Häge 2011: corrected by chance, the two states' margins together",
}

# Yes, abstain and no stand 0, 1 and 2 apart: distances are absolute, as in S.
_DISTANCE = np.abs(np.subtract.outer(np.arange(3.0), np.arange(3.0)))
_LONGEST = 2.0


def index(counts: NDArray[np.generic], name: Index) -> Floats:
    """One index of each table of ``counts``; NaN for tables without votes."""
    table = counts.astype(np.float64)
    total = table.sum(axis=(-2, -1))
    with np.errstate(invalid="ignore", divide="ignore"):
        if name == "same":
            same: Floats = np.trace(table, axis1=-2, axis2=-1) / total
            return same
        distance = (table * _DISTANCE).sum(axis=(-2, -1)) / total
        if name == "half":
            return np.asarray(1 - distance / _LONGEST)
        if name == "s":
            return np.asarray(1 - 2 * distance / _LONGEST)
        expected = _expected(table, total, pooled=name == "pi")
        # Where both always took one same position chance alone would give it: not defined.
        return np.asarray(np.where(expected > 0, 1 - distance / expected, np.nan))


def _expected(table: Floats, total: Floats, *, pooled: bool) -> Floats:
    """The mean distance if each drew from its own margins, or both from their common ones."""
    first = table.sum(axis=-1) / total[..., None]
    second = table.sum(axis=-2) / total[..., None]
    if pooled:
        first = second = (first + second) / 2
    return np.asarray(np.einsum("...i,ij,...j->...", first, _DISTANCE, second))
