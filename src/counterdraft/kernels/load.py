"""Modules of kernels that numba compiles: some seconds, once, and then they are cached."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

Say = Callable[[str], None]


def load(module: str, beside: Callable[..., Any], compiling: str, say: Say | None) -> ModuleType:
    """A module of kernels; ``say`` is told ``compiling`` where they are to be compiled first.

    ``beside`` is a function in a file of the same folder, by which numba's cache is found.
    """
    if say is not None and module not in sys.modules and not _is_cached(module, beside):
        say(compiling)
    return import_module(module)


def processors() -> int:
    """How many threads run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _is_cached(module: str, beside: Callable[..., Any]) -> bool:
    """Whether numba has these kernels in the place where it caches what is of that folder."""
    from numba.core.caching import FunctionCache

    try:
        place = Path(FunctionCache(beside).cache_path)  # type: ignore[no-untyped-call]
    except RuntimeError:  # there is no place that can be written
        return False
    return any(place.glob(f"{module.rpartition('.')[2]}.*.nbi"))
