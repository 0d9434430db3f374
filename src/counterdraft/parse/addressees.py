"""Who a paragraph asks to do what: which verbs bind whom.

In: straightened text, a paragraph's verbs in order. Out: ``Addressee`` values: the
actor's words, the verb that binds it, what is asked, by when. Somebody is asked only
where a verb that asks has an actor as its object and something to do follows; those
who are named in between ("in consultation with Member States") are not asked.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.requests import requests
from counterdraft.model import Addressee, AddresseeClass, Span
from counterdraft.parse.actor import Actor
from counterdraft.parse.actors import find_actors
from counterdraft.parse.addressee import make
from counterdraft.parse.asked import asked_by
from counterdraft.parse.task import infinitive, past_skipped
from counterdraft.parse.verbs import Match

_ITSELF = frozenset({"decide", "resolve"})
_MODAL = re.compile(r" (?:shall|should|must|is to|are to)(?=[ ,])")
# How far the subject of "that … shall" may reach.
_SUBJECT_LENGTH = 240
# "Decides that …, and that all States shall …"; and where its subject may begin after an aside.
_FIRST_THAT = re.compile(r"[ ,]*that,? ")
_THAT = re.compile(r"(?:,|;|,? and|; and) that,? (?!is\b)")
_COMMA = re.compile(r", (?:then )?")
# "shall be open to all": how it is to be, and nobody who is to do it.
_STATE = re.compile(
    r" be (?!guided|required|obliged|invited|requested|encouraged|responsible|bound)"
)
_DOING = re.compile(r" of (?=\w+ing\b)")


def find_addressees(
    text: str, span: Span, verbs: list[Match], organ: Organ | None, inherited: Match | None = None
) -> list[Addressee]:
    """Everybody whom a paragraph asks, in its order.

    ``inherited`` is the verb of the paragraph above ("Requests:") whose objects this one,
    a subparagraph, names.
    """
    found: list[Addressee] = []
    if inherited is not None and (not verbs or verbs[0].start > span.start):
        stop = verbs[0].start if verbs else span.end
        found += asked_by(text, inherited, span.start, stop, organ, point=True)
    for i, verb in enumerate(verbs):
        following = verbs[i + 1] if i + 1 < len(verbs) else None
        stop = following.start if following else span.end
        bound = _bound(text, verb, stop, organ)
        if not bound and verb.asks and following and following.asks and verb.lemma not in _ITSELF:
            bound = _shared(text, verb, following, span.end, organ)
        found += [each for one in bound for each in _meant(one, found)]
    return found


def _bound(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """Whom one verb binds, up to where the next one begins."""
    if verb.lemma in _ITSELF:
        return _of_itself(text, verb, stop, organ)
    if verb.asks:
        return asked_by(text, verb, verb.act_end, stop, organ)
    if verb.force == "commit" and text.endswith(
        ("intention", "intentions"), verb.start, verb.act_end
    ):
        return _own(text, verb, stop, organ)
    renewed = requests().renewed.match(text, verb.act_end, stop)
    if renewed:
        act_end, force = renewed.end("renewed"), requests().renewed_force[renewed["renewed"]]
        return asked_by(text, verb._replace(act_end=act_end, force=force), act_end, stop, organ)
    if verb.force == "stress" or verb.lemma in {"reiterate", "draw attention"}:
        return _needed(text, verb, stop, organ)
    return []


def _meant(one: Addressee, before: list[Addressee]) -> list[Addressee]:
    """ "And requests them to …": those whom the verb before it asks, of whatever classes."""
    if one.text != "them" or not before:
        return [one]
    last = [each for each in before if each.verb_span == before[-1].verb_span and each.text]
    meant = {each.class_: each for each in last}
    return [replace(one, class_=each.class_) for each in meant.values()] or [one]


# -- the verbs that bind


def _shared(
    text: str, verb: Match, following: Match, stop: int, organ: Organ | None
) -> list[Addressee]:
    """ "Calls upon Member States and invites others to …": two verbs, one thing to do."""
    edge = following.start - len(" and ")
    if text[edge : following.start] != " and ":
        return []
    to = infinitive(text, following.act_end, stop)
    heads = find_actors(text, min(verb.act_end + 1, edge), edge, organ)
    return make(text, heads, verb, Span(to + 1, stop)) if to is not None else []


def _needed(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Stresses the need for States to …": an actor with something to do all the same."""
    found = requests().needed.match(text, min(verb.act_end + 1, stop), stop)
    if found is None:
        return []
    asked = asked_by(text, verb, found.end(), stop, organ)
    doing = None if asked else _DOING.search(text, found.end(), stop)
    if doing is None:
        return asked
    heads = find_actors(text, found.end(), doing.start(), organ)
    return make(text, heads, verb, Span(doing.end(), stop))


def _own(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """The organ itself, which decides or intends to do something."""
    if organ is None:
        return []
    action = Span(min(verb.act_end + 1, stop), stop)
    class_: AddresseeClass = "security_council" if organ.id == "security_council" else "ga_body"
    return make(text, [Actor(class_, Span(verb.act_end, verb.act_end))], verb, action)


def _of_itself(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Decides to …" binds the organ; "Decides that States shall …" binds them."""
    at = past_skipped(text, verb.act_end, stop)
    itself = text[at:stop].lstrip(" ,").startswith(("to ", "not to "))
    first = _FIRST_THAT.match(text, at, stop)
    if not itself and first is None:
        return []
    others = list(_THAT.finditer(text, first.end() if first else at, stop))
    edges = [*(each.start() for each in others), stop]
    found = _own(text, verb, edges[0], organ) if itself else []
    for begin, edge in zip((first, *others) if first else others, edges[itself:], strict=True):
        found += _shall(text, verb, begin.end(), edge, organ)
    return found


def _shall(text: str, verb: Match, start: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "That, until 31 July, all States shall …": who, after what may stand before.

    What "shall be open" or "shall be held" is asked of nobody.
    """
    modal = _MODAL.search(text, start, stop)
    if modal is None or modal.start() - start > _SUBJECT_LENGTH:
        return []
    if _STATE.match(text, modal.end(), stop):
        return []
    begins = (start, *(each.end() for each in _COMMA.finditer(text, start, modal.start())))
    for begin in begins:
        heads = find_actors(text, begin, modal.start(), organ)
        if heads:
            return make(text, heads, verb, Span(modal.start() + 1, stop))
    return []
