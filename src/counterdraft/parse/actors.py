"""The actors at the heads of noun phrases: who a stretch of text names as somebody to ask.

In: straightened text and a stretch of it, the organ that speaks. Out: ``Actor`` values
in order: class, span, and the state's name for a named state. Those who stand in an aside
("in consultation with Member States") or inside of what describes another are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from msgspec import Struct, structs

from counterdraft.lexicon.actors import actors, class_of
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.requests import requests
from counterdraft.lexicon.states import Named, find_states, may_name_state
from counterdraft.model import AddresseeClass, Span
from counterdraft.parse.demonstrative import that_state
from counterdraft.parse.longer_names import belonging, run_on, unknown
from counterdraft.parse.pronouns import meant_by

# How far from the last one an actor of no known class still is one.
_NEAR = 25
# No list of addressees is longer, in characters.
_REACH = 1500
_MOST_MODIFIERS = 9
_FEW = 3
# No name begins so, whatever the lexicon has.
_ARTICLES = frozenset({"the", "its", "their"})
_ADJECTIVES = ("al", "ic", "ive", "ant", "ed", "ing", "ary", "ble")
_WORD = re.compile(r"[\w'-]+")
_SEPARATOR = re.compile(r",? as well as |,? including |, and |, or | and |, | or |/")
# "to donors and to the private sector"
_AGAIN = re.compile(r"(?:to|upon|on|for) (?=the |all |[A-Z]|other |relevant )")
# "those States and organizations that are in a position to do so"
_ABLE = re.compile(r"(?:all )?(?:those|others)\b[^,;]{0,80}\bin a position to do so")
# A state that the lexicon does not know, by its formal name.
_FORMAL = re.compile(
    r"(?:the )?(?:[A-Z][\w'-]+ ){0,3}"
    r"(?:Republic|Kingdom|Principality|Sultanate|Emirate) of (?:the )?"
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
)
_GAP = re.compile(r",? ")
# "United Nations peacekeeping, peacebuilding and political missions": one head for them all.
_JOINED_BEFORE_HEAD = re.compile(
    r" (?:[a-z-]+(?<!s), )*[a-z-]+(?<!s) and(?P<rest> [a-z-]+(?<!s)(?: [a-z-]+)? [a-z]+s)\b"
)
_LOWER = re.compile(r" ([a-z][a-z-]*)\b")
_JOINED = re.compile(r",? and |, | as well as ")
_SYSTEM = ("United Nations", "United Nations system", "United Nations development system")
_UNITED = frozenset({"Nations", "UN"})
_OF_A_STATE = re.compile(r" of (?:the )?")
_EDGE = re.compile(r",| and | or ")
_PREPOSITION = re.compile(r" (?:of|on|for|in) ")
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|whom)\b")
# "States, which have the duty to protect them, and all other actors"
_FURTHER = re.compile(r", (?:and|as well as) (?=all |other |the |relevant |[A-Z])")
_NEXT_STATE = re.compile(r",? (?:and |as well as )?(?:the )?")
_STATES_WITHIN = 240
_AROUND = 400


class Actor(Struct, frozen=True, gc=False):
    """An actor at the head of a noun phrase; ``name`` is the state's, for a named state."""

    class_: AddresseeClass
    span: Span
    name: str | None = None


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
    infinitive closes an aside that began after another one: "urges States, through …, to …".
    """
    words = requests()
    found: list[Actor] = list(first)
    stop = min(stop, start + _REACH)
    closed = text.startswith(", to ", stop)
    at = _next_phrase(text, start, stop) if first else start
    while at is not None and at < stop:
        if found and words.aside.match(text, at, stop):
            further = _FURTHER.search(text, at, stop) if _RELATIVE.match(text, at, stop) else None
            if closed and further:
                at = further.end()
                continue
            # What follows "in cooperation with" is a list of those who help.
            if closed or words.helpers.match(text, at, stop):
                break
            at = _past_comma(text, at, stop)
            continue
        meant = meant_by(text, at, stop) if at == start else None
        head = [Actor(*meant)] if meant else _head(text, at, stop, organ)
        if head and found and head[0].class_ == "other" and at - found[-1].span.end > _NEAR:
            head = []  # "the independence of judges and lawyers": in what describes another
        head = [_whole_name(text, each, stop, organ, chain=chain) for each in head]
        head = head or _unknown(text, found, at, stop)
        found += [_of_the_system(found, each, text) for each in head] if found else head
        if not found:
            return []
        if head and not chain:
            return found + _coordinated(text, head[-1].span.end, stop, organ)
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
    head = _PREPOSITION.split(at.of(text).removeprefix("the "))[0]
    noun, (things, endings) = head.rpartition(" ")[2].lower(), actors().things
    thing = head == head.rpartition(" ")[2] and (
        noun in things or noun.endswith((*endings, *_ADJECTIVES))
    )
    of_it = (
        before.class_ in actors().organized
        and bool(_PREPOSITION.search(before.span.of(text)))
        and " and " in text[before.span.end : at.start + 1]
    )
    return noun in actors().documents or of_it or (thing and noun not in actors().persons)


def class_at_end(text: str, start: int, end: int) -> AddresseeClass | None:
    """The class of the actor whose name, after other words, is the last of a phrase."""
    for gap in re.finditer(" ", text[start:end]):
        term = actors().terms.match(text, start + gap.end(), end)
        if term and term.end() == end and term[0].islower():
            return class_of(term[0])
    first, last = text[start:end].partition(" ")[0], text[start:end].rpartition(" ")[2]
    doing = first.endswith("ing") and first not in actors().modifiers
    return "other" if not doing and last.islower() and actors().agents.match(last) else None


# -- from one phrase to the next


def _next_phrase(text: str, at: int, stop: int) -> int | None:
    """Where the phrase joined to the one that ends at ``at`` begins."""
    separator = _separator(text, at, stop)
    if separator is None:
        return None
    if separator[0] != ", " and _RELATIVE.search(text[at : separator.start()]):
        return _past_comma(text, separator.start(), stop)
    again = _AGAIN.match(text, separator.end(), stop)
    return again.end() if again else separator.end()


def _separator(text: str, at: int, stop: int) -> re.Match[str] | None:
    """The next comma or "and" that joins phrases, and is not part of a name."""
    found = _SEPARATOR.search(text, at, stop)
    while found and "and" in found[0] and text[found.end() : found.end() + 1].isupper():
        end = _name_around(text, at, stop, found.start())
        if end is None:
            return found
        at = end
        found = _SEPARATOR.search(text, at, stop)
    return found


def _name_around(text: str, at: int, stop: int, place: int) -> int | None:
    """Where the actor's name ends that goes on through ``place``."""
    for name in actors().terms.finditer(text, at, stop):
        if name.start() < place < name.end():
            return name.end()
    return None


