"""How a language says what somebody shall do: the words around "decides that States shall act"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


@cache
def modal(language: str = "en") -> re.Pattern[str]:
    """What says behind "decides that" what somebody is to do: " shall", " will".

    Not what will be, nor what is told of somebody: "which will light the lamps".
    """
    words = load(f"{language}/requests")["deciding"]
    states, before = alternatives(words["states"]), alternatives(words["before_states"])
    will = rf"(?<!which )(?<!that )(?<!who )(?P<will>will)(?! (?:(?:{before}) )?(?:{states})\b)"
    return re.compile(
        rf" (?:shall|should|must|(?:is|are) (?:required |obliged )?to|{will})(?=[ ,:])"
    )


@cache
def states(language: str = "en") -> re.Pattern[str]:
    """What says, behind "shall", how something will be, and not what somebody is to do."""
    words = load(f"{language}/requests")["deciding"]
    states, before = alternatives(words["states"]), alternatives(words["before_states"])
    return re.compile(rf"(?:,[^,]*,)?(?: (?:{before}|\w+ly))* (?:{states})\b")


class Shall(NamedTuple):
    """Words around "shall".

    ``free`` are what stands, in blanks, behind those who may do something and need not;
    ``mandate`` matches what leads to a body whose tasks are told, ``including`` are the words, with
    a blank before them, that open these; ``being`` matches how something is to be.
    """

    free: tuple[str, ...]
    mandate: re.Pattern[str]
    including: tuple[str, ...]
    being: re.Pattern[str]


@cache
def shall(language: str = "en") -> Shall:
    """The words of a language."""
    words = load(f"{language}/requests")["deciding"]
    return Shall(
        tuple(f" {word} " for word in words["free"]),
        re.compile(rf"the (?:{alternatives(words['tasks'])}) of "),
        tuple(f" {word}" for word in words["including"]),
        re.compile(
            rf"(?: (?:{alternatives(words['before_be'])}))*"
            rf" be (?!{alternatives(words['acting'])})"
        ),
    )


@cache
def first_that(language: str = "en") -> re.Pattern[str]:
    """ "That" behind "decides", with or without an aside before it."""
    aside = alternatives(load(f"{language}/requests")["deciding"]["before_that"])
    inner = r"(?:(?!(?<!referred) to |that )[^;:.])"
    return re.compile(rf"[ ,]*[Tt]hat,? |, (?:{aside})\b{inner}{{0,160}}, that,? ")
