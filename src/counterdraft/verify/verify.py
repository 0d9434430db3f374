"""A resolution in its document, and registers → verdicts on the claims that they can settle.

Claims are looked for in the paragraphs and annexes and, in an article, in what stands around the
draft. Nothing is judged by who says it: a claim is held against dated entries alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.draft.annexes import annex_lines
from counterdraft.lexicon.languages import ENGLISH
from counterdraft.lexicon.members import nearest_names
from counterdraft.lexicon.states import fold_name, group_names, state_of
from counterdraft.model.document import Document
from counterdraft.model.given import day_given
from counterdraft.model.register import Register
from counterdraft.model.resolution import Resolution
from counterdraft.model.verdict import Verdict, Verdicts
from counterdraft.text.straight import straighten
from counterdraft.verify.answered import Answer, Asked
from counterdraft.verify.attributed import attributed_claims
from counterdraft.verify.cited import (
    Cited,
    cited_around,
    cited_claims,
    cited_in,
    of_another_organ,
    years_in,
)
from counterdraft.verify.cited_answers import answer_adoption
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.days import YEARLESS, come, day_said, with_year, year_taken
from counterdraft.verify.fit import About, about_of, use_claims
from counterdraft.verify.happened import event_claims, known_events
from counterdraft.verify.mentions import NO_DAY, Mention
from counterdraft.verify.names import misses_in, name_claims
from counterdraft.verify.read_as import read_as
from counterdraft.verify.review_answers import answer_recommendations, answer_review
from counterdraft.verify.review_days import SEVERAL
from counterdraft.verify.reviews import review_claims, state_of_title
from counterdraft.verify.tallies import answer_tally, tally_claims
from counterdraft.verify.titles import answer_title
from counterdraft.verify.told import said
from counterdraft.verify.treaty_acts import treaty_claims
from counterdraft.verify.treaty_answers import answer_act
from counterdraft.wording.english import listed, sentence

_DAY = len("2014-05-01")
_Answered = tuple[Claim, Answer]


class _Read(NamedTuple):
    """A place, the resolutions it cites, whether it cites anything, and numbers that do not fit."""

    place: Place
    cited: tuple[Cited, ...]
    sourced: bool = False
    misfits: tuple[Claim, ...] = ()


def verify(
    document: Document, resolution: Resolution, registers: Sequence[Register],
    as_of: str | None = None,
) -> Verdicts:  # fmt: skip
    """The verdicts on every claim that is found, in the order of the text.

    ``as_of`` is the day that claims are held against: entries after it do not count. Where it is
    not given it is the text's own date, if that is known to the day; else every entry counts. In a
    text that is not in English no claim is looked for, which the verdicts tell by its language.
    Raises BadQuery where ``as_of`` is no day.
    """
    as_of = day_given(as_of, "--as-of")
    own = resolution.date if resolution.date and len(resolution.date) == _DAY else None
    day = as_of or own
    english = resolution.language == ENGLISH
    found = _verdicts(document, resolution, Asked(registers, day)) if english else ()
    return Verdicts(
        source=resolution.source, symbol=resolution.symbol, title=resolution.title,
        language=resolution.language, as_of=day,
        registers=tuple(dict.fromkeys(each.name for each in registers)),
        verdicts=tuple(sorted(found, key=lambda each: (each.span.start, each.span.end))),
        lacking=resolution.lacking,
    )  # fmt: skip


def _verdicts(document: Document, resolution: Resolution, asked: Asked) -> Iterator[Verdict]:
    text = straighten(document.text)
    known, about = known_events(asked), state_of_title(resolution.title)
    subject = about_of(resolution)
    misses = misses_in(text)
    for place, cited, sourced, misfits in _places(document, resolution, text):
        for claim, answer in (
            *((claim, answer_adoption(claim, asked)) for claim in misfits),
            *_answered(place, cited, asked, about, subject),
            *event_claims(place, known, asked.as_of),
            *name_claims(place, misses),
            *(attributed_claims(place) if place.own and not sourced else ()),
        ):
            yield _verdict(claim, answer, document.text)


def _places(document: Document, resolution: Resolution, text: str) -> Iterator[_Read]:
    """Every place with what it cites."""
    for each in resolution.paragraphs:
        known = tuple(Mention("treaty", t.treaty, t.span.start, t.span.end) for t in each.treaties)
        sourced = bool(each.citations or each.note_citations)
        place = Place(each.id, text, each.span, known)
        misfits = (*years_in(place, each.citations), *of_another_organ(place, each.citations))
        yield _Read(place, cited_in(each.citations), sourced, misfits)
    for line in annex_lines(document, resolution):
        place = Place(line.id, text, line.span, own=False)
        yield _Read(place, cited_around(place))
    if resolution.kind == "draft" and not resolution.symbol:
        for number, block in enumerate(document.blocks):
            span = block.span
            if not span.meets(resolution.span):
                place = Place(f"block{number}", text, span, own=False)
                yield _Read(place, cited_around(place))


def _answered(
    place: Place, cited: tuple[Cited, ...], asked: Asked, about: str | None,
    subject: About,
) -> Iterator[_Answered]:  # fmt: skip
    """Each claim of a place that is put to registers as a question, with its answer."""
    for claim in treaty_claims(place):
        yield _of_a_state(*_in_its_year(claim, asked, _if_come(answer_act)))
    for claim in review_claims(place, about):
        answer = answer_review if claim.act == "review" else answer_recommendations
        yield _of_a_state(*_in_its_year(claim, asked, _if_come(answer)))
    for claim in cited_claims(place, cited):
        answer = answer_adoption if claim.act == "adoption" else answer_title
        yield claim, answer(claim, asked)
    for claim in tally_claims(place, cited):
        yield claim, answer_tally(claim, asked)
    yield from use_claims(place, cited, asked, subject)


def _if_come(answer: Callable[[Claim, Asked], Answer]) -> Callable[[Claim, Asked], Answer]:
    """An answer that leaves open what is said of a day after that which claims are held against."""

    def answered(claim: Claim, asked: Asked) -> Answer:
        if claim.date in (None, NO_DAY) or come(claim.date, asked.as_of):
            return answer(claim, asked)
        until = day_said(asked.as_of or "")
        told = f"the claim is of a day after {until}, which it is held against"
        return Answer("unknown", (sentence(told),))

    return answered


def _of_a_state(claim: Claim, answer: Answer) -> _Answered:
    """The answer; of a State that nobody knows it says so, and which are called nearly so.

    Where a register has the State under another of its names, that is told beside it.
    """
    named = state_of(claim.subject) or fold_name(claim.subject) in group_names()
    if answer.entries or named or claim.subject == SEVERAL:
        names = dict.fromkeys(each.subject for each in answer.entries)
        others = [f"“{each}”" for each in names if fold_name(each) != fold_name(claim.subject)]
        told = f"registers have the State under the name {listed(others)}" if others else ""
        return claim, answer._replace(nearby=(*answer.nearby, *said(told)))
    near = listed([f"“{each}”" for each in nearest_names(claim.subject)], "or")
    told = f"no State is known as “{claim.subject}”"
    unknown = sentence(f"{told}; nearest: {near}" if near else told)
    return claim, answer._replace(said=(unknown, *answer.said))


def _in_its_year(claim: Claim, asked: Asked, answer: Callable[[Claim, Asked], Answer]) -> _Answered:
    """The answer to a claim whose day may lack its year: then it says which was taken, or none.

    Where none was, what registers have of it is shown, and settles nothing.
    """
    if claim.date is None or not claim.date.startswith(YEARLESS):
        return claim, answer(claim, asked)
    date = with_year(claim.date, asked.as_of)
    if date is None:
        told = "the text gives no year, and has no date of its own that would tell it"
        found = answer(claim._replace(date=None), asked)
        return claim, found._replace(
            verdict="unknown", said=(*said(told), *found.said), question=None
        )
    dated = claim._replace(date=date)
    found = answer(dated, asked)
    return dated, found._replace(said=(sentence(year_taken(date)), *found.said))


def _verdict(claim: Claim, answer: Answer, text: str) -> Verdict:
    words = claim.span.of(text)
    if claim.date == NO_DAY:
        answer = Answer("does not hold", ("There is no such day.",), (), "Which day is meant?")
    return Verdict(
        paragraph=claim.place, span=claim.span, claim=" ".join(words.split()), act=claim.act,
        read=read_as(claim), verdict=answer.verdict, said=answer.said, entries=answer.entries,
        question=answer.question, nearby=answer.nearby,
    )  # fmt: skip
