"""The command ``trace``: where the words of a text stood before."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counterdraft.cli.options import Language, Offline, TrackedView, View
from counterdraft.cli.output import agree, deliver
from counterdraft.cli.progress import say
from counterdraft.errors import CounterdraftError
from counterdraft.jobs.parse import Choices

if TYPE_CHECKING:
    from counterdraft.model import Provenance

WIDTH = 100  # columns where there is no terminal to ask


class TraceFormat(StrEnum):
    """How ``trace`` shows what it finds."""

    terminal = "terminal"
    markdown = "markdown"
    json = "json"


_ENDINGS = {
    ".md": TraceFormat.markdown, ".markdown": TraceFormat.markdown, ".json": TraceFormat.json,
    ".txt": TraceFormat.terminal,
}  # fmt: skip


def trace(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file, -, an address, or a symbol.")
    ],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="PATH", help="Where to write it: .md, .json, .txt."),
    ] = None,
    form: Annotated[
        TraceFormat | None,
        typer.Option("--format", help="The form, where the ending of PATH does not tell it."),
    ] = None,
    folder: Annotated[
        str | None,
        typer.Option(
            "--corpus",
            metavar="DIR",
            help="The corpus; else $COUNTERDRAFT_CORPUS, or ours in your folder for data.",
        ),
    ] = None,
    part: Annotated[
        int | None, typer.Option("--part", metavar="N", min=1, help="Which resolution of FILE.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there already.")
    ] = False,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:
    """Say for each clause whether it is agreed language, from where, and what was changed."""
    from counterdraft.jobs.trace import trace_file

    chosen = form or _form_of(output)
    agree(chosen.value, _ENDINGS, output, "--format")
    try:
        choices = Choices(view.value, language, offline, say)
        traced = trace_file(file, folder, choices, part=part)
        deliver(_made(traced.provenance, chosen, output), output, force=force)
    except CounterdraftError as error:
        say(str(error))
        raise typer.Exit(1) from None
    for fault in traced.damaged:
        say(str(fault))
    raise typer.Exit(1 if traced.damaged else 0)


def _form_of(output: str | None) -> TraceFormat:
    if output is None:
        return TraceFormat.terminal
    form = _ENDINGS.get(Path(output).suffix.lower())
    if form is None:
        raise typer.BadParameter(
            f"{output!r} ends in none of .md, .json, .txt; add one, or say --format",
            param_hint="-o",
        )
    return form


def _made(provenance: Provenance, form: TraceFormat, output: str | None) -> bytes:
    from counterdraft.jobs.trace import in_form, on_terminal

    if form is not TraceFormat.terminal:
        return in_form(provenance, form.value)
    dumb = os.environ.get("TERM", "dumb") == "dumb" or os.environ.get("NO_COLOR")
    colour = output is None and sys.stdout.isatty() and not dumb
    width = WIDTH if output else shutil.get_terminal_size((WIDTH, 24)).columns
    return on_terminal(provenance, width=width, colour=colour).encode()
