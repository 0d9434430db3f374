"""What a draft asks for by way of reports, and by when: of others, and of bodies that it sets up.

In: the case and its requests. Out: the paragraphs that ask for a report or set a time limit, those
that have a term or a date of another kind, and the sentences that count them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.brief.case import Case
from counterdraft.brief.requests import Request, opens_with_verb, own_acts, unaddressed
from counterdraft.lexicon.deadlines import again_pattern, term_pattern
from counterdraft.lexicon.reports import report_asked, sets_up, setting_up
from counterdraft.model import Paragraph
from counterdraft.text.straight import straighten
from counterdraft.wording.english import counted, listed


class FollowUp(NamedTuple):
    """Paragraphs, each once.

    ``often`` are those that say of what is asked how often it is to be done, and set no limit;
    ``dated`` those with a term, or with a date that the organ sets itself, and nothing of the kind
    for somebody else.
    """

    reports: tuple[Paragraph, ...]
    limits: tuple[Paragraph, ...]
    often: tuple[Paragraph, ...]
    dated: tuple[Paragraph, ...]


def follow_up(case: Case, asked: Sequence[Request]) -> FollowUp:
    """What follows from the requests, and from the tasks of bodies that are set up."""
    bodies = list(_bodies(case))
    reports = _each(p for one in (*asked, *bodies) for p in one.reports)
    limited = [p for one in asked for p, words in one.deadlines if not _is_term(words)]
    limited += [p for one in bodies for p in _limited(one)]
    timed = _each([*limited, *_timed_for_nobody(case)])
    often = tuple(p for p in timed if p.deadlines and all(map(_is_again, p.deadlines)))
    limits = tuple(p for p in timed if p not in often)
    dated = [p for p in case.resolution.paragraphs if p.part == "operative" and p.deadlines]
    return FollowUp(reports, limits, often, tuple(p for p in dated if p not in timed))


def told(case: Case, found: FollowUp) -> str:
    """The reports and time limits, to follow "it"."""
    done = [
        f"{does} {counted(len(where), 'paragraph')}" for does, where in (
            ("asks for a report or an update in", found.reports),
            ("sets a time limit in", found.limits),
            ("says how often in", found.often),
        ) if where
    ]  # fmt: skip
    lacking = [
        words for words, where in (
            ("asks nobody for a report", found.reports),
            ("sets nobody a time limit", found.limits),
        ) if not where
    ]  # fmt: skip
    so_far = f", as far as was found{_unread(case)}" if lacking else ""
    return f"{listed([*done, *lacking])}{so_far}"


def dated_told(case: Case, found: FollowUp) -> str:
    """Where terms stand, and dates that the organ sets itself; empty where none do."""
    if not found.dated:
        return ""
    organ = case.resolution.organ or "organ"
    more = "more " if found.limits or found.often else ""
    where = counted(len(found.dated), f"{more}paragraph")
    return f"in {where} the {organ} sets a term, or a date for itself"


def without_verb(case: Case) -> int:
    """How many operative paragraphs open with no verb that is known."""
    return sum(not opens_with_verb(p) for p in _heads(case))


def asks_nothing(case: Case) -> str:
    """That nobody is asked for anything, and how much was not read that may ask; a sentence."""
    number = without_verb(case)
    so_far = "as far as was found"
    if not number:
        return f"its operative part asks nobody for anything, {so_far}"
    others = len(_heads(case)) - number
    unread = f"{_without_verb_told(number)}, and {'its' if number == 1 else 'their'} words were not"
    rest = "the other asks" if others == 1 else "the others ask"
    said = f"{rest} nobody for anything, {so_far}" if others else "no request was found"
    return f"{unread} read as a request; {said}"


def _heads(case: Case) -> list[Paragraph]:
    """The operative paragraphs without their points."""
    return [p for p in case.resolution.paragraphs if p.part == "operative" and not p.level]


def _without_verb_told(number: int) -> str:
    many = f"{counted(number, 'operative paragraph')} open{'s' * (number == 1)}"
    return f"{many} with no verb that was recognized"


def _unread(case: Case) -> str:
    """How much was not read that may ask for a report too, to follow "as far as was found"."""
    number = without_verb(case)
    return f" ({_without_verb_told(number)})" if number else ""


def _bodies(case: Case) -> Iterator[Request]:
    """The acts of the organ by which a body is set up, or goes on, with tasks of its own."""
    for act in own_acts(case.resolution):
        words = next((t for t in act.things if t.paragraph.id == act.paragraph.id), None)
        if words and sets_up().match(straighten(words.span.of(case.document.text))):
            yield act
        elif any(v.span == act.verb_span and v.lemma in setting_up() for v in act.paragraph.verbs):
            yield act  # "Establishes a panel, which will: (a) report …"


def _limited(body: Request) -> Iterator[Paragraph]:
    """Where a body that is set up is told by when to do its tasks.

    In the paragraph that sets it up that is what stands behind the report that it is to make: what
    stands before it may be when the body is to be set up.
    """
    for paragraph, words in body.deadlines:
        if _is_term(words):
            continue
        if paragraph.id != body.paragraph.id:
            yield paragraph
            continue
        report = report_asked().search(straighten(paragraph.text))
        if report and paragraph.text.find(words) > report.start():
            yield paragraph


def _timed_for_nobody(case: Case) -> list[Paragraph]:
    """The paragraphs with a time limit for what is asked of somebody that was not recognized."""
    asking = [p for p, _ in unaddressed(case.resolution)]
    return [p for p in asking if p.deadlines and not p.addressees]


def _is_again(words: str) -> bool:
    return bool(again_pattern().match(straighten(words)))


def _is_term(words: str) -> bool:
    return bool(term_pattern().match(straighten(words)))


def _each(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple({p.id: p for p in paragraphs}.values())
