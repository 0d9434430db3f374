"""What rules found: what the text would end, forbid or condition, and what it holds together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.brief.case import Case
from counterdraft.brief.head.sentence import Sentence, Slot, said
from counterdraft.brief.report import Evidence
from counterdraft.lexicon.joining import joining_words
from counterdraft.model.finding import Confidence, Finding, Kind, Quoted
from counterdraft.wording.english import counted

MOST = 2
# What is not sure is said only where there is nothing else to say.
LEFT_OVER = 30


class _Told(NamedTuple):
    """How much a kind of finding weighs, in which slot, what one and several more are called.

    ``see`` is the section that tells of it.
    """

    weight: int
    slot: Slot
    one: str
    more: str
    see: str


KINDS: dict[Kind, _Told] = {
    "effect": _Told(85, "effect", "effect", "effects", "effect"),
    "weakening": _Told(62, "effect", "weakening", "weakenings", "found"),
    "tension": _Told(60, "effect", "tension", "tensions", "tensions"),
    "self_reference": _Told(
        52, "effect", "reference to its own side", "references to its own side", "found"
    ),
    "asymmetry": _Told(50, "effect", "asymmetry", "asymmetries", "found"),
    "half_quotation": _Told(56, "words", "half quotation", "half quotations", "found"),
    "citation": _Told(58, "claims", "doubtful citation", "doubtful citations", "found"),
    "contested": _Told(
        40, "claims", "paragraph likely to be contested", "paragraphs likely to be contested",
        "found",
    ),
    "budget": _Told(25, "effect", "budget implication", "budget implications", "found"),
    "hollow": _Told(
        20, "effect", "request that binds nobody", "requests that bind nobody", "found"
    ),
}  # fmt: skip
# What the rival would do to the text weighs next to what the text would do to it.
_RETURNED = _Told(
    75, "effect", "effect of the rival on this text", "effects of the rival on this text", "effect"
)
# A statement of a rule may begin so too, which joins no words.
_BESIDE = "beside"
_SURE: dict[Confidence, float] = {"high": 1.0, "medium": 0.85, "low": 0.5}


def effects(case: Case) -> Iterator[Sentence]:
    """A sentence for each kind of finding: the first statements, and how many more there are."""
    known = case.known.findings
    if known is None:
        return
    for kind, told in KINDS.items():
        yield from _of(case, [each for each in known.findings if each.kind == kind], told)
    yield from _of(case, known.returned, _RETURNED)


def _of(case: Case, found: Sequence[Finding], told: _Told) -> Iterator[Sentence]:
    if not found:
        return
    sure = max(_SURE[each.confidence] for each in found)
    places = [place for each in found for place in _places(case, each.evidence)]
    weighs = round(told.weight * sure)
    if sure == _SURE["low"]:
        weighs = min(weighs, LEFT_OVER)
    yield from said(told.slot, weighs, _said(found, told), places, told.see)


def _said(found: Sequence[Finding], told: _Told) -> str:
    """The first statements as one sentence; a question is left a question."""
    firsts = found[:1] if found[0].question else found[:MOST]
    text = "; ".join(_within(each.statement.rstrip(". "), n) for n, each in enumerate(firsts))
    if more := len(found) - len(firsts):
        ending = "" if text.endswith("?") else ";"
        return f"{text}{ending} {counted(more, f'further {told.one}', f'further {told.more}')}"
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
