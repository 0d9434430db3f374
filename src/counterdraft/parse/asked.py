"""The objects of a verb that asks: who is asked, and for what.

In: straightened text, the verb, the place where its object begins and where its clause ends. Out:
``Addressee`` values. Nobody where nothing is to be done, or where it is to be done to those named.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from counterdraft.lexicon.nominal import nominal
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.reports import a_report, asked_for, following_reports, reports_from
from counterdraft.lexicon.requests import objectless, requests
from counterdraft.model import Addressee, Span
from counterdraft.parse.actor import Actor
from counterdraft.parse.actors import find_actors
from counterdraft.parse.addressee import make
from counterdraft.parse.demonstrative import that_state
from counterdraft.parse.second_actors import second
from counterdraft.parse.task import (
    edge_of,
    infinitive,
    negated,
    object_of,
    past_skipped,
    verb_behind,
)
from counterdraft.parse.unknown_actors import find_qualified, find_somebody, find_subject
from counterdraft.parse.verbs import Match

AND_THAT = re.compile(r"(?:,|;|, and| and|; and) that,? (?!is\b)")
"""Where a further clause begins: "and that they shall"."""

_INNER = re.compile(r"\b(?:that|whether)\b")
_COMMA = re.compile(", ")
_MARK = re.compile("[,;:]")
# Behind a subject: none of a list in an aside, and no name that belongs to a text.
_NOT_BEHIND = re.compile(r"[,;]| (?:resolution|decision)s?\b")
_THEIRS = ("its ", "their ", "they ")
_THAT_LENGTH = 220
_LIST_LENGTH = 160
# "calls for those responsible to be held accountable": they are not asked.
_PASSIVE = re.compile(r"to be\b")


def asked_by(
    text: str, verb: Match, start: int, stop: int, organ: Organ | None, *, point: bool = False
) -> list[Addressee]:
    """The objects of a verb that asks; ``point``: it stands in the paragraph above."""
    at = object_of(text, start, stop)
    if text.startswith(("that ", "That "), at) and not that_state(text, at, stop):
        return clause(text, verb, at + len("that "), stop, organ)
    if text.startswith("that, ", at):
        return clause(text, verb, at + len("that"), stop, organ)
    nominal = _nominal(text, verb, at, stop, organ)
    if nominal:
        return nominal
    report = _for_report(text, verb, at, stop, organ)
    if report:
        return report
    to = infinitive(text, at, stop)
    said = _said(text, verb, at, to or stop)
    if said is not None:
        return _reminded(text, verb, Span(at, said), stop, organ)
    if to is None:
        edge = begin = edge_of(text, at, stop)
        heads = find_actors(text, at, edge, organ)
        asked = bool(heads) and _lists(text, verb, heads[-1].span.end, stop, point)
    else:
        edge, begin = to, negated(text, at, text.index("to", to))
        passive = bool(_PASSIVE.match(text, begin, stop))
        anybody = verb.lemma in requests().of_persons and not passive
        heads = (
            find_actors(text, at, edge, organ)
            or _somebody(text, at, edge, organ)
            or find_qualified(text, at, edge, anybody=anybody)
            or _qualified_before_aside(text, at, edge, anybody=anybody)
        )
        asked = not (verb.lemma == "call for" and passive)
    plain = requests().subjunctive.match(text, heads[-1].span.end, stop) if heads else None
    if plain and not text.startswith(",", heads[-1].span.end):
        begin, asked = plain.start() + 1, True  # "demands all parties allow access to the lamps"
    if heads and asked:
        return _made(text, heads, verb, Span(begin, stop), organ, Span(start, at))
    also = _and_for().search(text, at, stop) if verb.lemma == "call for" else None
    return asked_by(text, verb, also.end(), stop, organ) if also else []


def _qualified_before_aside(text: str, at: int, edge: int, *, anybody: bool) -> list[Actor]:
    """ "The institutes of the Programme, within their mandates,": those before the first comma.

    Without an article they are somebody by their noun alone.
    """
    begin = at + len("to ") * text.startswith("to ", at)
    comma = text.find(", ", begin, edge)
    if comma < 0 or not requests().aside.match(text, comma + len(", "), edge):
        return []
    anybody = anybody and text.startswith("the ", begin)
    return find_qualified(text, begin, comma, anybody=anybody)


@cache
def _and_for() -> re.Pattern[str]:
    """ "Calls for peace and for all States to act"."""
    return re.compile(rf",? and for {requests().phrases.opening}")


def _made(
    text: str, heads: list[Actor], verb: Match, action: Span, organ: Organ | None, before: Span
) -> list[Addressee]:
    """Those who are asked, and whoever the same verb asks behind them for something else.

    ``before`` is the aside that stands between the verb and them: "requests, within 60 days, …".
    """
    also = second(text, verb, action, organ)
    if also is None:
        return make(text, heads, verb, action, before)
    edge, start = also
    # "A to undertake, and upon B to ensure, patrols": the object stands behind both.
    shared = objectless().fullmatch(text, action.start, edge)
    own = action if shared else Span(action.start, edge)
    found = make(text, heads, verb, own, before)
    return found + asked_by(text, verb, start, action.end, organ)


def _lists(text: str, verb: Match, at: int, stop: int, point: bool) -> bool:
    """Whether a list of things to do follows the actors: "Calls upon States:".

    It may be long before it begins where the verb alone shows that something is asked:
    "Calls upon States, in accordance with …, and bearing in mind …:".
    """
    tail = text[at:stop].rstrip()
    if not tail.endswith(":"):
        return False
    return len(tail) < _LIST_LENGTH or (
        verb.lemma in requests().lists and not point and tail.startswith((":", ","))
    )


def _for_report(text: str, verb: Match, at: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Asks the Secretary-General for a report": what is asked is a thing, and no infinitive."""
    if verb.lemma not in requests().for_things:
        return []
    # A limit before the thing may have been skipped with it: "within 60 days a report from".
    begins = (min(verb.act_end + 1, stop), at)
    from_them = next(
        filter(None, (reports_from().match(text, each, stop) for each in begins)), None
    )
    if from_them:
        return _report_from(text, verb, from_them, stop, organ)
    asked = asked_for().search(text, at, min(stop, at + _THAT_LENGTH))
    heads = find_actors(text, at, asked.start(), organ) if asked else []
    if asked is None or not heads or heads[-1].span.end != asked.start():
        return []
    return make(text, heads, verb, Span(asked.start() + 1, stop))


