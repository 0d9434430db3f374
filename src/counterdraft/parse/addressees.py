"""Who a paragraph asks to do what: which verbs bind whom.

In: straightened text, a paragraph's verbs in order. Out: ``Addressee`` values: the
actor's words, the verb that binds it, what is asked, by when. Somebody is asked only
where a verb that asks has an actor as its object and something to do follows; those
who are named in between ("in consultation with Member States") are not asked.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from counterdraft.lexicon.deadlines import asked_for, term_forces
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.requests import requests
from counterdraft.model import Addressee, AddresseeClass, Span
from counterdraft.parse.actor import Actor
from counterdraft.parse.actors import find_actors
from counterdraft.parse.deadlines import asks_report, find_deadlines
from counterdraft.parse.demonstrative import that_state
from counterdraft.parse.second_actors import second
from counterdraft.parse.unknown_actors import find_qualified, find_somebody
from counterdraft.parse.verbs import Match

_ITSELF = frozenset({"decide", "resolve"})
_ASKING = frozenset({"call upon", "call on", "remind"})
_MODAL = re.compile(r" (?:shall|should|must|is to|are to)(?=[ ,])")
# How far the subject of "that … shall" may reach.
_SUBJECT_LENGTH = 240
# "Decides that …, and that all States shall …"; and where its subject may begin after an aside.
_FIRST_THAT = re.compile(r"[ ,]*that,? ")
_THAT = re.compile(r"(?:,|;|,? and|; and) that,? (?!is\b)")
_INNER = re.compile(r"\b(?:that|whether)\b")
_COMMA = re.compile(r", (?:then )?")
# "shall be open to all": how it is to be, and nobody who is to do it.
_STATE = re.compile(
    r" be (?!guided|required|obliged|invited|requested|encouraged|responsible|bound)"
)
_THAT_LENGTH = 220
_LIST_LENGTH = 160
_TO = re.compile(r"(?:, to | to )(?=[a-z])")
_WORD = re.compile(r"[A-Za-z'-]+")
_ACRONYM = re.compile(r" ?\((?:the )?\"?[A-Z][\w/-]{1,14}\"?\),? ")
_LAST_WORD = re.compile(r"(?<![\w'-])([\w'-]++)\W*+$")
# "the adoption by States of …", "continued exchange between A and B", "support from C"
_NOMINAL = re.compile(
    r"(?:the )?(?:(?!to\b|of\b|in\b|that\b|for\b)[a-z-]+ ){1,7}?(?:of [a-z ]{3,30} )?"
    r"(?:by|between|among|amongst|from) "
)
_NOMINAL_ENDS = re.compile(
    r" (?:on|in|to|with a view|for|with regard|of (?!the United Nations|the High))\b|;|\."
    r"|, (?:in|with|which|to|including|as|on|for|that)\b"
)
# "Calls upon": the preposition, where the verb's phrase does not hold it.
_LED = re.compile(
    r"(?:to|upon|on|for|of) (?=the |all |[A-Z]|other |relevant |member |those |both |donor|any "
    r"|each |international )"
)
_STOP = re.compile(r"[;:.]")
# "the working group, to be established at its next session, to consider …"
_ESTABLISHED = re.compile(r"be \w+ed\b|be held\b")
# "calls for those responsible to be held accountable": they are not asked.
_PASSIVE = re.compile(r"to be\b")
# ", without impeding their capacity to act, to …": what follows belongs to it up to the comma.
_WITHOUT = re.compile(r", without [^,;]*$")
# ", which have the duty to protect them": the infinitive is of what describes those named.
_DESCRIBED = re.compile(r", (?:which|who|whose|whom)\b[^,;]*$")
_FOR = re.compile(r",? and for (?=the |all |[A-Z])")
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
        found += _asked(text, inherited, span.start, stop, organ, point=True)
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
        return _asked(text, verb, verb.act_end, stop, organ)
    if verb.force == "commit" and text.endswith(
        ("intention", "intentions"), verb.start, verb.act_end
    ):
        return _own(text, verb, stop, organ)
    renewed = requests().renewed.match(text, verb.act_end, stop)
    if renewed:
        act_end, force = renewed.end("renewed"), requests().renewed_force[renewed["renewed"]]
        return _asked(text, verb._replace(act_end=act_end, force=force), act_end, stop, organ)
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
    to = _infinitive(text, following.act_end, stop)
    heads = find_actors(text, min(verb.act_end + 1, edge), edge, organ)
    return _make(text, heads, verb, Span(to + 1, stop)) if to is not None else []


def _needed(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Stresses the need for States to …": an actor with something to do all the same."""
    found = requests().needed.match(text, min(verb.act_end + 1, stop), stop)
    if found is None:
        return []
    asked = _asked(text, verb, found.end(), stop, organ)
    doing = None if asked else _DOING.search(text, found.end(), stop)
    if doing is None:
        return asked
    heads = find_actors(text, found.end(), doing.start(), organ)
    return _make(text, heads, verb, Span(doing.end(), stop))


