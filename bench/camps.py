"""Texts of all camps out of the General Assembly's XML: chosen by their titles and a fixed seed."""

from __future__ import annotations

import random
import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from counterdraft.errors import CounterdraftError
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from counterdraft.model import Document, Resolution

_SEED = 20261126
# Situations of countries and what is brought against such texts; measures; non-interference;
# conflicts; disarmament. A title is taken for its words, whoever sponsors the text.
TITLES = re.compile(
    r"situation of human rights|human rights situation|coercive|embargo|non-?interference|"
    r"interference|selectivity|cultural diversity|equitable international order|"
    r"right of peoples to peace|promotion of peace|nuclear|Syria|right to development|"
    r"Palestin|occupied|Israeli|glorification|self-determination|mercenar|aggression|Ukraine|"
    r"Crimea|Georgia|Myanmar|Afghanistan|responsibility to protect|sovereignty|terrorism|"
    r"human rights (?:and|in the)|chemical weapons|outer space|information security",
    re.IGNORECASE,
)


class Held(NamedTuple):
    """A text, with the bytes of its file."""

    data: bytes
    document: Document
    resolution: Resolution


def held(archive: Path) -> Iterator[Held]:
    """Every text of the archive that has a file to itself and can be read."""
    with zipfile.ZipFile(archive) as opened:
        for name in sorted(n for n in opened.namelist() if n.endswith(".xml")):
            found = read_one(opened.read(name), name)
            if found is not None:
                yield found


def read_one(data: bytes, name: str) -> Held | None:
    """A file as the one text that it holds."""
    try:
        document = read(data, name)
        (resolution,) = parse(document)
    except (CounterdraftError, ValueError):
        return None
    return Held(data, document, resolution)


def of_all_camps(texts: list[Held], count: int) -> list[Held]:
    """So many of the texts whose title is one of ``TITLES``, in an order by chance."""
    fit = [each for each in texts if TITLES.search(each.resolution.title or "")]
    return random.Random(_SEED).sample(fit, min(count, len(fit)))


def without_a_vote(texts: list[Held], count: int) -> list[Held]:
    """So many of the texts adopted without a vote."""
    fit = [each for each in texts if each.resolution.adoption.mode == "without a vote"]
    return random.Random(_SEED).sample(fit, min(count, len(fit)))
