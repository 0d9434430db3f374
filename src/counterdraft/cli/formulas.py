"""The commands ``corpus reuse`` and ``corpus formula``: words that stand in many texts."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counterdraft.cli.corpus import Form, TableForm, asked
from counterdraft.cli.forms import form_option
from counterdraft.cli.options import Folder, Force
from counterdraft.cli.output import deliver, written
from counterdraft.cli.progress import say

if TYPE_CHECKING:
    from counterdraft.jobs.ask_corpus import Answer
    from counterdraft.jobs.corpus import Stored


class CardForm(StrEnum):
    """How a card is written."""

    text = "text"
    json = "json"
    markdown = "markdown"


def reuse(
    output: Annotated[
        str | None,
        written("Where to write all pairs: .parquet."),
    ] = None,
    force: Force = False,
    top: Annotated[
        int, typer.Option("--top", metavar="N", min=0, help="How many formulas to show at most.")
    ] = 10,
    folder: Folder = None,
    form: Form = TableForm.text,
) -> None:
    """Show how much of the corpus is reused, and by which formulas."""
    from counterdraft.jobs.formulas import reused

    if output is not None and Path(output).suffix.lower() != ".parquet":
        raise typer.BadParameter(f"{output!r} does not end in .parquet", param_hint="-o")

    def ask(opened: Stored) -> Answer:
        found = reused(opened, form.value, top, say, with_pairs=output is not None)
        if found.pairs is not None:
            deliver(found.pairs, output, force=force)
        return found.answer

    asked(folder, ask)


def formula(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS…", help="Words or a phrase, quoted or not.")
    ],
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=0, help="How many formulas to show at most.")
    ] = 10,
    folder: Folder = None,
    form: Annotated[CardForm, form_option(CardForm, "Text, JSON or Markdown.")] = CardForm.text,
) -> None:
    """Show the formulas of the corpus that hold some words.

    Each with its variants, and where it stands.
    """
    from counterdraft.jobs.formulas import carded

    asked(folder, lambda opened: carded(opened, " ".join(words), form.value, limit, say))
