"""What registers say to one claim, before it is put into a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterdraft.lexicon.members import today_name
from counterdraft.model.register import Act, Entry, Question, Register
from counterdraft.model.verdict import Holds
from counterdraft.verify.days import Fit, come


class Asked(NamedTuple):
    """The registers, and the day up to which entries count; None for all of them."""

    registers: Sequence[Register]
    as_of: str | None = None

    def entries(self, act: Act, subject: str = "", of: str = "") -> list[Entry]:
        """What has come by that day, of every register in their order; each once.

        A State is asked for by the name that it has now.
        """
        question = Question(act=act, subject=today_name(subject), object=of)
        found = (each for register in self.registers for each in register.entries(question))
        return list(dict.fromkeys(each for each in found if come(each.date, self.as_of)))


class Answer(NamedTuple):
    """A verdict, why, what it rests on, and what to ask or to know beside it."""

    verdict: Holds
    said: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    question: str | None = None
    nearby: tuple[str, ...] = ()


def sides(fits: Iterable[tuple[Entry, Fit]]) -> dict[Fit, list[Entry]]:
    """Entries by how they fit a claim."""
    found: dict[Fit, list[Entry]] = {"agrees": [], "differs": [], "open": []}
    for entry, fit in fits:
        found[fit].append(entry)
    return found
