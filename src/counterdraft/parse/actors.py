"""The actors at the heads of noun phrases: who a stretch of text names as somebody to ask.

In: straightened text and a stretch of it, the organ that speaks. Out: ``Actor`` values
in order: class, span, and the state's name for a named state. Those who stand in an aside
("in consultation with Member States") or inside of what describes another are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.addressees import OFFICES
from counterdraft.lexicon.generic import generic
from counterdraft.lexicon.joining import preposition, relative
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.parties import parties_to
from counterdraft.lexicon.requests import requests
from counterdraft.model import AddresseeClass, Span
from counterdraft.parse.actor import Actor, class_at_end
from counterdraft.parse.actor_heads import head_at
from counterdraft.parse.actor_states import named_states
from counterdraft.parse.longer_names import ACRONYM, unknown
from counterdraft.parse.persons import names_again
from counterdraft.parse.pronouns import meant_by
from counterdraft.parse.whole_names import whole_name

# How far from the last one an actor of no known class still is one.
_NEAR = 25
# No list of addressees is longer, in characters.
_REACH = 1500
_FEW = 3

_PLACE = re.compile(r" (?:in|at) (?:the )?(?:[A-Z][\w'-]+ )*[A-Z][\w'-]+, $")


class _Joints(NamedTuple):
    """What joins phrases.

    ``separator`` stands between any two; "(" where those named in particular stand in brackets.
    ``joined`` stands between two subjects of a clause, ``again`` is a preposition before the second
    ("to donors and to the private sector"), ``further`` goes on behind a relative clause ("States,
    which have the duty, and all other actors"), ``beyond`` behind those named in particular.
    """

    separator: re.Pattern[str]
    joined: re.Pattern[str]
    again: re.Pattern[str]
    further: re.Pattern[str]
    beyond: re.Pattern[str]


@cache
def _joints() -> _Joints:
    words, particular = requests().phrases, requests().particular.pattern
    return _Joints(
        re.compile(
            rf", (?:(?:{words.joining}|including) )?| (?:{words.joining}|including) |/(?!\d)"
            rf"| \((?={particular})"
        ),
        re.compile(rf"{ACRONYM}(?:,? (?:{words.joining}) |, )"),
        re.compile(rf"(?:{words.leading}) {words.opening}"),
        re.compile(rf", (?:{words.joining}) {words.opening}"),
        re.compile(rf",? {words.beyond}"),
    )


def find_actors(
    text: str,
    start: int,
    stop: int,
    organ: Organ | None,
    *,
    chain: bool = True,
    first: Sequence[Actor] = (),
) -> list[Actor]:
    """The actors at the heads of the noun phrases joined from ``start`` on.

    Nobody where the first phrase names none, but for those ``first`` that end at ``start``.
    Without ``chain``, the first, and those that are joined to it directly. A comma before the
    infinitive closes an aside that began after another one: "urges States, through regional or
    global organizations, to …".
    """
    words = requests()
    found: list[Actor] = list(first)
    stop = min(stop, start + _REACH)
    closed = text.startswith(", to ", stop)
    at = _next_phrase(text, start, stop) if first else start
    aside = False
    while at is not None and at < stop:
        named = None if aside else _particular(text, found, at, stop, organ)
        at = at if named is None else named
        if found and named is None and words.aside.match(text, at, stop):
            at, aside = _past_aside(text, at, stop, closed=closed), True
            continue
        aside = False
        again = _same_person(text, found, at, stop)
        if again:
            at = _next_phrase(text, again, stop)
            continue
        meant = meant_by(text, at, stop) if at == start else None
        head = [Actor(*meant)] if meant else head_at(text, at, stop, organ)
        if head and found and _describes(text, found[-1], head[0]):
            head = []  # "the independence of judges and lawyers": in what describes another
        if head and head[0].name and found and _PLACE.search(text, found[-1].span.end, at):
            head = []  # "the Conference held in Suva, Fiji, to"
        head = [whole_name(text, each, stop, organ, chain=chain) for each in head]
        head = head or _unknown(text, found, at, stop)
        found += [_of_the_system(found, each, text) for each in head] if found else head
        if not found:
            return []
        if head and not chain:
            return found + coordinated(text, head[-1].span.end, stop, organ)
        at = _next_phrase(text, head[-1].span.end if head else at, stop)
    return found


def _unknown(
    text: str, found: list[Actor], at: int, stop: int, *, listed: bool = True
) -> list[Actor]:
    """A member of a list that no table knows: no list is told shorter than it is."""
    end = unknown(text, found[-1].span.end, at, stop, listed=listed) if found else None
    class_: AddresseeClass | None = "other" if end else None
    if end and actors().classes.get(text[at:end].rpartition(" ")[2]) == "member_states":
        class_ = "member_states"  # "the Eastern European States"
    if found and end is None and text[found[-1].span.end : at] in {", ", " and ", ", and "}:
        edge = _separator(text, at, stop)
        end = edge.start() if edge else stop
        words = text[at:end].split(" ")
        class_ = (
            class_at_end(text, at, end) if len(words) <= _FEW and text[at:end].islower() else None
        )
    if end is None or class_ is None or _is_nobody(text, found[-1], Span(at, end)):
        return []
    return [Actor(class_, Span(at, _name_around(text, at, stop, end) or end))]


def _is_nobody(text: str, before: Actor, at: Span) -> bool:
    """Whether words that stand as a member of a list are a text, a thing, or of the name before.

    "The Division for Ocean Affairs and the Law of the Sea" is one.
    """
    head = preposition().split(at.of(text).removeprefix("the "))[0]
    noun, (things, endings) = head.rpartition(" ")[2].lower(), actors().things
    quality = noun.endswith(actors().adjectives)
    # "BINUB and the Facilitation": what has an article and a capital is called so.
    called = at.of(text).startswith("the ") and head[:1].isupper()
    word = head == head.rpartition(" ")[2]
    thing = quality or (not called and (noun in things or noun.endswith(endings)))
    of_it = (
        before.class_ in actors().organized
        and bool(preposition().search(before.span.of(text)))
        and " and " in text[before.span.end : at.start + 1]
    )
    return noun in actors().documents or of_it or (word and thing and noun not in actors().persons)


def _describes(text: str, before: Actor, one: Actor) -> bool:
    """Whether somebody of no known class stands too far behind the last one to be asked too."""
    far = one.class_ == "other" and one.span.start - before.span.end > _NEAR
    return far and one.span.of(text).rpartition(" ")[2] not in generic().nouns


def _same_person(text: str, found: list[Actor], at: int, stop: int) -> int | None:
    """Where the name of the person ends who was told by an office: "the Envoy, Mr. Vael, to"."""
    if not found or found[-1].class_ not in OFFICES or not text.endswith(", ", 0, at):
        return None
    known = actors().terms.match(text, at, stop)
    return None if known else names_again(text, at, stop)


def _particular(
    text: str, found: list[Actor], at: int, stop: int, organ: Organ | None
) -> int | None:
    """Where those are named of whom it is asked in particular; None where that tells nobody new.

    "All States, in particular Fiji" tells Fiji; of "all States, especially those in the region" and
    "the Union, notably its Mission" the others are a part that bears no name of its own.
    """
    words = requests()
    opening = words.particular.match(text, at, stop) if found else None
    if opening is None or words.of_them.match(text, opening.end(), stop):
        return None
    if words.joined.beside.search(text, found[-1].span.end, at):
        return None  # "cooperation with other States, particularly Fiji": they are not asked
    head = head_at(text, opening.end(), stop, organ)
    if not head:
        end = unknown(text, found[-1].span.end, opening.end(), stop, listed=True)
        return opening.end() if end and _is_one_name(text[opening.end() : end]) else None
    printed = head[0].span.of(text)
    named = head[0].name or (head[0].class_ != "member_states" and not printed.islower())
    new = head[0].class_ not in {each.class_ for each in found}
    if head[0].class_ == "member_states" and found[-1].span.of(text).endswith(parties_to().ends):
        new = False  # "all parties, in particular States of the region"
    return opening.end() if named or new else None


def _is_one_name(words: str) -> bool:
    """Whether words in capitals that no table knows are somebody, and no place: "Lantern Bay"."""
    return words.startswith("the ") or words.isupper()


def _of_the_system(before: list[Actor], one: Actor, text: str) -> Actor:
    """ "United Nations departments, organizations and programmes": they are of it all."""
    named = text[before[-1].span.start : before[-1].span.end]
    bare = text[one.span.start : one.span.end]
    listed = before[-1].class_ == "un_entities" and "United Nations " in named
    if listed and one.class_ == "regional_orgs" and " " not in bare and bare.islower():
        return replace(one, class_="un_entities")
    return one


# -- from one phrase to the next


def _next_phrase(text: str, at: int, stop: int) -> int | None:
    """Where the phrase joined to the one that ends at ``at`` begins."""
    if _opens_states(text, at, stop):
        return at + len(" (")
    if text.startswith(" ", at) and requests().helpers.match(text, at + 1, stop):
        return None  # "A in consultation with B and C to": they help, with a comma or without
    separator = _separator(text, at, stop)
    if separator is None:
        return None
    if separator[0] != ", " and relative().search(text[at : separator.start()]):
        return _past_comma(text, separator.start(), stop)
    again = _joints().again.match(text, separator.end(), stop)
    return again.end() if again else separator.end()


def _opens_states(text: str, at: int, stop: int) -> bool:
    """Whether States follow in brackets, which say who those before are: " (Fiji, …"."""
    if not text.startswith(" (", at):
        return False
    begin = at + len(" (")
    return len(named_states(text, begin, begin, stop)) > 1


def _separator(text: str, at: int, stop: int) -> re.Match[str] | None:
    """The next comma or "and" that joins phrases, and is not part of a name."""
    separator = _joints().separator
    found = separator.search(text, at, stop)
    while found and "and" in found[0] and text[found.end() : found.end() + 1].isupper():
        end = _name_around(text, at, stop, found.start())
        if end is None:
            return found
        at = end
        found = separator.search(text, at, stop)
    return found


def _name_around(text: str, at: int, stop: int, place: int) -> int | None:
    """Where the actor's name ends that goes on through ``place``."""
    for known in (actors().terms, actors().patterns):
        for name in known.finditer(text, at, stop):
            if name.start() < place < name.end():
                return name.end()
    return None


def coordinated(text: str, at: int, stop: int, organ: Organ | None) -> list[Actor]:
    """What is joined directly to the subject of a "that" clause, which ends at ``at``."""
    joined = _joints().joined.match(text, at, stop)
    if joined is None:
        return []
    before = [Actor("other", Span(at, at))]
    named = _particular(text, before, joined.end(), stop, organ)
    begin = joined.end() if named is None else named
    head = [
        whole_name(text, each, stop, organ, chain=False)
        for each in head_at(text, begin, stop, organ)
    ]
    head = head or _unknown(text, before, begin, stop, listed=named is not None)
    return head + coordinated(text, head[-1].span.end, stop, organ) if head else []


def _past_aside(text: str, at: int, stop: int, *, closed: bool) -> int | None:
    """Where the list goes on behind the aside at ``at``; None where it does not.

    What follows "in cooperation with" is a list of those who help.
    """
    words = requests()
    further = None
    if relative().match(text, at, stop):
        further = _joints().further.search(text, at, stop)
    elif words.particular.match(text, at, stop):
        further = _joints().beyond.search(text, at, stop)
    if closed and further:
        return further.end()
    if closed and words.of_their_own.match(text, at, stop):
        more = words.behind_it.match(text, max(at, text.find(", ", at, stop)), stop)
        if more:
            return more.end()
    interrupted = text.endswith(words.phrases.interrupted, 0, at)
    joined = interrupted and not words.particular.match(text, at, stop)
    if words.helpers.match(text, at, stop) or (closed and not joined):
        return None
    return _past_comma(text, at, stop)


def _past_comma(text: str, at: int, stop: int) -> int:
    comma = text.find(", ", at, stop)
    return comma + 2 if comma >= 0 else stop
