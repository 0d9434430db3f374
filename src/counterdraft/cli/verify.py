"""The command ``verify``: the claims of a text, held against dated entries of registers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counterdraft.cli.forms import form_option
from counterdraft.cli.options import File, Folder, Force, Language, Offline, Part, TrackedView, View
from counterdraft.cli.output import agree, deliver, form_of, written
from counterdraft.cli.progress import say
from counterdraft.cli.terminal import terminal_of
from counterdraft.cli.told import TOLD_ENDINGS, ToldFormat
from counterdraft.cli.vote_history import check_date
from counterdraft.errors import CounterdraftError
from counterdraft.jobs.parse import Choices

if TYPE_CHECKING:
    from counterdraft.model.verdict import Verdicts


def verify(
    file: File,
    output: Annotated[
        str | None,
        written("Where to write it: .md, .json, .txt."),
    ] = None,
    form: Annotated[
        ToldFormat | None,
        form_option(ToldFormat),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The day that claims are held against."),
    ] = None,
    register: Annotated[
        list[str] | None,
        typer.Option("--register", metavar="PATH", help="A file of entries to ask as well."),
    ] = None,
    registers: Annotated[
        Path | None,
        typer.Option(
            "--registers", metavar="DIR", help="A folder of registers, or of files; else the usual."
        ),
    ] = None,
    folder: Folder = None,
    part: Part = None,
    force: Force = False,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:
    """Say of each claim that a dated entry can settle whether it holds, and by which source."""
    from counterdraft.jobs.verify import verify_file

    check_date(as_of)
    chosen = form or (
        ToldFormat.terminal if output is None else form_of(output, TOLD_ENDINGS, "--format")
    )
    agree(chosen.value, TOLD_ENDINGS, output, "--format")
    try:
        choices = Choices(view.value, language, offline, say)
        found, problems = verify_file(
            file, choices, as_of=as_of, part=part, paths=register or (), registers=registers,
            corpus=folder,
        )  # fmt: skip
        deliver(_made(found, chosen, output), output, force=force)
    except CounterdraftError as error:
        say(str(error))
        raise typer.Exit(1) from None
    for problem in problems:
        say(str(problem))
    raise typer.Exit(1 if problems else 0)


def _made(found: Verdicts, form: ToldFormat, output: str | None) -> bytes:
    from counterdraft.jobs.verify import in_form, on_terminal

    if form is not ToldFormat.terminal:
        return in_form(found, form.value)
    terminal = terminal_of(output)
    return on_terminal(found, width=terminal.width, colour=terminal.colour).encode()
