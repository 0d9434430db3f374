"""Where what a command makes goes: into a file, or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import typer

from counterdraft.cli.progress import say

_FOR_PROGRAMS = frozenset({"docx", "pdf", "png", "parquet"})
_Form = TypeVar("_Form", bound=StrEnum)


def form_of(output: str, endings: Mapping[str, _Form], option: str) -> _Form:
    """The form that the ending of ``output`` tells; ``option`` is where else it can be named."""
    form = endings.get(Path(output).suffix.lower())
    if form is None:
        firsts: dict[_Form, str] = {}
        for ending, each in endings.items():
            firsts.setdefault(each, ending)
        named = ", ".join(firsts.values())
        raise typer.BadParameter(
            f"{output!r} ends in none of {named}; add one, or say {option}", param_hint="-o"
        )
    return form


def refuse_on_a_screen(form: str, output: str | None, option: str) -> None:
    """Some forms are not for reading as they are; ``option`` is where the form was named."""
    if output is None and form in _FOR_PROGRAMS and sys.stdout.isatty():
        raise typer.BadParameter(
            f"a {form.upper()} is nothing for a terminal; say -o, or send it to a pipe",
            param_hint=option,
        )


def agree(form: str, endings: Mapping[str, str], output: str | None, option: str) -> None:
    """A file whose ending is another form's would deceive whoever opens it.

    ``endings`` are those of each form, ``option`` is where the form was named.
    """
    ending = Path(output).suffix.lower() if output else ""
    named = endings.get(ending)
    if named is not None and named != form:
        raise typer.BadParameter(f"{output!r} ends as {named} does, not {form}", param_hint=option)


def deliver(data: bytes, output: str | None, *, force: bool = True) -> None:
    """Write ``data`` whole to ``output``, which is said, or to standard output.

    Raises WriteError where it cannot be, or, without ``force``, where a file is there already.
    """
    from counterdraft.jobs.write import write_whole

    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        write_whole(output, data, force=force)
        say(f"written: {output}")
