"""Two texts → every class of addressees, and which paragraphs of either ask it something."""

from __future__ import annotations

from collections import defaultdict

from counterdraft.lexicon.addressees import CLASSES
from counterdraft.model import AddresseeClass, Asked, Resolution


def asked_of(a: Resolution, b: Resolution) -> tuple[Asked, ...]:
    """The classes in the order of the lexicon, each with the ids of the paragraphs that ask it."""
    found: dict[AddresseeClass, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, resolution in enumerate((a, b)):
        for paragraph in resolution.paragraphs:
            for class_ in dict.fromkeys(each.class_ for each in paragraph.addressees):
                found[class_][side].append(paragraph.id)
    return tuple(Asked(name, *map(tuple, found[name])) for name in CLASSES if name in found)
