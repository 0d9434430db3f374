"""Paths that may be links → where they lead."""

from __future__ import annotations

import os
from pathlib import Path


def real_path(path: str | Path) -> Path:
    """Where a path leads; as it is written where links lead in a circle.

    ``Path.resolve`` raises RuntimeError there, before Python 3.13.
    """
    return Path(os.path.realpath(path))