def _report_from(
    text: str, verb: Match, found: re.Match[str], stop: int, organ: Organ | None
) -> list[Addressee]:
    """ "Requests a report from the Secretary-General", "requests from him a report"."""
    if found["thing"]:
        heads = find_actors(
            text, found.end(), min(stop, found.end() + _THAT_LENGTH), organ, chain=False
        )
        before = Span(verb.act_end, found.start("thing"))
        asked = make(text, heads, verb, Span(found.start("thing"), stop), before)
        return [replace(each, reporting=True) for each in asked]
    if following_reports().match(text, verb.act_end):
        ends = _MARK.search(text, found.end(), stop)
        heads = _subject(text, found.end(), stop, organ) or _somebody(
            text, found.end(), ends.start() if ends else stop, organ
        )
        asked = make(text, heads, verb, Span(heads[-1].span.end, stop)) if heads else []
        return [replace(each, reporting=True) for each in asked]
    thing = a_report().search(text, found.end(), min(stop, found.end() + _THAT_LENGTH))
    heads = find_actors(text, found.end(), thing.start(), organ) if thing else []
    if thing is None or not heads or heads[-1].span.end != thing.start():
        return []
    asked = make(text, heads, verb, Span(thing.start(), stop))
    return [replace(each, reporting=True) for each in asked]


def _somebody(text: str, at: int, edge: int, organ: Organ | None) -> list[Actor]:
    """Somebody of no known class, and whoever is joined to them."""
    first = find_somebody(text, at, edge, organ)
    return find_actors(text, first[-1].span.end, edge, organ, first=first) if first else []


