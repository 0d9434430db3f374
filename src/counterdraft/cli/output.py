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

    Through it :func:`deliver` knows what else the command was given. ``-o -`` is standard output.
    """
    return typer.Option(
        *(names or ("-o", "--output")), metavar=metavar, help=told, callback=_remembered
    )


def _remembered(context: typer.Context, option: typer.CallbackParam, value: Any) -> Any:
    _present.set(context)
    return None if value == "-" and option.name == "output" else value


def chosen_form(
    form: _Form | None, output: str | None, endings: Mapping[str, _Form], usual: _Form | None,
    option: str = "--format",
) -> _Form:  # fmt: skip
    """The form that a command writes: the one named, else by the ending of ``output``, else usual.

    ``option`` is where it is named; without a ``usual`` one it must be, or ``output``. Raises
    BadParameter where nothing tells it, where the ending is another form's, which would deceive
    whoever opens the file, and where it is nothing for the terminal that would get it.
    """
    chosen = form or (usual if output is None else _form_of(output, endings, option))
    if chosen is None:
        named = ", ".join(dict.fromkeys(endings.values()))
        raise typer.BadParameter(f"say which of {named}, or -o with an ending", param_hint=option)
    told = endings.get(_ending(output)) if output else chosen
    if told is not None and told != chosen:
        raise typer.BadParameter(f"{output!r} ends as {told} does, not {chosen}", param_hint=option)
    if output is None and chosen in _FOR_PROGRAMS and sys.stdout.isatty():
        raise typer.BadParameter(
            f"a {chosen.upper()} is nothing for a terminal; say -o, or send it to a pipe",
            param_hint=option,
        )
    return chosen


def _form_of(output: str, endings: Mapping[str, _Form], option: str) -> _Form:
    """The form that the ending of ``output`` tells."""
    form = endings.get(_ending(output))
    if form is None:
        firsts: dict[_Form, str] = {}
        for ending, each in endings.items():
            firsts.setdefault(each, ending)
        named = ", ".join(firsts.values())
        raise typer.BadParameter(
            f"{output!r} ends in none of {named}; add one, or say {option}", param_hint="-o"
        )
    return form


def _ending(output: str) -> str:
    return Path(output).suffix.lower()


def put(data: bytes) -> None:
    """Data to standard output, after what was printed before."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def deliver(data: bytes, output: str | None, *, force: bool = True) -> None:
    """Write ``data`` whole to ``output``, which is said, or to standard output.

    Raises WriteError where it cannot be, or, without ``force``, where a file is there already;
    and always where the present command was given that file to read.
    """
    from counterdraft.jobs.write import spare, write_whole

    if output is None:
        put(data)
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
