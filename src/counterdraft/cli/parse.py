"""The command ``parse``: the resolutions in files, each as data or in outline, as they come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from counterdraft.cli.forms import form_option
from counterdraft.cli.options import Language, Offline, TrackedView, View
from counterdraft.cli.outline import outline
from counterdraft.cli.progress import progress, say
from counterdraft.jobs.parse import Choices, Outcome, parse_sources


class ParseFormat(StrEnum):
    """How ``parse`` writes what it finds."""

    jsonl = "jsonl"
    json = "json"
    md = "md"


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
    """Find the resolutions in documents and take them to pieces.

    Header, paragraphs, verbs, who is asked to do what by when, citations, treaties, dates.
    """
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
