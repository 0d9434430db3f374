"""Names of States, groups, peoples and places exchanged in a text: the same text of another camp.

In: a file of the United Nations' XML or of plain text, or words; out: the same with every name put
in the place of another, by one permutation drawn with a fixed seed.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from counterdraft.lexicon.load import load
from counterdraft.lexicon.states import find_states

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEED = 20261126
# So many names of as many words make a ring of their own: shares of words then stay as they are.
_FEW = 4
# Words that no table of States has: exchanged in a ring.
_PEOPLES = (
    "Israeli", "Syrian", "Iranian", "Ukrainian", "Russian", "Cuban", "Palestinian", "Korean",
    "Georgian", "American", "Burmese", "Venezuelan", "Nicaraguan", "Belarusian", "Afghan",
)  # fmt: skip
_PLACES = (
    "Crimea", "Gaza", "Abkhazia", "Rakhine", "Sevastopol", "Guantanamo", "Jerusalem", "Golan",
    "Ossetia", "Donbas",
)  # fmt: skip


def exchanged(words: str) -> str:
    """The words with every name in the place of another."""
    parts, reach = [], 0
    for each in find_states(words):
        found = words[each.start : each.end]
        article = found[:4] if found[:4].lower() == "the " else ""
        parts += [_ring(words[reach : each.start]), article, printed(other_name(each.name))]
        reach = each.end
    return "".join([*parts, _ring(words[reach:])])


def other_name(name: str) -> str:
    """The State or group in whose place that one is put; any other name stays."""
    return _permutation().get(name, name)


def exchanged_file(data: bytes) -> bytes:
    """The file, XML or plain text, with the names in it exchanged; addresses in XML stay."""
    if not data.startswith(b"<"):
        return exchanged(data.decode()).encode()
    tree = etree.fromstring(data)
    for element in tree.iter(etree.Element):
        if element.text:
            element.text = exchanged(element.text)
        if element.tail:
            element.tail = exchanged(element.tail)
    return etree.tostring(tree)


def without_names(words: str) -> str:
    """The words with one mark for every name, to compare what is said apart from names."""
    parts, reach = [], 0
    for each in find_states(words):
        parts += [_ringed().sub("…", words[reach : each.start]), "…"]
        reach = each.end
    parts.append(_ringed().sub("…", words[reach:]))
    return re.sub(r"\b[Tt]he …", "…", "".join(parts))


@cache
def _permutation() -> dict[str, str]:
    data = load("states")
    return {**_shuffled(data["state"]), **_shuffled(data["group"])}


def _shuffled(entries: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Each name of today → the next in a ring by chance, of as many words where it can be.

    No two become one, and none stays.
    """
    names = [each["name"] for each in entries if "until" not in each]
    random.Random(_SEED).shuffle(names)
    long = [len(printed(each).split()) for each in names]
    size = Counter(long)
    rings = defaultdict(list)
    for name, words in zip(names, long, strict=True):
        rings[words if size[words] >= _FEW else 0].append(name)
    return {
        a: b for ring in rings.values() for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)
    }


def printed(name: str) -> str:
    """The name of a State or group as a sentence has it."""
    return _printed()[name]


@cache
def _printed() -> dict[str, str]:
    """Each name → how a sentence has it: lists print some the other way round."""
    data = load("states")
    return {
        each["name"]: next(
            (n for n in (each["name"], *each.get("aliases", ())) if not re.search(r"[(,]", n)),
            each["name"],
        ).removeprefix("the ")
        for each in (*data["state"], *data["group"])
    }


@cache
def _ringed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join((*_PEOPLES, *_PLACES))})\b")


def _ring(words: str) -> str:
    return _ringed().sub(lambda found: _next(found[0]), words)


def _next(word: str) -> str:
    ring = _PEOPLES if word in _PEOPLES else _PLACES
    return ring[(ring.index(word) + 1) % len(ring)]
