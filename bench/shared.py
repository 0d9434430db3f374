"""What lies beside the checkout: the real texts, the gold, and the tools that score.

Nothing of it is copied: the tools are run where they lie, and the archives are unpacked into
a folder of work.
"""

from __future__ import annotations

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent
GA = "data/ga-english-74-79.zip"
SC = "data/sc-english-2000-2024.zip"
AKN_GOLD = "tools/akn_gold.py"
SCORE_PARSE = "tools/score_parse.py"


class Shared(NamedTuple):
    """The shared folder."""

    root: Path

    def path(self, name: str) -> Path:
        return self.root / name

    def absent(self, names: tuple[str, ...]) -> list[str]:
        """Those of ``names`` that are not there."""
        return [name for name in names if not self.path(name).exists()]


def as_installed(kept: Path | str) -> dict[str, str]:
    """The environment of a command of the sources as it is once installed.

    pip has written byte code by then: the command's own is kept in a folder, and a first run, which
    writes it, is not to count.
    """
    paths = [str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {
        **os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONPYCACHEPREFIX": str(kept),
    }  # fmt: skip
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def tool(path: Path) -> ModuleType:
    """A tool of the shared folder as a module, leaving no compiled file beside it."""
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module
