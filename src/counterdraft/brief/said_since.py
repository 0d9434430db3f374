"""Statements of the last brief and of this one → those that are new, gone, or read otherwise.

In: items of one kind. They are known again by what heads them in their part of the brief, else by
their words. What differs in the numbers of paragraphs alone, because others went or came, reads
the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from counterdraft.brief.again import LABEL, Became
from counterdraft.brief.kept import Item

ALIKE = 60.0  # of 100; statements less alike are two
BETWEEN = "\t"  # of a key: section, part, head


class Reading(NamedTuple):
    """A statement of then and one of now, either None."""

    before: Item | None
    now: Item | None


def readings(before: Sequence[Item], now: Sequence[Item], since: Became) -> Iterator[Reading]:
    """What reads otherwise, in the order of this brief, with what is gone behind its part."""
    then = _by_part(before)
    here = _by_part(now)
    for part in dict.fromkeys((*here, *then)):
        yield from _of_part(then.get(part, []), here.get(part, []), since)


def _by_part(items: Sequence[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for each in items:
        found[each.key.rpartition(BETWEEN)[0]].append(each)
    return found


def _of_part(before: list[Item], now: list[Item], since: Became) -> Iterator[Reading]:
    old, new = _unlike(before, now, since)
    paired: dict[int, Item] = {}
    for number, each in enumerate(new):  # by what heads them
        same = [b for b in old if b.key == each.key and not each.key.endswith(BETWEEN)]
        if same:
            paired[number] = max(same, key=lambda b, t=each.text: fuzz.ratio(b.text, t))  # type: ignore[misc]
            old.remove(paired[number])
    scored = sorted(
        ((fuzz.ratio(b.text, each.text), number, place)
         for number, each in enumerate(new) if number not in paired
         for place, b in enumerate(old)),
        key=lambda found: (-found[0], *found[1:]),
    )  # fmt: skip
    taken: set[int] = set()
    for score, number, place in scored:
        if score >= ALIKE and number not in paired and place not in taken:
            paired[number] = old[place]
            taken.add(place)
    yield from (Reading(paired.get(number), each) for number, each in enumerate(new))
    yield from (Reading(each, None) for place, each in enumerate(old) if place not in taken)


def _unlike(before: list[Item], now: list[Item], since: Became) -> tuple[list[Item], list[Item]]:
    """Of either those that do not read the same in the other, each taken once."""
    held: dict[str, list[Item]] = defaultdict(list)
    for each in before:
        held[LABEL.sub("", each.text)].append(each)
    new = []
    for each in now:
        like = held[LABEL.sub("", each.text)]
        same = next((b for b in like if since.reads_same(b.text, each.text)), None)
        if same is None:
            new.append(each)
        else:
            like.remove(same)
    left = {id(b) for like in held.values() for b in like}
    return [b for b in before if id(b) in left], new
