"""What a redline of two files takes of us: ``python bench/redlined.py A B OUT``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from counterdraft.jobs.compare import compare_files, redlined
from counterdraft.model import Comparison


def compared(a: Path, b: Path) -> Comparison:
    """Two files of any kind read, parsed and compared."""
    return compare_files(str(a), str(b)).comparison


def redline(a: Path, b: Path) -> bytes:
    """A Word file with B as tracked changes of A, in A's own file where that is one."""
    return redlined(compare_files(str(a), str(b)), date="2026-01-01")


if __name__ == "__main__":
    Path(sys.argv[3]).write_bytes(redline(*map(Path, sys.argv[1:3])))
