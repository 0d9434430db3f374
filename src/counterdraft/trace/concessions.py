"""A clause → what it grants, and the rule that it grants it against; what a clause bows to.

"Reaffirms that, while X must be borne in mind, it is the duty of States to Y": X is conceded, and Y
is what the clause means. Spans are into the clause. Where no main clause is found nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from counterdraft.lexicon.concessions import leads, marks
from counterdraft.lexicon.verbs import verbs
from counterdraft.model import Span
from counterdraft.text.straight import straighten

_STATEMENT = re.compile(r"[^;]*?(?=;|\.\s|\.?$)", re.DOTALL)
_BETWEEN_COMMAS = re.compile(r"[^,]+")
_THAT = re.compile(r"\bthat\s+", re.IGNORECASE)
_AND_THAT = re.compile(r"\band\s+that\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# An item of a list has so many words at most: no clause.
_ITEM = 3
# A clause says its verb within so many words; after an aside, so many stretches on.
_VERB, _ASIDE = 16, 3


class Concession(NamedTuple):
    """What is granted, and the main clause, where they stand in the clause."""

    conceded: Span
    main: Span


class _Stretch(NamedTuple):
    """What stands between two commas: where, and its words in lower case."""

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def has_verb(self) -> bool:
        """Whether one of its first words is a verb that makes a clause, and no aside's."""
        some = ("", *self.words[:_VERB])
        return any(
            word in leads().finite and before not in leads().relative
            for before, word in pairwise(some)
        )

    @property
    def goes_on(self) -> bool:
        """Whether it belongs to the stretch before: an aside, an item, a participle."""
        first = self.words[0] if self.words else ""
        some = {first, " ".join(self.words[:2])}
        return not first or first.endswith("ing") or bool(some & (leads().within | leads().finite))

    @property
    def opens(self) -> bool:
        """Whether another statement of the organ begins with it: "and stressing"."""
        rest = [word for word in self.words if word not in leads().further]
        return bool(rest) and rest[0] in _heads()


@cache
def _heads() -> frozenset[str]:
    """The words with which an organ's own statements begin."""
    return frozenset(verbs().forms) - leads().finite


@lru_cache(maxsize=4096)
def concessions(clause: str) -> tuple[Concession, ...]:
    """Each concession of a clause that a rule goes with: a main clause that binds."""
    straight = straighten(clause)
    found = (*_led(straight), *_turned(straight))
    return tuple(each for each in found if _is_rule(each.main.of(straight)))


def bows(clause: str) -> Iterator[Span]:
    """The limbs of a clause under words such as "taking into account"."""
    straight = straighten(clause)
    for mark in marks().finditer(straight):
        stretches = _statement(straight, mark.end())
        if stretches:
            yield Span(stretches[0].start, stretches[_last(stretches, 0)].end)


def _is_rule(main: str) -> bool:
    """Whether the clause itself is one, and not only a statement that follows it."""
    rule = leads().rule.search(_AND_THAT.split(main)[0])
    return rule is not None and len(main[: rule.start()].split()) < leads().rule_within


def _led(text: str) -> Iterator[Concession]:
    """Those that begin with a lead: "that, while X, Y"."""
    for lead in leads().opening.finditer(text):
        stretches = _statement(text, lead.end())
        takes_noun = " ".join(lead[1].lower().split()) in leads().nouns
        n = _main(stretches, takes_noun=takes_noun)
        if n is not None:
            end = stretches[_last(stretches, n)].end
            yield Concession(Span(lead.end(), stretches[n - 1].end), Span(stretches[n].start, end))


def _turned(text: str) -> Iterator[Concession]:
    """Those that a turn follows: "that X, but that Y"."""
    for turn in leads().turn.finditer(text):
        starts = [each.end() for each in _THAT.finditer(text, 0, turn.start())]
        stretches = _statement(text, turn.end())
        if starts and stretches and ";" not in text[starts[-1] : turn.start()]:
            end = stretches[_last(stretches, 0)].end
            yield Concession(Span(starts[-1], turn.start()), Span(turn.end(), end))


def _statement(text: str, start: int) -> list[_Stretch]:
    """What stands between the commas from a place to the end of the statement."""
    statement = _STATEMENT.match(text, start)
    found = []
    for each in _BETWEEN_COMMAS.finditer(text, start, statement.end() if statement else start):
        first = each.start() + len(each[0]) - len(each[0].lstrip())
        last = each.start() + len(each[0].rstrip())
        if last > first:
            found.append(_Stretch(first, last, tuple(_WORD.findall(each[0].lower()))))
    return found


def _main(stretches: Sequence[_Stretch], *, takes_noun: bool) -> int | None:
    """The stretch with which the main clause begins."""
    if not stretches or (not takes_noun and stretches[0].goes_on):
        return None
    complete, otherwise = takes_noun or stretches[0].has_verb, None
    for n, stretch in enumerate(stretches[1:], 1):
        if stretch.opens:
            break
        if stretch.goes_on:
            complete = complete or stretch.has_verb
        elif complete and (stretch.has_verb or _verb_follows(stretches, n)):
            return n
        elif stretch.has_verb:
            # What was before it is a list of which this is the verb, or had one that is not known.
            complete, otherwise = True, n
    return otherwise


def _verb_follows(stretches: Sequence[_Stretch], n: int) -> bool:
    """Whether a subject, and no item of a list, gets its verb after an aside."""
    return len(stretches[n].words) > _ITEM and any(
        each.words and each.words[0] in leads().finite for each in stretches[n + 1 : n + 1 + _ASIDE]
    )


def _last(stretches: Sequence[_Stretch], n: int) -> int:
    """The last stretch of what begins with the one at ``n``."""
    for last in range(n + 1, len(stretches)):
        if stretches[last].opens or stretches[last].words[:2] in {("and", "that"), ("and", "to")}:
            return last - 1
    return len(stretches) - 1
