"""The commands ``votes history`` and ``votes sponsors``: one subject, vote after vote."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counterdraft.cli.failures import errors_said
from counterdraft.cli.forms import form_option
from counterdraft.cli.options import Folder, Force, given_for
from counterdraft.cli.output import chosen_form, deliver, written
from counterdraft.cli.terminal import terminal_of
from counterdraft.model.given import day_given

if TYPE_CHECKING:
    from counterdraft.model.history import History


class HistoryFormat(StrEnum):
    """How ``votes history`` shows what it finds."""

    text = "text"
    md = "md"
    json = "json"
    csv = "csv"
    html = "html"
    svg = "svg"
    png = "png"


class SponsorsFormat(StrEnum):
    """How ``votes sponsors`` shows what it finds."""

    text = "text"
    md = "md"
    json = "json"
    csv = "csv"


_ENDINGS = {
    ".txt": HistoryFormat.text, ".md": HistoryFormat.md, ".markdown": HistoryFormat.md,
    ".json": HistoryFormat.json, ".csv": HistoryFormat.csv, ".html": HistoryFormat.html,
    ".htm": HistoryFormat.html, ".svg": HistoryFormat.svg, ".png": HistoryFormat.png,
}  # fmt: skip
_SPONSORS_ENDINGS = {
    ".txt": SponsorsFormat.text, ".md": SponsorsFormat.md, ".markdown": SponsorsFormat.md,
    ".json": SponsorsFormat.json, ".csv": SponsorsFormat.csv,
}  # fmt: skip

SeriesName = Annotated[
    str,
    typer.Argument(metavar="SERIES", help="A symbol, a key (dprk), words of a title, or a .toml."),
]
Output = Annotated[str | None, written("Where to write it.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Only what came by that day: 2014-10-15."),
]


def history(
    series: SeriesName,
    output: Output = None,
    form: Annotated[
        HistoryFormat | None,
        form_option(HistoryFormat),
    ] = None,
    as_of: AsOf = None,
    claims: Annotated[
        list[str] | None,
        typer.Option("--claim", metavar="WORDS", help="Say whether the figures bear it out."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Votes in committee and on parts too, and why each is in.")
    ] = False,
    save: Annotated[
        Path | None,
        written("Write down what was found, to edit.", "--save", metavar="FILE.toml"),
    ] = None,
    folder: Folder = None,
    force: Force = False,
) -> None:
    """Show how votes on one subject went year by year, and who moved."""
    from counterdraft.jobs.vote_history import history_of, series_file

    chosen = chosen_form(form, output, _ENDINGS, HistoryFormat.text)
    check_date(as_of)
    _check_save(save)
    with errors_said():
        found = history_of(series, folder, as_of=as_of, claims=claims or ())
        if save is not None:
            deliver(series_file(found.series), str(save), force=force)
        deliver(_made(found, chosen, output, everything=everything), output, force=force)


def check_date(as_of: str | None) -> None:
    """A day that is none is a mistake of whoever wrote it."""
    with given_for("--as-of"):
        day_given(as_of, "--as-of")


def _check_save(save: Path | None) -> None:
    if save is not None and save.suffix != ".toml":
        raise typer.BadParameter("the file of a series ends in .toml", param_hint="--save")


def _made(found: History, form: HistoryFormat, output: str | None, *, everything: bool) -> bytes:
    from counterdraft.jobs.vote_history import history_in_form, history_on_terminal

    if form is HistoryFormat.text:
        return history_on_terminal(found, width=terminal_of(output).width, everything=everything)
    return history_in_form(found, form.value, everything=everything)


def sponsors(
    series: SeriesName,
    output: Output = None,
    form: Annotated[
        SponsorsFormat | None,
        form_option(SponsorsFormat),
    ] = None,
    as_of: AsOf = None,
    folder: Folder = None,
    force: Force = False,
) -> None:
    """Show who sponsors the texts on one subject, who came, who left."""
    from counterdraft.jobs.vote_history import (
        sponsors_in_form,
        sponsors_of,
        sponsors_on_terminal,
    )

    chosen = chosen_form(form, output, _SPONSORS_ENDINGS, SponsorsFormat.text)
    check_date(as_of)
    with errors_said():
        found = sponsors_of(series, folder, as_of=as_of)
        data = (
            sponsors_on_terminal(found, width=terminal_of(output).width)
            if chosen is SponsorsFormat.text
            else sponsors_in_form(found, chosen.value)
        )
        deliver(data, output, force=force)
