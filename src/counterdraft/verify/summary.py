"""Verdicts in words: how they stand altogether, and which of them there is something to say of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from counterdraft.lexicon.languages import ENGLISH, language_said
from counterdraft.model.verdict import Holds, Verdict, Verdicts
from counterdraft.wording.english import counted, listed, long_date
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.unread import lacking_said

ORDER: tuple[Holds, ...] = ("does not hold", "contested", "attributed", "holds", "unknown")
_WORDS: dict[Holds, tuple[str, str]] = {
    "holds": ("holds", "hold"), "does not hold": ("does not hold", "do not hold"),
    "contested": ("is contested", "are contested"),
    "unknown": ("is not settled", "are not settled"),
    "attributed": ("is attributed to others", "are attributed to others"),
}  # fmt: skip
_PART = re.compile(r"(pp|op)([^.]*)((?:\.[^.]+)*)$")


def summary(found: Verdicts) -> tuple[str, ...]:
    """How many claims there are, how they stand, and what they were held against.

    Of a text that is not in English: that none was looked for.
    """
    if found.language != ENGLISH:
        return (none_looked_for(found),)
    counts = Counter(each.verdict for each in found.verdicts)
    ways = [f"{counts[way]} {_WORDS[way][counts[way] > 1]}" for way in ORDER if counts[way]]
    claims = counted(len(found.verdicts), "claim")
    said = (
        f"{claims} that a dated entry could settle: {listed(ways)}."
        if ways
        else f"{claims.capitalize()} found."
    )
    asked = sum(each.question is not None for each in found.verdicts)
    day = f", with what had come by {long_date(found.as_of)}" if found.as_of else ""
    against = f"Held against {listed(found.registers)}{day}." if found.registers else ""
    questions = (
        f"{counted(asked, 'question')} {'is' if asked == 1 else 'are'} put." if asked else ""
    )
    return tuple(e for e in (said, questions, lacking_said(found.lacking), against) if e)


def none_looked_for(found: Verdicts) -> str:
    """Why nothing is said of the claims of a text."""
    return (
        f"No claim was looked for: claims are read in English, and this text is in "
        f"{language_said(found.language)}. Take its English version."
    )


def telling(found: Verdicts) -> tuple[Verdict, ...]:
    """The verdicts that say something, in the order of the text."""
    return tuple(each for each in found.verdicts if not _silent(each))


def unsettled(found: Verdicts) -> tuple[Verdict, ...]:
    """Claims on which no register has an entry."""
    return tuple(each for each in found.verdicts if _silent(each))


def _silent(verdict: Verdict) -> bool:
    return verdict.verdict == "unknown" and not verdict.entries and verdict.question is None


def unsettled_said(some: Sequence[Verdict]) -> str:
    """How many claims no register knows anything of."""
    claims = counted(len(some), "claim")
    return f"Of {claims} no register that was asked has an entry"


def label(place: str) -> str:
    """What a place is called: "PP3", "OP2 (a) (i)"; or that it stands around the draft."""
    found = _PART.match(place)
    if found is None:
        return "around the draft"
    if "+" in found[2]:
        return paragraph_label(place, None)
    letters = "".join(f" ({each})" for each in found[3].split(".")[1:])
    return f"{found[1].upper()}{found[2]}{letters}"
