"""Modules of kernels that numba compiles: some seconds, once, and then they are cached."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

Say = Callable[[str], None]


def load(module: str, beside: Callable[..., Any], compiling: str, say: Say | None) -> ModuleType:
    """A module of kernels; ``say`` is told ``compiling`` where they are to be compiled first.

    ``beside`` is a function in a file of the same folder, by which numba's cache is found.
    """
    if module not in sys.modules:
        place = _cache(beside)
        if place is not None:
            _forget_outdated(place, Path(beside.__code__.co_filename).parent)
        if say is not None and not _is_cached(module, place):
            say(compiling)
    return import_module(module)


def processors() -> int:
    """How many threads run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _cache(beside: Callable[..., Any]) -> Path | None:
    """Where numba caches what is of a folder; None where no place can be written."""
    from numba.core.caching import FunctionCache

    try:
        return Path(FunctionCache(beside).cache_path)  # type: ignore[no-untyped-call]
    except RuntimeError:
        return None


def _is_cached(module: str, place: Path | None) -> bool:
    return place is not None and any(place.glob(f"{module.rpartition('.')[2]}.*.nbi"))


def _forget_outdated(place: Path, folder: Path) -> None:
    """Drop what was compiled before any file of the folder was changed.

    Numba looks at the file of a kernel alone, and not at those that it takes functions from.
    """
    changed = max((each.stat().st_mtime for each in folder.glob("*.py")), default=0.0)
    if changed > time.time():  # by a clock that is wrong
        return
    for index in place.glob("*.nbi"):
        with suppress(OSError):  # another process is as far
            if index.stat().st_mtime < changed:
                index.unlink()
