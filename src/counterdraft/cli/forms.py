"""The option that says in which form a command writes what it made: ``--format``.

Two of the forms have two names in use, of which every command takes either: "md" and
"markdown", and for the terminal "text" and "terminal".
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any

import typer

_BY_ENDING = "The form, where the ending of PATH does not say it."
_TWINS = {"md": "markdown", "markdown": "md", "text": "terminal", "terminal": "text"}


def form_option(forms: type[StrEnum], told: str = _BY_ENDING, name: str = "--format") -> Any:
    """The option of a command that has these forms; ``told`` is its help."""
    names = [form.value for form in forms]
    return typer.Option(name, parser=_reader(names), metavar=f"[{'|'.join(names)}]", help=told)


def _reader(names: list[str]) -> Callable[[str], str]:
    """What finds one of the names in what was given, and refuses all else."""

    def read(given: str) -> str:
        found = given if given in names else _TWINS.get(given)
        if found not in names:
            listed = ", ".join(map(repr, names))
            raise typer.BadParameter(f"{given!r} is not one of {listed}.")
        return found

    return read


class PlainForm(StrEnum):
    """How an answer that is no table is written."""

    text = "text"
    json = "json"


Plain = Annotated[PlainForm, form_option(PlainForm, "Text or JSON.")]
