"""Who is asked to do what, in the strongest terms of the text; what the organ does itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief import requests
from counterdraft.brief.case import Case
from counterdraft.brief.follow_up import asks_nothing, follow_up, told, without_verb
from counterdraft.brief.head.gist import gist
from counterdraft.brief.head.sentence import Sentence, said, whole
from counterdraft.brief.head.strongest import Strongest, Term, on_its_title, strongest_of, terms
from counterdraft.brief.report import Evidence
from counterdraft.brief.requests import Request, Thing
from counterdraft.brief.summary import (
    acts_of_the_organ,
    verb_of_the_act,
    with_point,
)
from counterdraft.draft.choices import as_quoted, without_remarks
from counterdraft.lexicon.languages import language_said
from counterdraft.lexicon.routine import is_routine
from counterdraft.model import Paragraph, Verb
from counterdraft.wording.english import counted, listed, shortened
from counterdraft.wording.within import within

MOST = 3
QUOTE = 150  # characters
ALONE = 240  # characters of a quotation that has a sentence to itself
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
        every = terms(case.resolution)
        strongest = strongest_of(every)
        titled = on_its_title(every, strongest.shown, case.resolution.title or "")
        words = listed([_quoted(each) for each in strongest.shown])
        of = f", {strongest.number} in all," if strongest.number > len(strongest.shown) else ""
        text = f"{_number(case, found, strongest)}in its strongest terms{of} it {words}; "
        text += f"on the subject of its title it {_quoted(titled)}; " if titled else ""
        text += f"it {told(case, follow_up(case, found))}"
        quoted = (*strongest.shown, *([titled] if titled else ()))
        yield from said("asks", 90, text, [_at(case, each) for each in quoted], "asks")
    elif case.asks_are_read and not requests.unaddressed(case.resolution):
        unread = "; its annexes were not read for that" if case.resolution.annexes else ""
        weight = 90 if without_verb(case) else 40
        yield from said("asks", weight, asks_nothing(case) + unread, whole(case), "asks")


def _number(case: Case, found: Sequence[Request], strongest: Strongest) -> str:
    """How many requests there are, where not all of them are quoted."""
    nobody = len(requests.unaddressed(case.resolution))
    if len(found) + nobody <= len(strongest.shown):
        return ""
    more = f", and {nobody} more for which no addressee was recognized" if nobody else ""
    return f"it makes {counted(len(found), 'request')}{more}; "


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
        quotes = [f"\u201c{as_quoted(gist(_act(case, each), most))}\u201d" for each in acts[:MOST]]
        more = f"; it acts in {counted(len(every), 'paragraph')} in all" if every[MOST:] else ""
        text = f"the {organ} itself {listed(quotes)}{more}"
        # Of a text without a title it says what the text is about.
        weight = 45 if case.resolution.title else 84
        yield from said("effect", weight, text, case.each(acts), "asks")


def _act(case: Case, act: Paragraph) -> str:
    return _lowered(without_remarks(with_point(case, act)))


def _settles(case: Case, act: Paragraph) -> bool:
    verb = verb_of_the_act(case, act)
    return verb is not None and verb.force in SETTLES and not is_routine(act.text)


def unaddressed(case: Case) -> Iterator[Sentence]:
    """What is asked for, with nobody named who is to do it, where no request is quoted so."""
    found = requests.unaddressed(case.resolution)
    shown = strongest_of(terms(case.resolution)).shown if requests.requests(case.resolution) else ()
    if found and all(each.request for each in shown):
        paragraph, verb = found[0]
        words = _begun(_under(paragraph, verb), ALONE)
        instance = ", for instance" if len(found) > 1 else ""
        text = f"where no addressee was recognized, it asks{instance}: \u201c{words}\u201d"
        places = [case.at(p, verb.span) for p, verb in found]
        much = FIFTH * len(found) >= len(requests.requests(case.resolution))
        yield from said("effect", 35 if much else 20, text, places, "asks")


def _quoted(term: Term) -> str:
    """The request in the text's words, to where its task ends; how many points of a list follow."""
    paragraph, verb = term.paragraph, term.own_verb
    things = term.request.things if term.request else ()
    words = _under(paragraph, verb, things) if verb else f"{term.verb} \u2026 {paragraph.text}"
    below = [each for each in things if each.paragraph.id != paragraph.id]
    if below and below == list(things):  # whom it asks, and nothing yet of what
        first, *below = below
        words = f"{words} {first.paragraph.text}"
    points = f" (and {counted(len(below), 'point')} below)" if below else ""
    return f"\u201c{_begun(words)}\u201d{points}"


def _under(paragraph: Paragraph, verb: Verb, things: Sequence[Thing] = ()) -> str:
    """A verb and what it asks; where that is not known, all to the next verb."""
    start, below = paragraph.span.start, requests.under(paragraph, verb)
    own = [each.span.end for each in things if each.paragraph.id == paragraph.id]
    end = max(own, default=below.end if below else verb.span.end)
    colon = ":" if paragraph.text[end - start : end - start + 1] == ":" else ""
    return paragraph.text[verb.span.start - start : end - start] + colon


def _at(case: Case, term: Term) -> Evidence:
    things = term.request.things if term.request else ()
    own = next((t.span for t in things if t.paragraph.id == term.paragraph.id), None)
    return case.at(term.paragraph, own)


def _begun(text: str, most: int = QUOTE) -> str:
    """The first words of something, to be quoted within a sentence."""
    return as_quoted(shortened(_lowered(without_remarks(text)), most))


def _lowered(text: str) -> str:
    """Words as they stand within a sentence, without the marks at their end."""
    return within(text).rstrip(" ;.,:")
