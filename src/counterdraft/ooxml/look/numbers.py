"""Printed numbers → the places in lists that print them, and those that have to be typed.

Word counts 1, 2, 3; below it (a), (b); below them (i), (ii). A number that carries a count on is
counted, one that begins anew begins another list of the same looks, after which the first may go
on; what no count gives ("5bis.", "[3.", "(A)") is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.ooxml.number_formats import format_number

DASH = "\u2013"
# The formats of the levels, and how a number of each reads.
FORMS = ("decimal", "lowerLetter", "lowerRoman", "lowerLetter")
TEXTS = ("%1.", "(%2)", "(%3)", "%4.")
_READ = (
    re.compile(r"([0-9]{1,4})\."), re.compile(r"\(([a-z]{1,3})\)"),
    re.compile(r"\(([ivxl]{1,7})\)"), re.compile(r"([a-z])\."),
)  # fmt: skip
_MOST = 200


class Counted(NamedTuple):
    """A number that Word counts: the level, the list, by its place among those of the text.

    The list of a text's numbers that never begin anew is 0.
    """

    level: int
    group: int


class Start(NamedTuple):
    """Where a list begins: the level, the first number."""

    level: int
    first: int


class Plan(NamedTuple):
    """For each number of a text its place in a list, None where it is typed; the lists."""

    numbers: tuple[Counted | None, ...]
    starts: tuple[Start | None, ...]


def plan(printed: Iterable[tuple[str, int]]) -> Plan:
    """What becomes of numbers as they are printed, each with the level of its paragraph."""
    counting = _Counting()
    found = tuple(counting.place(text, level) for text, level in printed)
    return Plan(found, tuple(counting.starts))


class _Counting:
    """How far each level has been counted, and in which list."""

    def __init__(self) -> None:
        self.counts = [0] * len(FORMS)
        self.groups = [0] * len(FORMS)
        self.starts: list[Start | None] = [None]
        # Lists in whose middle another one began, and how far they came, by level.
        self.paused: list[dict[int, int]] = [{} for _ in FORMS]

    def place(self, text: str, level: int) -> Counted | None:
        readings = sorted(_readings(text), key=lambda found: abs(found[0] - level))
        if not readings:
            return None
        going = [each for each in readings if self.counts[each[0]] + 1 == each[1]]
        resumed = [each for each in readings if each[1] - 1 in self.paused[each[0]].values()]
        first = [each for each in readings if each[1] == 1]
        at, count = (going or resumed or first or readings)[0]
        if not going:
            self._change(at, count)
        self.counts[at] = count
        for deeper in range(at + 1, len(FORMS)):
            self.counts[deeper], self.groups[deeper] = 0, self.groups[at]
            self.paused[deeper].clear()
        return Counted(at, self.groups[at])

    def _change(self, at: int, count: int) -> None:
        """Go on with the list that came so far last, or begin another."""
        paused = self.paused[at]
        if self.counts[at]:
            paused[self.groups[at]] = self.counts[at]
        found = next((each for each in reversed(paused) if paused[each] == count - 1), None)
        if found is None:
            self.starts.append(Start(at, count))
            found = len(self.starts) - 1
        paused.pop(found, None)
        self.groups[at] = found


def is_counted(printed: str) -> bool:
    """Whether a list can print this: a number of one of the levels, or the dash of a point."""
    return printed == DASH or any(True for _ in _readings(printed))


def _readings(text: str) -> Iterator[tuple[int, int]]:
    """Each level that has such a number, and the count that prints it."""
    for level, (pattern, form) in enumerate(zip(_READ, FORMS, strict=True)):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        count = int(found[1]) if form == "decimal" else _count(found[1], form)
        if count and format_number(count, form) == found[1]:
            yield level, count


def _count(printed: str, form: str) -> int:
    return next((i for i in range(1, _MOST) if format_number(i, form) == printed), 0)


def joined(a: Plan, b: Plan, same: Sequence[tuple[int, int]]) -> dict[int, int]:
    """For the lists of B those of A that they go on as: what stays keeps its list.

    ``same`` are the places in both texts of numbers that stay.
    """
    votes: dict[tuple[int, int], int] = {}
    for i, j in same:
        one, other = a.numbers[i], b.numbers[j]
        if one and other and a.starts[one.group] == b.starts[other.group]:
            pair = other.group, one.group
            votes[pair] = votes.get(pair, 0) + 1
    found = {0: 0}
    for theirs, ours in sorted(votes, key=lambda pair: (-votes[pair], pair)):
        if theirs not in found and ours not in found.values():
            found[theirs] = ours
    return found
