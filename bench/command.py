"""What the command lines of benchmarks have alike: the shared folder, and the page to write to."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bench.page import write
from bench.shared import ROOT, Shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.page import Table


def options_of(told: str | None) -> argparse.ArgumentParser:
    """The options ``--shared`` and ``--write`` of a script that tells this of itself."""
    parser = argparse.ArgumentParser(
        description=told, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--write", action="store_true", help="write it to docs/benchmarks.md")
    return parser


def shared_with(root: Path, *names: str) -> Shared:
    """The shared folder; SystemExit where one of ``names`` is not in it."""
    shared = Shared(root)
    if absent := shared.absent(names):
        raise SystemExit(f"nothing is measured: {root} has no {', '.join(absent)}")
    return shared


def tell(script: str, tables: Sequence[Table], *, write_too: bool) -> None:
    """Print the tables of a script, and put them into the page of benchmarks where asked to."""
    print("\n".join(table.markdown() for table in tables))
    if write_too:
        write(script, tables)
