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
        typer.Option(
            "--against", metavar="B", help="A rival, a revision or amendments; may be said again."
        ),
    ] = None,
    part_b: Annotated[
        int | None,
        typer.Option(
            "--part-b", metavar="N", min=1, help="Which resolution of B, where it holds several."
        ),
    ] = None,
    previous: Annotated[
        list[str] | None,
        typer.Option("--previous", metavar="A", help="The last text of its own series."),
    ] = None,
    part_previous: Annotated[
        int | None,
        typer.Option(
            "--part-previous",
            metavar="N",
            min=1,
            help="Which resolution of A, where it holds several.",
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--corpus", metavar="DIR", help="A corpus to trace its words through."),
    ] = None,
    series: Annotated[
        str | None,
        typer.Option(
            "--series", metavar="SERIES", help="The votes on its subject, where they are not found."
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="Only votes and facts up to that day: 2014-10-15."
        ),
    ] = None,
    sponsor: Annotated[
        list[str] | None,
        typer.Option("--sponsor", metavar="STATE", help="Whose text it is; may be said again."),
    ] = None,
    registers_at: Annotated[
        list[str] | None,
        typer.Option(
            "--registers", metavar="PATH", help="A folder or file of registers; may be said again."
        ),
    ] = None,
    mandate: Annotated[
        list[str] | None,
        typer.Option(
            "--mandate", metavar="NAME", help="A list of topics, see cover; may be said again."
        ),
    ] = None,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:
    """Make a brief of a draft: what it asks, of whom and by when.

    Each statement links to the words that bear it out.
    """
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
