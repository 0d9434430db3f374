"""What is asked as an act, with its actor in it: "encourages the adoption by States of …"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Nominal(NamedTuple):
    """``verbs`` are the lemmas whose object may be the act itself.

    ``opening`` matches the act up to the actor, with the preposition before that; ``ends`` finds
    where the names of those who act have ended.
    """

    verbs: frozenset[str]
    opening: re.Pattern[str]
    ends: re.Pattern[str]


@cache
def nominal(language: str = "en") -> Nominal:
    """The words of a language."""
    data = load(f"{language}/requests")["nominal"]
    words = {name: alternatives(each) for name, each in data.items()}
    never = "|".join(rf"{re.escape(each)}\b" for each in data["not_in"])
    efforts = "|".join(rf"(?<={each} )" for each in data["efforts"])
    of = rf"(?:{efforts})of(?=[^;.]{{3,200}} to )"
    return Nominal(
        frozenset(data["verbs"]),
        re.compile(
            rf"(?:the )?(?:(?!{never})[a-z-]+ ){{1,7}}?"
            rf"(?:of [a-z ]{{3,30}} (?!{words['not_of']} )|(?:{words['for']}) [a-z ]{{3,30}} )?"
            rf"(?:{words['before']}|{of}) "
        ),
        re.compile(
            rf" (?:{words['behind']}|of (?!{words['of_names']}))\b|;|\."
            rf"|, (?:{words['behind_comma']})\b"
        ),
    )
