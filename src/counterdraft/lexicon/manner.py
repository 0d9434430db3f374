"""How a language says how, and on what condition, somebody is to do what is asked."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load
from counterdraft.lexicon.verbs import verbs


@cache
def condition(language: str = "en") -> re.Pattern[str]:
    """A condition before those who are asked, with a comma or without; group ``words``."""
    openings = alternatives(load(f"{language}/requests")["conditions"]["openings"])
    return re.compile(
        rf"[ ,]*(?P<words>(?:{openings})\b(?! again\b)(?=,| \S).*?(?:,(?: then)?)?) *$"
    )


class Manner(NamedTuple):
    """How an aside is told that says how something is to be done, and not who is to do it.

    ``opening`` matches its first words, ``unfinished`` the end of a stretch behind which a clause
    goes on, ``others`` where somebody else is named behind it, ``verb`` a second verb that asks,
    ``own`` an aside of those right before it, and of nobody before them.
    """

    opening: re.Pattern[str]
    unfinished: re.Pattern[str]
    others: re.Pattern[str]
    verb: re.Pattern[str]
    own: re.Pattern[str]


@cache
def manner(language: str = "en") -> Manner:
    """What tells an aside of how from one of who, behind those who are asked."""
    data = load(f"{language}/requests")
    words = data["manner"]
    openings = alternatives([*words["openings"], *data["conditions"]["openings"]])
    forms = (form for each in verbs(language).forms.values() for form in each)
    asking = sorted({form.head for form in forms if form.asks and form.form == "present"})
    return Manner(
        re.compile(
            rf"(?!(?:{alternatives(words['not'])})\b)(?!\w+ (?:which|whom|whose)\b)(?!in [A-Z])"
            rf"(?!(?:in|as) [^,]*\b(?:{alternatives(words['capacity'])}) (?:as|of)\b)"
            rf"(?!as (?:[\w-]+ ){{0,4}}?(?:{alternatives(words['roles'])})\b)(?!as (?:the )?[A-Z])"
            rf"(?:{openings})\b(?! again\b)"
        ),
        re.compile(rf"\b(?:{alternatives(words['unfinished'])})$"),
        re.compile(rf", and (?:(?:{alternatives(words['others'])})\b|[A-Z])"),
        re.compile(
            rf"\b(?:and|but|while|as well as) (?:\w+ ){{0,2}}?"
            rf"(?:{alternatives(asking)})\b(?!,| of\b| and\b)"
        ),
        re.compile(rf"(?:{alternatives(words['own'])})\b"),
    )


@cache
def adverbs(language: str = "en") -> re.Pattern[str]:
    """What tells, at the end of a stretch, how whoever is named before is to act."""
    nouns = alternatives(load(f"{language}/requests")["adverbs"]["not"])
    return re.compile(rf"(?: (?!(?:{nouns})\b)[a-z]+ly)+ ?$")
