"""What refers back, such as "the Special Rapporteur" → the topic last named with these words.

Where two topics share such words, they belong to neither until a title in full has said whose they
are: "the Special Rapporteur on freedom of religion".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counterdraft.cover.hits import Hit


def settled(found: Mapping[int, list[Hit]], last: dict[str, int]) -> dict[int, list[Hit]]:
    """What was found of each topic, of what refers back only what is that topic's.

    ``last`` holds the topic last named with such words, and is kept up to date.
    """
    kept = {
        number: [each for each in hits if each.entry.role != "back"]
        for number, hits in found.items()
    }
    for hit, sharing in _referring(found):
        if (full := _in_full(hit, found, sharing)) is not None:
            last[hit.entry.words] = full
        elif last.get(hit.entry.words) in sharing:
            touching = hit._replace(entry=hit.entry._replace(role=""))
            kept[last[hit.entry.words]].append(touching)
    return {number: hits for number, hits in kept.items() if hits}


def _referring(found: Mapping[int, list[Hit]]) -> Iterator[tuple[Hit, list[int]]]:
    """Each that refers back, in order, with the topics that it may be of."""
    sharing: dict[Hit, list[int]] = {}
    for number, hits in found.items():
        for each in hits:
            if each.entry.role == "back":
                sharing.setdefault(each, []).append(number)
    yield from sorted(sharing.items(), key=lambda one: one[0].first)


def _in_full(hit: Hit, found: Mapping[int, list[Hit]], sharing: list[int]) -> int | None:
    """The topic whose longest term has the words in it; None where they stand alone."""
    lengths = {
        number: each.last - each.first
        for number in sharing
        for each in sorted(found[number], key=lambda one: one.last - one.first)
        if each.entry.kind == "term" and each.first <= hit.first and hit.last <= each.last
    }
    return max(lengths, key=lambda number: lengths[number]) if lengths else None
