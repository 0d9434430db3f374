"""The command ``flag``: what rules see in a text, each finding with its evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from counterdraft.cli.failures import end_with, errors_said
from counterdraft.cli.forms import form_option
from counterdraft.cli.options import (
    File,
    Force,
    Language,
    Offline,
    Part,
    TrackedView,
    View,
    check_part,
    only,
)
from counterdraft.cli.output import chosen_form, deliver, written
from counterdraft.cli.progress import say
from counterdraft.cli.told import TOLD_ENDINGS, ToldFormat, told
from counterdraft.jobs.parse import Choices


def flag(
    file: File,
    output: Annotated[
        str | None,
        written("Where to write it: .md, .json, .txt."),
    ] = None,
    form: Annotated[
        ToldFormat | None,
        form_option(ToldFormat),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against", metavar="RIVAL", help="The rival: what it displaces, or what displaces it."
        ),
    ] = None,
    previous: Annotated[
        list[str] | None,
        typer.Option("--previous", metavar="TEXT", help="The last text of its own series."),
    ] = None,
    sponsor: Annotated[
        list[str] | None,
        typer.Option("--sponsor", metavar="STATE", help="Whose text it is; may be said again."),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--corpus", metavar="DIR", help="A corpus to look for precedents in."),
    ] = None,
    registers: Annotated[
        list[str] | None,
        typer.Option(
            "--registers", metavar="PATH", help="A folder or file of registers; may be said again."
        ),
    ] = None,
    part: Part = None,
    part_b: Annotated[
        int | None,
        typer.Option(
            "--part-b",
            metavar="N",
            min=1,
            help="Which resolution of RIVAL, where it holds several.",
        ),
    ] = None,
    part_previous: Annotated[
        int | None,
        typer.Option(
            "--part-previous",
            metavar="N",
            min=1,
            help="Which resolution of TEXT, where it holds several.",
        ),
    ] = None,
    force: Force = False,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:
    """Show what a reader of a draft may miss, with the evidence.

    Each finding also comes with what speaks against it.
    """
    from counterdraft.jobs.against import Beside
    from counterdraft.jobs.flag import flag_file, in_form, on_terminal

    rival, before = only(against, "--against"), only(previous, "--previous")
    check_part(part_b, rival, "--part-b", "--against")
    check_part(part_previous, before, "--part-previous", "--previous")
    chosen = chosen_form(form, output, TOLD_ENDINGS, ToldFormat.terminal)
    beside = Beside(
        against=rival, part=part_b, previous=before, previous_part=part_previous,
        corpus=folder, sponsors=tuple(sponsor or ()), registers=tuple(registers or ()),
    )  # fmt: skip
    with errors_said():
        choices = Choices(view.value, language, offline, say)
        findings, damaged = flag_file(file, beside, choices, part=part)
        deliver(told(findings, chosen, output, in_form, on_terminal), output, force=force)
    end_with(damaged)
