"""The command ``compare``: what became of one text in another."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from counterdraft.cli.failures import errors_said
from counterdraft.cli.forms import form_option
from counterdraft.cli.options import Force, Language, Offline, TrackedView, View
from counterdraft.cli.output import chosen_form, deliver, written
from counterdraft.cli.progress import say
from counterdraft.cli.terminal import terminal_of
from counterdraft.jobs.parse import Choices

if TYPE_CHECKING:
    from counterdraft.jobs.compare import Compared


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


class Look(StrEnum):
    """Whose layout a Word file has."""

    own = "own"
    un = "un"


class _Changes(NamedTuple):
    """Who made tracked changes and when, and whether they are made in A's own file."""

    author: str | None
    date: str | None
    own_look: bool


_ENDINGS = {
    ".html": CompareFormat.html, ".htm": CompareFormat.html, ".md": CompareFormat.markdown,
    ".markdown": CompareFormat.markdown, ".json": CompareFormat.json,
    ".docx": CompareFormat.docx, ".txt": CompareFormat.terminal,
}  # fmt: skip


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A file, -, an address, or a symbol.")],
    b: Annotated[
        str, typer.Argument(metavar="B", help="The text to compare it with, named the same way.")
    ],
    output: Annotated[
        str | None,
        written("Where to write it: .html, .docx with tracked changes, .md, .json, .txt."),
    ] = None,
    form: Annotated[
        CompareFormat | None,
        form_option(CompareFormat),
    ] = None,
    relation: Annotated[
        Relation | None,
        typer.Option("--as", help="What they are to each other; else told by what they share."),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--all", help="Show what is the same too, word for word.")
    ] = False,
    part_a: Annotated[
        int | None,
        typer.Option(
            "--part-a", metavar="N", min=1, help="Which resolution of A, where it holds several."
        ),
    ] = None,
    part_b: Annotated[
        int | None,
        typer.Option(
            "--part-b", metavar="N", min=1, help="Which resolution of B, where it holds several."
        ),
    ] = None,
    author: Annotated[
        str | None,
        typer.Option("--author", help="Whose the tracked changes of a DOCX are."),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", help="When they were made: like 2026-11-25; else now.")
    ] = None,
    look: Annotated[
        Look | None, typer.Option("--look", help="Whose layout a DOCX has: A's own, or the UN's.")
    ] = None,
    force: Force = False,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="End with 1 where they differ, 2 where that failed."),
    ] = False,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:
    """Compare two texts: every changed word, and what that shifts.

    They may be versions of one text, or rivals.
    """
    from counterdraft.jobs.compare import compare_files, differs

    chosen = chosen_form(form, output, _ENDINGS, CompareFormat.terminal)
    _check_sources(a, b)
    changes = _changes(chosen, view, author, date, look)
    choices = Choices(view.value, language, offline, say)
    with errors_said(failed=2 if exit_code else 1):
        compared = compare_files(
            a, b, choices, relation=relation.value if relation else None, parts=(part_a, part_b)
        )
        data = _made(compared, chosen, output, changes, whole=whole)
        deliver(data, output, force=force)
    raise typer.Exit(1 if exit_code and differs(compared.comparison) else 0)


def _is_moment(date: str) -> bool:
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return False
    return True


def _check_sources(a: str, b: str) -> None:
    if a == b == "-":
        raise typer.BadParameter("standard input can be read once alone", param_hint="B")


def _changes(
    form: CompareFormat, view: TrackedView, author: str | None, date: str | None, look: Look | None
) -> _Changes:
    """How a DOCX is to be made; the options of one form do nothing for another."""
    for option, given in (("--author", author), ("--date", date), ("--look", look)):
        if given is not None and form is not CompareFormat.docx:
            raise typer.BadParameter(f"it is of docx, not of {form.value}", param_hint=option)
    author = None if author is None else " ".join(author.split())
    if author is not None and not (author and author.isprintable()):
        raise typer.BadParameter("it is no name", param_hint="--author")
    if date is not None and not _is_moment(date):
        raise typer.BadParameter(
            f"{date!r} is none; write it like 2026-11-25 or 2026-11-25T14:30", param_hint="--date"
        )
    if look is Look.own and view is not TrackedView.final:
        raise typer.BadParameter("it goes with --view final alone", param_hint="--look")
    own = look is not Look.un and view is TrackedView.final
    return _Changes(author, date, own_look=own)


def _made(
    compared: Compared, form: CompareFormat, output: str | None, changes: _Changes, *, whole: bool
) -> bytes:
    from counterdraft.jobs.compare import AUTHOR, in_form, on_terminal, redlined

    if form is CompareFormat.docx:
        return redlined(
            compared, author=changes.author or AUTHOR, date=changes.date,
            own_look=changes.own_look, say=say,
        )  # fmt: skip
    if form is CompareFormat.terminal:
        terminal = terminal_of(output)
        text = on_terminal(
            compared.comparison, width=terminal.width, colour=terminal.colour, whole=whole
        )
        return text.encode()
    return in_form(compared.comparison, form.value, whole=whole)
