"""What several entries say of what one clause names → one answer for each meeting, event or report.

Registers are heard alike, in whatever order they were given: where an entry of one bears a claim
out and an entry of another refutes it, it is contested. Of two names of which one is part of the
other ("Conference", "twelfth Conference") the longer tells what is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.model.register import Entry
from counterdraft.model.span import Span
from counterdraft.verify.answered import Answer
from counterdraft.verify.claim import Claim
from counterdraft.verify.days import dated
from counterdraft.verify.told import registers_have, said
from counterdraft.wording.english import listed


def date_asked(entries: Sequence[Entry]) -> str:
    """The question where a date is not that of the register."""
    has = registers_have(entries, lambda each: f"it {dated(each.date or '')}")
    return f"{has}. Is the date right?"


class Heard(NamedTuple):
    """An entry, the name by which the text has it, what it says to the claim.

    ``alone`` is False where the words do not say for certain that the day is of what is named: an
    entry of another day then refutes nothing, and only contests what another entry bears out.
    ``once`` says that there was but one of the name.
    """

    entry: Entry
    name: Span
    claim: Claim
    answer: Answer
    alone: bool = True
    once: bool = False


def answers(heard: Sequence[Heard], told: Callable[[Entry], str]) -> Iterator[tuple[Claim, Answer]]:
    """One claim and answer for each thing that is named; ``told`` puts an entry in words."""
    rest = sorted(heard, key=_order)
    while rest:
        first = rest[0]
        over = [each for each in rest if each.claim.span.meets(first.claim.span)]
        found = _together([each for each in over if _nested(each.name, first.name)], told)
        if found is not None:
            yield found
            rest = [each for each in rest if each not in over]
        else:
            rest = [each for each in rest if not _nested(each.name, first.name)]


def _order(heard: Heard) -> tuple[object, ...]:
    """What bears its claim out first, for a day is of the thing that it fits; then longer names."""
    entry, name = heard.entry, heard.name
    holds = heard.answer.verdict == "holds"
    return (not holds, not heard.alone, name.start - name.end, name.start, entry.date or "",
            entry.register, entry.source, entry.subject, entry.object)  # fmt: skip


def _nested(one: Span, other: Span) -> bool:
    """Whether one of two names is within the other."""
    first, second = sorted((one, other), key=lambda each: each.end - each.start)
    return second.start <= first.start and first.end <= second.end


def _together(heard: Sequence[Heard], told: Callable[[Entry], str]) -> tuple[Claim, Answer] | None:
    """What all of them say; None where none of them says anything by itself."""
    agreed = [each for each in heard if each.answer.verdict == "holds"]
    if not agreed:
        heard = [each for each in heard if each.alone]
    if not heard:
        return None
    longest = max(each.name.end - each.name.start for each in heard)
    named = [each for each in heard if each.name.end - each.name.start == longest]
    against = [each for each in named if each.answer.verdict == "does not hold"]
    if agreed:
        against = [each for each in against if _contests(each, agreed)]
        if against:
            entries = _entries((*agreed, *against))
            words = f"registers disagree: {listed([told(each) for each in entries])}"
            return agreed[0].claim, Answer("contested", said(words), entries, None)
    return _joined(agreed or against or named)


def _contests(against: Heard, agreed: Sequence[Heard]) -> bool:
    """Whether an entry denies what others bear out; a register may have two of what recurs."""
    return against.once or all(each.entry.register != against.entry.register for each in agreed)


def _joined(heard: Sequence[Heard]) -> tuple[Claim, Answer]:
    """The first of several answers that say alike, with the words and entries of all."""
    first = heard[0].answer
    alike = [each.answer for each in heard if each.answer.verdict == first.verdict]
    entries = _entries(heard)
    question = date_asked(entries) if first.question and len(entries) > 1 else first.question
    return heard[0].claim, first._replace(
        question=question,
        said=tuple(dict.fromkeys(words for each in alike for words in each.said)),
        entries=entries,
        nearby=tuple(dict.fromkeys(words for each in alike for words in each.nearby)),
    )


def _entries(heard: Sequence[Heard]) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys(each.entry for each in heard))
