"""Values that hold much, in one line where they are printed or a notebook shows them."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class Printer(Protocol):
    """What IPython gives a value to show itself by."""

    def text(self, words: str) -> None:
        """Print words."""


class Shown(Struct, frozen=True):
    """A value whose ``repr`` is whole and long; printed, and in a notebook, it says what it is."""

    def in_a_line(self) -> str:
        """What it is, in short."""
        raise NotImplementedError

    def __str__(self) -> str:
        return f"<{type(self).__name__}: {self.in_a_line()}>"

    def _repr_pretty_(self, printer: Printer, _cycle: object) -> None:
        printer.text(str(self))


def many(number: int, thing: str) -> str:
    """ "1 row", "0 rows", "1,204 rows"."""
    return f"{number:,} {thing}{'s' * (number != 1)}"
