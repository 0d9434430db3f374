"""Where what a command makes goes: into a file, or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import typer

from counterdraft.cli.progress import say

# The parameters of commands that name a file to write; any other may name one to read.
WRITTEN = frozenset({"output", "save"})
_present: ContextVar[typer.Context | None] = ContextVar("command", default=None)
_FOR_PROGRAMS = frozenset({"docx", "pdf", "png", "parquet"})
_Form = TypeVar("_Form", bound=StrEnum)


def written(told: str, *names: str, metavar: str = "PATH") -> Any:
    """The option that names a file to write: ``-o``, unless it has other ``names``.

    Through it :func:`deliver` knows what else the command was given.
    """
    return typer.Option(
        *(names or ("-o", "--output")), metavar=metavar, help=told, callback=_remembered
    )


def _remembered(context: typer.Context, value: Any) -> Any:
    _present.set(context)
    return value


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

    Raises WriteError where it cannot be, or, without ``force``, where a file is there already;
    and always where the present command was given that file to read.
    """
    from counterdraft.jobs.write import spare, write_whole

    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        spare(output, _given())
        write_whole(output, data, force=force)
        say(f"written: {output}")


def _given() -> Iterator[str]:
    """What the present command was given but for where to write: each may be a file it reads."""
    context = _present.get()
    for name, value in context.params.items() if context else ():
        for each in value if isinstance(value, (list, tuple)) else (value,):
            if name not in WRITTEN and isinstance(each, (str, Path)):
                yield str(each)
