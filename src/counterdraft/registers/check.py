"""Registers beside each other → where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from counterdraft.model.register import EITHER, Entry
from counterdraft.registers.held import Held, subject_key

_ONCE = frozenset({"signature", "ratification", "accession", "succession", "review", "adoption"})
_BINDING = ("ratification", "accession", "succession")


class Contradiction(Struct, frozen=True):
    """Two entries that cannot both be right."""

    one: Entry
    other: Entry


def contradictions(registers: Iterable[Held]) -> tuple[Contradiction, ...]:
    """Pairs of entries that exclude each other, by subject, whichever of its names a State has.

    Two dates of an act that is done once; or two acts by which a State was bound on one day.
    """
    found: dict[tuple[str, str], list[Entry]] = {}
    for register in registers:
        for each in register.all:
            if each.act in _ONCE and each.date:
                found.setdefault((subject_key(each.subject), each.object), []).append(each)
    pairs = (pair for key in sorted(found) for pair in _of_one(found[key]))
    return tuple(pairs)


def _of_one(entries: list[Entry]) -> Iterator[Contradiction]:
    """What excludes each other of all that one subject did under one object."""
    acts: dict[str, list[Entry]] = {}
    for each in dict.fromkeys(entries):
        acts.setdefault(each.act, []).append(each)
    for act in sorted(acts):
        yield from _apart(acts[act])
    bound = [each for act in _BINDING for each in acts.get(act, ()) if each.value != EITHER]
    for one, other in combinations(bound, 2):
        if one.act != other.act and one.date == other.date:
            yield Contradiction(one, other)


def _apart(entries: list[Entry]) -> Iterator[Contradiction]:
    for one, other in combinations(entries, 2):
        if _first(one) > _last(other) or _first(other) > _last(one):
            yield Contradiction(one, other)


def _first(entry: Entry) -> str:
    return (entry.date or "").partition("/")[0].ljust(10, "\0")


def _last(entry: Entry) -> str:
    return (entry.date or "").rpartition("/")[2].ljust(10, "\x7f")
