"""A row of a person's own entries → what it lacks to be asked, or checked, and what helps.

One that could never answer would be a silence taken for an answer; one that names nothing, such as
a meeting without its name, would answer for everything.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.states import find_states
from counterdraft.lexicon.treaties import treaties
from counterdraft.model.register import BETWEEN, NEVER
from counterdraft.wording.english import listed

TREATY_ACTS = frozenset({"signature", "ratification", "accession", "succession", "withdrawal"})
OF_STATES = TREATY_ACTS | {"review", "recommendations"}
_OF_TEXTS = frozenset({"adoption", "title", "tally"})
_DATED = TREATY_ACTS | {"review", "adoption", "report"}
_SYMBOL = re.compile(r"[A-Z]+(?:/[\w.\-]+)*/(?:RES|DEC)/[\w.\-/]+(?:\([\w-]+\))?")
_TALLY = re.compile(r"\d{1,3}-\d{1,3}(?:-\d{1,3})?|without a vote")
_WORD = re.compile(r"[^\W_]+")


def lacking(act: str, cells: dict[str, str]) -> tuple[str, str] | None:
    """What an entry lacks, and what helps; None where it lacks nothing."""
    if not cells["source"]:
        return "it has no source", "Say who says so in the column source"
    if not cells["subject"]:
        return "it has no subject", "Say in the column subject of whom, or of what, it is"
    if act in TREATY_ACTS:
        fault = _treaty(cells)
    elif act in _OF_TEXTS:
        fault = _text(act, cells)
    else:
        fault = None if act in OF_STATES else _named(act, cells)
    return fault or _day(act, cells)


def _treaty(cells: dict[str, str]) -> tuple[str, str] | None:
    treaty = cells.get("object", "")
    if treaty_of(treaty) is not None:
        return None
    near = get_close_matches(treaty.casefold(), [each.id for each in treaties()], n=3)
    remedy = f"Is it {listed(near, 'or')}?" if near else "Write its name in full"
    return f"no treaty is known as {treaty!r}", remedy


def _text(act: str, cells: dict[str, str]) -> tuple[str, str] | None:
    symbol, value = cells["subject"], cells.get("value", "")
    if not _SYMBOL.fullmatch(symbol):
        return f"{symbol!r} is no symbol of a resolution", "Write it in full, like A/RES/70/1"
    if act == "title" and not value:
        return "it has no title", "Write the title in the column value"
    if act == "tally" and not _TALLY.fullmatch(value):
        remedy = "Write yes, no and abstentions like 130-32-22, or: without a vote"
        return f"{value!r} is no tally", remedy
    return None


def _named(act: str, cells: dict[str, str]) -> tuple[str, str] | None:
    *parties, words = cells["subject"].split(BETWEEN)
    if not set(_WORD.findall(words.lower())) - joining_words():
        remedy = f"Write in the column subject what the {act} is called"
        return f"{cells['subject']!r} names no {act}", remedy
    strange = next((each for each in parties if not find_states(each)), None)
    if strange is not None:
        remedy = "Write States before a semicolon, and in a name a comma instead of it"
        return f"no State is known as {strange!r}", remedy
    return None


def _day(act: str, cells: dict[str, str]) -> tuple[str, str] | None:
    """What a register is asked about is a day, or of a meeting the place."""
    if cells.get("date") or cells.get("value") == NEVER:
        return None
    if act in _DATED or (act in ("meeting", "event") and not cells.get("object")):
        return "it has no date", "Write 2014-05-01, 2014-05 or 2014 in the column date"
    return None


def treaty_of(text: str) -> str | None:
    """The id of the treaty that ``text`` names; None where no treaty is called so."""
    wanted = text.casefold()
    for each in treaties():
        if wanted in {name.casefold() for name in (each.id, each.name, *each.aliases)}:
            return each.id
    return None
