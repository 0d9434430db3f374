"""How a clause grants something before its main clause, and how a draft bows to something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Leads(NamedTuple):
    """What a concession begins with, and what tells where its main clause does.

    ``opening`` finds a lead after "that", ``turn`` what turns to the main clause; ``nouns`` are
    the leads that a noun follows, the others have a clause after them; ``phrases`` are those
    without one of which a text holds no concession. ``finite`` are verbs that make a clause,
    ``within`` words with which a stretch between commas goes on with the one before; behind
    ``relative`` a verb makes none of it, and ``further`` are the words before the verb of another
    statement; ``rule`` finds what makes of a clause a rule, within ``rule_within`` words of its
    beginning.
    """

    opening: re.Pattern[str]
    turn: re.Pattern[str]
    nouns: frozenset[str]
    phrases: tuple[str, ...]
    finite: frozenset[str]
    within: frozenset[str]
    relative: frozenset[str]
    further: frozenset[str]
    rule: re.Pattern[str]
    rule_within: int


@cache
def leads(language: str = "en") -> Leads:
    """The words of concessions."""
    table = load(f"{language}/concessions")
    words = [word for lead in table["lead"] for word in lead["words"]]
    turns = [word for turn in table["turn"] for word in turn["words"]]
    return Leads(
        re.compile(rf"\bthat,?\s+({_either(words)})\s+(?=\w)", re.IGNORECASE),
        re.compile(rf",?\s+({_either(turns)}),?\s+", re.IGNORECASE),
        frozenset(w for lead in table["lead"] if lead["takes"] == "noun" for w in lead["words"]),
        (*(f"that {word}" for word in words), *turns),
        frozenset(table["verbs"]["finite"]),
        frozenset(table["within"]["words"]),
        frozenset(table["relative"]["words"]),
        frozenset(table["further"]["words"]),
        re.compile(
            rf"\b(?:{'|'.join(table['rule']['forms'])})\b".replace(" ", r"\s+"), re.IGNORECASE
        ),
        table["rule"]["within"],
    )


def _either(words: Sequence[str]) -> str:
    """A pattern of any of them, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)).replace(r"\ ", r"\s+")


@cache
def marks(language: str = "en") -> re.Pattern[str]:
    """The words under which a clause bows to what follows."""
    forms = [form for mark in load(f"{language}/concessions")["mark"] for form in mark["forms"]]
    return re.compile(rf"\b(?:{'|'.join(forms)})\s".replace(" ", r"\s+"), re.IGNORECASE)
