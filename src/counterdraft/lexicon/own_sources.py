"""How a text names a source that a State's own institution made, and takes it as its basis."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.acts import pattern
from counterdraft.lexicon.load import load


class OwnSources(NamedTuple):
    """Patterns on straight text.

    ``made`` matches what stands right before the name of a State, from the noun on ("report of the
    Institute for … of the"); ``whose`` is the institution in it. ``noun`` is a noun with what
    joins it to whoever made it; ``named`` what stands behind a State's name or adjective where
    that begins the institution's ("the Orlavian Ministry of Salt"). ``others`` and ``owed`` are
    what makes it nobody's own, ``owed_to`` what does behind its maker; ``basis`` words by which it
    is taken as a basis; ``forces`` and ``appreciation`` tell of a verb that it bears something out,
    ``taken_up`` what it may bear out
    of a source named before. ``cited`` ends before a source that is only cited, and verbs in
    ``neutral`` bear nothing out whatever their force.
    """

    made: re.Pattern[str]
    noun: re.Pattern[str]
    named: re.Pattern[str]
    others: re.Pattern[str]
    owed: re.Pattern[str]
    owed_to: re.Pattern[str]
    basis: re.Pattern[str]
    taken_up: re.Pattern[str]
    cited: re.Pattern[str]
    neutral: frozenset[str]
    forces: frozenset[str]
    appreciation: frozenset[str]


@cache
def own_sources(language: str = "en") -> OwnSources:
    """The patterns of a language."""
    table = load(f"{language}/own_sources")
    nouns, joined = "|".join(table["nouns"]), "|".join(table["of"])
    inst = "|".join(table["institutions"])
    entitled = r'(?: (?:entitled )?"[^"]{1,160}"\s*,?)?,?'
    about = r"(?: on(?-i:(?: (?:[A-Z][\w'-]+|and|of|the|in)){1,7}))?"  # a title: "on Law and Order"
    noun = rf"\b(?:{nouns})\b{about}{entitled} (?:which was |that was )?(?:{joined}) (?:the )?"
    words = r"(?:[\w'-]+ )"
    whose = rf"(?P<whose>{words}{{0,8}}?(?:{inst})(?: [\w'-]+){{0,8}}?)"
    made = rf"{noun}{whose} (?:of|for|in) (?:the )?$"
    front, capital = r"(?:'s)?\s+(?=(?-i:[A-Z]))", r"(?:(?-i:[A-Z])[\w'-]+\s+)"
    return OwnSources(
        re.compile(made.replace(" ", r"\s+"), re.IGNORECASE),
        re.compile(noun.replace(" ", r"\s+"), re.IGNORECASE),
        re.compile(rf"{front}(?P<whose>{capital}{{0,4}}?(?:{inst})\b)", re.IGNORECASE),
        pattern(table["others"]),
        pattern(table["owed"]),
        _owed_to(table),
        pattern(table["basis"]),
        pattern(table["taken_up"]),
        re.compile(rf"\b(?:{'|'.join(table['cited'])}) (?:[\w'-]+ ){{0,3}}$", re.IGNORECASE),
        frozenset(table["neutral"]),
        frozenset(table["forces"]),
        frozenset(table["appreciation"]),
    )


def _owed_to(table: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """ " to the Human Rights Committee", ", submitted in 2024 to the", right behind a name."""
    sent, bodies = ("|".join(table[name]) for name in ("sent", "owed_to"))
    words = rf"(?:,? (?:which was |that was |as )?(?:{sent})(?: [\w'-]+){{0,4}}?)?"
    under = r"(?:to|before|under|for consideration by|pursuant to)"
    name = r"(?: (?:(?:of|on|and|for) )?(?:the )?(?-i:[A-Z])[\w'-]+){0,6}?"
    found = rf"{name}{words},? {under} (?:the )?(?:{bodies})\b"
    return re.compile(found.replace(" ", r"\s+"), re.IGNORECASE)
