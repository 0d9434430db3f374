"""An actor → the actor by its whole name, where that goes on behind what is known of it.

In: straightened text, an ``Actor`` whose head was found. Out: the same, or whoever bears the longer
name: "the Myanmar armed forces" are not Myanmar.
"""

from __future__ import annotations

import re
from typing import cast

from msgspec.structs import replace

from counterdraft.lexicon.actors import actors, envoys, united_nations
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.requests import requests
from counterdraft.model import AddresseeClass, Span
from counterdraft.parse.actor import Actor, class_by_noun
from counterdraft.parse.actor_heads import head_at
from counterdraft.parse.longer_names import belonging, run_on
from counterdraft.parse.memberships import MEMBERS, members

# "United Nations peacekeeping, peacebuilding and political missions": one head for them all.
_JOINED_BEFORE_HEAD = re.compile(
    r" (?:[a-z-]+(?<!s), )*[a-z-]+(?<!s) and(?P<rest> [a-z-]+(?<!s)(?: [a-z-]+)? [a-z]+s)\b"
)
# "The Special Representative of the Secretary-General for Children and Armed Conflict" is one.
_MATTER = re.compile(r" (?:for|on) (?:the )?(?=[A-Z])")
_AND_THE = re.compile(r" and (?=the [A-Z])")
_LOWER = re.compile(r" ([a-z][a-z-]*)\b")
_AGAINST = re.compile(r" against (?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*")
# "The Special Envoy of the Secretary-General for the Great Lakes region" is one.
_REGION = re.compile(r" region\b")
_EDGE = re.compile(r",| and | or ")


def whole_name(
    text: str, one: Actor, stop: int, organ: Organ | None, *, chain: bool = True
) -> Actor:
    """An actor by its whole name, where that goes on behind what is known of it.

    Without ``chain`` a verb may follow, and words in small letters are none of a name.
    """
    start, end = one.span.start, one.span.end
    if text.endswith(MEMBERS, start, end):
        return members(text, one, stop, lambda at: _named(text, at, stop, organ, chain))
    if one.class_ == "secretary_general" and envoys().nouns.search(text, start, end):
        return replace(one, span=Span(start, _with_matter(text, end, stop, organ)))
    if chain and one.class_ == "un_entities" and text.endswith(united_nations().system, 0, end):
        end = _of_the_united_nations(text, end, stop)
        one = replace(one, span=Span(start, end))
    if chain and text.endswith((" on", " of"), start, end):
        return replace(one, span=Span(start, _mandate(text, end, stop, organ)))
    if one.class_ == "secretary_general" and text.startswith((" for ", " on "), end):
        return replace(one, span=Span(start, _for_what(text, one.span, stop, organ)))
    described = _described(text, one, stop, organ) if text.startswith(" ", end) else None
    if described:
        return described
    state = bool(one.name) or text[start:end].endswith(" State")
    # "The Small Island Developing States Dock" is one body, and no States.
    states = one.class_ == "member_states" and text.endswith("States", start, end)
    if not (state or states or one.class_ in actors().organized):
        return one
    whole = Span(start, run_on(text, end, stop, lambda at: bool(head_at(text, at, stop, organ))))
    if whole.end == end:
        return one
    if state:
        return Actor(class_by_noun(text, whole), whole)
    head = head_at(text, end + 1, stop, organ)
    united = text.endswith("United Nations", 0, end) and head and head[0].class_ != "other"
    if head and (united or head[0].class_ == "member_states"):
        return Actor(head[0].class_, whole)
    if states:
        return Actor("other", whole)
    person = one.class_ in {"special_procedures", "secretary_general"}
    panel = person and text.endswith(tuple(actors().bodies), end, whole.end)
    return Actor("other" if panel else one.class_, whole)


def _named(text: str, at: int, stop: int, organ: Organ | None, chain: bool) -> list[Actor]:
    """Whoever is named at a place, by the whole name."""
    heads = head_at(text, at, stop, organ)
    return [whole_name(text, each, stop, organ, chain=chain) for each in heads]


def _with_matter(text: str, end: int, stop: int, organ: Organ | None) -> int:
    """Where an envoy's name ends, whose office may ``end`` with what it is for.

    As it was where that goes on with another place or matter: "for Lusk and the Salt Coast".
    """
    matter = _MATTER.match(text, end, stop)
    if matter is None:
        return end
    at = matter.end() - 1
    whole = run_on(text, at, stop, lambda place: bool(head_at(text, place, stop, organ)))
    more = _AGAINST.match(text, whole, stop) or _REGION.match(text, whole, stop)
    whole = more.end() if more else whole
    further = _AND_THE.match(text, whole, stop)
    if whole == at or (further and not head_at(text, further.end(), stop, organ)):
        return end
    return whole


def _mandate(text: str, end: int, stop: int, organ: Organ | None) -> int:
    """Where "the Special Rapporteur on the right to food" ends: where somebody else is named.

    "Judges and lawyers", of no known class, are of the mandate's matter.
    """
    for edge in _EDGE.finditer(text, end, stop):
        head = head_at(text, edge.end(), stop, organ)
        if edge[0] == "," or (head and head[0].class_ != "other"):
            return edge.start()
    return stop


def _for_what(text: str, name: Span, stop: int, organ: Organ | None) -> int:
    """Where "the Special Envoy for the Northern Lakes" ends; only envoys are called so."""
    if not any(each in name.of(text) for each in envoys().named):
        return name.end
    end = belonging(text, name.end, stop, lambda at: bool(head_at(text, at, stop, organ)))
    against = _AGAINST.match(text, end, stop)
    return against.end() if against else end


def _described(text: str, one: Actor, stop: int, organ: Organ | None) -> Actor | None:
    """Whoever is named right behind a State's name, or behind "all concerned".

    "The Myanmar armed forces" are asked, and not Myanmar; its authorities are the State.
    """
    at = one.span.end + 1
    noun = actors().of_a_state.match(text, at, stop) if one.name else None
    if noun:
        class_ = cast(AddresseeClass, noun.lastgroup)
        name = one.name if class_ == "named_state" else None
        return Actor(class_, Span(one.span.start, noun.end()), name)
    adjective = one.name and text[at : at + 1].islower() and not text.startswith("and ", at)
    concerned = text[at : at + 1].isupper() and text.endswith("concerned", 0, one.span.end)
    head = head_at(text, at, stop, organ) if adjective or concerned else []
    if not head:
        return None
    whole = whole_name(text, head[0], stop, organ)
    return replace(whole, span=Span(one.span.start, whole.span.end))


def _of_the_united_nations(text: str, end: int, stop: int) -> int:
    """Where a name ends that goes on behind "United Nations": "… country team", "… missions"."""
    joint = _JOINED_BEFORE_HEAD.match(text, end, stop)
    if joint and all(is_of_name(word) for word in _LOWER.finditer(joint["rest"])):
        return joint.end()
    begin = end
    for word in _LOWER.finditer(text, begin, stop):
        doing = word[1].endswith("ing") and end > begin and text[end - 1] == "s"
        if word.start() != end or doing or not is_of_name(word):
            break
        end = word.end()
    return end


def is_of_name(word: re.Match[str]) -> bool:
    """Whether a word can belong to a name, and joins no others to it."""
    words = requests()
    return not (
        word[1] in joining_words() | words.describing
        or word[1].endswith("ly")
        or words.aside.match(word[1])
    )