def _coordinated(text: str, at: int, stop: int, organ: Organ | None) -> list[Actor]:
    """What is joined directly to the subject of a "that" clause."""
    joined = _JOINED.match(text, at, stop)
    head = _head(text, joined.end(), stop, organ) if joined else []
    if joined and not head:
        before = Actor("other", Span(at, at))
        head = _unknown(text, [before], joined.end(), stop, listed=False)
    return head + _coordinated(text, head[-1].span.end, stop, organ) if head else []


def _past_comma(text: str, at: int, stop: int) -> int:
    comma = text.find(", ", at, stop)
    return comma + 2 if comma >= 0 else stop


# -- the head of one phrase


def _head(text: str, at: int, stop: int, organ: Organ | None) -> list[Actor]:
    """The actor whose name, after modifiers, begins at ``at``; several for a list of states."""
    if text.startswith(("those", "others", "all "), at) and _ABLE.match(text, at, stop):
        return [Actor("donors", Span(at, stop))]
    one = that_state(text, at, stop) if text.startswith("that ", at) else None
    if one:
        return [Actor("named_state" if one.name else "member_states", one.span, one.name)]
    table = actors()
    place = at
    for _ in range(_MOST_MODIFIERS):
        word = _WORD.match(text, place, stop)
        if word is None:
            return []
        known = _modifies(word[0], table.modifiers)
        if not (known and word[0] in _ARTICLES):
            found = _actor(text, at, place, stop, organ)
            if found:
                return found
        if table.agents.match(word[0]) and _closes(text, word.end(), stop):
            return [Actor("other", Span(at, word.end()))]
        gap = _GAP.match(text, word.end(), stop) if known else None
        if gap is None or (gap[0] == ", " and not word[0].endswith(_ADJECTIVES)):
            return []
        place = gap.end()
    return []


def _modifies(word: str, modifiers: frozenset[str]) -> bool:
    return (
        word in modifiers
        or word.lower() in modifiers
        or (word.islower() and word.endswith(_ADJECTIVES))
    )


def _closes(text: str, at: int, stop: int) -> bool:
    """Whether a noun phrase can end at ``at``."""
    return (
        at >= stop
        or text[at] in ",:;"
        or text.startswith((" and ", " to ", " of ", " in ", " who ", " that "), at)
    )


