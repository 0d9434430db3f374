"""Who is asked to do what, in the strongest terms of the text; what the organ does itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief import requests
from counterdraft.brief.case import Case
from counterdraft.brief.head.sentence import Sentence, said, whole
from counterdraft.brief.report import Evidence
from counterdraft.brief.requests import Request
from counterdraft.brief.summary import (
    acts_of_the_organ,
    follow_up,
    names_of,
    verb_of_the_act,
    words_of_the_act,
)
from counterdraft.lexicon.force import labels, stronger
from counterdraft.lexicon.intensity import intensifiers
from counterdraft.lexicon.languages import language_said
from counterdraft.lexicon.routine import is_routine
from counterdraft.model import Paragraph
from counterdraft.text.wording import counted, listed, shortened

MOST = 3
QUOTE = 150
ALONE = 240  # of a quotation that has a sentence to itself
# By these the organ settles something; by others of its own acts it takes a stand.
SETTLES = frozenset({"decide", "authorize"})
# What is asked of nobody stands out where it is so much of all that is asked.
FIFTH = 5


def asked(case: Case) -> Iterator[Sentence]:
    """The strongest requests in their own words, and how many there are in all."""
    found = requests.requests(case.resolution)
    if not case.is_english:
        yield from _not_read(case)
    elif found:
        strongest = _strongest(found)
        told = listed([_quoted(each) for each in strongest])
        more = len(found) > len(strongest)
        lead = f"it makes {counted(len(found), 'request')}; in its" if more else "in its"
        text = f"{lead} strongest terms it {told}; it {follow_up(case, found)}"
        yield from said("asks", 90, text, [_at(case, each) for each in strongest], "asks")
    elif case.asks_are_read and not requests.unaddressed(case.resolution):
        unread = "; its annexes were not read for that" if case.resolution.annexes else ""
        text = f"its operative part asks nobody for anything, as far as was found{unread}"
        yield from said("asks", 40, text, whole(case), "asks")


def _not_read(case: Case) -> Iterator[Sentence]:
    """What is not known of a text that is not in English."""
    text = (
        f"it is in {language_said(case.resolution.language)}, and whom it asks, which treaties and "
        "dates it names, what it claims and what it would do are read in English alone: of these "
        "nothing is known here"
    )
    yield from said("asks", 90, text, whole(case), "method")


def own_acts(case: Case) -> Iterator[Sentence]:
    """What the organ decides by itself, but for what closes nearly every resolution."""
    every = acts_of_the_organ(case)
    acts = [each for each in every if _settles(case, each)]
    if acts:
        organ = case.resolution.organ or "organ"
        most = QUOTE if len(acts) > 1 else ALONE
        quotes = [f"\u201c{_begun(_with_point(case, each), most)}\u201d" for each in acts[:MOST]]
        more = f"; it acts in {counted(len(every), 'paragraph')} in all" if every[MOST:] else ""
        text = f"the {organ} itself {listed(quotes)}{more}"
        yield from said("effect", 45, text, case.each(acts), "asks")


def _with_point(case: Case, act: Paragraph) -> str:
    """An act's words, with its first point where they lead up to a list."""
    first = next(requests.children(case.resolution, act), None)
    words = words_of_the_act(case, act)
    return f"{words} {first.text}" if first and words.rstrip().endswith(":") else words


def _settles(case: Case, act: Paragraph) -> bool:
    verb = verb_of_the_act(case, act)
    return verb is not None and verb.force in SETTLES and not is_routine(act.text)


def unaddressed(case: Case) -> Iterator[Sentence]:
    """What is asked for, with nobody named who is to do it."""
    found = requests.unaddressed(case.resolution)
    if found:
        paragraph, verb = found[0]
        start, below = paragraph.span.start, requests.under(paragraph, verb)
        end = below.end if below else verb.span.end
        words = _begun(paragraph.text[verb.span.start - start : end - start], ALONE)
        text = f"it asks for something, and of whom was not recognized: \u201c{words}\u201d"
        places = [case.at(p, verb.span) for p, verb in found]
        much = FIFTH * len(found) >= len(requests.requests(case.resolution))
        yield from said("effect", 35 if much else 20, text, places, "asks")


def _strongest(found: Sequence[Request]) -> list[Request]:
    """Some requests by verbs that none in the text is stronger than, in the text's order.

    One of each class of force comes first, then those that ask others than these do; of two, the
    one whose verb is made stronger.
    """
    forces = {each.force for each in found if each.force} & requests.asking_forces()
    top = [force for force in labels() if force in _maximal(forces)]
    ranked = sorted(
        (each for each in found if each.force in top), key=lambda each: not _is_intense(each)
    ) or list(found)
    chosen = [next(each for each in ranked if each.force == force) for force in top][:MOST]
    while len(chosen) < MOST and (rest := [each for each in ranked if each not in chosen]):
        names = set(names_of(chosen))
        chosen.append(next((each for each in rest if not names & set(names_of([each]))), rest[0]))
    return sorted(chosen, key=found.index)


def _maximal(forces: set[str]) -> set[str]:
    return {one for one in forces if not any(stronger(other, one) for other in forces)}


def _is_intense(request: Request) -> bool:
    return bool(intensifiers() & set(request.verb.lower().split()))


def _quoted(request: Request) -> str:
    """The request in the text's words from its verb on; of a list, how many points follow."""
    paragraph, verb = request.paragraph, request.addressees[0].verb_span
    inside = paragraph.span.holds(verb)
    words = paragraph.text[verb.start - paragraph.span.start :] if inside else paragraph.text
    lead = "" if inside else f"{request.verb} \u2026 "
    below = [each for each in request.things if each.paragraph.id != paragraph.id]
    if below and below == list(request.things):  # whom it asks, and nothing yet of what
        first, *below = below
        words = f"{words} {first.paragraph.text}"
    points = f" (and {counted(len(below), 'point')} below)" if below else ""
    return f"\u201c{_begun(lead + words)}\u201d{points}"


def _at(case: Case, request: Request) -> Evidence:
    own = next((t for t in request.things if t.paragraph.id == request.paragraph.id), None)
    return case.at(request.paragraph, own.span if own else None)


def _begun(text: str, most: int = QUOTE) -> str:
    """The first words of something, to be quoted within a sentence."""
    return shortened(text[:1].lower() + text[1:].rstrip(" ;.,:"), most)
