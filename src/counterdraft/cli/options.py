"""The options that several commands have, each said once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class TrackedView(StrEnum):
    """Which state of a text with tracked changes is read."""

    final = "final"
    original = "original"
    marked = "marked"


View = Annotated[
    TrackedView,
    typer.Option(
        "--view", help="Tracked changes: all accepted, all rejected, or both states' words."
    ),
]
Language = Annotated[
    str, typer.Option("--language", metavar="CODE", help="Of documents fetched by their symbol.")
]
Folder = Annotated[
    str | None,
    typer.Option(
        "--corpus",
        metavar="DIR",
        help="The corpus; else $COUNTERDRAFT_CORPUS, or ours in your folder for data.",
    ),
]
Offline = Annotated[
    bool, typer.Option("--offline", help="Never use the network, only copies made before.")
]