def _nominal(text: str, verb: Match, at: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Encourages the adoption by States of …": the object is the act, the actor stands in it."""
    words = nominal()
    found = words.opening.match(text, at, stop) if verb.lemma in words.verbs else None
    if found is None or requests().done.search(text, at, found.end()):
        return []
    ends = words.ends.search(text, found.end(), stop)
    heads = find_actors(text, found.end(), ends.start() if ends else stop, organ)
    heads = _to_the_end(text, heads, stop, organ)
    told = reports_from().match(text, at, stop)
    asked = make(text, heads, verb, Span(at, stop))
    return [replace(each, reporting=True) for each in asked] if told and told["thing"] else asked


def _to_the_end(text: str, heads: list[Actor], stop: int, organ: Organ | None) -> list[Actor]:
    """The last of them by the whole name, which may go on behind what seemed to end the list.

    "Between Fiji and the Council (of Europe in this field)": not where that is a list of its own.
    """
    if not heads:
        return []
    last = heads[-1].span
    whole = find_actors(text, last.start, stop, organ, chain=False)[:1]
    longer = whole and whole[0].span.start == last.start and whole[0].span.end > last.end
    if not longer or text.endswith((" of", " on", " for"), 0, whole[0].span.end):
        return heads
    # "The Department of Lamps of Fiji, Samoa and …": the list is of another "of".
    comma = text.find(", ", last.end, whole[0].span.end)
    end = text.rfind(" of ", last.end, comma) if comma >= 0 else whole[0].span.end
    if end <= last.end:
        return heads
    first = [*heads[:-1], replace(whole[0], span=Span(last.start, end))]
    # "Between the parties to the Convention on Lamps and Wicks and the Lamp Organization".
    ends = nominal().ends.search(text, end, stop)
    found = find_actors(text, end, ends.start() if ends else stop, organ, first=first)
    return _to_the_end(text, found, stop, organ) if len(found) > len(first) else first


def clause(text: str, verb: Match, start: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Recommends that Member States adopt …, and that host countries include …"."""
    joint = _next_that(text, start, stop, organ)
    at, heads = _behind_aside(text, start, stop, organ)
    found: list[Addressee] = []
    if heads and not requests().passive.match(text, heads[-1].span.end, stop):
        edge = joint.start() if joint else stop
        begin = verb_behind(text, heads[-1].span.end, edge)
        found = make(text, heads, verb, Span(begin, edge), Span(start, at))
    return found + (clause(text, verb, joint.end(), stop, organ) if joint else [])


def _behind_aside(text: str, start: int, stop: int, organ: Organ | None) -> tuple[int, list[Actor]]:
    """The subject of a clause, and where it begins: "that, when it is dark, the Mayor light"."""
    at = past_skipped(text, start, stop)
    if not text.startswith(", ", start):
        return at, _subject(text, at, stop, organ)
    commas = _COMMA.finditer(text, max(at, start + 1), min(stop, start + _THAT_LENGTH))
    for begin in (at, *(comma.end() for comma in commas)):
        heads = _subject(text, begin, stop, organ)
        if heads and ", " in text[heads[0].span.start : heads[-1].span.end]:
            break  # "in line with the rules of A, B and C, all parties": no telling who
        if heads and not _NOT_BEHIND.match(text, heads[-1].span.end):
            return begin, heads
    return at, []


def _next_that(text: str, start: int, stop: int, organ: Organ | None) -> re.Match[str] | None:
    """Where the next clause with a subject of its own is joined.

    What "ensure that A, and that B" says is of one clause; "and that its members disband" is
    asked of those whose members they are, and "and that they disband" of those already named.
    """
    for joint in AND_THAT.finditer(text, start, stop):
        if _INNER.search(text, start, joint.start()):
            return None
        if text.startswith(_THEIRS, joint.end()):
            continue
        if _subject(text, joint.end(), stop, organ):
            return joint
    return None


def _subject(text: str, at: int, stop: int, organ: Organ | None) -> list[Actor]:
    """Who is to do what a clause says."""
    stop = min(stop, at + _THAT_LENGTH)
    return find_actors(text, at, stop, organ, chain=False) or find_subject(text, at, stop, organ)


def _said(text: str, verb: Match, at: int, to: int) -> int | None:
    """Where "that" opens what somebody is reminded of, before any infinitive."""
    words = requests()
    found = words.statement.search(text, at, to) if verb.lemma in words.stating else None
    return found.start() if found else None


def _reminded(
    text: str, verb: Match, before: Span, stop: int, organ: Organ | None
) -> list[Addressee]:
    """ "Reminds States that they must …": nobody is asked by what is said of another matter."""
    that = requests().statement.match(text, before.end, stop)
    duty = requests().bound.match(text, that.end(), stop) if that else None
    if duty is None:
        return []
    heads = find_actors(text, before.start, before.end, organ)
    return make(text, heads, verb, Span(duty.start("duty"), stop))
