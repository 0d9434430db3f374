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
# A verb that the rival has stronger weighs less than what the organ itself does by the text.
_BESIDE_RIVAL, _RIVALS = "weakening.rival", KINDS["weakening"]._replace(weight=50)
# A statement of a rule may begin so too, which joins no words.
_BESIDE = "beside"
_SURE: dict[Confidence, float] = {"high": 1.0, "medium": 0.85, "low": 0.5}
_GUESS, _EFFECT = _SURE["low"], "effect"


def effects(case: Case) -> Iterator[Sentence]:
    """A sentence for each kind of finding: the first statements, and how many more there are.

    What the rival would do to the text is told in one sentence with what the text would do, so
    that neither has a reader miss the other, where either is more than a guess.
    """
    known = case.known.findings
    if known is None:
        return
    own = [each for each in known.findings if each.kind == _EFFECT]
    both = bool(own and known.returned) and _sure(own) > _GUESS < _sure(known.returned)
    theirs = [each for each in known.returned if both and not _mirrors(each, own)]
    for kind, told in KINDS.items():
        found = [each for each in known.findings if each.kind == kind]
        if found and all(each.rule == _BESIDE_RIVAL for each in found):
            told = _RIVALS
        yield from _of(case, found, told, theirs if kind == _EFFECT else ())
    if not both:
        yield from _of(case, known.returned, _RETURNED)


def _mirrors(returned: Finding, own: Sequence[Finding]) -> bool:
    """Whether it is an effect told already, from the other side: of the same paragraphs."""
    return any(_paragraphs(returned) == _paragraphs(each) for each in own)


def _paragraphs(finding: Finding) -> set[tuple[str, str | None]]:
    return {(each.text, each.paragraph) for each in finding.evidence}


def _of(
    case: Case, found: Sequence[Finding], told: _Told, returned: Sequence[Finding] = ()
) -> Iterator[Sentence]:
    """A sentence of findings of a kind, and of those that the rival has of it."""
    if not found:
        return
    sure = _sure(found)
    places = [place for each in found for place in _places(case, each.evidence)]
    own = {place.label for place in places}
    theirs = (place for each in returned[:1] for place in _places(case, each.evidence))
    places += [place for place in theirs if place.label not in own]
    weighs = round(told.weight * sure)
    if sure == _GUESS:
        weighs = min(weighs, LEFT_OVER)
    text = _said(found, told)
    if returned:
        text = f"{text}{_after(text)} {_said(returned[:1], _RETURNED, n=1)}"
        more = _more(len(returned) - 1, _RETURNED)
        text += f"; {more}" if more else ""
    yield from said(told.slot, weighs, text, places, told.see)


def _sure(found: Sequence[Finding]) -> float:
    return max(_SURE[each.confidence] for each in found)


def _said(found: Sequence[Finding], told: _Told, n: int = 0) -> str:
    """The first statements as one sentence, behind ``n`` others; a question is left a question."""
    firsts = found[:1] if found[0].question else found[:MOST]
    text = "; ".join(_within(each.statement.rstrip(". "), n) for n, each in enumerate(firsts, n))
    more = _more(len(found) - len(firsts), told)
    return f"{text}{_after(text)} {more}" if more else text


def _more(number: int, told: _Told) -> str:
    """ "2 further effects"."""
    return counted(number, f"further {told.one}", f"further {told.more}") if number else ""


def _after(text: str) -> str:
    return "" if text.endswith("?") else ";"


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
