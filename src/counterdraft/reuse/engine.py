"""What counts and scores: numpy alone for a few texts, compiled kernels for many.

Both give the same. numpy is there at once; the kernels take a second to load, and the first time
on a machine some seconds to compile, but then they are many times as fast.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from counterdraft.kernels.load import Say, load, processors

if TYPE_CHECKING:
    from types import ModuleType

    from numpy.typing import NDArray


COMPILING = "Compiling the search for this machine: once, some seconds"
_PLAIN, _COMPILED = "counterdraft.reuse.plain", "counterdraft.reuse.compiled"
_FEW = 256  # texts that numpy answers where the kernels are not loaded
_TOO_FEW = 64  # texts for which a second thread is not worth its start


class Engine(NamedTuple):
    """The functions that count and score, and how many threads may run them at once."""

    functions: ModuleType
    threads: int

    def over(
        self, texts: int, act: Callable[[int, int], Sequence[NDArray[Any]]]
    ) -> list[NDArray[Any]]:
        """What ``act`` gives of the texts from one to another, end to end for all of them."""
        parts = self.threads if texts >= _TOO_FEW else 1
        first, *others = pairwise([texts * n // parts for n in range(parts + 1)])
        if not others:
            return list(act(*first))
        with ThreadPoolExecutor(len(others)) as pool:
            running = [pool.submit(act, *some) for some in others]
            found = [act(*first), *(each.result() for each in running)]
        return [np.concatenate(column) for column in zip(*found, strict=True)]


def engine(texts: int, say: Say | None = None, *, compiled: bool | None = None) -> Engine:
    """What to use for so many texts; ``compiled`` says which it must be.

    ``say`` is told when something is to be compiled.
    """
    if compiled is None:
        compiled = texts > _FEW or _COMPILED in sys.modules
    if not compiled:
        return Engine(import_module(_PLAIN), 1)
    return Engine(kernels(say), processors())


def kernels(say: Say | None = None) -> ModuleType:
    """The compiled kernels, loaded; ``say`` is told where they are to be compiled first."""
    return load(_COMPILED, kernels, COMPILING, say)
