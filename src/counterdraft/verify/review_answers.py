"""A claim about the Universal Periodic Review → what registers say to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterdraft.model.register import Entry
from counterdraft.verify.answered import Answer, Asked, sides
from counterdraft.verify.claim import Claim
from counterdraft.verify.cycles import cycle_of
from counterdraft.verify.days import Fit, dated, fit
from counterdraft.verify.recommendations import SOME
from counterdraft.verify.review_days import SEVERAL
from counterdraft.verify.told import cycle_said, registers_have, said, source_named
from counterdraft.wording.english import listed

_DATABASE = "counted by"
_NO_ENTRY = "no register that was asked has such an entry"


def answer_review(claim: Claim, asked: Asked) -> Answer:
    """When a State was reviewed: once in each cycle, whose entry therefore settles a date."""
    if claim.subject == SEVERAL:
        return Answer(
            "unknown", said("several States stand here, and whose review it was is not certain")
        )
    cycle = claim.object or cycle_of(claim.date)
    known = asked.entries("review", claim.subject, cycle) if cycle else []
    if not known:
        return Answer("unknown", said(_NO_ENTRY))
    if claim.date is None:
        return Answer("unknown", said(_of(known)), tuple(known))
    found = sides((each, fit(claim.date, each.date or "")) for each in known)
    told = [f"the {cycle_said(each.object)} {source_named(each)}" for each in known]
    if found["agrees"] and found["differs"]:
        return Answer("contested", said(f"registers disagree: {listed(told)}"), tuple(known))
    if found["agrees"]:
        exact = [each for each in found["agrees"] if "/" not in (each.date or "")]
        chosen = exact or found["agrees"]
        return Answer("holds", said(_of(chosen)), tuple(chosen))
    if found["differs"]:
        has = registers_have(found["differs"], lambda each: f"the review {source_named(each)}")
        question = f"{has}. Is the date right?"
        entries = tuple(found["differs"])
        return _unless_unnamed(
            claim, Answer("does not hold", said(_of(entries)), entries, question)
        )
    told_open = f"{_of(found['open'])}: some day of these, and which it does not say"
    return Answer("unknown", said(told_open), tuple(found["open"]))


def _of(entries: Sequence[Entry]) -> str:
    return listed(
        [f"the review of the {cycle_said(e.object)} was held {source_named(e)}" for e in entries]
    )


def answer_recommendations(claim: Claim, asked: Asked) -> Answer:
    """What a State made of recommendations: each source says it at its own date."""
    known = asked.entries("recommendations", claim.subject, claim.object)
    if not known:
        return Answer("unknown", said(_NO_ENTRY))
    found = sides((each, _fit_in_cycle(claim, each)) for each in known)
    if not claim.object:
        known = [*found["agrees"], *found["differs"]] or known
    told = [f"{dated(e.date)}: {e.value} ({e.source})" if e.date else e.value for e in known]
    if found["agrees"] and found["differs"]:
        told = ["sources disagree, each at its date", *told]
        return Answer("contested", said(*told), tuple(known))
    if found["agrees"]:
        return Answer("holds", said(*told), tuple(known))
    if found["differs"]:
        has = registers_have(found["differs"], lambda each: each.value)
        question = f"{has}. On what does the figure rest?"
        answer = Answer("does not hold", said(*told), tuple(known), question)
        return _unless_unnamed(claim, answer)
    if claim.unnamed:
        return Answer("unknown", said("the text does not name the review, and nothing known fits"))
    return Answer("unknown", said(*told, "none of these settles it"), tuple(known))


def _unless_unnamed(claim: Claim, answer: Answer) -> Answer:
    """The answer; unknown where the words do not name the review, and another may be meant."""
    if not claim.unnamed:
        return answer
    told = "the text does not name the review, and another may be meant"
    return answer._replace(verdict="unknown", said=(*answer.said, *said(told)))


def _fit_in_cycle(claim: Claim, entry: Entry) -> Fit:
    """How an entry fits; where no cycle is told, it refutes only what is of as many in all."""
    given = figures(claim.value)
    found = _fit(given, entry)
    other = not claim.object and given.get("of") != figures(entry.value).get("of", "")
    return "open" if found == "differs" and other else found


def figures(value: str) -> dict[str, str]:
    """ "accepted: 81, of: 167" by its words."""
    return dict(re.findall(r"(\w+): (\w+)", value))


def _fit(claimed: dict[str, str], entry: Entry) -> Fit:
    """Whether an entry has the figures claimed; a database with its own count refutes none."""
    known = figures(entry.value)
    verdicts: set[Fit] = set()
    for word, number in claimed.items():
        there = known.get(word)
        if word == "of" and there is None:
            continue
        if there is None:
            verdicts.add("open")
        elif number == SOME:
            verdicts.add("agrees" if int(there) else "differs")
        elif number == there:
            verdicts.add("agrees")
        else:
            verdicts.add("open" if _DATABASE in entry.note else "differs")
    for worse in ("differs", "open"):
        if worse in verdicts:
            return worse
    return "agrees"
