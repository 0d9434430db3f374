"""The command ``trace``: where the words of a text stood before."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from counterdraft.cli.failures import end_with, errors_said
from counterdraft.cli.forms import form_option
from counterdraft.cli.options import File, Folder, Force, Language, Offline, Part, TrackedView, View
from counterdraft.cli.output import chosen_form, deliver, written
from counterdraft.cli.progress import say
from counterdraft.cli.told import told
from counterdraft.jobs.parse import Choices

if TYPE_CHECKING:
    from counterdraft.errors import CorpusError
    from counterdraft.model import Provenance, Timeline, Variants


class TraceFormat(StrEnum):
    """How ``trace`` shows what it finds."""

    terminal = "terminal"
    markdown = "markdown"
    json = "json"
    svg = "svg"


_ENDINGS = {
    ".md": TraceFormat.markdown, ".markdown": TraceFormat.markdown, ".json": TraceFormat.json,
    ".txt": TraceFormat.terminal, ".svg": TraceFormat.svg,
}  # fmt: skip


def trace(
    file: File,
    output: Annotated[
        str | None,
        written("Where to write it: .md, .json, .txt, .svg."),
    ] = None,
    form: Annotated[
        TraceFormat | None,
        form_option(TraceFormat),
    ] = None,
    variants: Annotated[
        str | None,
        typer.Option(
            "--variants",
            metavar="PARAGRAPH",
            help="The adopted wordings of a paragraph (op6), weak to strong.",
        ),
    ] = None,
    timeline: Annotated[
        str | None,
        typer.Option(
            "--timeline", metavar="PARAGRAPH", help="How its wording moved over the years."
        ),
    ] = None,
    folder: Folder = None,
    part: Part = None,
    force: Force = False,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:
    """Show which clauses are agreed language, and from which text.

    With what was changed and what is left out, as far as the loaded corpus goes.
    """
    from counterdraft.jobs.trace import in_form, on_terminal

    chosen = chosen_form(form, output, _ENDINGS, TraceFormat.terminal)
    _one_question(variants, timeline, chosen)
    with errors_said():
        choices = Choices(view.value, language, offline, say)
        found, damaged = _found(file, variants, timeline, folder, choices, part)
        deliver(told(found, chosen, output, in_form, on_terminal), output, force=force)
    end_with(damaged)


def _one_question(variants: str | None, timeline: str | None, form: TraceFormat) -> None:
    if variants is not None and timeline is not None:
        raise typer.BadParameter("say it alone, without --variants", param_hint="--timeline")
    if form is TraceFormat.svg and timeline is None:
        raise typer.BadParameter("only a timeline is drawn; say --timeline", param_hint="svg")


def _found(
    file: str, variants: str | None, timeline: str | None, folder: str | None, choices: Choices,
    part: int | None,
) -> tuple[Provenance | Variants | Timeline, tuple[CorpusError, ...]]:  # fmt: skip
    from counterdraft.jobs.trace import trace_file, word_clause

    if variants is not None:
        return word_clause(file, variants, "variants", folder, choices, part=part)
    if timeline is not None:
        return word_clause(file, timeline, "timeline", folder, choices, part=part)
    return trace_file(file, folder, choices, part=part)
