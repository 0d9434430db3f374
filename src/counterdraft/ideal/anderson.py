"""Anderson's acceleration of a fixed-point iteration (Walker and Ni 2011).

From the last few steps, each from an argument to its image, the combination of images is taken
whose step would be the shortest if the map were linear. When steps grow, what was learnt is
forgotten.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    F8 = NDArray[np.float64]

_MEMORY = 6
_RIDGE = 1e-8


class Mixer:
    """Remembers steps, and says where to begin the next."""

    def __init__(self) -> None:
        self._images: deque[F8] = deque(maxlen=_MEMORY)
        self._steps: deque[F8] = deque(maxlen=_MEMORY)

    def next(self, argument: F8, image: F8) -> F8:
        """Where to go on from, after a step from ``argument`` to ``image``."""
        step = image - argument
        # Where the map is far from linear, as when a state crosses to another side, no combination
        # is worth anything: a step that is longer than the last one says so.
        if self._steps and _length(step) > _length(self._steps[-1]):
            self._steps.clear()
            self._images.clear()
        self._steps.append(step)
        self._images.append(image)
        if len(self._steps) == 1:
            return image
        turns, ways = np.diff(self._steps, axis=0), np.diff(self._images, axis=0)
        products = turns @ turns.T
        products[np.diag_indices_from(products)] *= 1 + _RIDGE
        shares = np.linalg.lstsq(products, turns @ step)[0]
        mixed: F8 = image - shares @ ways
        return mixed


def _length(step: F8) -> float:
    return float(np.linalg.norm(step))
