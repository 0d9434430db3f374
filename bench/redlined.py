"""What a redline of two Word files takes of us: ``python bench/redlined.py A B``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from counterdraft.compare.compare import compare
from counterdraft.model import Comparison
from counterdraft.parse.parse import parse
from counterdraft.read.read import read


def compared(a: Path, b: Path) -> Comparison:
    """Two files of any kind read, parsed and compared."""
    one, other = (parse(read(each.read_bytes(), each.name))[0] for each in (a, b))
    return compare(one, other)


def redlined(a: Path, b: Path) -> object:
    """The redline of two files."""
    # TO BE ADDED: writing it, by counterdraft.compare.to_docx, once that is there; then
    # "without the writing" goes from the figures of compare_speed.py.
    return compared(a, b)


if __name__ == "__main__":
    redlined(*map(Path, sys.argv[1:3]))
