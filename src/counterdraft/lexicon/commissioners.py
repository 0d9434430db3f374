"""The two High Commissioners: by which words a text tells which of them it means."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Commissioners(NamedTuple):
    """Names and words of the High Commissioners, and of their offices.

    ``title`` is what both are called, ``office`` what both offices are; ``refugees`` the full name
    of the one, and ``refugee`` what of a word tells of those whom it is for; ``rights`` the full
    name of the other, ``matter`` what it is for and ``acronym`` that of its office.
    ``another_office`` matches the name of a third office.
    """

    title: str
    office: str
    refugees: str
    refugee: str
    rights: str
    matter: str
    acronym: str
    another_office: re.Pattern[str]


@cache
def commissioners(language: str = "en") -> Commissioners:
    """The words of a language."""
    data = load(f"{language}/actors")["high_commissioners"]
    joining, ours = alternatives(data["joining"]), alternatives(data["ours"])
    return Commissioners(
        data["title"],
        data["office"],
        data["refugees"],
        data["refugee"],
        data["rights"],
        data["matter"],
        data["acronym"],
        re.compile(rf"\b{data['office']} (?:{joining}|of (?!{ours})) ?"),
    )
