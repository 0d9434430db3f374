"""The head of one noun phrase: the actor who is named there, after modifiers.

In: straightened text and the place where a phrase begins, the organ that speaks. Out: ``Actor``
values, several for a list of states.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from msgspec.structs import replace

from counterdraft.lexicon.actors import able, actors, envoys, own, united_nations
from counterdraft.lexicon.addressees import OFFICES
from counterdraft.lexicon.joining import capitals
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.parties import parties_to
from counterdraft.model import AddresseeClass, Span
from counterdraft.parse.actor import Actor, class_of_term, settled
from counterdraft.parse.actor_states import named_states
from counterdraft.parse.demonstrative import that_state
from counterdraft.parse.longer_names import belonging
from counterdraft.parse.persons import person_end

_MOST_MODIFIERS = 9
# "Short- and long-term donors": the first describes them as well.
_SUSPENDED = "-"
_WORD = re.compile(r"[\w'-]+")
_GAP = re.compile(r",? ")
# The class of an envoy, or of a Secretary-General, by whose it is.
_OF_OWNERS: dict[AddresseeClass, AddresseeClass] = {
    "regional_orgs": "regional_orgs", "named_state": "other", "un_entities": "un_entities",
}  # fmt: skip
_NAMED_WITHIN = 400
_OF_A_STATE = re.compile(r" of (?:the )?")


def head_at(text: str, at: int, stop: int, organ: Organ | None) -> list[Actor]:
    """The actor whose name, after modifiers, begins at ``at``; several for a list of states."""
    if text.startswith(able().openings, at) and able().named.match(text, at, stop):
        return [Actor("donors", Span(at, stop))]
    one = that_state(text, at, stop) if text.startswith("that ", at) else None
    if one:
        return [Actor("named_state" if one.name else "member_states", one.span, one.name)]
    person = person_end(text, at, stop)
    if person:
        return [_named_person(text, Span(at, person), stop, organ)]
    table = actors()
    place = at
    for _ in range(_MOST_MODIFIERS):
        word = _WORD.match(text, place, stop)
        if word is None:
            return []
        known = _modifies(word[0])
        if not (known and word[0].lower() in table.articles):
            found = _actor(text, at, place, stop, organ)
            if found:
                return found
        if table.agents.match(word[0]) and _closes(text, word.end(), stop):
            return [Actor("other", Span(at, word.end()))]
        gap = _GAP.match(text, word.end(), stop) if known else None
        describing = word[0].endswith((*table.adjectives, _SUSPENDED))
        if gap is None or (gap[0] == ", " and not describing):
            return _owned(text, at, stop, organ)
        place = gap.end()
    return []


def _named_person(text: str, name: Span, stop: int, organ: Organ | None) -> Actor:
    """ "Ms. Vael", of no class; "Ms. Vael, Special Rapporteur" is the office that she holds."""
    comma = text.startswith(", ", name.end) and text[name.end + 2 : name.end + 3].isupper()
    office = head_at(text, name.end + 2, stop, organ) if comma else []
    if office and office[0].class_ in OFFICES:
        return replace(office[0], span=Span(name.start, office[0].span.end))
    return Actor("other", name)


def _owned(text: str, at: int, stop: int, organ: Organ | None) -> list[Actor]:
    """ "Fiji's political leaders", "the Secretary-General's Envoy": whoever stands behind "'s"."""
    owner = _owner().match(text, at, stop)
    head = head_at(text, owner.end(), stop, organ) if owner else []
    return [
        Actor(_of_an_owner(each.class_, text[at : owner.end()]), Span(at, each.span.end))
        for each in head[:1]
        if owner and not each.name
    ]


def _of_an_owner(class_: AddresseeClass, owner: str) -> AddresseeClass:
    """The class of an envoy whose owner is told: the Secretary-General's, or another's."""
    ours = any(name in owner for name in envoys().owners)
    return class_ if ours or class_ != "secretary_general" else "other"


@cache
def _owner() -> re.Pattern[str]:
    """A name in capitals, with "'s" at its end."""
    _, joint = capitals()
    return re.compile(rf"(?:the )?[A-Z][\w/-]*(?:{joint}[A-Z][\w/-]*)*'s ")


def _modifies(word: str) -> bool:
    table = actors()
    return (
        word in table.modifiers
        or word.lower() in table.modifiers
        or word.endswith(_SUSPENDED)
        or (word.islower() and word.endswith(table.adjectives))
    )


def _closes(text: str, at: int, stop: int) -> bool:
    """Whether a noun phrase can end at ``at``."""
    return at >= stop or text[at] in ",:;" or text.startswith(actors().closing, at)


def _actor(text: str, start: int, at: int, stop: int, organ: Organ | None) -> list[Actor]:
    """The actor whose own name begins at ``at``, with its modifiers from ``start`` on."""
    table = actors()
    states = named_states(text, start, at, stop)
    if states:
        return states
    if text.find(table.joint_sign, at, stop) >= 0:
        for joint, classes in table.joint:
            both = joint.match(text, at, stop)
            if both:
                return [Actor(each, Span(start, both.end())) for each in classes]
    purpose = parties_to().to_that_end.match(text, at, stop)
    term = table.terms.match(text, at, purpose.end() if purpose else stop)
    another = _another(text, start, term, stop, organ) if term else 0
    if term and another:
        whole = _of_another(text, Actor("ga_body", Span(start, term.end())), stop, organ)
        if whole.class_ == "regional_orgs":
            return [whole]
    elif term:
        one = _parties(text, start, term, stop)
        one = one or Actor(class_of_term(text, start, term, organ), Span(start, term.end()))
        return [_of_another(text, one, stop, organ)]
    by_form = _by_form(text, Span(start, at), stop, organ, another)
    return by_form or ([Actor("other", Span(start, another))] if another else [])


def _by_form(text: str, before: Span, stop: int, organ: Organ | None, longest: int) -> list[Actor]:
    """The actor whose name has a known form, behind what stands ``before`` it.

    Nobody where another name is the ``longest``, and ends behind it.
    """
    table, start = actors(), before.start
    named = table.patterns.match(text, before.end, stop)
    if named and named.lastgroup and named.end() >= longest:
        class_ = settled(text, named, table.pattern_classes[int(named.lastgroup[1:])])
        if organ is None and class_ == "ga_body":
            class_ = "other"
        elif organ and organ.id == "security_council":
            group = text[start : named.end()] in own().groups
            ours = group or named[0].endswith(table.sanctions)
            class_ = "security_council" if ours else class_
        body = class_ == "other" and named[0].endswith(tuple(table.bodies))
        end = _whole_body(text, named.end(), stop, organ) if body else named.end()
        return [_of_another(text, Actor(class_, Span(start, end)), stop, organ)]
    return []


def _parties(text: str, start: int, term: re.Match[str], stop: int) -> Actor | None:
    """ "The parties to the Lamp Agreement": who they are, what they are parties to says.

    None where ``term`` has none of it.
    """
    words, end = parties_to(), term.end()
    to = words.to.match(term[0])
    if to is None:
        return None
    noun = words.noun.search(text, term.start() + to.end(), end)
    if noun is None:
        rest = words.rest.match(text, end, stop)
        end = rest.end() if rest else end
        noun = words.noun.search(text, term.start() + to.end(), end)
    if noun is None and words.bare.fullmatch(text, term.start() + to.end(), end):
        noun = _named_before(text, start)
    class_ = cast(AddresseeClass, noun.lastgroup) if noun else "other"
    return Actor(class_, Span(start, end))


def _named_before(text: str, start: int) -> re.Match[str] | None:
    """What tells of the agreement named last before "the Agreement", if it is a known treaty."""
    words = parties_to()
    named = list(words.named.finditer(text, max(0, start - _NAMED_WITHIN), start))
    return words.noun.fullmatch(text, *named[-1].span()) if named else None


def _of_another(text: str, one: Actor, stop: int, organ: Organ | None) -> Actor:
    """An actor who is named with whose body, head or envoy it is, by that whole name.

    The envoy of another organization or a State is not the United Nations', nor is the Commission
    of a regional organization.
    """
    start, end = one.span.start, one.span.end
    heads = text.endswith(actors().heads, start, end)
    body = text.endswith(actors().of_organizations, start, end)
    known = heads or body or one.class_ == "secretary_general"
    if not known or not text.startswith(" of ", end):
        return one
    owner = head_at(text, end + len(" of "), stop, organ)
    if heads:
        return _head_of(text, one, owner, stop, organ)
    class_ = _OF_OWNERS.get(owner[0].class_) if owner else None
    if body:
        regional = class_ == "regional_orgs" and not owner[0].span.of(text).islower()
        return Actor("regional_orgs", Span(start, owner[0].span.end)) if regional else one
    if class_ is None or (class_ == "un_entities" and not _heads_an_agency(text, one, owner[0])):
        return one
    return Actor(class_, Span(start, owner[0].span.end))


def _head_of(text: str, one: Actor, bodies: list[Actor], stop: int, organ: Organ | None) -> Actor:
    """ "The Director-General of the World Trade Organization" is of the class that it is of."""
    if not bodies:
        return replace(one, span=Span(one.span.start, _whole_body(text, one.span.end, stop, organ)))
    body = bodies[0]
    if body.class_ not in actors().organized:
        return one
    named = not body.span.of(text).islower()
    return Actor(body.class_ if named else one.class_, Span(one.span.start, body.span.end))


def _heads_an_agency(text: str, one: Actor, owner: Actor) -> bool:
    """ "The Secretary-General of the International Maritime Organization": another's."""
    general = text.endswith(actors().generals, 0, one.span.end)
    return general and not united_nations().named.search(owner.span.of(text))


def _another(text: str, start: int, term: re.Match[str], stop: int, organ: Organ | None) -> int:
    """Where the name ends of somebody else, of whose name ``term`` is a part; 0 where it is none.

    "The Council of Ministers" is not the Council, nor "the Human Rights Committee of Fiji" the
    one of the Covenant.
    """
    end, bodies = term.end(), actors().bodies
    if term[0] not in bodies:
        body = term[0][0].isupper() and term[0].endswith(tuple(bodies))
        of = _OF_A_STATE.match(text, end, stop) if body else None
        state = bool(of) and named_states(text, of.end(), of.end(), stop) if of else []
        national = body and text.endswith(actors().national, start, term.start())
        return state[0].span.end if state else end * national
    before = text[start : term.start()].split()
    longer = _whole_body(text, end, stop, organ)
    named = bool(before) and before[-1][0].isupper() and before[-1] not in united_nations().before
    return longer if longer > end or named else 0


def _whole_body(text: str, end: int, stop: int, organ: Organ | None) -> int:
    """Where a body's name ends whose noun ends at ``end``."""
    return belonging(text, end, stop, lambda at: bool(head_at(text, at, stop, organ)))
