"""Half-quotation: agreed language with half of it left out, or with another principle put in.

Agreed language as such is no finding, nor is another wording of it. What is told is a concession
without the rule it is conceded against, a duty or right left out of a clause that was taken over,
and a principle exchanged for another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from counterdraft.flag.ground import Ground
from counterdraft.flag.quotes import quoted
from counterdraft.flag.rule import Rule
from counterdraft.lexicon.agreed import Principle, agreed
from counterdraft.lexicon.joining import content_of
from counterdraft.model import Clause, ClauseTrace, Match, Paragraph, Resolution
from counterdraft.model.finding import Confidence, Finding, Precedent, Quoted
from counterdraft.text.straight import straighten
from counterdraft.wording.english import counted, listed, long_date, shortened
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.traced import likeness_said

_HALF = "texts of the loaded corpus (trace); what a concession is (lexicon, concessions)"
_ALTERED = (
    "texts of the loaded corpus that were adopted without a vote (trace); principles by the texts "
    "that lay them down (lexicon, agreed)"
)
# A text says elsewhere what a clause leaves out where one paragraph has this share of its words.
_ELSEWHERE = 0.6
# A clause of which another text has this share is made of it; where it has less, what that text
# says besides is not left out. (Two principles exchanged show by themselves what it is made of.)
_MADE_OF = 0.5
_QUOTED = 200
_ANOTHER = "The words may come from another text, which the corpus does not hold."
# What the text that a clause is held against is to it: no more than its words and days tell.
_MADE, _HELD = "the wording that it was made from", "the wording that it is held against"
_NEARLY, _LIKE = "nearly the same words, with the rule", "a wording like it, with the rule"


class Altered(NamedTuple):
    """What a clause changed: duties left out, principles that went and that came."""

    duties: tuple[str, ...]
    went: tuple[Principle, ...]
    came: tuple[Principle, ...]


def altered(traced: ClauseTrace, resolution: Resolution) -> Altered | None:
    """What of substance a clause has otherwise than agreed language like it; None for nothing.

    Agreed is what a text of another series says that was adopted without a vote; what a text
    changes in its own series shows beside its predecessor. Where a corpus begins after the text,
    that other one is later, and an older one of its series may have said the same. A clause
    that has only some of a text's words is no quotation of it.
    """
    match = traced.matches[0] if traced.matches else None
    if match is None or not _is_agreed(match):
        return None
    duties = tuple(
        each for each in match.omitted
        if agreed().duty.search(straighten(each)) and not _is_said(each, resolution)
    )  # fmt: skip
    here, there = _principles(traced.text), _principles(match.source.text)
    went = tuple(
        p for name, p in there.items() if name not in here and not _is_named(p, resolution)
    )
    came = tuple(p for name, p in here.items() if name not in there)
    if went and came and (duties or _in_place(match, went, came)):
        return Altered(duties, went, came)
    return Altered(duties, (), ()) if duties and match.similarity >= _MADE_OF else None


def _is_agreed(match: Match) -> bool:
    return bool(match.edits and match.adopted.without_vote) and not match.own_series


def _in_place(match: Match, went: Sequence[Principle], came: Sequence[Principle]) -> bool:
    """Whether words that name one principle took the place of words that name another."""
    return any(
        one.op == "deleted" and other.op == "inserted"
        and any(each.pattern.search(straighten(one.text)) for each in went)
        and any(each.pattern.search(straighten(other.text)) for each in came)
        for one, other in pairwise(match.edits)
    )  # fmt: skip


def _principles(text: str) -> dict[str, Principle]:
    straight = straighten(text)
    return {each.name: each for each in agreed().principles if each.pattern.search(straight)}


def _is_named(principle: Principle, resolution: Resolution) -> bool:
    return any(principle.pattern.search(straighten(each.text)) for each in resolution.paragraphs)


def _is_said(words: str, resolution: Resolution) -> bool:
    """Whether a paragraph of the text has most of these words."""
    said = content_of(words)
    return any(
        len(said & content_of(each.text)) >= _ELSEWHERE * len(said)
        for each in resolution.paragraphs
    )


def find_altered(ground: Ground) -> Iterator[Finding]:
    """One finding for each clause that changes agreed language in substance."""
    for paragraph, traced in _traced(ground):
        found = altered(traced, ground.resolution)
        if found is not None:
            yield _told_altered(paragraph, traced.matches[0], found, _day(ground))


def _told_altered(paragraph: Paragraph, match: Match, found: Altered, day: str | None) -> Finding:
    place = _place(match.source)
    said = [f"leaves out “{shortened(each, _QUOTED)}”" for each in found.duties]
    if found.went:
        went, came = (listed([p.name for p in each]) for each in (found.went, found.came))
        said.append(f"names {came} where that names {went}")
    confidence: Confidence = "medium" if found.duties and found.went else "low"
    return Finding(
        rule="half_quotation.altered", kind="half_quotation",
        statement=(
            f"{_label(paragraph)} has agreed language of {place} and {listed(said)}."
        ),
        why=(
            f"{round(100 * match.similarity)} per cent of the clause’s words are that text’s, "
            "in its order; "
            f"{counted(match.adopted.without_vote, 'text')} of the loaded corpus that "
            f"{'has' if match.adopted.without_vote == 1 else 'have'} it "
            f"{'was' if match.adopted.without_vote == 1 else 'were'} adopted without a vote."
        ),
        against=(
            _later(match, day) if day and match.is_after(day) else _ANOTHER,
            "Who takes over a clause need not take over all of it.",
        ),
        evidence=(quoted(paragraph), _of_source(match.source)), confidence=confidence,
        source=_ALTERED,
        precedents=(_precedent(match.source, _MADE if match.is_before(day) else _HELD),),
    )  # fmt: skip


def find_half(ground: Ground) -> Iterator[Finding]:
    """One finding for each concession that is said without its main clause."""
    for paragraph, traced in _traced(ground):
        half = traced.half_quoted
        if half is None:
            continue
        source = half.match.source
        start = half.span.start - paragraph.span.start
        day = _day(ground)
        how = likeness_said(half, day, "has nearly all words of", "is like")
        yield Finding(
            rule="half_quotation.concession", kind="half_quotation",
            statement=(
                f"{_label(paragraph)} says what {_place(source)} grants, "
                f"“{shortened(half.conceded, _QUOTED)}”, "
                f"and not what it goes on to say: “{shortened(half.main, _QUOTED)}”."
            ),
            why=(
                f"The clause {how} the concession, and no paragraph of the text was found to "
                "say the rest."
            ),
            against=(
                "Who says the one need not say the other each time; the rest may be meant by a "
                "reference to a text that says it.",
            ),
            evidence=(
                quoted(paragraph, start, half.span.end - paragraph.span.start), _of_source(source),
            ),
            confidence="medium" if half.certain else "low", source=_HALF,
            precedents=(_precedent(source, _NEARLY if half.certain else _LIKE),),
        )  # fmt: skip


def _traced(ground: Ground) -> Iterator[tuple[Paragraph, ClauseTrace]]:
    if ground.provenance is None:
        return
    by_id = {each.id: each for each in ground.resolution.paragraphs}
    for each in ground.provenance.clauses:
        if each.paragraph in by_id:
            yield by_id[each.paragraph], each


def _label(paragraph: Paragraph) -> str:
    return paragraph_label(paragraph.id, paragraph.number)


def _place(clause: Clause) -> str:
    symbol = clause.record.symbol or clause.record.id
    return f"{symbol}, {paragraph_label(clause.paragraph, clause.number)}"


def _of_source(clause: Clause) -> Quoted:
    symbol = clause.record.symbol or clause.record.id
    return Quoted(text=symbol, paragraph=clause.paragraph, quote=clause.text)


def _day(ground: Ground) -> str | None:
    """The day of the text, or the one asked for; None where it is not known."""
    return ground.provenance.day if ground.provenance else None


def _later(match: Match, day: str) -> str:
    return (
        f"{_place(match.source)} is later than {long_date(day)}: the words come from another text, "
        "which may have them otherwise."
    )


def _precedent(clause: Clause, note: str) -> Precedent:
    record = clause.record
    return Precedent(
        symbol=record.symbol or record.id, paragraph=clause.paragraph, quote=clause.text,
        date=record.date, note=note,
    )  # fmt: skip


RULES = (
    Rule(
        "half_quotation.altered", "half_quotation", "agreed language changed in substance",
        _ALTERED, find_altered, needs=("provenance",),
    ),
    Rule(
        "half_quotation.concession", "half_quotation", "a concession without its rule", _HALF,
        find_half, needs=("provenance",),
    ),
)  # fmt: skip
