"""How errors end a command: each is a line on standard error, and all of them one exit code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer

from counterdraft.cli.progress import say
from counterdraft.errors import BadQuery, CounterdraftError


@contextmanager
def errors_said(*unclear: type[CounterdraftError], failed: int = 1) -> Iterator[None]:
    """What Counterdraft raises within is a line, and the end of the command.

    The exit code is 2 where a question was not understood (BadQuery, or one of ``unclear``),
    else ``failed``.
    """
    try:
        yield
    except CounterdraftError as error:
        say(str(error))
        raise typer.Exit(2 if isinstance(error, (BadQuery, *unclear)) else failed) from None


def end_with(faults: Sequence[CounterdraftError]) -> None:
    """Say what could not be asked or was wrong though there is a result; the code is then 1."""
    for fault in faults:
        say(str(fault))
    if faults:
        raise typer.Exit(1)
