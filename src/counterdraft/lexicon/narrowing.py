"""Words behind the name of whoever is asked: what narrows it, and what does not."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Narrowing(NamedTuple):
    """Words behind the name of whoever is asked.

    ``hanging`` ends a stretch behind which a clause goes on past a comma, ``before_next`` is what
    joins the next who is named; with ``not_behind`` begins what narrows nobody, with ``joined``
    what more is joined than is named.
    """

    hanging: re.Pattern[str]
    before_next: re.Pattern[str]
    not_behind: re.Pattern[str]
    joined: re.Pattern[str]


@cache
def narrowing(language: str = "en") -> Narrowing:
    """The words of a language."""
    words = {
        name: alternatives(each) for name, each in load(f"{language}/requests")["narrowed"].items()
    }
    marks = "[ ,]{0,3}"
    return Narrowing(
        re.compile(rf"\b(?:{words['hanging']})$"),
        re.compile(rf"{marks}(?:\b(?:{words['joins']})\b{marks}){{0,4}}$"),
        re.compile(rf",| (?:{words['not_behind']}) "),
        re.compile(rf" (?:{words['joined']}) "),
    )