def _actor(text: str, start: int, at: int, stop: int, organ: Organ | None) -> list[Actor]:
    """The actor whose own name begins at ``at``, with its modifiers from ``start`` on."""
    table = actors()
    states = _states(text, start, at, stop)
    if states:
        return states
    if text.find("non-governmental", at, stop) >= 0:
        for joint, classes in table.joint:
            both = joint.match(text, at, stop)
            if both:
                return [Actor(each, Span(start, both.end())) for each in classes]
    term = table.terms.match(text, at, stop)
    another = _another(text, start, term, stop, organ) if term else 0
    if term and not another:
        return [Actor(_class(text, term, organ), Span(start, term.end()))]
    named = table.patterns.match(text, at, stop)
    if named and named.lastgroup and named.end() >= another:
        class_ = table.pattern_classes[int(named.lastgroup[1:])]
        if organ is None and class_ == "ga_body":
            class_ = "other"
        body = class_ == "other" and named[0].endswith(tuple(table.bodies))
        end = _whole_body(text, named.end(), stop, organ) if body else named.end()
        return [Actor(class_, Span(start, end))]
    return [Actor("other", Span(start, another))] if another else []


def _another(text: str, start: int, term: re.Match[str], stop: int, organ: Organ | None) -> int:
    """Where the name ends of somebody else, of whose name ``term`` is a part; 0 where it is none.

    "The Council of Ministers" is not the Council, nor "the Human Rights Committee of Fiji" the
    one of the Covenant.
    """
    end, bodies = term.end(), actors().bodies
    if term[0] not in bodies:
        own = term[0][0].isupper() and term[0].endswith(tuple(bodies))
        of = _OF_A_STATE.match(text, end, stop) if own else None
        state = bool(of) and _states(text, of.end(), of.end(), stop) if of else []
        national = own and text.endswith("national ", start, term.start())
        return state[0].span.end if state else end * national
    before = text[start : term.start()].split()
    longer = _whole_body(text, end, stop, organ)
    named = bool(before) and before[-1][0].isupper() and before[-1] not in _UNITED
    return longer if longer > end or named else 0


def _whole_body(text: str, end: int, stop: int, organ: Organ | None) -> int:
    """Where a body's name ends whose noun ends at ``end``."""
    return belonging(text, end, stop, lambda at: bool(_head(text, at, stop, organ)))


def _whole_name(
    text: str, one: Actor, stop: int, organ: Organ | None, *, chain: bool = True
) -> Actor:
    """An actor by its whole name, where that goes on behind what is known of it.

    Without ``chain`` a verb may follow, and words in small letters are none of a name.
    """
    start, end = one.span.start, one.span.end
    if chain and one.class_ == "un_entities" and text.endswith(_SYSTEM, 0, end):
        end = _of_the_united_nations(text, end, stop)
        one = structs.replace(one, span=Span(start, end))
    if chain and text.endswith((" on", " of"), start, end):
        return structs.replace(one, span=Span(start, _mandate(text, end, stop, organ)))
    described = _described(text, one, stop, organ) if text.startswith(" ", end) else None
    if described:
        return described
    state = bool(one.name) or text[start:end].endswith(" State")
    if not (state or one.class_ in actors().organized):
        return one
    whole = Span(start, run_on(text, end, stop, lambda at: bool(_head(text, at, stop, organ))))
    if whole.end == end:
        return one
    if state:
        return Actor(_by_noun(text, whole), whole)
    head = _head(text, end + 1, stop, organ)
    united = text.endswith("United Nations", 0, end) and head and head[0].class_ != "other"
    if head and (united or head[0].class_ == "member_states"):
        return Actor(head[0].class_, whole)
    person = one.class_ in {"special_procedures", "secretary_general"}
    panel = person and text.endswith(tuple(actors().bodies), end, whole.end)
    return Actor("other" if panel else one.class_, whole)


def _mandate(text: str, end: int, stop: int, organ: Organ | None) -> int:
    """Where "the Special Rapporteur on the right to food" ends: where somebody else is named.

    "Judges and lawyers", of no known class, are of the mandate's matter.
    """
    for edge in _EDGE.finditer(text, end, stop):
        head = _head(text, edge.end(), stop, organ)
        if edge[0] == "," or (head and head[0].class_ != "other"):
            return edge.start()
    return stop


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
    head = _head(text, at, stop, organ) if adjective or concerned else []
    if not head:
        return None
    whole = _whole_name(text, head[0], stop, organ)
    return structs.replace(whole, span=Span(one.span.start, whole.span.end))


