"""What was read of a file: entries, and what in it could not be made sense of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from counterdraft.errors import DamagedSource, ReadError
from counterdraft.lexicon.members import nearest_names
from counterdraft.lexicon.states import fold_name, group_names, state_of
from counterdraft.model.register import Entry
from counterdraft.wording.english import listed


class Taken(NamedTuple):
    """A file's kind, what its register is called, its entries, and the rows that were left out."""

    kind: str
    name: str
    entries: tuple[Entry, ...]
    problems: tuple[ReadError, ...] = ()


def party_of(name: str) -> str | None:
    """The lexicon's name of a State, or of a group that can be a party; None for another."""
    return state_of(name) or group_names().get(fold_name(name).removeprefix("the "))


def unknown_state(name: str, source: str, line: int) -> DamagedSource:
    """A row names a State that nobody knows: what is near is told."""
    near = listed([f"{each!r}" for each in nearest_names(name)], "or")
    remedy = f"Is it {near}?" if near else "Write it as the United Nations does"
    return DamagedSource(
        f"no State is known as {name!r}; the row is left out", source=source,
        place=f"line {line}", remedy=remedy,
    )  # fmt: skip


def bad_date(text: str, source: str, line: int) -> DamagedSource:
    """A row has a date that there is not."""
    remedy = "Write 2014-05-01, 2014-05 or 2014, or two days with a slash between"
    reason = f"{text!r} is no date; the row is left out"
    return DamagedSource(reason, source=source, place=f"line {line}", remedy=remedy)


def missing(source: str, what: str, columns: Iterable[str]) -> DamagedSource:
    """A table of a kind that is known lacks columns of it."""
    return DamagedSource(
        f"it looks like {what}, and has no column {listed([f'{each!r}' for each in columns])}",
        source=source, place="line 1", remedy="See docs/registers.md for the columns",
    )  # fmt: skip
