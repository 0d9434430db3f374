"""The command ``verify``: the claims of a text, held against dated entries of registers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from counterdraft.cli.failures import end_with, errors_said
from counterdraft.cli.forms import form_option
from counterdraft.cli.options import File, Folder, Force, Language, Offline, Part, TrackedView, View
from counterdraft.cli.output import chosen_form, deliver, written
from counterdraft.cli.progress import say
from counterdraft.cli.told import TOLD_ENDINGS, ToldFormat, told
from counterdraft.cli.vote_history import check_date
from counterdraft.jobs.parse import Choices


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
        typer.Option(
            "--as-of", metavar="DATE", help="The day that claims are held against: 2014-10-15."
        ),
    ] = None,
    register: Annotated[
        list[str] | None,
        typer.Option(
            "--register", metavar="PATH", help="A file of entries to ask too; may be said again."
        ),
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
    """Check claims against dated entries of registers.

    Each holds, does not hold, is contested, or is not settled, and by which source.
    """
    from counterdraft.jobs.verify import in_form, on_terminal, verify_file

    check_date(as_of)
    chosen = chosen_form(form, output, TOLD_ENDINGS, ToldFormat.terminal)
    with errors_said():
        choices = Choices(view.value, language, offline, say)
        found, problems = verify_file(
            file, choices, as_of=as_of, part=part, paths=register or (), registers=registers,
            corpus=folder,
        )  # fmt: skip
        deliver(told(found, chosen, output, in_form, on_terminal), output, force=force)
    end_with(problems)
