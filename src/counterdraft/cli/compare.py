"""The command ``compare``: what became of one text in another."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from counterdraft.cli.options import Language, Offline, TrackedView, View
from counterdraft.cli.progress import say
from counterdraft.errors import CounterdraftError
from counterdraft.jobs.parse import Choices
from counterdraft.model import Comparison

WIDTH = 100  # columns where there is no terminal to ask


class CompareFormat(StrEnum):
    """How ``compare`` shows what it finds."""

    terminal = "terminal"
    html = "html"
    markdown = "markdown"
    json = "json"
    docx = "docx"


class Relation(StrEnum):
    """What two texts are to each other."""

    versions = "versions"
    rivals = "rivals"


_ENDINGS = {
    ".html": CompareFormat.html, ".htm": CompareFormat.html, ".md": CompareFormat.markdown,
    ".markdown": CompareFormat.markdown, ".json": CompareFormat.json,
    ".docx": CompareFormat.docx, ".txt": CompareFormat.terminal,
}  # fmt: skip


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A file, -, an address, or a symbol.")],
    b: Annotated[str, typer.Argument(metavar="B", help="What to compare it with.")],
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="PATH", help="Where to write it: .html, .md, .json, .txt."
        ),
    ] = None,
    form: Annotated[
        CompareFormat | None,
        typer.Option("--format", help="The form, where the ending of PATH does not tell it."),
    ] = None,
    relation: Annotated[
        Relation | None,
        typer.Option("--as", help="What they are to each other; else told by what they share."),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--all", help="Show what is the same too, word for word.")
    ] = False,
    part_a: Annotated[
        int | None, typer.Option("--part-a", metavar="N", min=1, help="Which resolution of A.")
    ] = None,
    part_b: Annotated[
        int | None, typer.Option("--part-b", metavar="N", min=1, help="Which resolution of B.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there already.")
    ] = False,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="End with 1 where they differ, 2 where that failed."),
    ] = False,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:
    """Say what became of A in B: every word that went or came, and what that shifts."""
    from counterdraft.jobs.compare import compare_files, differs

    chosen = form or _form_of(output)
    choices = Choices(view.value, language, offline, say)
    try:
        comparison = compare_files(
            a, b, choices, relation=relation.value if relation else None, parts=(part_a, part_b)
        )
        _show(comparison, chosen, output, whole=whole, force=force)
    except CounterdraftError as error:
        say(str(error))
        raise typer.Exit(2 if exit_code else 1) from None
    raise typer.Exit(1 if exit_code and differs(comparison) else 0)


def _form_of(output: str | None) -> CompareFormat:
    if output is None:
        return CompareFormat.terminal
    form = _ENDINGS.get(Path(output).suffix.lower())
    if form is None:
        raise typer.BadParameter(
            f"{output!r} ends in none of .html, .md, .json, .docx, .txt; add one, or say --format",
            param_hint="-o",
        )
    return form


def _show(
    comparison: Comparison, form: CompareFormat, output: str | None, *, whole: bool, force: bool
) -> None:
    from counterdraft.jobs.compare import in_form, on_terminal
    from counterdraft.jobs.write import write_whole

    if form is CompareFormat.terminal:
        colour = output is None and _in_colour()
        width = WIDTH if output else shutil.get_terminal_size((WIDTH, 24)).columns
        data = on_terminal(comparison, width=width, colour=colour, whole=whole).encode()
    else:
        data = in_form(comparison, form.value, whole=whole)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        write_whole(output, data, force=force)
        say(f"written: {output}")


def _in_colour() -> bool:
    """Whether what reads standard output shows colours, and the person wants them."""
    dumb = os.environ.get("TERM", "dumb") == "dumb"
    return sys.stdout.isatty() and not dumb and not os.environ.get("NO_COLOR")
