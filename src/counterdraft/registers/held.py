"""Entries in memory → a register that can be asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from counterdraft.lexicon.members import today_name
from counterdraft.lexicon.states import fold_name
from counterdraft.model.dates import last_day
from counterdraft.model.register import NEVER, Entry, Question


class Held:
    """A ``model.register.Register`` of entries that are given.

    A State is found by any of its names, whichever an entry has.
    """

    def __init__(self, name: str, entries: Iterable[Entry]) -> None:
        self._name = name
        self.all = tuple(sorted(entries, key=_in_time))

    @property
    def name(self) -> str:
        """What it is called where it is cited."""
        return self._name

    @cached_property
    def _by_act(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for each in self.all:
            found.setdefault(each.act, []).append(each)
        return found

    @cached_property
    def _by_subject(self) -> dict[tuple[str, str], list[Entry]]:
        found: dict[tuple[str, str], list[Entry]] = {}
        for each in self.all:
            found.setdefault((each.act, subject_key(each.subject)), []).append(each)
        return found

    def entries(self, question: Question) -> tuple[Entry, ...]:
        """The entries that bear on a question, oldest first; those without a date last."""
        if question.subject:
            named = self._by_subject.get((question.act, subject_key(question.subject)), ())
        else:
            named = self._by_act.get(question.act, ())
        of = question.object
        return tuple(each for each in named if not of or each.object == of)

    def complete(self, question: Question) -> str | None:
        """The day up to which an entry says that an act was not done; None where none says so."""
        days = [each.as_of for each in self.entries(question) if each.value == NEVER and each.as_of]
        return max(days, default=None)


def subject_key(subject: str) -> str:
    """What a subject is found by: of a State the name that it has now, folded."""
    return fold_name(today_name(subject))


def _in_time(entry: Entry) -> tuple[bool, str, str, str]:
    first = (entry.date or "").partition("/")[0]
    return (entry.date is None, last_day(first) if first else "", entry.subject, entry.object)
