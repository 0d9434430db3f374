"""What refers back, such as "the Special Rapporteur" → the topic last named with these words.

Where two topics share such words, they belong to neither until a title in full has said whose they
are: "the Special Rapporteur on freedom of religion". A plain word, "the mandate holder", is whoever
was last named by a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from counterdraft.cover.hits import Hit
from counterdraft.text.phrases import Token

_ANY = ""  # by whatever title
_BARE = {"term", "touches"}  # kinds of entries that a topic may have of the same words


def settled(
    found: Mapping[int, list[Hit]], last: dict[str, int], tokens: Sequence[Token]
) -> dict[int, list[Hit]]:
    """What was found of each topic, of what refers back only what is that topic's.

    ``last`` holds the topic last named with such words, and is kept up to date; ``tokens`` are of
    the place.
    """
    kept = {
        number: [each for each in hits if each.entry.role != "back"]
        for number, hits in found.items()
    }
    for hit, sharing in _referring(found):
        words, full = hit.entry.words, _in_full(hit, found, sharing)
        if words.islower():
            # Several are nobody's in particular.
            words, full = _ANY, None if _is_one(hit, tokens) else full
        elif full is not None:
            last.update({words: full, _ANY: full})
        if full is None and last.get(words) in sharing:
            _turn(kept, hit, last[words])
    return {number: hits for number, hits in kept.items() if hits}


def _turn(kept: dict[int, list[Hit]], hit: Hit, whose: int) -> None:
    """Make of what refers back a sign of one topic, and of no other by its bare words."""
    for number in set(kept) - {whose}:
        kept[number] = [each for each in kept[number] if not _is_within(each, hit)]
    if not any(_is_within(each, hit) for each in kept[whose]):
        kept[whose].append(hit._replace(entry=hit.entry._replace(role="")))


def _is_one(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Whether it stands in the singular, as it is written."""
    return tokens[hit.last - 1].word == hit.entry.words.split()[-1]


def _is_within(each: Hit, hit: Hit) -> bool:
    return each.entry.kind in _BARE and hit.first <= each.first and each.last <= hit.last


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
