"""A progress bar on a terminal; elsewhere plain lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


def say(line: str) -> None:
    """Say a line on standard error."""
    print(line, file=sys.stderr)


class Progress:
    """Counts sources found and done, and says lines that do not disturb the bar."""

    def __init__(self, bar: Bar | None, task: str = "Parsing") -> None:
        self._bar = bar
        self._task = bar.add_task(task, total=0) if bar else None
        self._total = 0

    def found(self) -> None:
        """One more source is known of."""
        self._total += 1
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=self._total)

    def done(self) -> None:
        """One more source is dealt with."""
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)

    def say(self, line: str) -> None:
        """Say a line on standard error."""
        if self._bar is not None:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            say(line)


@contextmanager
def progress(task: str = "Parsing") -> Iterator[Progress]:
    """A bar while the block runs, where standard error is a terminal; ``task`` says of what."""
    if not sys.stderr.isatty():
        yield Progress(None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Progress(bar, task)
