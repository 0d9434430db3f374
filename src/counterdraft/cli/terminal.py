"""The terminal that a command writes to: how wide it is, and whether it shows colours."""

from __future__ import annotations

import os
import shutil
import sys
from typing import NamedTuple

_WIDTH = 100  # columns where there is no terminal to ask


class Terminal(NamedTuple):
    """What lines are made for; ``width`` in columns."""

    width: int
    colour: bool


def terminal_of(output: str | None) -> Terminal:
    """The terminal of this process; for a file, ``output``, a plain one that is the same always.

    Whether it has colours depends on what reads standard output, and on what the person wants.
    """
    if output is not None:
        return Terminal(_WIDTH, colour=False)
    dumb = os.environ.get("TERM", "dumb") == "dumb" or bool(os.environ.get("NO_COLOR"))
    width = shutil.get_terminal_size((_WIDTH, 24)).columns
    return Terminal(width, colour=sys.stdout.isatty() and not dumb)
