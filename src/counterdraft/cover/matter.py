"""What a mandate is about, and the places of a text → which of them speak of that.

The topics of a mandate on one body are everyday words, such as "objectivity": they are its topics
where the body is spoken of, and not in the whole of a text that names it once among other matters.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.cover.places import Place
from counterdraft.text.phrases import PhraseIndex, phrase

_SHARE = 5  # a text of which every so manieth place names it is on it throughout


def on_the_matter(
    about: Sequence[str], read: Sequence[Place], title: Place | None
) -> frozenset[str]:
    """The ids of the places that name one of the phrases, or stand under a paragraph that does.

    All of them where there are no phrases, where the title has one, or where many places do.
    """
    everywhere = frozenset(place.id for place in read)
    if not about:
        return everywhere
    index = PhraseIndex((each, phrase(each)) for each in about)
    found: set[str] = set()
    above: list[bool] = []  # of each level down to the paragraph, whether it speaks of it
    named = 0
    for place in read:
        level = place.paragraph.level if place.paragraph else 0
        names = _names(index, place)
        named += names
        del above[level:]
        speaks = names or any(above)
        above += [False] * (level - len(above)) + [speaks]
        if speaks:
            found.add(place.id)
    on_it = (title is not None and _names(index, title)) or named * _SHARE >= len(read)
    return everywhere if on_it else frozenset(found)


def _names(index: PhraseIndex[str], place: Place) -> bool:
    return any(True for _ in index.find(place.tokens))
