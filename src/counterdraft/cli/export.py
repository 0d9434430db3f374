"""The command ``export``: a text in the form that other programs and people read."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from counterdraft.cli.failures import errors_said
from counterdraft.cli.forms import form_option
from counterdraft.cli.options import File, Force, Language, Offline, TrackedView, View
from counterdraft.cli.output import chosen_form, deliver, written
from counterdraft.cli.progress import say
from counterdraft.jobs.parse import Choices


class ExportForm(StrEnum):
    """The forms that a text is written in."""

    akn = "akn"
    docx = "docx"
    md = "md"
    json = "json"
    csv = "csv"
    txt = "txt"


class AknProfile(StrEnum):
    """Whose way of writing AKN4UN is followed."""

    guidelines = "guidelines"
    unxml = "unxml"


_ENDINGS = {
    ".xml": ExportForm.akn, ".akn": ExportForm.akn, ".docx": ExportForm.docx,
    ".md": ExportForm.md, ".markdown": ExportForm.md, ".json": ExportForm.json,
    ".csv": ExportForm.csv, ".txt": ExportForm.txt, ".text": ExportForm.txt,
}  # fmt: skip
_NAMED = ".xml, .docx, .md, .json, .csv, .txt"


def export(
    file: File,
    to: Annotated[
        ExportForm | None,
        form_option(ExportForm, name="--to"),
    ] = None,
    output: Annotated[
        str | None,
        written(f"Where to write it: {_NAMED}."),
    ] = None,
    force: Force = False,
    profile: Annotated[
        AknProfile | None,
        typer.Option(
            "--profile", help="AKN4UN by its guidelines, or as the UN's own files have it."
        ),
    ] = None,
    part: Annotated[
        int | None,
        typer.Option("--part", metavar="N", min=1, help="One of several texts, from 1; else all."),
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin a CSV with a byte-order mark, for spreadsheets.")
    ] = False,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:
    """Write the text as AKN4UN, DOCX, Markdown, JSON, CSV or text."""
    from counterdraft.jobs.export import make_export

    form = chosen_form(to, output, _ENDINGS, None, "--to")
    _check(form, profile, bom=bom)
    with errors_said():
        data = make_export(
            file, form.value, Choices(view.value, language, offline, say),
            profile=(profile or AknProfile.guidelines).value, part=part, byte_order_mark=bom,
        )  # fmt: skip
        deliver(data, output, force=force)


def _check(form: ExportForm, profile: AknProfile | None, *, bom: bool) -> None:
    """An option of one form does nothing for another, which whoever says it should know."""
    if profile is not None and form is not ExportForm.akn:
        raise typer.BadParameter(f"it is of akn, not of {form.value}", param_hint="--profile")
    if bom and form is not ExportForm.csv:
        raise typer.BadParameter(f"it is of csv, not of {form.value}", param_hint="--bom")
