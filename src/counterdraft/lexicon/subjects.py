"""How a title says which State a text is about, as patterns on straight text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load

_NAME = r"[A-Z][\w'-]+"


class Subjects(NamedTuple):
    """Patterns around a name.

    ``before`` matches what goes before a State's name at the end of a title, ``tail`` that and
    any other ``name`` there, which a region has that ``region`` matches whole; ``behind`` what may
    stand behind a name. ``apart`` finds titles on something else. ``formal`` is what a formal name
    begins with.
    """

    before: re.Pattern[str]
    tail: re.Pattern[str]
    region: re.Pattern[str]
    behind: re.Pattern[str]
    apart: re.Pattern[str]
    formal: re.Pattern[str]
    governed: str

    def governs(self, name: str) -> re.Pattern[str]:
        """What shows that ``name`` is a State's: "the Government of the Republic of Orlavia"."""
        return re.compile(rf"\b(?:{self.governed}) of (?:the )?{re.escape(name)}")


@cache
def subjects(language: str = "en") -> Subjects:
    """The patterns of a language."""
    table = load(f"{language}/subjects")
    before, formal = "|".join(table["in"]), "|".join(table["formal"])
    return Subjects(
        re.compile(rf"(?<!\w)(?:{before})\s+(?:the\s+)?$", re.IGNORECASE),
        re.compile(
            rf"\b(?:{before})\s+(?:the\s+)?(?P<name>{_NAME}(?:\s+(?:of|and|the|{_NAME}))*)$"
        ),
        re.compile("|".join(table["regions"])),
        re.compile(rf"\s+(?:{'|'.join(table['behind'])})$", re.IGNORECASE),
        re.compile("|".join(table["apart"]), re.IGNORECASE),
        re.compile(rf"^(?:{_NAME}\s+)*(?:{formal})\s+of\s+(?:the\s+)?"),
        "|".join(table["governed"]),
    )
