"""Budget: clauses that may carry programme budget implications.

A text says what is to be done, and the Secretariat what that costs: so a finding says "may".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.flag.clauses import Clause, clauses
from counterdraft.flag.ground import Ground
from counterdraft.flag.rule import Rule
from counterdraft.lexicon.budget import Costly, budget
from counterdraft.model import ClauseTrace, Paragraph, Resolution
from counterdraft.model.finding import Confidence, Finding
from counterdraft.text.straight import straighten
from counterdraft.wording.english import listed
from counterdraft.wording.paragraph_label import paragraph_label

_SOURCE = (
    "rules of procedure of the General Assembly, rule 153; General Assembly resolution 45/248 B, "
    "section VI"
)


class Cost(NamedTuple):
    """What may cost, and where in the text of the clause it is asked."""

    kind: str
    start: int
    end: int


def costs(clause: Clause) -> tuple[Cost, ...]:
    """What a paragraph, read with those above it, asks that may cost, by kind, each once."""
    if clause.paragraph.part != "operative" or not clause.may_have(budget().any_cost):
        return ()
    found = (_first(each, clause) for each in budget().costs)
    return tuple(each for each in found if each is not None)


def _first(costly: Costly, clause: Clause) -> Cost | None:
    """The first place of a kind in its own words that is asked or decided.

    The verb that governs it is the last before its end: "decides that the Conference will be held".
    """
    for match in costly.forms.finditer(clause.text):
        verb = clause.verb_at(match.end() - 1)
        asked = clause.force_at(match.end() - 1) in budget().forces
        asked = asked and (verb is None or verb.lemma not in budget().aiming)
        before = clause.text[: match.start()]
        aimed = costly.aims and costly.aims.search(before)
        denied = budget().negated.search(before) or budget().negation.search(match[0])
        if match.end() > clause.own and asked and not aimed and not denied:
            return Cost(costly.kind, match.start(), match.end())
    return None


def find(ground: Ground) -> Iterator[Finding]:
    """One for each paragraph that asks what may cost; none in the budget."""
    resolution = ground.resolution
    if resolution.committee in budget().committees:
        return
    traces = (
        {each.paragraph: each for each in ground.provenance.clauses} if ground.provenance else {}
    )
    elsewhere = _saved_elsewhere(resolution)
    for clause in clauses(resolution):
        if found := costs(clause):
            yield _told(clause, found, elsewhere, traces.get(clause.paragraph.id))


def _saved_elsewhere(resolution: Resolution) -> Paragraph | None:
    """The first operative paragraph that says that no new money is asked for."""
    operative = (each for each in resolution.paragraphs if each.part == "operative")
    return next((p for p in operative if budget().saved.search(straighten(p.text))), None)


def _told(
    clause: Clause, found: tuple[Cost, ...], elsewhere: Paragraph | None,
    traced: ClauseTrace | None,
) -> Finding:  # fmt: skip
    paragraph, saved = clause.paragraph, budget().saved.search(clause.text)
    label = paragraph_label(paragraph.id, paragraph.number)
    against = [
        "Only the Secretariat’s estimate can say whether it costs anything; costs may be in "
        "the budget already."
    ]
    confidence: Confidence = "medium"
    if saved:
        against.insert(0, f"The clause says “{saved[0]}”.")
        confidence = "low"
    elif elsewhere is not None:
        there = paragraph_label(elsewhere.id, elsewhere.number)
        against.append(f"{there} speaks of means that are no new money.")
    if traced is not None and traced.matches and traced.matches[0].own_series:
        source = traced.matches[0].source.record
        against.append(f"{source.symbol or source.id}, of the same title, asked the like.")
        confidence = "low"
    return Finding(
        rule="budget.implications", kind="budget",
        statement=f"{label} may carry programme budget implications.",
        why=f"By it {listed(list(dict.fromkeys(each.kind for each in found)))}.",
        against=tuple(against), evidence=clause.quotes(found[0].start, found[0].end),
        confidence=confidence, source=_SOURCE,
    )  # fmt: skip


RULES = (
    Rule(
        "budget.implications",
        "budget",
        "what may carry programme budget implications",
        _SOURCE,
        find,
        needs=("assembly",),
    ),
)
