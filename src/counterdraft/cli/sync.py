"""The command ``corpus sync``: the United Nations' own files, brought into a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from counterdraft.cli.failures import errors_said
from counterdraft.cli.forms import PlainForm, form_option
from counterdraft.cli.output import put
from counterdraft.cli.progress import progress, say
from counterdraft.cli.syncing import UNCLEAR, DryRun, Server
from counterdraft.errors import CounterdraftError, one_line
from counterdraft.jobs.parse import Choices

if TYPE_CHECKING:
    from counterdraft.jobs.sync import Synced


class RepositoryName(StrEnum):
    """The repositories that there are."""

    un_ga = "un-ga"
    un_sc = "un-sc"


def sync(
    repository: Annotated[
        RepositoryName, typer.Argument(metavar="un-ga|un-sc", help="Whose resolutions.")
    ],
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="DIR", help="The folder to keep them in; else ours."),
    ] = None,
    sessions: Annotated[
        str | None,
        typer.Option("--sessions", metavar="74-79,ES-11", help="Sessions, or years of un-sc."),
    ] = None,
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="ar, en, es, fr, ru or zh.")
    ] = "en",
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="Fetch N files at most.")
    ] = None,
    dry_run: DryRun = False,
    server: Server = None,
    folder: Annotated[
        str | None,
        typer.Option(
            "--corpus",
            metavar="DIR",
            help="The corpus to add them to; else $COUNTERDRAFT_CORPUS, or ours.",
        ),
    ] = None,
    no_add: Annotated[
        bool, typer.Option("--no-add", help="Leave the corpus as it is; only fetch.")
    ] = False,
    form: Annotated[
        PlainForm, form_option(PlainForm, "A line a file, or all as JSON.")
    ] = PlainForm.text,
) -> None:
    """Bring the UN's XML of its resolutions up to date on disk.

    What is new also goes into the corpus.
    """
    from counterdraft.jobs.corpus import folder_of
    from counterdraft.jobs.sync import SyncChoices
    from counterdraft.jobs.sync import sync as job

    with errors_said(*UNCLEAR):
        corpus = folder_of(folder)
        kept = into or corpus.parent / repository.value
        with progress("Fetching") as bar:
            choices = SyncChoices(
                kept, language, sessions, limit, dry_run, server, bar.say, bar.found, bar.done
            )
            synced = job(repository.value, choices)
    _write(synced, form)
    _summarise(synced)
    whole = synced.is_whole
    if not no_add and synced.to_add and not synced.dry_run:
        whole = _add(corpus, synced) and whole
    raise typer.Exit(0 if whole else 1)


def _add(corpus: Path, synced: Synced) -> bool:
    """Add what came to the corpus; whether all of it could be."""
    from counterdraft.jobs.corpus import add_synced, report_in_form

    try:
        with progress("Adding") as bar:

            def done(errors: Sequence[CounterdraftError]) -> None:
                bar.done()
                for error in errors:
                    bar.say(str(error))

            report = add_synced(
                corpus, synced, Choices(say=bar.say), processes=os.cpu_count() or 1,
                on_found=bar.found, on_done=done,
            )  # fmt: skip
    except CounterdraftError as error:
        say(str(error))
        return False
    for line in report_in_form(report, "text").decode().splitlines():
        say(line)
    return not report.errors


def _write(synced: Synced, form: PlainForm) -> None:
    """The data, on standard output."""
    if form is PlainForm.json:
        put(msgspec.json.encode(synced) + b"\n")
        return
    named = {"new": synced.new, "changed": synced.changed, "vanished": synced.vanished}
    failed = tuple(each.path for each in synced.failed)
    for kind, paths in {**named, "failed": failed}.items():
        for path in paths:
            print(f"{kind}\t{one_line(path)}")


def _summarise(synced: Synced) -> None:
    """The talk, on standard error."""
    for each in synced.failed:
        say(one_line(f"{each.path}: {each.reason}"))
    if synced.stopped is not None:
        say(f"stopped: {synced.stopped}")
    verb = "would be fetched" if synced.dry_run else "fetched"
    told = [
        f"{len(synced.new)} new and {len(synced.changed)} changed {verb}",
        f"{synced.unchanged} here already",
    ]
    told += [f"{len(synced.failed)} failed"] if synced.failed else []
    told += [f"{len(synced.vanished)} upstream no more, kept"] if synced.vanished else []
    told += [f"{synced.left} left for another run"] if synced.left else []
    say(f"{synced.folder}: {', '.join(told)}")
