"""The most that made votes tell: ideal points estimated by one who knows their roll-calls.

What the maker draws for roll-calls it does not give away, so that it is looked at while it runs.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import FrameType, FunctionType
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.ideal_votes import Votes, within_states
from counterdraft.ideal.engine import engine, kernels
from counterdraft.ideal.inputs import checked
from counterdraft.ideal.layout import lay_out

if TYPE_CHECKING:
    from numpy.typing import NDArray

    F8 = NDArray[np.float64]

_SIZE = (195, 75, 80)  # states, sessions and roll-calls of each, as the maker has them by default
_SWEEPS = 60
_NO_LAPSES = 1e-6


def ceiling(maker: Path, seed: int, given: Votes) -> float:
    """The correlation within states where roll-calls and the rate of movement are known."""
    slope, low, high = _rollcalls(maker, seed)
    layout = lay_out(checked(given.votes, given.session, given.member, None), kernels())
    used = layout.item_of >= 0
    items = np.empty((int(used.sum()), 3))
    items[layout.item_of[used]] = np.column_stack((slope, low, high))[used]
    points = len(layout.state)
    mean, spread, joint = np.zeros(points), np.ones(points), np.zeros(points)
    movement = float(np.nanvar(np.diff(given.known, axis=1)))
    with engine(layout, None) as run:
        for _ in range(_SWEEPS):
            rise, bend = run.slopes(mean, spread, _NO_LAPSES, items)
            run.smooth(movement, (0.0, 1.0), rise, bend, mean, spread, joint)
    return within_states(layout.by_state(mean), given.known)


def _rollcalls(maker: Path, seed: int) -> tuple[F8, F8, F8]:
    """Discriminations and cut-points as the maker drew them."""
    spec = importlib.util.spec_from_file_location("maker", maker)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    make: FunctionType = module.make
    seen: dict[str, Any] = {}

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "return" and frame.f_code is make.__code__:
            seen.update(frame.f_locals)

    sys.setprofile(look)
    try:
        make(seed, *_SIZE)
    finally:
        sys.setprofile(None)
    return seen["beta"], seen["g1"], seen["g2"]
