"""The kernels, loaded, over the parts of a layout in several threads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from counterdraft.kernels.load import Say, load, processors

if TYPE_CHECKING:
    from types import ModuleType

    from numpy.typing import NDArray

    from counterdraft.ideal.layout import Layout
    from counterdraft.ideal.unknowns import Unknowns

    F8 = NDArray[np.float64]
    I8 = NDArray[np.int64]

T = TypeVar("T")

COMPILING = "Compiling the estimator for this machine: once, some seconds"
_COMPILED, _PATHS = "counterdraft.ideal.compiled", "counterdraft.ideal.compiled_paths"
_NORMAL = "counterdraft.ideal.normal"
_TOO_FEW = 20_000  # votes for which a second thread is not worth its start

# Nodes and weights that integrate over a normal distribution: Gauss and Hermite's two, exact for
# cubics; more change no estimate by as much as a hundredth of its standard error.
_NODES, _WEIGHTS = np.array([-1.0, 1.0]), np.array([0.5, 0.5])


class Engine:
    """Runs the kernels over all roll-calls, or all points, of one layout; a context manager."""

    def __init__(self, layout: Layout, functions: ModuleType, threads: int) -> None:
        self._layout, self._kernels = layout, functions
        self._paths, self._normal = import_module(_PATHS), import_module(_NORMAL)
        self._pool = ThreadPoolExecutor(threads)
        self._items = _parts(layout.item_starts, threads)
        self._points = _parts(layout.point_starts, threads)

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()

    def rollcalls(
        self, mean: F8, spread: F8, prior: F8, lapse: float, items: F8, moments: F8
    ) -> float:
        """A step for all roll-calls; the last two are written. How many lapses are expected."""
        starts, points, lapses = self._layout.item_starts, self._layout.points, np.empty(len(items))
        given = (starts, points, _places(mean, spread), _WEIGHTS, prior, *self._lapses(lapse))
        self._over(self._items, self._kernels.rollcalls, *given, items, moments, lapses)
        return float(lapses.sum())

    def slopes(self, mean: F8, spread: F8, lapse: float, items: F8) -> tuple[F8, F8]:
        """Of all points the derivatives of their votes' log-likelihood."""
        slope, bend = np.empty(len(mean)), np.empty(len(mean))
        starts, others = self._layout.point_starts, self._layout.items
        given = (starts, others, _places(mean, spread), _WEIGHTS, items, *self._lapses(lapse))
        self._over(self._points, self._kernels.slopes, *given, slope, bend)
        return slope, bend

    def smooth(
        self, innovation: float, entry: tuple[float, float], slope: F8, bend: F8,
        mean: F8, spread: F8, joint: F8,
    ) -> None:  # fmt: skip
        """A step for all paths; the last three are written. ``entry`` is a mean and a variance."""
        layout = self._layout
        tie = 1 / (innovation * layout.elapsed)
        self._paths.smooth(
            layout.path_starts, layout.path, tie, slope, bend, entry[0], 1 / entry[1],
            mean, spread, joint,
        )  # fmt: skip

    def stretches(self, now: Unknowns, entry_variance: float, scales: int) -> F8:
        """What paths tell of scales, [2 · scales, 2 · scales]: see the kernel."""
        layout, information = self._layout, np.zeros((2 * scales, 2 * scales))
        tie = 1 / (now.innovation * layout.elapsed)
        self._paths.stretches(
            layout.path_starts, layout.path, tie, 1 / entry_variance, layout.scale,
            now.mean, now.spread, now.joint, information,
        )  # fmt: skip
        return information

    def ties(
        self, now: Unknowns, prior: F8, row_of: NDArray[np.int32], among: NDArray[np.int32],
        size: int,
    ) -> tuple[F8, F8]:  # fmt: skip
        """What some roll-calls' votes tell of points in ``size`` rows: see the kernel."""
        shared, own = np.zeros((3 * len(among), size)), np.zeros(size)
        starts, points = self._layout.item_starts, self._layout.points
        self._paths.ties(
            size, starts, points, now.mean, now.items, prior, *self._lapses(now.lapse),
            row_of, among, shared, own,
        )  # fmt: skip
        return shared, own

    def take_out(self, block: F8, rows: I8, before: F8, stay: I8, share: float) -> None:
        """Take a share of some rows and columns of a matrix out of those of a block."""
        self._paths.take_out(block, rows, before, stay, share)

    def inverse(self, matrix: F8) -> F8:
        """Of a symmetric, positive definite matrix, which is overwritten."""
        factor = np.zeros_like(matrix)
        self._paths.factor(matrix, factor)
        return factor.T @ factor

    def together(self, acts: Sequence[Callable[[], T]]) -> list[T]:
        """What acts give that touch nothing in common: side by side, where threads may."""
        if len(self._items) < 2:
            return [act() for act in acts]
        first, *others = acts
        running = [self._pool.submit(act) for act in others]
        return [first(), *(each.result() for each in running)]

    def log_likelihood(self, found: Unknowns) -> float:
        """Of all votes, at the estimates."""
        given = (
            self._layout.item_starts,
            self._layout.points,
            found.mean,
            found.items,
            found.lapse,
        )
        return float(sum(self._over(self._items, self._kernels.log_likelihood, *given)))

    def _lapses(self, lapse: float) -> tuple[float, F8]:
        """What kernels want to know of a lapse rate."""
        return self._normal.rest_of(lapse), self._normal.lapses(lapse)

    def _over(self, parts: list[tuple[int, int]], act: Any, *given: Any) -> list[Any]:
        first, *others = parts
        running = [self._pool.submit(act, *part, *given) for part in others]
        return [act(*first, *given), *(each.result() for each in running)]


def engine(layout: Layout, threads: int | None) -> Engine:
    """For a layout, in at most so many threads."""
    few = len(layout.points) < _TOO_FEW
    return Engine(layout, kernels(), 1 if few else threads or processors())


def kernels(say: Say | None = None) -> ModuleType:
    """The compiled kernels, loaded; ``say`` is told where they are to be compiled first."""
    found = load(_COMPILED, kernels, COMPILING, say)
    import_module(_PATHS)
    return found


def _places(mean: F8, spread: F8) -> F8:
    """[nodes, points]: where points may be, given mean and standard deviation of each."""
    return mean + _NODES[:, None] * spread


def _parts(starts: NDArray[np.int64], threads: int) -> list[tuple[int, int]]:
    """From where to where each thread goes, so that all have about as many votes."""
    whole = starts[::3]
    cuts = np.searchsorted(whole, np.arange(1, threads) * int(whole[-1]) // threads)
    return list(pairwise([0, *cuts.tolist(), len(whole) - 1]))
