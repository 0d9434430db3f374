"""The commands ``votes import``, ``check``, ``info``, ``show`` and ``export``: votes in and out."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from counterdraft.cli.failures import end_with, errors_said
from counterdraft.cli.forms import Plain, PlainForm, form_option
from counterdraft.cli.options import Folder, Force
from counterdraft.cli.output import chosen_form, deliver, put, written
from counterdraft.cli.progress import progress
from counterdraft.cli.votes_options import (
    Body,
    Issue,
    Matter,
    Mode,
    Session,
    Since,
    Subject,
    Title,
    Until,
)


class FileForm(StrEnum):
    """How votes are written to a file."""

    csv = "csv"
    parquet = "parquet"
    json = "json"


class RowOf(StrEnum):
    """What a row of a table is."""

    votes = "votes"
    positions = "positions"


_ENDINGS = {".csv": FileForm.csv, ".parquet": FileForm.parquet, ".json": FileForm.json}
Wait = Annotated[
    float | None,
    typer.Option(
        "--wait", metavar="SECONDS", min=0, help="How long to wait for another who writes there."
    ),
]


def import_(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATHS…", help="Files, folders, archives, or -.")
    ],
    folder: Folder = None,
    wait: Wait = None,
    form: Plain = PlainForm.text,
) -> None:
    """Take votes from files; what is held already changes nothing."""
    from counterdraft.jobs.ask_votes import import_in_form
    from counterdraft.jobs.votes import WAIT, import_votes, votes_folder

    with errors_said(), progress("Reading") as bar:
        report = import_votes(
            paths, votes_folder(folder), bar.say, wait=WAIT if wait is None else wait,
            on_done=bar.done,
        )  # fmt: skip
    put(import_in_form(report, form.value))
    raise typer.Exit(1 if report.problems else 0)


def check(
    folder: Folder = None,
    body: Body = None,
    session: Session = None,
    since: Since = None,
    until: Until = None,
    form: Plain = PlainForm.text,
) -> None:
    """Show where sources of votes are wrong or differ.

    Every list of names is counted against its figures.
    """
    from counterdraft.jobs.ask_votes import checked
    from counterdraft.jobs.votes import asked_folder
    from counterdraft.jobs.where_votes import where_of

    with errors_said():
        where = where_of(body=body, session=session, since=since, until=until)
        data, found, faults = checked(asked_folder(folder), form.value, where)
    put(data)
    end_with(faults)
    raise typer.Exit(1 if found.unexplained() else 0)


def info(folder: Folder = None, form: Plain = PlainForm.text) -> None:
    """Show which votes are held: their sources, bodies and sessions."""
    from counterdraft.jobs.ask_votes import info as told
    from counterdraft.jobs.votes import asked_folder

    with errors_said():
        data = told(asked_folder(folder), form.value)
    put(data)


def show(
    symbol: Annotated[
        str, typer.Argument(metavar="SYMBOL", help="Like 62/167, A/RES/62/167 or a draft's.")
    ],
    folder: Folder = None,
    form: Plain = PlainForm.text,
) -> None:
    """Show all votes on a text: figures, and who was where.

    With every source's account of them.
    """
    from counterdraft.jobs.ask_votes import show as shown
    from counterdraft.jobs.votes import asked_folder

    with errors_said():
        data = shown(asked_folder(folder), symbol, form.value)
    put(data)


def export(
    output: Annotated[str | None, written("Else standard output.", metavar="FILE")] = None,
    folder: Folder = None,
    rows: Annotated[
        RowOf, typer.Option("--rows", help="A row a vote, or a row a Member a vote.")
    ] = RowOf.votes,
    body: Body = None,
    session: Session = None,
    since: Since = None,
    until: Until = None,
    title: Title = None,
    subject: Subject = None,
    issue: Issue = None,
    matter: Matter = None,
    mode: Mode = None,
    form: Annotated[
        FileForm | None, form_option(FileForm, "CSV, Parquet or JSON; else by the ending.")
    ] = None,
    force: Force = False,
) -> None:
    """Write votes as a table or JSON."""
    from counterdraft.jobs.ask_votes import export as exported
    from counterdraft.jobs.votes import asked_folder
    from counterdraft.jobs.where_votes import where_of

    chosen = chosen_form(form, output, _ENDINGS, FileForm.csv)
    with errors_said():
        where = where_of(
            body=body, session=session, since=since, until=until, title=title, subject=subject,
            issue=issue, matter=matter, mode=mode,
        )  # fmt: skip
        data = exported(asked_folder(folder), chosen.value, rows.value, where)
        deliver(data, output, force=force)
