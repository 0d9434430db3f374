"""Who a paragraph asks to do what: which verbs bind whom.

In: straightened text, a paragraph's verbs in order. Out: ``Addressee`` values: the
actor's words, the verb that binds it, what is asked, by when. Somebody is asked only
where a verb that asks has an actor as its object and something to do follows; those
who are named in between ("in consultation with Member States") are not asked.
"""

from __future__ import annotations

import re
from functools import partial

from msgspec.structs import replace

from counterdraft.draft.brackets import before_bracket
from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.addressees import OFFICES
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.pronouns import pronouns
from counterdraft.lexicon.reports import setting_up
from counterdraft.lexicon.requests import requests
from counterdraft.lexicon.shall import first_that, shall, states
from counterdraft.lexicon.shall import modal as find_modal
from counterdraft.model import Addressee, AddresseeClass, Span
from counterdraft.parse.actor import Actor
from counterdraft.parse.actors import find_actors
from counterdraft.parse.addressee import make
from counterdraft.parse.any_case import read_any_case
from counterdraft.parse.asked import AND_THAT, asked_by, clause
from counterdraft.parse.points import opens_clauses, points
from counterdraft.parse.task import infinitive, past_skipped
from counterdraft.parse.unbracketed import read_unbracketed
from counterdraft.parse.unknown_actors import find_bound, find_last
from counterdraft.parse.verbs import Match, match_plain

# How far the subject of "that … shall" may reach, and that of "the importance of … acting".
_SUBJECT_LENGTH = 400
_ACTING_LENGTH = 240
# "…, and that all States shall …"; and where its subject may begin after an aside.
_COMMA = re.compile(r", (?:then )?")
_TO = re.compile(r"[ ,]*(?:not )?to(?: |(?P<list>:$))", re.IGNORECASE)
# A declaration has several sentences in a paragraph: "We call upon States to act. They …".
_WE = ("We ", "we ")
_SENTENCE = re.compile(r"(?<=[a-z\d)])\. (?=[A-Z])")
_FIRST_WORD = re.compile(r"\w+ing\b")
# A word that begins a sentence, and is no plural.
_SENTENCE_WORD = re.compile(r"[A-Z][a-z]*(?<!s)")
_DOING = re.compile(r" of (?=\w+ing\b)")
_AND = re.compile(r" \[?and $")
_AS = re.compile(r" as an? ")


def find_addressees(
    text: str, span: Span, verbs: list[Match], organ: Organ | None, inherited: Match | None = None
) -> list[Addressee]:
    """Everybody whom a paragraph asks, in its order.

    ``inherited`` is the verb of the paragraph above ("Requests:") whose objects this one,
    a subparagraph, names; or its clauses, where "that" opens them there.
    """
    found: list[Addressee] = []
    if inherited is not None and (not verbs or verbs[0].start > span.start):
        point = Span(span.start, verbs[0].start if verbs else span.end)
        clauses = opens_clauses(text, inherited.act_end)
        found += _point(text, inherited, point, organ, clauses=clauses)
    for i, verb in enumerate(verbs):
        following = verbs[i + 1] if i + 1 < len(verbs) else None
        stop = before_bracket(text, verb.act_end, following.start) if following else span.end
        if text.startswith(_WE, verb.start):
            sentence = _SENTENCE.search(text, verb.act_end, stop)
            stop = sentence.start() if sentence else stop
        bound = _asked(text, verb, stop, organ)
        if not bound and verb.asks and following and following.asks and not _decides(verb):
            behind = verbs[i + 2].start if i + 2 < len(verbs) else span.end
            bound = _shared(text, verb, following, behind, organ)
        if verb.asks and _in_brackets(text, verb, bound, stop):
            bare = read_unbracketed(text, verb.act_end, stop, partial(_in_bare, verb, organ))
            bound = bare if len(bare) >= len(bound) else bound
        found += [each for one in bound for each in _meant(one, found)]
    return found


def _in_brackets(text: str, verb: Match, bound: list[Addressee], stop: int) -> bool:
    """Whether brackets stand where those are named whom a verb asks."""
    action = bound[0].action if bound else None
    edge = action.start if action else stop
    return "[" in text[verb.act_end : edge] or "]" in text[verb.act_end : edge]


def _in_bare(verb: Match, organ: Organ | None, text: str, stop: int) -> list[Addressee]:
    return _asked(text, verb, stop, organ)


