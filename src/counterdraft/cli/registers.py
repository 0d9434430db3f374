"""The commands ``registers import``, ``info``, ``check`` and ``sync``: dated facts in and out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counterdraft.cli.failures import errors_said
from counterdraft.cli.forms import Plain, PlainForm
from counterdraft.cli.options import given_for
from counterdraft.cli.output import put
from counterdraft.cli.progress import progress, say
from counterdraft.cli.syncing import UNCLEAR, DryRun, Into, NoAdd, Server
from counterdraft.cli.votes_sync import tell_brought
from counterdraft.errors import one_line
from counterdraft.model.given import date_given

if TYPE_CHECKING:
    from counterdraft.jobs.registers import Imported

registers = typer.Typer(
    name="registers",
    help="Keep registers of dated facts, which claims are held against.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Store = Annotated[
    Path | None,
    typer.Option("--registers", metavar="DIR", help="The folder of registers; else the usual."),
]
KeptTo = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The day that the files were kept to."),
]


class RegisterSource(StrEnum):
    """The sources that there are."""

    treaties = "treaties"
    upr = "upr"


@registers.command("import")
def import_(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATHS…", help="Files, folders, archives, or -.")
    ],
    folder: Store = None,
    as_of: KeptTo = None,
) -> None:
    """Take entries from files; what is held already changes nothing.

    Which register a file is of is told by its columns.
    """
    _check_kept(as_of)
    with errors_said():
        found = _take(paths, folder, as_of)
    raise typer.Exit(0 if found else 1)


def _take(paths: list[str], folder: Path | None, as_of: str | None) -> bool:
    """Import, and say what it came to; whether nothing was wrong."""
    from counterdraft.jobs.registers import import_registers, registers_folder

    with progress("Reading") as bar:
        found = import_registers(paths, folder or registers_folder(), as_of, bar.say)
    put("".join(f"{line}\n" for line in _lines(found)).encode())
    return bool(found.taken) and not found.problems


def _lines(found: Imported) -> list[str]:
    totals: dict[str, int] = {}
    for each in found.taken:
        totals[each.name] = totals.get(each.name, 0) + len(each.entries)
    lines = [one_line(f"{name}: {_entries(count)}") for name, count in totals.items()]
    return [*lines, f"{found.changed} kept, {found.same} as they were"]


def _entries(count: int) -> str:
    return f"{count:,} {'entry' if count == 1 else 'entries'}"


@registers.command()
def info(folder: Store = None, form: Plain = PlainForm.text) -> None:
    """Show what can be asked: the facts that ship, and what is kept."""
    from counterdraft.jobs.registers import info as told
    from counterdraft.jobs.registers import usual_registers

    with errors_said():
        put(told(folder or usual_registers(), form.value))


@registers.command()
def check(folder: Store = None, form: Plain = PlainForm.text) -> None:
    """Show where registers contradict each other.

    And whether their files are sound.
    """
    from counterdraft.jobs.registers import check as checked
    from counterdraft.jobs.registers import usual_registers

    with errors_said():
        data, found = checked(folder or usual_registers(), form.value)
    put(data)
    count = len(found)
    say(f"{count} contradiction{'s' if count > 1 else ''}" if found else "no contradiction")
    raise typer.Exit(1 if found else 0)


@registers.command()
def sync(
    source: Annotated[
        RegisterSource, typer.Argument(metavar="treaties|upr", help="Which registers.")
    ],
    into: Into = None,
    dry_run: DryRun = False,
    server: Server = None,
    folder: Store = None,
    as_of: KeptTo = None,
    no_add: NoAdd = False,
    form: Plain = PlainForm.text,
) -> None:
    """Bring a public register up to date, and take its entries."""
    from counterdraft.jobs.registers import registers_folder
    from counterdraft.jobs.sync_files import SyncFiles, sync_registers

    _check_kept(as_of)
    with errors_said(*UNCLEAR):
        place = into or registers_folder().parent.parent / f"registers-{source.value}"
        with progress("Fetching") as bar:
            choices = SyncFiles(place, server, dry_run, bar.say, bar.found, bar.done)
            brought = sync_registers(source.value, choices)
        tell_brought(brought, form)
        whole = not brought.failed
        if not no_add and not dry_run and brought.paths():
            whole = _take([str(place)], folder, as_of) and whole
    raise typer.Exit(0 if whole else 1)


def _check_kept(as_of: str | None) -> None:
    with given_for("--as-of"):
        date_given(as_of, "--as-of")
