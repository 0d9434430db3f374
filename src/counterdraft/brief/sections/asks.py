"""Who is asked to do what: a table by addressee, and the paragraphs that ask nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterdraft.brief.case import Case
from counterdraft.brief.order import comparisons
from counterdraft.brief.quoted import quoted
from counterdraft.brief.report import (
    Bullets,
    Cell,
    Evidence,
    Group,
    Part,
    Prose,
    Row,
    Section,
    Statement,
    Table,
)
from counterdraft.brief.requests import Request, Thing, calls, requests, whole_name
from counterdraft.brief.sections.asks_nobody import asks_nobody, verb_cell
from counterdraft.brief.summary import asks_in_short
from counterdraft.brief.unsettled import unsettled_of
from counterdraft.draft.named_before import is_pronoun, named_before
from counterdraft.lexicon.addressees import CLASSES
from counterdraft.lexicon.manner import condition
from counterdraft.lexicon.requests import requests as words_around
from counterdraft.lexicon.shall import modal
from counterdraft.model import Addressee, AddresseeClass, Paragraph, Span
from counterdraft.text.straight import straighten
from counterdraft.wording.named_before import with_names

# What is asked stands here to so many characters, and in the text in full.
LONG = 420
LONG_BELOW = 180
LONG_NAME = 200
WHO, VERB, WHAT, WHEN, WHERE = (
    "Who is asked",
    "Verb, and its force",
    "To do what",
    "When; reports",
    "Where",
)
NOTE = (
    "The verb stands as printed, and below it the class of its force where that has another name. "
    "The order of force is partial: some verbs do not compare, and \u201ctakes note of\u201d and "
    "\u201cnotes\u201d are neither approval nor disapproval (General Assembly decision 55/488)."
)
ANNEXED = "What its annexes ask was not read: the requests here are those of its paragraphs."

IN_PREAMBLE = (
    "These stand in the preamble. They say what is wanted of somebody, and are weaker than a "
    "request of the operative part: none of them is counted among the requests."
)


def asks(case: Case) -> Section | None:
    """The section; None where there is no operative paragraph."""
    if not any(p.part == "operative" for p in case.resolution.paragraphs):
        return None
    asked = requests(case.resolution)
    parts: list[Part] = [Bullets(None, tuple(asks_in_short(case)))]
    if asked:
        parts.append(_table(case, asked))
        parts += _compared({one.force for one in asked if one.force})
    if called := calls(case.resolution):
        parts.append(_in_the_preamble(case, called))
    if case.asks_are_read and (nobody := asks_nobody(case)):
        parts.append(nobody)
    if case.resolution.annexes:
        parts.append(Prose((Statement(ANNEXED),)))
    return Section("asks", "Who is asked to do what", tuple(parts))


def _compared(forces: set[str]) -> list[Part]:
    said = comparisons(forces)
    return [Prose(tuple(map(Statement, said)))] if said else []


def _table(case: Case, asked: Sequence[Request]) -> Table:
    """The requests; the column of time limits and reports is there if there are any."""
    timed = any(one.deadlines or one.reports for one in asked)
    columns = (WHO, VERB, WHAT, WHEN, WHERE) if timed else (WHO, VERB, WHAT, WHERE)
    groups = tuple(_groups(case, asked, timed=timed))
    aside = columns.index(WHEN) if timed else None
    return Table("Requests, by addressee", columns, groups, NOTE, aside)


def _in_the_preamble(case: Case, called: Sequence[Request]) -> Table:
    groups = tuple(_groups(case, called, timed=False))
    return Table("Called on in the preamble", (WHO, VERB, WHAT, WHERE), groups, IN_PREAMBLE)


def _groups(case: Case, asked: Sequence[Request], *, timed: bool) -> Iterator[Group]:
    """A group for each class of addressee, in the order of the labels."""
    for class_, title in CLASSES.items():
        rows = tuple(_row(case, one, class_, timed=timed) for one in asked if _of(one, class_))
        if rows:
            yield Group(title, rows)


def _of(request: Request, class_: AddresseeClass) -> list[Addressee]:
    return [each for each in request.addressees if each.class_ == class_]


def _row(case: Case, request: Request, class_: AddresseeClass, *, timed: bool) -> Row:
    paragraph = request.paragraph
    who = tuple(
        Statement(_named(request, each), (case.at(paragraph, each.span),), "quote")
        for each in _of(request, class_)
    )
    verb = verb_cell(paragraph, request.verb_span, request.verb, request.force)
    when = (_when(case, request),) if timed else ()
    where = (Statement("", case.each([paragraph])), *unsettled_of(case, paragraph))
    return Row((who, verb, _things(case, request), *when, where))


def _named(request: Request, addressee: Addressee) -> str:
    """As printed, with the State's name where that is not printed, and whom a pronoun means."""
    if is_pronoun(addressee):
        before = named_before(request.paragraph, addressee)
        return with_names(addressee.text, before.names if before else ())
    name, words = addressee.name, whole_name(request, addressee, LONG_NAME)
    if not name or straighten(name).lower() in straighten(words).lower():
        return words
    return f"{words} [{name}]"


def _things(case: Case, request: Request) -> Cell:
    if not request.things:
        return (Statement("not found", style="absent"),)
    return tuple(_thing(case, request, thing) for thing in request.things)


def _thing(case: Case, request: Request, thing: Thing) -> Statement:
    below = thing.paragraph.id != request.paragraph.id
    words = _without_names(case.document.text, request, thing.span)
    words = quoted(words, LONG_BELOW if below else LONG)
    evidence = (case.at(thing.paragraph, thing.span),)
    return Statement(words.rstrip(" ;,:.") if below else words, evidence, "quote")


def _without_names(text: str, request: Request, asked: Span) -> str:
    """What is asked; behind a condition without the names, which stand beside it.

    "If it is dark, … (shall) light lamps": not where more is said of those who are named.
    """
    first, last = request.addressees[0].span, request.addressees[-1].span
    behind = asked.holds(first) and condition().match(text, asked.start, first.start)
    act = modal().match(text, last.end, asked.end) or _plain().match(text, last.end, asked.end)
    alone = text.startswith(",", last.end) or act
    if not (behind and alone and asked.holds(last)):
        return asked.of(text)
    return f"{text[asked.start : first.start]}…{text[last.end : asked.end]}"


def _plain() -> re.Pattern[str]:
    """The plain form of a verb behind its subject: "the Mission leave"."""
    return words_around().subjunctive


def _when(case: Case, request: Request) -> Cell:
    limits = [
        Statement(words, (_words_at(case, paragraph, words),), "quote")
        for paragraph, words in request.deadlines
    ]
    reports = request.reports
    said = [Statement("Report or update", case.each(reports))] if reports else []
    return tuple(limits + said)


def _words_at(case: Case, paragraph: Paragraph, words: str) -> Evidence:
    at = paragraph.text.find(words)
    start = paragraph.span.start + at
    return case.at(paragraph, Span(start, start + len(words)) if at >= 0 else None)
