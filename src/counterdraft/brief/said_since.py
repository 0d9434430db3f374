"""Statements of the last brief and of this one → those that are new, gone, or read otherwise.

In: items of one kind. They are known again by what heads them in their part of the brief, else by
their words. What differs in the numbers of paragraphs alone, because others went or came, reads
the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
    pairs = _by_head(old, new)
    pairs |= _by_words(old, new, pairs)
    taken = set(pairs.values())
    yield from (
        Reading(old[pairs[number]] if number in pairs else None, each)
        for number, each in enumerate(new)
    )
    yield from (Reading(each, None) for place, each in enumerate(old) if place not in taken)


def _by_head(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Places now and then of statements under one head; of several then the one most alike."""
    pairs: dict[int, int] = {}
    for number, each in enumerate(new):
        if not each.key.endswith(BETWEEN):
            taken = set(pairs.values())
            likeness = {
                place: fuzz.ratio(b.text, each.text)
                for place, b in enumerate(old) if b.key == each.key and place not in taken
            }  # fmt: skip
            if likeness:
                pairs[number] = max(likeness, key=likeness.__getitem__)
    return pairs


def _by_words(old: Sequence[Item], new: Sequence[Item], known: Mapping[int, int]) -> dict[int, int]:
    """Places now and then of other statements that are alike, the most alike first."""
    held = set(known.values())
    scored = sorted(
        ((fuzz.ratio(b.text, each.text), number, place)
         for number, each in enumerate(new) if number not in known
         for place, b in enumerate(old) if place not in held),
        key=lambda found: (-found[0], *found[1:]),
    )  # fmt: skip
    pairs: dict[int, int] = {}
    for score, number, place in scored:
        if score >= ALIKE and number not in pairs and place not in pairs.values():
            pairs[number] = place
    return pairs


def _unlike(before: list[Item], now: list[Item], since: Became) -> tuple[list[Item], list[Item]]:
    """Of either those that do not read the same in the other, each taken once."""
    held: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(before):
        held[LABEL.sub("", each.text)].append(place)
    new = []
    for each in now:
        like = held[LABEL.sub("", each.text)]
        same = next((p for p in like if since.reads_same(before[p].text, each.text)), None)
        if same is None:
            new.append(each)
        else:
            like.remove(same)
    left = {place for like in held.values() for place in like}
    return [each for place, each in enumerate(before) if place in left], new
