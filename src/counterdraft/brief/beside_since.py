"""What a brief was made from, then and now → what of that changed, input by input.

Without it a reader would take a new topic, or a claim that holds no more, for the draft's doing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from counterdraft.brief.kept import Setting
from counterdraft.wording.english import listed


def beside_told(before: Sequence[Setting], now: Sequence[Setting]) -> tuple[str, ...]:
    """Each input that was another, by its name; none where all are as they were."""
    keys = dict.fromkeys(each.key for each in (*now, *before))
    return tuple(words for key in keys for words in _of_key(key, _at(key, before), _at(key, now)))


def _at(key: str, settings: Sequence[Setting]) -> list[Setting]:
    return [each for each in settings if each.key == key]


def _of_key(key: str, then: Sequence[Setting], here: Sequence[Setting]) -> Iterator[str]:
    gone, new = _values(then, here), _values(here, then)
    if len(gone) == len(new) == 1:
        yield f"{key} {new[0]} instead of {gone[0]}"
    else:
        yield from (f"{key} {each} added" for each in new)
        yield from (f"{key} {each} taken away" for each in gone)
    digests = {each.value: each.digest for each in then}
    for each in here:
        if digests.get(each.value, each.digest) != each.digest:
            yield f"{key} {each.value} with other contents than then"
    stayed = [[e.value for e in side if e.value not in {*gone, *new}] for side in (then, here)]
    if stayed[0] != stayed[1]:
        yield f"{key}: in another order, now {listed([each.value for each in here])}"


def _values(these: Sequence[Setting], those: Sequence[Setting]) -> list[str]:
    """Of two things with one value both count."""
    left = Counter(each.value for each in these) - Counter(each.value for each in those)
    return list(left.elements())
