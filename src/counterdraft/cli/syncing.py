"""What the commands that bring public sources share: their options, and how errors end them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from counterdraft.cli.progress import say
from counterdraft.errors import BadAddress, CounterdraftError, SettingsError

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


@contextmanager
def errors_end() -> Iterator[None]:
    """An error is a line, and the end: 2 where a setting or address is not understood, else 1."""
    try:
        yield
    except CounterdraftError as error:
        say(str(error))
        raise typer.Exit(2 if isinstance(error, (SettingsError, BadAddress)) else 1) from None
