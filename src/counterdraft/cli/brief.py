"""The command ``brief``: what a draft is and asks, as a page, a document or data."""

from __future__ import annotations

from enum import StrEnum
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
    TrackedView,
    View,
    check_part,
    only,
)
from counterdraft.cli.output import chosen_form, deliver, written
from counterdraft.cli.progress import say
from counterdraft.cli.vote_history import check_date
from counterdraft.errors import CounterdraftError
from counterdraft.jobs.parse import Choices


class BriefFormat(StrEnum):
    """How ``brief`` writes the brief."""

    html = "html"
    docx = "docx"
    pdf = "pdf"
    md = "md"
    json = "json"


_ENDINGS = {
    ".html": BriefFormat.html, ".htm": BriefFormat.html, ".docx": BriefFormat.docx,
    ".pdf": BriefFormat.pdf, ".md": BriefFormat.md, ".markdown": BriefFormat.md,
    ".json": BriefFormat.json,
}  # fmt: skip


def brief(
    file: File,
    output: Annotated[
        str | None,
        written("Where to write it: .html, .docx, .pdf, .md or .json."),
    ] = None,
    form: Annotated[
        BriefFormat | None,
        form_option(BriefFormat),
    ] = None,
    force: Force = False,
    against: Annotated[
        list[str] | None,
        typer.Option("--against", metavar="B", help="A text to compare it with, or amendments."),
    ] = None,
    part_b: Annotated[
        int | None, typer.Option("--part-b", metavar="N", min=1, help="Which resolution of B.")
    ] = None,
    previous: Annotated[
        list[str] | None,
        typer.Option("--previous", metavar="A", help="The text before it in its own series."),
    ] = None,
    part_previous: Annotated[
        int | None,
        typer.Option("--part-previous", metavar="N", min=1, help="Which resolution of that."),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--corpus", metavar="DIR", help="A corpus to trace its words through."),
    ] = None,
    series: Annotated[
        str | None,
        typer.Option("--series", metavar="SERIES", help="The votes on its subject, if not found."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="Votes, and facts, to that day.")
    ] = None,
    sponsor: Annotated[
        list[str] | None,
        typer.Option("--sponsor", metavar="STATE", help="Who stands behind it, if it says not."),
    ] = None,
    registers_at: Annotated[
        list[str] | None,
        typer.Option("--registers", metavar="PATH", help="Registers to hold its claims against."),
    ] = None,
    mandate: Annotated[
        list[str] | None,
        typer.Option("--mandate", metavar="NAME", help="Say what it is silent on; see cover."),
    ] = None,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:
    """Say what a draft is, whom it asks to do what, and where each word of that stands."""
    from counterdraft.jobs.against import Beside
    from counterdraft.jobs.brief import make_brief

    before = only(previous, "--previous")
    rival = only(against, "--against") if part_b is not None else None
    check_part(part_b, rival, "--part-b", "--against")
    check_part(part_previous, before, "--part-previous", "--previous")
    check_date(as_of)
    chosen = chosen_form(form, output, _ENDINGS, BriefFormat.md)
    choices = Choices(view.value, language, offline, say)
    beside = Beside(
        against=tuple(against or ()), part=part_b, previous=before, previous_part=part_previous,
        corpus=folder, series=series, as_of=as_of, mandates=tuple(mandate or ()),
        sponsors=tuple(sponsor or ()), registers=tuple(registers_at or ()),
    )  # fmt: skip
    faults: list[CounterdraftError] = []
    with errors_said():
        made = make_brief(file, chosen.value, choices, beside, faults.append)
        deliver(made, output, force=force)
    end_with(faults)
