"""The command ``votes sync``: public sources of votes, brought into a folder and kept."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counterdraft.cli.failures import errors_said
from counterdraft.cli.forms import Plain, PlainForm
from counterdraft.cli.options import Folder
from counterdraft.cli.output import put
from counterdraft.cli.progress import progress, say
from counterdraft.cli.syncing import UNCLEAR, DryRun, Into, NoAdd, Server
from counterdraft.errors import CounterdraftError, one_line

if TYPE_CHECKING:
    from counterdraft.jobs.sync_files import Brought


class SourceName(StrEnum):
    """The sources that there are."""

    undl = "undl"
    undl_sc = "undl-sc"
    voeten = "voeten"
    unxml = "unxml"


def sync(
    source: Annotated[
        SourceName, typer.Argument(metavar="undl|undl-sc|voeten|unxml", help="Whose votes.")
    ],
    into: Into = None,
    dry_run: DryRun = False,
    server: Server = None,
    folder: Folder = None,
    no_add: NoAdd = False,
    form: Plain = PlainForm.text,
) -> None:
    """Bring a public source of votes up to date, and take its votes."""
    from counterdraft.jobs.sync_files import SyncFiles, sync_votes
    from counterdraft.jobs.votes import votes_folder

    with errors_said(*UNCLEAR):
        kept = votes_folder(folder)
        place = into or kept.parent.parent / f"votes-{source.value}"
        with progress("Fetching") as bar:
            choices = SyncFiles(place, server, dry_run, bar.say, bar.found, bar.done)
            brought = sync_votes(source.value, choices)
    tell_brought(brought, form)
    whole = not brought.failed
    if not no_add and not dry_run and brought.paths():
        whole = _take(brought, kept) and whole
    raise typer.Exit(0 if whole else 1)


def tell_brought(brought: Brought, form: PlainForm) -> None:
    """The files as data; what is to be said of them, and the terms, on standard error."""
    from counterdraft.jobs.answers import json_bytes

    if form is PlainForm.json:
        put(json_bytes(brought))
    else:
        named = {"new": brought.new, "here": brought.here, "failed": brought.failed}
        lines = [f"{kind}\t{one_line(each.name)}" for kind, some in named.items() for each in some]
        put("".join(f"{line}\n" for line in lines).encode())
    for each in brought.failed:
        say(one_line(f"{each.name}: {each.failed}"))
    verb = "would be fetched" if brought.dry_run else "fetched"
    say(f"{brought.folder}: {len(brought.new)} {verb}, {len(brought.here)} here already")
    say(f"terms of {brought.title}: {brought.terms}")


def _take(brought: Brought, kept: Path) -> bool:
    """Take what the files tell; whether all of it could be."""
    from counterdraft.jobs.ask_votes import import_in_form
    from counterdraft.jobs.votes import import_votes

    try:
        with progress("Reading") as bar:
            report = import_votes(brought.paths(), kept, bar.say, on_done=bar.done)
    except CounterdraftError as error:
        say(str(error))
        return False
    for line in import_in_form(report, "text").decode().splitlines():
        say(line)
    return not report.problems
