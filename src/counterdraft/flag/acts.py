"""The clauses of a resolution → the acts in them: what is to be done, and to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from counterdraft.flag.clauses import Clause, clauses
from counterdraft.flag.mentions import Mention, mentions
from counterdraft.flag.objects import reaches, said_of
from counterdraft.lexicon.acts import Act, Thing, Way, acts, any_thing, mood, things
from counterdraft.model import Resolution

# Words between a thing and the pronoun that takes it up again.
_PRONOUN = 12


class Done(NamedTuple):
    """An act that a clause asks for, or does.

    ``named`` is what the clause calls its object, ``general`` says that this is a class of things
    and no single one; ``start`` and ``end`` bound act and object in the clause's text. ``way``
    says whether the text does it, asks others for it, or asks but that it be considered.
    """

    act: str
    thing: str
    named: str
    general: bool
    clause: Clause
    start: int
    end: int
    way: Way

    def said(self, thing: str) -> str:
        """What the text would do by it, with what it is done to in these words."""
        return acts()[self.act].said[self.way].format(object=thing)

    @property
    def id(self) -> str:
        """The act and its object: "end:country_scrutiny"."""
        return f"{self.act}:{self.thing}"

    @property
    def kind(self) -> str:
        """Of which kind its object is: "panel", "working group"; empty where none is told."""
        found = things()[self.thing].kinds.search(self.named)
        return found[0].lower() if found else ""

    @property
    def own(self) -> tuple[int, int]:
        """Where it stands in the paragraph's own text; its beginning may be in one above."""
        return max(0, self.start - self.clause.own), self.end - self.clause.own


@lru_cache(maxsize=8)  # every rule asks for them
def done(resolution: Resolution) -> tuple[Done, ...]:
    """Every act of a resolution, in order."""
    return tuple(each for clause in clauses(resolution) for each in acts_in(clause))


def acts_in(clause: Clause) -> Iterator[Done]:
    """The acts of one clause; of the same act on the same object the first."""
    if not clause.may_have(any_thing(), clause.own):
        return
    for thing in things().values():
        named = list(mentions(clause, thing))
        if not named:
            continue
        each = {act.id: next(_joined(clause, act, thing, named), None) for act in acts().values()}
        for act in acts().values():
            found = each[act.id]
            if found is None or (act.beside and not any(each[other] for other in act.beside)):
                continue
            if not any(_says_when(other, found) for other in each.values()):
                yield found


def _says_when(other: Done | None, act: Done) -> bool:
    """Whether another act is this one with a condition: "not to establish it without consent"."""
    if other is None or act.act not in acts()[other.act].beside:
        return False
    return act.start == other.start or act.end == other.start + len(other.named)


def _joined(clause: Clause, act: Act, thing: Thing, named: list[Mention]) -> Iterator[Done]:
    if act.apart and thing.unless.search(clause.text):
        return
    for verb in act.forms.finditer(clause.text):
        for each in named:
            if _falls_on(clause, act, verb, each) and clause.asked(verb.start()):
                yield _done(
                    act, thing, each, clause, *verb.span(), _way(clause, verb.start(), verb[0])
                )
    for verb in act.itself.finditer(clause.text, clause.own):
        for each in named:
            if _falls_on(clause, act, verb, each) and not clause.turned(verb.start()):
                yield _done(act, thing, each, clause, *verb.span(), "does")
    for verb in act.behind.finditer(clause.text, clause.own):
        # "Refrain from what has no consent": the act beside it is asked for, and that is enough.
        asked = bool(act.beside) or clause.asked(verb.start())
        for each in named:
            within = each.start <= verb.start() < each.end  # of the words for the thing
            near = within or _said_of(clause, act, each, verb)
            if near and asked:
                way = _way(clause, each.start, each.words)
                yield _done(act, thing, each, clause, *verb.span(), way)
    for verb in act.later.finditer(clause.text, clause.own):
        for each in named:
            if _takes_up(clause, each, verb) and clause.asked(verb.start()):
                yield _done(
                    act, thing, each, clause, *verb.span(), _way(clause, verb.start(), verb[0])
                )


def _done(
    act: Act, thing: Thing, each: Mention, clause: Clause, start: int, end: int, way: Way
) -> Done:
    """An act whose words stand from ``start`` to ``end``, before the thing or behind it."""
    bounds = min(start, each.start), max(end, each.end)
    return Done(act.id, thing.id, each.words, each.general, clause, *bounds, way)


def _way(clause: Clause, at: int, first: str) -> Way:
    """How an act is done whose words, or those for what it is done to, stand ``at`` a place."""
    words = mood()
    if words.considers.match(first) or clause.considered(at):
        return "considers"
    return "does" if clause.force_at(at) in words.does else "asks"


def _takes_up(clause: Clause, thing: Mention, verb: re.Match[str]) -> bool:
    """Whether a pronoun may stand for the thing: near behind it, in the same sentence."""
    between = clause.text[thing.end : verb.start()]
    near = len(between.split()) <= _PRONOUN and not re.search(r"[;:.]", between)
    return thing.end <= verb.start() and near


def _falls_on(clause: Clause, act: Act, verb: re.Match[str], thing: Mention) -> bool:
    """Whether the words of an act stand before the thing, and nothing else that it is done to."""
    start, end = verb.end(), thing.start
    if act.any_way:
        return _near(clause, act, start, end)
    between = clause.text[start:end]
    return start <= end and not clause.apart(start, end) and reaches(between, thing.words)


def _said_of(clause: Clause, act: Act, thing: Mention, verb: re.Match[str]) -> bool:
    """Whether the words of an act stand behind the thing, and are said of it alone."""
    if not _near(clause, act, thing.end, verb.start()):
        return False
    if act.beside:  # the act beside it is done to it
        return True
    before = clause.text[clause.opens(thing.start) : thing.start]
    return said_of(before, thing.words, clause.text[thing.end : verb.start()])


def _near(clause: Clause, act: Act, start: int, end: int) -> bool:
    """Whether few enough words stand between two places, under the same verb of the organ."""
    if start > end or len(clause.text[start:end].split()) > act.within:
        return False
    return not clause.apart(start, end)
