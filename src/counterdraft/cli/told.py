"""What the commands share that tell what they found in a text: their forms, and the telling."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol, TypeVar

from counterdraft.cli.terminal import terminal_of

_Found = TypeVar("_Found", contravariant=True)


class ToldFormat(StrEnum):
    """How a command that has no picture of what it found shows it."""

    terminal = "terminal"
    markdown = "markdown"
    json = "json"


TOLD_ENDINGS = {
    ".md": ToldFormat.markdown, ".markdown": ToldFormat.markdown, ".json": ToldFormat.json,
    ".txt": ToldFormat.terminal,
}  # fmt: skip


class _InForm(Protocol[_Found]):
    def __call__(self, found: _Found, form: str, /) -> bytes: ...


class _OnTerminal(Protocol[_Found]):
    def __call__(self, found: _Found, /, *, width: int, colour: bool) -> str: ...


def told(
    found: _Found, form: str, output: str | None,
    in_form: _InForm[_Found], on_terminal: _OnTerminal[_Found],
) -> bytes:  # fmt: skip
    """What was found in its ``form``, by one of two ways of a job; ``output`` is the file, if any.

    On a terminal it is as wide as that, in a file always the same.
    """
    if form != ToldFormat.terminal:
        return in_form(found, form)
    terminal = terminal_of(output)
    return on_terminal(found, width=terminal.width, colour=terminal.colour).encode()
