"""The commands of ``counterdraft``.

Data goes to standard output, talk to standard error. Exit codes: 0 all was done, 1
something could not be done and was said, 2 the command was not understood.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from counterdraft import __version__
from counterdraft.cli.compare import compare
from counterdraft.cli.corpus import corpus
from counterdraft.cli.cover import cover
from counterdraft.cli.dossier import dossier
from counterdraft.cli.export import export
from counterdraft.cli.flag import flag
from counterdraft.cli.forms import form_option
from counterdraft.cli.formulas import formula, reuse
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
from counterdraft.cli.outline import outline
from counterdraft.cli.output import deliver, form_of, refuse_on_a_screen, written
from counterdraft.cli.progress import Progress, progress, say
from counterdraft.cli.registers import registers
from counterdraft.cli.sync import sync
from counterdraft.cli.trace import trace
from counterdraft.cli.verify import verify
from counterdraft.cli.vote_history import check_date
from counterdraft.cli.votes import votes
from counterdraft.errors import CounterdraftError
from counterdraft.jobs.parse import Choices, Outcome, parse_sources

app = typer.Typer(
    name="counterdraft",
    help="The workbench for United Nations resolutions.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class ParseFormat(StrEnum):
    """How ``parse`` writes what it finds."""

    jsonl = "jsonl"
    json = "json"
    md = "md"


class BriefFormat(StrEnum):
    """How ``brief`` writes the brief."""

    html = "html"
    docx = "docx"
    pdf = "pdf"
    md = "md"
    json = "json"


_BRIEF_ENDINGS = {
    ".html": BriefFormat.html, ".htm": BriefFormat.html, ".docx": BriefFormat.docx,
    ".pdf": BriefFormat.pdf, ".md": BriefFormat.md, ".markdown": BriefFormat.md,
    ".json": BriefFormat.json,
}  # fmt: skip


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


@app.command()
def parse(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILES…", help="Files, folders, archives, -, addresses, symbols."),
    ],
    form: Annotated[
        ParseFormat, form_option(ParseFormat, "One resolution a line, one array, or Markdown.")
    ] = ParseFormat.jsonl,
    processes: Annotated[
        int, typer.Option("-j", "--jobs", min=1, max=256, help="How many processes to use.")
    ] = 1,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Add the text that the spans refer to.")
    ] = False,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:
    """Find the resolutions in FILES and take them to pieces."""
    failed = done = 0
    with progress() as bar, _written(form) as writer:
        choices = Choices(view.value, language, offline, bar.say)
        outcomes = parse_sources(
            files, choices, processes=processes, with_text=with_text, on_found=bar.found
        )
        for outcome in outcomes:
            bar.done()
            if outcome.error is not None:
                failed += 1
                bar.say(str(outcome.error))
            else:
                done += 1
                writer.write(outcome)
    if failed + done > 1:
        say(f"{done} of {failed + done} files parsed, {failed} not")
    raise typer.Exit(1 if failed else 0)


@app.command()
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
    chosen = form or (
        BriefFormat.md if output is None else form_of(output, _BRIEF_ENDINGS, "--format")
    )
    refuse_on_a_screen(chosen.value, output, "--format")
    faults: list[CounterdraftError] = []
    try:
        choices = Choices(view.value, language, offline, say)
        beside = Beside(
            against=tuple(against or ()), part=part_b, previous=before, previous_part=part_previous,
            corpus=folder, series=series, as_of=as_of, mandates=tuple(mandate or ()),
            sponsors=tuple(sponsor or ()), registers=tuple(registers_at or ()),
        )  # fmt: skip
        made = make_brief(file, chosen.value, choices, beside, faults.append)
        deliver(made, output, force=force)
    except CounterdraftError as error:
        say(str(error))
        raise typer.Exit(1) from None
    for fault in faults:
        say(str(fault))
    if faults:
        raise typer.Exit(1)


app.command()(compare)
app.command()(cover)
app.command()(export)
app.command()(flag)
app.command()(trace)
app.command()(verify)
corpus.command("sync")(sync)
corpus.command("reuse")(reuse)
corpus.command("formula")(formula)
app.add_typer(corpus)
app.add_typer(votes)
app.add_typer(dossier)
app.add_typer(registers)


class _Writer:
    """Writes outcomes to standard output as they come."""

    def __init__(self, form: ParseFormat) -> None:
        self.form = form
        self.encoder = msgspec.json.Encoder()
        self.count = 0

    def write(self, outcome: Outcome) -> None:
        """Every resolution of one source."""
        for resolution in outcome.resolutions:
            if self.form is ParseFormat.md:
                sys.stdout.write(("\n" if self.count else "") + outline(resolution))
            else:
                self._json(resolution, outcome.text)
            self.count += 1

    def _json(self, resolution: msgspec.Struct, text: str | None) -> None:
        line = self.encoder.encode(resolution)
        if text is not None:
            line = self.encoder.encode({**msgspec.to_builtins(resolution), **_checked(text)})
        separator = b"" if self.form is ParseFormat.jsonl else b",\n" if self.count else b"[\n"
        ending = b"\n" if self.form is ParseFormat.jsonl else b""
        sys.stdout.flush()
        sys.stdout.buffer.write(separator + line + ending)

    def close(self) -> None:
        """End the array, where there is one."""
        if self.form is ParseFormat.json:
            sys.stdout.flush()
            sys.stdout.buffer.write(b"\n]\n" if self.count else b"[]\n")
        sys.stdout.flush()


def _checked(text: str) -> dict[str, str]:
    from hashlib import sha256

    return {"document_text": text, "document_sha256": sha256(text.encode()).hexdigest()}


@contextmanager
def _written(form: ParseFormat) -> Iterator[_Writer]:
    writer = _Writer(form)
    yield writer
    writer.close()


class _Interrupted(BaseException):
    """Ctrl-C: not an error, and not for the command-line library to report."""


def _interrupt(*_: object) -> None:
    raise _Interrupted


def _as_asked(words: Sequence[str]) -> typer.Typer:
    """The commands, without the others where one is asked for by its name.

    To read the options of all of them takes a twentieth of a second.
    """
    name = words[0] if words else ""
    commands = [each for each in app.registered_commands if _name(each.callback) == name]
    groups = [
        each for each in app.registered_groups
        if each.typer_instance and each.typer_instance.info.name == name
    ]  # fmt: skip
    if not commands and not groups:
        return app
    one = copy(app)
    one.registered_commands, one.registered_groups = commands, groups
    return one


def _name(callback: Callable[..., object] | None) -> str:
    return callback.__name__ if callback else ""


def run() -> None:
    """Run the command line; a reader who goes away and an interrupt end it quietly."""
    signal.signal(signal.SIGINT, _interrupt)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        _as_asked(sys.argv[1:])()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except _Interrupted:
        say("interrupted")
        raise SystemExit(130) from None


__all__ = ["Progress", "app", "run"]
