"""Tensions: two things that one text says and cannot both mean; both are quoted.

Which those are is data (``lexicon/en/principles.toml``). A principle that a text does not invoke is
held against nothing in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from counterdraft.flag.acts import Done, done
from counterdraft.flag.clauses import clauses
from counterdraft.flag.ground import Ground
from counterdraft.flag.quotes import quoted
from counterdraft.flag.rule import Rule
from counterdraft.flag.sources import OwnSource, own_sources_of
from counterdraft.flag.subject import same_state, subject
from counterdraft.lexicon.acts import things
from counterdraft.lexicon.principles import Tension, principles, tensions
from counterdraft.model import Paragraph
from counterdraft.model.finding import Finding, Quoted
from counterdraft.wording.english import listed, sentence
from counterdraft.wording.flagged import label

_MOST = 3
OWN_SOURCE = "own-source"


class _Place(NamedTuple):
    """Words of a paragraph that say one of the two things, and what they are about."""

    paragraph: Paragraph
    start: int
    end: int
    thing: str = ""
    does: str = ""

    def quote(self) -> Quoted:
        return quoted(self.paragraph, self.start, self.end)


def find_tension(tension: Tension, ground: Ground) -> Iterator[Finding]:
    """The tension, once, with the places that say either of the two things."""
    # What is but to be considered may yet be answered in the sense of the other.
    acts = tuple(each for each in done(ground.resolution) if each.way != "considers")
    second = _once(_second(tension, ground, acts))
    if not second:  # as in nearly every text, which need not be searched for the first then
        return
    first = _first(tension.first, ground, acts)
    apart = [e for e in first if e.paragraph.id not in {s.paragraph.id for s in second}]
    if apart:
        yield _told(tension, apart[:_MOST], second[:_MOST])


def _second(tension: Tension, ground: Ground, acts: tuple[Done, ...]) -> list[_Place]:
    """Where the text does, or rests on, what cannot be meant beside the first."""
    found = [_of_act(each) for each in acts if each.id in tension.second]
    if OWN_SOURCE not in (tension.also, *tension.second):
        return found
    sources = _own(ground)
    if tension.also == OWN_SOURCE:
        owned = {each.clause.paragraph.id for each in sources}
        found = [each for each in found if each.paragraph.id in owned]
    if OWN_SOURCE in tension.second:
        found += [_Place(each.clause.paragraph, each.start, each.end) for each in sources]
    return found


def _own(ground: Ground) -> list[OwnSource]:
    """Sources of the sponsors, or of the State that the title names."""
    about = subject(ground.resolution)
    whose = (*ground.behind, *((about.name,) if about else ()))
    found = own_sources_of(ground.resolution, ground.behind)
    return [each for each in found if any(same_state(each.state, name) for name in whose)]


def _first(name: str, ground: Ground, acts: tuple[Done, ...]) -> list[_Place]:
    """Where the text says the first of the two: invokes a principle, or acts."""
    if ":" in name:
        return [_of_act(each) for each in acts if each.id == name]
    forms = principles()[name].forms
    found = []
    for clause in clauses(ground.resolution):
        match = forms.search(clause.text, clause.own)
        if match is not None:
            start, end = match.start() - clause.own, match.end() - clause.own
            found.append(_Place(clause.paragraph, start, end))
    return found


def _of_act(act: Done) -> _Place:
    name = things()[act.thing].name
    return _Place(act.clause.paragraph, *act.own, act.thing, act.said(name))


def _once(places: list[_Place]) -> list[_Place]:
    """The first place of each paragraph, in the text's order."""
    first = {each.paragraph.id: each for each in reversed(places)}
    return sorted(first.values(), key=lambda each: each.paragraph.span.start)


def _told(tension: Tension, first: list[_Place], second: list[_Place]) -> Finding:
    principle = principles().get(tension.first)
    thing = next((e.thing for e in (*second, *first) if e.thing), "")
    return Finding(
        rule=tension.id,
        kind="tension",
        statement=tension.statement.format(
            first=listed([label(each.paragraph.id) for each in first]),
            second=listed([label(each.paragraph.id) for each in second]),
            principle=principle.name if principle else "",
            object=things()[thing].name if thing else "",
            does=listed(list(dict.fromkeys(each.does for each in second if each.does))),
        ),
        why=tension.why,
        against=tension.against,
        evidence=tuple(each.quote() for each in (*first, *second)),
        confidence=tension.confidence,
        source=tension.source,
    )


RULES = tuple(
    Rule(each.id, "tension", sentence(each.title)[:-1], each.source, partial(find_tension, each))
    for each in tensions()
)