def _asked(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """Whom one verb binds, be their names written as the table has them or not."""
    found = _bound(text, verb, stop, organ)
    if not (verb.asks or found or _decides(verb)):
        return found
    return read_any_case(
        text, verb.act_end, stop, found, lambda words: _bound(words, verb, stop, organ)
    )


def _bound(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """Whom one verb binds, up to where the next one begins."""
    listed = None
    if verb.asks or _decides(verb):
        listed = points(text, past_skipped(text, verb.act_end, stop), stop)
    if listed:
        each_of = (_point(text, verb, each, organ, clauses=listed.clauses) for each in listed.spans)
        return [each for found in each_of for each in found]
    if _decides(verb):
        return _of_itself(text, verb, verb.act_end, stop, organ)
    if verb.asks:
        return asked_by(text, verb, verb.act_end, stop, organ)
    if verb.lemma in setting_up() and text.endswith(":", 0, stop):
        return _own(text, verb, verb.act_end, stop, organ)  # of a body: its points are its tasks
    intending = requests().intending
    if verb.force == "commit" and text.endswith(intending, verb.start, verb.act_end):
        return _own(text, verb, verb.act_end, stop, organ)
    renewed = requests().renewed.match(text, verb.act_end, stop)
    if renewed:
        act_end, force = renewed.end("renewed"), requests().renewed_force[renewed["renewed"]]
        return asked_by(text, replace(verb, act_end=act_end, force=force), act_end, stop, organ)
    if verb.force == "stress" or verb.lemma in requests().needing:
        return _needed(text, verb, stop, organ)
    return []


def _decides(verb: Match) -> bool:
    return verb.lemma in requests().deciding


def _point(
    text: str, verb: Match, at: Span, organ: Organ | None, *, clauses: bool
) -> list[Addressee]:
    """Whom a verb binds in one point of the list that it opens."""
    if clauses and _decides(verb):
        return _clauses(text, verb, at.start, at.end, organ)
    if not _decides(verb) and text.startswith("To ", at.start):
        return []  # what is asked of those whom the verb above names
    doing = _FIRST_WORD.match(text, at.start, at.end)
    if doing and doing[0].lower() not in actors().modifiers:
        return []  # "Recommends: (a) helping States to act": the point is the act itself
    if clauses:
        return clause(text, verb, at.start, at.end, organ)
    if _decides(verb):
        return _of_itself(text, verb, at.start, at.end, organ)
    asked = asked_by(text, verb, at.start, at.end, organ, point=True)
    return [] if asked and _is_the_act(asked[0], at.start) else asked


def _is_the_act(one: Addressee, start: int) -> bool:
    """Whether the "name" at the head of a point is what is asked: "(a) Recommend ways to act"."""
    first, _, rest = one.text.partition(" ")
    single = not rest or (rest[0].islower() and first.lower() not in actors().modifiers)
    return (
        one.class_ == "other"
        and one.span == Span(start, start + len(one.text))
        and (single and bool(_SENTENCE_WORD.fullmatch(first)))
    )


def _meant(one: Addressee, before: list[Addressee]) -> list[Addressee]:
    """ "And requests them to …", "demands that they …": those whom the verb before it asks."""
    # Whose act is encouraged is named within what is asked, and is no object of the verb.
    before = [each for each in before if not (each.action and each.action.holds(each.span))]
    if one.text not in pronouns().several or not before:
        return [one]
    last = [each for each in before if each.verb_span == before[-1].verb_span and each.text]
    if len(last) == 1 and last[0].class_ in OFFICES:
        # "Requests the Secretary-General to tell all bodies, and urges them": they are not he.
        return [replace(one, class_="other")]
    meant = {each.class_: each for each in last}
    return [replace(one, class_=each.class_) for each in meant.values()] or [one]


# -- the verbs that bind


def _shared(
    text: str, verb: Match, following: Match, stop: int, organ: Organ | None
) -> list[Addressee]:
    """ "Calls upon Member States and invites others to …": two verbs, one thing to do."""
    joint = _AND.search(text, verb.act_end, following.start)
    if joint is None:
        return []
    edge = joint.start()
    if infinitive(text, min(verb.act_end + 1, edge), edge) is not None:
        return []  # "calls for those responsible to be tried, and requests the Mission to act"
    to = infinitive(text, following.act_end, stop)
    heads = find_actors(text, min(verb.act_end + 1, edge), edge, organ)
    return make(text, heads, verb, Span(to + 1, stop)) if to is not None else []


def _needed(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Stresses the need for States to …": an actor with something to do all the same."""
    found = requests().needed.match(text, min(verb.act_end + 1, stop), stop)
    if found is None:
        return _for_doing(text, verb, stop, organ)
    of = text.endswith("of ", 0, found.end())
    first = _FIRST_WORD.match(text, found.end(), stop) if of else None
    if first and first[0] not in actors().modifiers:
        return []  # "the importance of broadening the sector to win": of an act of nobody's
    to = infinitive(text, found.end(), stop)
    if of and _AS.search(text, found.end(), to or stop):
        return []  # "the importance of the Programme as an instrument in enabling States to act"
    if of and (acting := _acting(text, verb, found.end(), stop, organ)):
        return acting
    asked = asked_by(text, verb, found.end(), stop, organ)
    asked = asked or _for_doing(text, verb, stop, organ)
    doing = None if asked else _DOING.search(text, found.end(), stop)
    if doing is None:
        return asked
    heads = find_actors(text, found.end(), doing.start(), organ)
    return make(text, heads, verb, Span(doing.end(), stop))


def _for_doing(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Stresses the importance for donors of lighting lamps": it is theirs to do."""
    opens = requests().needed_for.match(text, min(verb.act_end + 1, stop), stop)
    doing = requests().of_doing.search(text, opens.end(), stop) if opens else None
    if opens is None or doing is None or verb.force != "stress":
        return []
    if infinitive(text, opens.end(), doing.start()) is not None:
        return []
    heads = find_actors(text, opens.end(), doing.start(), organ)
    return make(text, heads, verb, Span(doing.start("doing"), stop)) if heads else []


def _acting(text: str, verb: Match, at: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "The importance of A and B working together": those named, who are to do what follows."""
    passive = text.find(" being ", at, stop)
    stop_at = passive if passive >= 0 else stop
    for doing in requests().acting.finditer(text, at, min(stop_at, at + _ACTING_LENGTH)):
        heads = find_actors(text, at, doing.start(), organ)
        if heads and heads[-1].span.end == doing.start():
            return make(text, heads, verb, Span(doing.end(), stop))
    return []


def _own(text: str, verb: Match, at: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """The organ itself, which decides or intends to do what stands from ``at`` on."""
    if organ is None:
        return []
    action = Span(min(at + text.startswith((" ", ","), at), stop), stop)
    return make(text, [Actor(_class_of(organ), Span(at, at))], verb, action)


def _of_itself(
    text: str, verb: Match, start: int, stop: int, organ: Organ | None
) -> list[Addressee]:
    """ "Decides to …" binds the organ; "Decides that States shall …" binds them."""
    at = past_skipped(text, start, stop)
    first = first_that().match(text, at, stop)
    if first:
        return _clauses(text, verb, first.end(), stop, organ)
    to = _TO.match(text, at, stop)
    if to is None:
        return []
    also = AND_THAT.search(text, at, stop)
    begin = stop if to["list"] else start
    edge = also.start() if also else stop
    found = _asks_of_others(text, verb, to.end(), edge, organ)
    found = found or _own(text, verb, begin, edge, organ)
    return found + (_clauses(text, verb, also.end(), stop, organ) if also else [])


def _asks_of_others(
    text: str, verb: Match, at: int, stop: int, organ: Organ | None
) -> list[Addressee]:
    """ "Decides to request the Secretary-General to report": he is asked, by both verbs in one.

    To authorize somebody is the organ's own act, by which it settles something.
    """
    inner = match_plain(text, at, stop)
    if inner is None or not inner.asks or inner.force == "authorize":
        return []
    if text.startswith(" to ", inner.act_end):
        return []  # "to invite to the commission representatives of …"
    both = replace(inner, start=verb.start)
    return [each for each in asked_by(text, both, inner.act_end, stop, organ) if each.text]


def _clauses(text: str, verb: Match, start: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "(That) all States shall …, and that the Secretary-General shall …"."""
    others = list(AND_THAT.finditer(text, start, stop))
    begins = [start, *(each.end() for each in others)]
    edges = [*(each.start() for each in others), stop]
    each_of = (
        _shall(text, verb, begin, edge, organ, first=begin == start)
        for begin, edge in zip(begins, edges, strict=True)
    )
    return [each for found in each_of for each in found]


def _shall(
    text: str, verb: Match, start: int, stop: int, organ: Organ | None, *, first: bool
) -> list[Addressee]:
    """ "That, until 31 July, all States shall …": who, after what may stand before.

    What "shall be open" or "shall be held" is asked of nobody.
    """
    modal = find_modal().search(text, start, stop)
    if modal is None or modal.start() - start > _SUBJECT_LENGTH:
        return []
    if shall().being.match(text, modal.end(), stop):
        return []
    begins = [start, *(each.end() for each in _COMMA.finditer(text, start, modal.start()))]
    includes = text.startswith(shall().including, modal.end())
    subject = Span(start, modal.start())
    for begin in begins:
        mandate = shall().mandate.match(text, begin) if includes else None
        at = mandate.end() if mandate else begin
        heads = find_actors(text, at, modal.start(), organ, chain=not mandate)
        free = [n for n, head in enumerate(heads) if text.startswith(shall().free, head.span.end)]
        heads = heads[free[-1] + 1 :] if free else heads
        if heads:
            break
    else:
        acts = not states().match(text, modal.end(), stop)
        begin, heads = find_last(text, subject, organ)
        if not heads and acts:
            begin, heads = find_bound(text, subject, begins, organ)
    heads = _others(text, heads, organ, first=first, will=bool(modal["will"])) if heads else []
    return make(text, heads, verb, Span(modal.start() + 1, stop), Span(start, begin))


def _others(
    text: str, heads: list[Actor], organ: Organ | None, *, first: bool, will: bool
) -> list[Actor]:
    """The subjects of "shall" and "will"; the organ itself, which has no words, for its own acts.

    "Decides that it shall", where nobody was named before: that is the organ. What "the Council
    will" do is told by it of itself.
    """
    words = {each.span.of(text) for each in heads}
    name = organ.name.rpartition(" ")[2] if organ else ""
    if first and organ and words == {"it"} and heads[0].class_ == "other":
        return [Actor(_class_of(organ), Span(heads[0].span.start, heads[0].span.start))]
    told = "it" in words or any(name and each.endswith(name) for each in words)
    return [] if will and told else heads


def _class_of(organ: Organ) -> AddresseeClass:
    return "security_council" if organ.id == "security_council" else "ga_body"
