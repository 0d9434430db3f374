"""What a dossier put a draft beside, then and now → a sentence on what of that changed.

Without it a reader would take a new topic, or a claim that holds no more, for the draft's doing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.kept import Setting

# One value each: of another it is said that it stands in place of the one before.
_SINGLE = frozenset({"rival", "the text before it", "as of", "corpus", "series", "part",
                     "counterdraft"})  # fmt: skip


def beside_told(before: Sequence[Setting] | None, now: Sequence[Setting]) -> tuple[str, ...]:
    """One sentence; none where nothing changed, or what was there before is not known."""
    if before is None:
        return ()
    keys = dict.fromkeys(each.key for each in (*now, *before))
    told = [words for key in keys for words in _of_key(key, _at(key, before), _at(key, now))]
    return (f"Beside the draft, in the dossier: {'; '.join(told)}.",) if told else ()


def _at(key: str, settings: Sequence[Setting]) -> dict[str, str]:
    return {each.value: each.digest for each in settings if each.key == key}


def _of_key(key: str, then: dict[str, str], here: dict[str, str]) -> Iterator[str]:
    gone = [each for each in then if each not in here]
    new = [each for each in here if each not in then]
    if key in _SINGLE and gone and new:
        yield f"{key} {new[0]} instead of {gone[0]}"
    else:
        yield from (f"{key} {each} added" for each in new)
        yield from (f"{key} {each} taken away" for each in gone)
    for each in here:
        if each in then and then[each] != here[each]:
            yield f"{key} {each} with other contents than then"
