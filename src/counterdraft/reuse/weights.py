"""What a feature weighs: the rarer in the corpus, the more; in whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEPS = 16


def squared_weights(clauses: NDArray[Any], of: int) -> NDArray[np.int64]:
    """The square of the weight of features that so many clauses have, in a corpus of ``of``.

    The weight is the logarithm of 1 + of / clauses to the base 2, in sixteenths, with straight
    lines between the powers of two: so it is the same to the last bit on every machine.
    """
    mantissa, exponent = np.frexp(1 + of / np.maximum(clauses, 1))
    weights: NDArray[np.int64] = np.floor((exponent + 2 * mantissa - 2) * _STEPS).astype(np.int64)
    return weights * weights