def _by_noun(text: str, whole: Span) -> AddresseeClass:
    """Who bears a name that begins as a State's: the noun that stands for it says."""
    noun = actors().nouns.search(_PREPOSITION.split(text[whole.start : whole.end])[0])
    return cast(AddresseeClass, noun.lastgroup) if noun else "other"


def _of_the_united_nations(text: str, end: int, stop: int) -> int:
    """Where a name ends that goes on behind "United Nations": "… country team", "… missions"."""
    joint = _JOINED_BEFORE_HEAD.match(text, end, stop)
    if joint and all(_is_of_name(word) for word in _LOWER.finditer(joint["rest"])):
        return joint.end()
    begin = end
    for word in _LOWER.finditer(text, begin, stop):
        doing = word[1].endswith("ing") and end > begin and text[end - 1] == "s"
        if word.start() != end or doing or not _is_of_name(word):
            break
        end = word.end()
    return end


def _is_of_name(word: re.Match[str]) -> bool:
    """Whether a word can belong to a name, and joins no others to it."""
    words = requests()
    return not (
        word[1] in joining_words() | words.describing
        or word[1].endswith("ly")
        or words.aside.match(word[1])
    )


def _of_the_system(before: list[Actor], one: Actor, text: str) -> Actor:
    """ "United Nations departments, organizations and programmes": they are of it all."""
    named = text[before[-1].span.start : before[-1].span.end]
    bare = text[one.span.start : one.span.end]
    listed = before[-1].class_ == "un_entities" and "United Nations " in named
    if listed and one.class_ == "regional_orgs" and " " not in bare and bare.islower():
        return structs.replace(one, class_="un_entities")
    return one


# -- classes that the words around decide


def _class(text: str, match: re.Match[str], organ: Organ | None) -> AddresseeClass:
    """The class of a term, with what the organ that speaks makes of it.

    Where that is none of the United Nations, as far as is known, "the Council" is its own.
    """
    term = match[0]
    class_ = class_of(term)
    if organ is None and class_ == "ga_body" and not _is_named_in_full(term):
        return "other"
    if organ is not None and organ.id == "security_council":
        if class_ == "ga_body" and term in {"Committee", "Council", "Working Group"}:
            return "security_council"
        if term == "parties":
            return "armed_parties"
    office = class_ == "un_secretariat" and ("High Commissioner" in term or term == "Office")
    if office and _of_refugees(text, match):
        return "un_entities"
    if term == "organizations" and text.startswith(
        (" of the United Nations", " within the United Nations"), match.end()
    ):
        return "un_entities"
    return class_


def _is_named_in_full(term: str) -> bool:
    """Whether a body is known by its words alone, whoever speaks: no bare "the Council"."""
    return " " in term and term in actors().classes


def _of_refugees(text: str, match: re.Match[str]) -> bool:
    """Whether "the High Commissioner" is the one for refugees, by the text and what is near."""
    if "Human Rights" in match[0]:
        return False
    if "High Commissioner for Human Rights" in text:
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        return "efugee" in around and "OHCHR" not in around
    return "efugee" in text


# -- states


def _states(text: str, start: int, at: int, stop: int) -> list[Actor]:
    """Named states, or their Governments, that begin at ``at``."""
    before = actors().state_before.match(text, at, stop)
    begin = before.end() if before else at
    if begin < stop and not text[begin].isupper():
        return []
    if may_name_state(text, begin):
        window = text[begin : min(stop, begin + _STATES_WITHIN)]
        listed = _listed(window)
        if listed:
            places = [start, *(begin + each.start for each in listed[1:])]
            return [
                Actor("named_state", Span(place, begin + each.end), each.name)
                for place, each in zip(places, listed, strict=True)
            ]
    formal = _FORMAL.match(text, begin, stop) or _FORMAL.match(text, at, stop)
    if formal and "Nations" not in formal[0]:
        return [Actor("named_state", Span(start, formal.end()), formal["name"])]
    return []


def _listed(window: str) -> list[Named]:
    """The states that ``window`` begins with, one joined to the other."""
    listed: list[Named] = []
    reach = 0
    for each in find_states(window):
        if each.group:
            continue
        gap = window[reach : each.start]
        joined = _NEXT_STATE.fullmatch(gap) if listed else not gap
        if not joined or window[each.end : each.end + 2] == "'s":
            break
        listed.append(each)
        reach = each.end
    return listed
