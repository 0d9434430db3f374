"""What the commands that bring public sources share: options, and errors of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from counterdraft.errors import BadAddress, SettingsError

Into = Annotated[
    Path | None,
    typer.Option("--into", metavar="DIR", help="The folder to keep the files in; else ours."),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be fetched; write nothing.")
]
Server = Annotated[
    str | None,
    typer.Option("--from", metavar="URL", help="Another server that has the same files."),
]
NoAdd = Annotated[bool, typer.Option("--no-add", help="Only fetch; take nothing from the files.")]

# What a person sets where something is brought from: a mistake in it is one in the command.
UNCLEAR = (SettingsError, BadAddress)
