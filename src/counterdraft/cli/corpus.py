"""The commands ``corpus …``: adopted texts on disk, added to and asked."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from counterdraft.cli.failures import errors_said
from counterdraft.cli.forms import Plain, PlainForm, form_option
from counterdraft.cli.options import Folder, Language, Offline, TrackedView, View
from counterdraft.cli.output import put
from counterdraft.cli.progress import progress, say
from counterdraft.jobs.parse import Choices

if TYPE_CHECKING:
    from counterdraft.errors import CounterdraftError
    from counterdraft.jobs.ask_corpus import Answer
    from counterdraft.jobs.corpus import Stored

corpus = typer.Typer(
    name="corpus",
    help="Keep adopted texts on disk, search them, ask who cites whom.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_MOST_PROCESSES = 8


class TableForm(StrEnum):
    """How an answer is written."""

    text = "text"
    json = "json"
    csv = "csv"


class ClausePart(StrEnum):
    """A part of a text."""

    preambular = "preambular"
    operative = "operative"


Form = Annotated[TableForm, form_option(TableForm, "Text, JSON, or a table as CSV.")]
Symbol = Annotated[str, typer.Argument(metavar="SYMBOL", help="Like 79/181 or A/RES/79/181.")]


@corpus.command()
def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATHS…", help="Files, folders, archives, -, addresses, symbols."),
    ] = None,
    folder: Folder = None,
    metadata: Annotated[
        str | None,
        typer.Option(
            "--metadata", metavar="FILE", help="The UN's records about texts, .jsonl or .jsonl.gz."
        ),
    ] = None,
    processes: Annotated[
        int | None,
        typer.Option(
            "-j", "--jobs", min=1, max=256, help="How many processes to use; else one a processor."
        ),
    ] = None,
    wait: Annotated[
        float | None,
        typer.Option(
            "--wait",
            metavar="SECONDS",
            min=0,
            help="How long to wait for another who writes the corpus.",
        ),
    ] = None,
    form: Plain = PlainForm.text,
    language: Language = "en",
    offline: Offline = False,
    view: View = TrackedView.final,
) -> None:
    """Add texts to the corpus; what is in it already changes nothing."""
    from counterdraft.jobs.corpus import WAIT, add_sources, folder_of, report_in_form

    if not paths and metadata is None:
        raise typer.BadParameter("name what to add", param_hint="PATHS")
    count = processes or min(os.cpu_count() or 1, _MOST_PROCESSES)
    with errors_said(), progress("Reading") as bar:

        def done(errors: Sequence[CounterdraftError]) -> None:
            bar.done()
            for error in errors:
                bar.say(str(error))

        report = add_sources(
            folder_of(folder), paths or (), Choices(view.value, language, offline, bar.say),
            metadata=metadata, processes=count, wait=WAIT if wait is None else wait,
            on_found=bar.found, on_done=done,
        )  # fmt: skip
    put(report_in_form(report, form.value))
    raise typer.Exit(1 if report.errors else 0)


@corpus.command()
def info(folder: Folder = None, form: Form = TableForm.text) -> None:
    """Show what the corpus holds, and how it lies on disk."""
    from counterdraft.jobs.ask_corpus import describe

    asked(folder, lambda opened: describe(opened, form.value))


@corpus.command()
def check(
    folder: Folder = None,
    form: Plain = PlainForm.text,
) -> None:
    """Prove every checksum of the corpus, and that its parts agree."""
    from counterdraft.jobs.corpus import check_corpus, check_in_form, folder_of

    with errors_said():
        faults = check_corpus(folder_of(folder))
    for fault in faults:
        say(str(fault))
    put(check_in_form(folder_of(folder), faults, form.value))
    raise typer.Exit(1 if faults else 0)


@corpus.command()
def search(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help='Words, "phrases", NEAR(a b, 5), AND, OR, NOT.')
    ],
    folder: Folder = None,
    organ: Annotated[str | None, typer.Option("--organ", help="Of texts of this organ.")] = None,
    session: Annotated[
        str | None, typer.Option("--session", help="Of sessions like 74, 74-76, S-32, ES-11.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Adopted then or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Adopted then or earlier.")
    ] = None,
    part: Annotated[
        ClausePart | None,
        typer.Option(
            "--part",
            help="Preambular or operative paragraphs.",
            rich_help_panel="Which texts or votes",
        ),
    ] = None,
    phrase: Annotated[
        str | None, typer.Option("--phrase", help="That begin with this phrase, like: requests.")
    ] = None,
    addressee: Annotated[
        str | None,
        typer.Option("--addressee", metavar="CLASS", help="That ask an addressee of this class."),
    ] = None,
    symbol: Annotated[str | None, typer.Option("--symbol", help="Of this text alone.")] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="How many to show at most.")
    ] = 20,
    form: Form = TableForm.text,
) -> None:
    """Search the clauses of the corpus, best first."""
    from counterdraft.jobs.ask_corpus import Where, find

    where = Where(
        organ, session, since, until, part.value if part else None, phrase, addressee, symbol
    )
    asked(folder, lambda opened: find(opened, query, where, form.value, limit))


@corpus.command()
def show(symbol: Symbol, folder: Folder = None, form: Form = TableForm.text) -> None:
    """Show a text of the corpus, and what is known of it."""
    from counterdraft.jobs.ask_corpus import show as shown

    asked(folder, lambda opened: shown(opened, symbol, form.value))


@corpus.command()
def cites(symbol: Symbol, folder: Folder = None, form: Form = TableForm.text) -> None:
    """Show which documents a text of the corpus cites."""
    from counterdraft.jobs.ask_corpus import cites as cited

    asked(folder, lambda opened: cited(opened, symbol, form.value))


@corpus.command("cited-by")
def cited_by(symbol: Symbol, folder: Folder = None, form: Form = TableForm.text) -> None:
    """Show which texts of the corpus cite a document."""
    from counterdraft.jobs.ask_corpus import cited_by as citing

    asked(folder, lambda opened: citing(opened, symbol, form.value))


@corpus.command()
def novelty(folder: Folder = None, form: Form = TableForm.text) -> None:
    """Show how much of each session's texts the corpus had before."""
    from counterdraft.jobs.ask_corpus import novelties

    asked(folder, lambda opened: novelties(opened, form.value, say))


def asked(folder: str | None, ask: Callable[[Stored], Answer]) -> None:
    """Print what the corpus answers, and end with 1 where a part of it had to be left out."""
    from counterdraft.jobs.corpus import open_corpus

    with errors_said():
        answer = ask(open_corpus(folder))
    put(answer.data)
    for note in answer.notes:
        say(note)
    for fault in answer.damaged:
        say(str(fault))
    if answer.damaged:
        say(f"left out: {len(answer.damaged)} of the corpus's segments")
    raise typer.Exit(1 if answer.damaged else 0)
