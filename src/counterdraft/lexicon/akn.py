"""How Akoma Ntoso, in the United Nations' form, calls things."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.lexicon.organs import organ_of

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# What the UN's files say for a date that is not known, where the schema wants one.
NO_DATE = "0001-01-01"
# The six official languages: by the web's code, and by that of Akoma Ntoso.
LANGUAGES = {"ar": "ara", "zh": "zho", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa"}


class Actor(NamedTuple):
    """An organ: the actor in identifiers, by the guidelines and in the UN's own files.

    ``author`` is what the UN's files refer to it by, ``concept`` its name in their ontology.
    """

    guidelines: str
    unxml: str
    author: str
    concept: str


NOBODY = Actor("un", "un", "un", "unitedNations")
"""The organization as a whole, where no organ is known."""


@cache
def _actors() -> dict[str, Actor]:
    return {
        entry["organ"]: Actor(
            entry["guidelines"], entry["unxml"], entry["author"], entry["concept"]
        )
        for entry in load("akn")["actor"]
    }


def actor_of(organ: str | None) -> Actor:
    """The actor that an organ of that name is; NOBODY where it is not known."""
    found = organ_of(organ) if organ else None
    return _actors().get(found.id, NOBODY) if found else NOBODY