def _own(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """The organ itself, which decides or intends to do something."""
    if organ is None:
        return []
    action = Span(min(verb.act_end + 1, stop), stop)
    class_: AddresseeClass = "security_council" if organ.id == "security_council" else "ga_body"
    return _make(text, [Actor(class_, Span(verb.act_end, verb.act_end))], verb, action)


def _of_itself(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Decides to …" binds the organ; "Decides that States shall …" binds them."""
    at = _past_skipped(text, verb.act_end, stop)
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
            return _make(text, heads, verb, Span(modal.start() + 1, stop))
    return []


def _asked(
    text: str, verb: Match, start: int, stop: int, organ: Organ | None, *, point: bool = False
) -> list[Addressee]:
    """The objects of a verb that asks; ``point``: it stands in the paragraph above."""
    at = _object(text, start, stop)
    if text.startswith("that ", at) and not that_state(text, at, stop):
        return _that(text, verb, at + len("that "), stop, organ)
    nominal = _nominal(text, verb, at, stop, organ)
    if nominal:
        return nominal
    report = _for_report(text, verb, at, stop, organ)
    if report:
        return report
    to = _infinitive(text, at, stop)
    said = _said(text, verb, at, to or stop)
    if said is not None:
        return _reminded(text, verb, Span(at, said), stop, organ)
    if to is None:
        edge = begin = _edge(text, at, stop)
        heads = find_actors(text, at, edge, organ)
        asked = bool(heads) and _lists(text, verb, heads[-1].span.end, stop, point)
    else:
        edge, begin = to, _negated(text, at, text.index("to ", to))
        passive = bool(_PASSIVE.match(text, begin, stop))
        anybody = verb.lemma in requests().of_persons and not passive
        heads = (
            find_actors(text, at, edge, organ)
            or _somebody(text, at, edge, organ)
            or find_qualified(text, at, edge, anybody=anybody)
        )
        asked = not (verb.lemma == "call for" and passive)
    if heads and asked:
        return _made(text, heads, verb, Span(begin, stop), organ)
    also = _FOR.search(text, at, stop) if verb.lemma == "call for" else None
    return _asked(text, verb, also.end(), stop, organ) if also else []


def _made(
    text: str, heads: list[Actor], verb: Match, action: Span, organ: Organ | None
) -> list[Addressee]:
    """Those who are asked, and whoever the same verb asks behind them for something else."""
    also = second(text, verb, action, organ)
    if also is None:
        return _make(text, heads, verb, action)
    edge, start = also
    found = _make(text, heads, verb, Span(action.start, edge))
    return found + _asked(text, verb, start, action.end, organ)


def _for_report(text: str, verb: Match, at: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Asks the Secretary-General for a report": what is asked is a thing, and no infinitive."""
    if verb.lemma not in requests().for_things:
        return []
    asked = asked_for().search(text, at, min(stop, at + _THAT_LENGTH))
    heads = find_actors(text, at, asked.start(), organ) if asked else []
    if asked is None or not heads or heads[-1].span.end != asked.start():
        return []
    return _make(text, heads, verb, Span(asked.start() + 1, stop))


def _somebody(text: str, at: int, edge: int, organ: Organ | None) -> list[Actor]:
    """Somebody of no known class, and whoever is joined to them."""
    first = find_somebody(text, at, edge)
    return find_actors(text, first[-1].span.end, edge, organ, first=first) if first else []


def _nominal(text: str, verb: Match, at: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Encourages the adoption by States of …": the object is the act, the actor stands in it."""
    found = _NOMINAL.match(text, at, stop) if verb.lemma in requests().nominal else None
    if found is None or requests().done.search(text, at, found.end()):
        return []
    ends = _NOMINAL_ENDS.search(text, found.end(), stop)
    heads = find_actors(text, found.end(), ends.start() if ends else stop, organ)
    return _make(text, heads, verb, Span(at, stop))


def _that(text: str, verb: Match, start: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Recommends that Member States adopt …, and that host countries include …"."""
    joint = _next_that(text, start, stop, organ)
    at = _past_skipped(text, start, stop)
    heads = _subject(text, at, stop, organ)
    found: list[Addressee] = []
    if heads and not requests().passive.match(text, heads[-1].span.end, stop):
        edge = joint.start() if joint else stop
        found = _make(text, heads, verb, Span(heads[-1].span.end, edge))
    return found + (_that(text, verb, joint.end(), stop, organ) if joint else [])


def _next_that(text: str, start: int, stop: int, organ: Organ | None) -> re.Match[str] | None:
    """Where the next clause with a subject of its own is joined.

    What "ensure that A, and that B" says is of one clause; "and that its members disband" is
    asked of those whose members they are.
    """
    for joint in _THAT.finditer(text, start, stop):
        if _INNER.search(text, start, joint.start()):
            return None
        if text.startswith(("its ", "their "), joint.end()):
            continue
        if _subject(text, joint.end(), stop, organ):
            return joint
    return None


def _subject(text: str, at: int, stop: int, organ: Organ | None) -> list[Actor]:
    """Who is to do what a clause says."""
    return find_actors(text, at, min(stop, at + _THAT_LENGTH), organ, chain=False)


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
    return _make(text, heads, verb, Span(duty.start("duty"), stop))


# -- where the object and what is asked begin


def _past_skipped(text: str, at: int, stop: int) -> int:
    """Past "in this regard", "in accordance with …" and the like."""
    skipped = requests().skipped.match(text, at, stop)
    return skipped.end() if skipped else at


def _object(text: str, start: int, stop: int) -> int:
    """Where the object of a verb that ends at ``start`` begins."""
    at = _past_skipped(text, start, stop)
    while at < stop and text[at] in " ,":
        at += 1
    led = _LED.match(text, at, stop)
    return led.end() if led and not text.startswith("take", led.end()) else at


def _lists(text: str, verb: Match, at: int, stop: int, point: bool) -> bool:
    """Whether a list of things to do follows the actors: "Calls upon States:".

    It may be long before it begins where the verb alone shows that something is asked:
    "Calls upon States, in accordance with …, and bearing in mind …:".
    """
    tail = text[at:stop].rstrip()
    if not tail.endswith(":"):
        return False
    return len(tail) < _LIST_LENGTH or (
        verb.lemma in _ASKING and not point and tail.startswith((":", ","))
    )


def _infinitive(text: str, start: int, stop: int) -> int | None:
    """Where "to" and what is asked begin, past every "to" that is none of the verb's."""
    words = requests()
    for found in _TO.finditer(text, start, stop):
        if found[0][0] == " " and _belongs(text, start, found.start()):
            continue
        after = _WORD.match(text, found.end(), stop)
        if after is None or after[0] in words.not_before:
            continue
        if _ESTABLISHED.match(text, found.end(), stop) and ", to " in text[found.end() : stop]:
            continue
        return None if "; " in text[start : found.start()] else found.start()
    return None


def _belongs(text: str, start: int, to: int) -> bool:
    """Whether a "to" without a comma belongs to what stands before it, and not to the verb."""
    if _WITHOUT.search(text, start, to) or _DESCRIBED.search(text, start, to):
        return True
    words, tail = requests(), text[max(start, to - 30) : to]
    before = _LAST_WORD.search(tail)
    return bool(
        before and before[1].lower() in words.not_after and not words.adverbial.search(tail)
    )


def _negated(text: str, start: int, to: int) -> int:
    """Where "not to …" begins, for what is not to be done must never read as what is."""
    found = requests().negation.search(text, start, to)
    return found.start() if found else to


def _edge(text: str, start: int, stop: int) -> int:
    found = _STOP.search(text, start, stop)
    return found.start() if found else stop


# -- the result


def _make(text: str, heads: list[Actor], verb: Match, action: Span) -> list[Addressee]:
    """One addressee for each actor, all asked the same by the same verb."""
    if not heads:
        return []
    aside = Span(min(heads[-1].span.end, action.start), action.start)
    decided = verb.force in term_forces()
    limits = find_deadlines(text, action, decided=decided)
    limits = limits or find_deadlines(text, aside, leading=True)
    reporting = asks_report(text, action)
    words = _trimmed(text, action)
    return [
        Addressee(
            class_=head.class_,
            text=text[head.span.start : head.span.end],
            verb=text[verb.start : verb.act_end],
            span=head.span,
            verb_span=Span(verb.start, verb.act_end),
            action=words,
            force=verb.force,
            deadline=limits[0] if limits else None,
            reporting=reporting,
            name=head.name,
            deadlines=limits,
        )
        for head in heads
    ]


def _trimmed(text: str, action: Span) -> Span | None:
    """What is asked without the marks and the "and" that join it to the next; None if empty."""
    acronym = _ACRONYM.match(text, action.start, action.end)  # it is of the name before it
    start, end = acronym.end() if acronym else action.start, action.end
    while end > start and text[end - 1] in " ,;.:":
        end -= 1
    for tail in (", and", " and"):
        if text.endswith(tail, start, end):
            end -= len(tail)
    return Span(start, end) if end > start else None
