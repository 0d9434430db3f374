"""What rules found: what the text would end, forbid or condition, and what it holds together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.case import Case
from counterdraft.brief.head.sentence import Sentence, Slot, said
from counterdraft.brief.report import Evidence
from counterdraft.lexicon.joining import joining_words
from counterdraft.model.finding import Confidence, Finding, Kind, Quoted
from counterdraft.wording.english import counted

MOST = 2
# What is not sure is said only where there is nothing else to say.
LEFT_OVER = 30
# How much a kind of finding weighs, in which slot it stands, what several of it are called, and the
# section that tells of it.
KINDS: dict[Kind, tuple[int, Slot, str, str]] = {
    "effect": (85, "effect", "effect", "effect"),
    "weakening": (62, "effect", "weakening", "found"),
    "tension": (60, "effect", "tension", "tensions"),
    "self_reference": (52, "effect", "reference to its own side", "found"),
    "asymmetry": (50, "effect", "asymmetry", "found"),
    "half_quotation": (56, "words", "half quotation", "found"),
    "citation": (58, "claims", "doubtful citation", "found"),
    "contested": (40, "claims", "paragraph likely to be contested", "found"),
    "budget": (25, "effect", "budget implication", "found"),
    "hollow": (20, "effect", "request that binds nobody", "found"),
}
# A statement of a rule may begin so too, which joins no words.
_BESIDE = "beside"
_SURE: dict[Confidence, float] = {"high": 1.0, "medium": 0.85, "low": 0.5}


def effects(case: Case) -> Iterator[Sentence]:
    """A sentence for each kind of finding: the first statements, and how many more there are."""
    if case.known.findings is None:
        return
    for kind, (weight, slot, name, see) in KINDS.items():
        found = [each for each in case.known.findings.findings if each.kind == kind]
        if found:
            sure = max(_SURE[each.confidence] for each in found)
            places = [place for each in found for place in _places(case, each.evidence)]
            weighs = round(weight * sure)
            if sure == _SURE["low"]:
                weighs = min(weighs, LEFT_OVER)
            yield from said(slot, weighs, _told(found, name), places, see)


def _told(found: Sequence[Finding], name: str) -> str:
    """The first statements as one sentence; a question is left a question."""
    firsts = found[:1] if found[0].question else found[:MOST]
    text = "; ".join(_within(each.statement.rstrip(". "), n) for n, each in enumerate(firsts))
    if more := len(found) - len(firsts):
        ending = "" if text.endswith("?") else ";"
        several = f"{name}s" if not name.endswith("y") else f"{name[:-1]}ies"
        return f"{text}{ending} {counted(more, f'further {name}', f'further {several}')}"
    return text


def _within(statement: str, number: int) -> str:
    """A statement behind others in one sentence: what is no name begins with a small letter."""
    first = statement.partition(" ")[0].lower()
    small = first == _BESIDE or first in joining_words()
    return statement[:1].lower() + statement[1:] if number and small else statement


def _places(case: Case, evidence: Sequence[Quoted]) -> Iterator[Evidence]:
    paragraphs = {each.id: each for each in case.resolution.paragraphs}
    for quoted in evidence:
        if quoted.text == "this" and quoted.span is not None:
            yield from case.words(quoted.span)
        elif quoted.text == "this" and quoted.paragraph in paragraphs:
            yield case.at(paragraphs[quoted.paragraph])
