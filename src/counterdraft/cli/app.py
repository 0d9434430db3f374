"""The commands of ``counterdraft``, put together.

Data goes to standard output, talk to standard error. Exit codes: 0 all was done, 1
something could not be done and was said, 2 the command was not understood.
"""

from __future__ import annotations

from typing import Annotated

import typer

from counterdraft import __version__
from counterdraft.cli.brief import brief
from counterdraft.cli.compare import compare
from counterdraft.cli.corpus import corpus
from counterdraft.cli.cover import cover
from counterdraft.cli.dossier import dossier
from counterdraft.cli.export import export
from counterdraft.cli.flag import flag
from counterdraft.cli.formulas import formula, reuse
from counterdraft.cli.grouped import Grouped
from counterdraft.cli.parse import parse
from counterdraft.cli.registers import registers
from counterdraft.cli.sync import sync
from counterdraft.cli.trace import trace
from counterdraft.cli.verify import verify
from counterdraft.cli.votes import votes

app = typer.Typer(
    name="counterdraft",
    help="The workbench for United Nations resolutions.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        print(f"counterdraft {__version__}")
        raise typer.Exit


@app.callback()
def counterdraft(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """The workbench for United Nations resolutions."""


for _command in (brief, compare, cover, flag, verify, trace, parse, export):
    app.command()(_command)
corpus.command("sync")(sync)
corpus.command("reuse")(reuse)
corpus.command("formula")(formula)
for _group in (dossier, corpus, registers, votes):
    app.add_typer(_group)
for _each in (app, dossier, corpus, registers, votes):
    for _registered in _each.registered_commands:
        _registered.cls = Grouped
