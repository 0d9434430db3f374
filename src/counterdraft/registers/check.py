"""Registers beside each other → where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from counterdraft.model.register import EITHER, Entry
from counterdraft.registers.held import Held

_ONCE = frozenset({"signature", "ratification", "accession", "succession", "review", "adoption"})


class Contradiction(Struct, frozen=True):
    """Two entries on one act that cannot both be right."""

    one: Entry
    other: Entry


def contradictions(registers: Iterable[Held]) -> tuple[Contradiction, ...]:
    """Pairs of dates, of an act that is done once, that exclude each other; by subject."""
    found: dict[tuple[str, str, str], list[Entry]] = {}
    for register in registers:
        for each in register.all:
            if each.act in _ONCE and each.date:
                act = "ratification" if each.value == EITHER else each.act
                found.setdefault((each.subject, each.object, act), []).append(each)
    pairs = (pair for key in sorted(found) for pair in _apart(found[key]))
    return tuple(pairs)


def _apart(entries: list[Entry]) -> Iterator[Contradiction]:
    for one, other in combinations(dict.fromkeys(entries), 2):
        if _first(one) > _last(other) or _first(other) > _last(one):
            yield Contradiction(one, other)


def _first(entry: Entry) -> str:
    return (entry.date or "").partition("/")[0].ljust(10, "\0")


def _last(entry: Entry) -> str:
    return (entry.date or "").rpartition("/")[2].ljust(10, "\x7f")
