"""Two texts → every class of addressees, and which paragraphs of either ask it something."""

from __future__ import annotations

from collections import defaultdict

from counterdraft.lexicon.addressees import CLASSES
from counterdraft.model import AddresseeClass, Asked, Resolution

_Places = dict[AddresseeClass, dict[str, None]]


def asked_of(a: Resolution, b: Resolution) -> tuple[Asked, ...]:
    """The classes in the order of the lexicon, each with the ids of the paragraphs that ask it."""
    (ids_a, who_a), (ids_b, who_b) = _places(a), _places(b)
    return tuple(
        Asked(name, *(tuple(each[name]) for each in (ids_a, ids_b, who_a, who_b)))
        for name in CLASSES
        if name in ids_a or name in ids_b
    )


def _places(resolution: Resolution) -> tuple[_Places, _Places]:
    """By class the paragraphs that ask it, and what they call it, each once and in order."""
    ids: _Places = defaultdict(dict)
    who: _Places = defaultdict(dict)
    for paragraph in resolution.paragraphs:
        for each in paragraph.addressees:
            ids[each.class_][paragraph.id] = None
            if each.text:
                who[each.class_][each.text] = None
    return ids, who
