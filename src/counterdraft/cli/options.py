"""The options that several commands have, each said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer

from counterdraft.errors import BadQuery


class TrackedView(StrEnum):
    """Which state of a text with tracked changes is read."""

    final = "final"
    original = "original"
    marked = "marked"


File = Annotated[str, typer.Argument(metavar="FILE", help="A file, -, an address, or a symbol.")]
Part = Annotated[
    int | None,
    typer.Option(
        "--part", metavar="N", min=1, help="Which resolution of FILE, where it holds several."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there already.")]
View = Annotated[
    TrackedView,
    typer.Option(
        "--view", help="Tracked changes: all accepted, all rejected, or both states' words."
    ),
]
Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="CODE",
        help="Of documents fetched by their symbol: ar, en, es, fr, ru or zh.",
    ),
]
Folder = Annotated[
    str | None,
    typer.Option(
        "--corpus",
        metavar="DIR",
        help="The corpus; else $COUNTERDRAFT_CORPUS, or the usual one in your folder for data.",
    ),
]
Offline = Annotated[
    bool, typer.Option("--offline", help="Never use the network, only copies made before.")
]


@contextmanager
def given_for(option: str) -> Iterator[None]:
    """What was given for an option is checked within; raises BadParameter where it is wrong."""
    try:
        yield
    except BadQuery as error:
        said = f"{error.reason}. {error.remedy}"
        raise typer.BadParameter(said, param_hint=option) from None


def only(given: Sequence[str] | None, option: str) -> str | None:
    """The one text that is given for an option; raises BadParameter where several are."""
    if given and len(given) > 1:
        raise typer.BadParameter("one text alone can be named here", param_hint=option)
    return given[0] if given else None


def check_part(part: int | None, text: str | None, option: str, of: str) -> None:
    """Raises BadParameter where it is said which resolution of a text, and no text."""
    if part is not None and text is None:
        raise typer.BadParameter(f"it is of the text that {of} names", param_hint=option)
