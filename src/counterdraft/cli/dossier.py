"""The command ``dossier``: what belongs to a case, and its brief renewed by one command."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from counterdraft.cli.failures import end_with, errors_said
from counterdraft.cli.options import Force
from counterdraft.cli.output import deliver, put, written
from counterdraft.cli.progress import say
from counterdraft.jobs.parse import Choices

UNCHANGED = "nothing has changed since the last brief: this one says the same"


class _Renewing(TyperGroup):
    """What names no command is a dossier, to be renewed."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """``dossier FILE`` is ``dossier renew FILE``."""
        if args and args[0] not in {*self.commands, "--help"}:
            args = ["renew", *args]
        return super().parse_args(ctx, args)


dossier = typer.Typer(
    name="dossier",
    cls=_Renewing,
    help="Keep a case in one file, and renew its brief by one command.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@dossier.command()
def renew(
    file: Annotated[
        str, typer.Argument(metavar="DOSSIER", help="A dossier.toml, or the folder of one.")
    ],
    output: Annotated[
        list[str] | None,
        written("Where to write it, instead of where the dossier says; may be said again."),
    ] = None,
    force: Force = False,
) -> None:
    """Renew the brief of a dossier, and say what changed."""
    from counterdraft.jobs.dossier import renew as renewed

    _check_endings(output or ())
    with errors_said():
        made = renewed(file, output or (), force=force, choices=Choices(offline=True, say=say))
    if made.since == "same":
        say(UNCHANGED)
    for path in made.written:
        say(f"written: {path}")
    if made.text is not None:
        put(made.text)
    end_with(made.problems)


def _check_endings(outputs: list[str] | tuple[str, ...]) -> None:
    from counterdraft.jobs.dossier_file import form_of_output

    for each in outputs:
        if form_of_output(each) is None:
            raise typer.BadParameter(f"{each!r} ends in no form of a brief", param_hint="-o")


@dossier.command()
def init(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="The draft; of several versions, oldest first."),
    ],
    rival: Annotated[
        str | None, typer.Option("--rival", metavar="FILE", help="A text that stands against it.")
    ] = None,
    previous: Annotated[
        str | None,
        typer.Option("--previous", metavar="FILE", help="The last text of its own series."),
    ] = None,
    output: Annotated[str, written("Where to write it.")] = "dossier.toml",
    force: Force = False,
) -> None:
    """Write a dossier to begin with, every key of it explained."""
    from counterdraft.jobs.dossier_start import start

    with errors_said():
        deliver(start(files, output, rival=rival, previous=previous), output, force=force)
