"""Who a paragraph asks to do what.

In: straightened text, a paragraph's verbs in order. Out: ``Addressee`` values: the
actor's words, the verb that binds it, what is asked, by when. Somebody is asked only
where a verb that asks has an actor as its object and something to do follows; those
who are named in between ("in consultation with Member States") are not asked.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.lexicon.actors import actors, class_of
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.states import find_states, may_name_state
from counterdraft.model import Addressee, AddresseeClass, Span
from counterdraft.parse.deadlines import asks_report, find_deadline
from counterdraft.parse.verbs import Match

_TO = re.compile(r"(?:,)? to (?=[a-z])")
_NOT_INFINITIVE_AFTER = frozenset(
    [
        "the",
        "a",
        "an",
        "all",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "which",
        "whom",
        "any",
        "each",
        "such",
        "other",
        "both",
        "conflict",
        "conflicts",
        "armed",
        "date",
        "armaments",
        "it",
        "them",
        "him",
        "us",
        "violence",
        "and",
    ]
)
_NOT_INFINITIVE_BEFORE = frozenset(
    [
        "relating",
        "related",
        "pertaining",
        "according",
        "due",
        "subject",
        "regard",
        "respect",
        "relation",
        "addition",
        "access",
        "belonging",
        "contributing",
        "position",
        "able",
        "yet",
        "wishing",
        "willing",
        "ready",
        "seeking",
        "continue",
        "continues",
        "fail",
        "failed",
        "have",
        "has",
        "need",
        "needs",
        "attention",
        "commitment",
        "response",
        "contribution",
        "committed",
        "unable",
        "likely",
        "up",
        "entitled",
        "aspiring",
        "accredited",
        "efforts",
        "effort",
    ]
)
_ASIDE = re.compile(
    r"(?:either|in|within|with|through|where|as|upon|at|by|particularly|especially|notably|such as|"
    r"while|taking|on|for|consistent|without|under|pursuant|according|when|if|based|subject|bearing|acting|"
    r"working|considering|after|before|during|following|using|drawing|building|inter alia|depending|"
    r"mindful|recognizing|noting|individually|collectively|jointly|either|again|also|further|"
    r"supported|guided|throughout|towards|across|via|together|along|beyond|outside|inside|among|between|whether|"
    r"especially|consequently|therefore|to the extent|from|of|not|that|which|who|whose|whom|having|being)\b"
)
_TOGETHER = re.compile(
    r"(?:also )?(?:in (?:close |full )?(?:cooperation|coordination|consultation|collaboration|partnership|conjunction|liaison)"
    r"|together|jointly|along|working (?:closely )?) with\b|with (?:the )?(?:support|assistance|participation|help) "
)
_WORD = re.compile(r"[A-Za-z'-]+")
_NEAR = 25
# "Reiterates the invitation to States not parties to …"
_RENEWED = re.compile(
    r" (?:the|its|their|all|previous)(?: [a-z]+){0,2} (?P<noun>request|invitation|call|appeal|demand)"
    r"(?:s|, [^,;]{3,80},)? (?:to|upon|on|for) "
)
_RENEWED_FORCE = {
    "request": "request", "invitation": "invite", "call": "call", "appeal": "appeal",
    "demand": "demand",
}  # fmt: skip
_SEPARATOR = re.compile(r",? as well as |,? including |, and |, or | and |, | or |/")
# "to donors and to the private sector"
_AGAIN = re.compile(r"(?:to|upon|on|for) (?=the |all |[A-Z]|other |relevant )")
# "those States and organizations that are in a position to do so"
_ABLE = re.compile(r"(?:all )?(?:those|others)\b[^,;]{0,80}\bin a position to do so")
# A state that the lexicon does not know, by its formal name.
_FORMAL = re.compile(
    r"(?:the )?(?:[A-Z][\w'-]+ ){0,3}(?:Republic|Kingdom|Principality|Sultanate|Emirate) of (?:the )?"
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
)
_SKIP = re.compile(
    r"(?:,? ?(?:in (?:this|that) (?:regard|context|respect|connection)|accordingly|therefore|once again|again|also|further|as appropriate|as a matter of (?:urgency|priority)|"
    r"where appropriate|as necessary|in particular|inter alia|to that end|to this end|for that purpose|for this purpose|strongly|urgently|in accordance with [^,;]{3,120}|in line with [^,;]{3,120}|pursuant to [^,;]{3,120}|with a view to [^,;]{3,160}|with reference to [^,;]{3,120}|on the basis of [^,;]{3,160}|in the light of [^,;]{3,120}|in the context of [^,;]{3,120}|within [^,;]{3,100}|without prejudice to [^,;]{3,100}|subject to [^,;]{3,100}|through [^,;]{3,120}),? )*"
)
_NEED_FOR = re.compile(
    r"(?:in this regard |also |further )?(?:the (?:\w+ )?(?:need|importance|urgency|necessity|call|responsibility) )(?:for|upon|of) (?=[^;.]{3,200} to )"
)
# "the adoption by States of …", "continued exchange between A and B", "support from C"
_NOMINAL = re.compile(
    r"(?:the )?(?:(?!to\b|of\b|in\b|that\b|for\b)[a-z-]+ ){1,7}?(?:of [a-z ]{3,30} )?(?:by|between|among|amongst|from) "
)
_NOMINAL_VERBS = frozenset(
    {"encourage", "urge", "call for", "invite", "demand", "call upon", "call on"}
)
_ITSELF = frozenset({"decide", "resolve"})
_MODAL = re.compile(r" (?:shall|should|must|is to|are to) ")
_LED = re.compile(
    r"(?:to|upon|on|for|of) (?=the |all |[A-Z]|other |relevant |member |those |both |donor|any |each |international )"
)
_NOMINAL_ENDS = re.compile(
    r" (?:on|in|to|with a view|for|with regard|of (?!the United Nations|the High))\b|;|\.|, (?:in|with|which|to|including|as|on|for|that)\b"
)
_STOP = re.compile(r"[;:.]")
# "the working group, to be established at its next session, to consider …"
_ESTABLISHED = re.compile(r"be \w+ed\b|be held\b")
# "calls for those responsible to be held accountable": they are not asked.
_PASSIVE = re.compile(r"to be\b")
_DOING = re.compile(r" of (?=\w+ing\b)")
_GAP = re.compile(r",? ")
_JOINED = re.compile(r",? and |, | as well as ")
_LAST_WORD = re.compile(r"([\w'-]+)\W*$")
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|whom)\b")
_NEXT_STATE = re.compile(r",? (?:and |as well as )?(?:the )?")


class _Limits(NamedTuple):
    """By when, and whether a report is asked for."""

    deadline: str | None = None
    reporting: bool = False


class _Found(NamedTuple):
    """An actor at the head of a noun phrase."""

    class_: AddresseeClass
    span: Span
    name: str | None = None


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
        stop = verbs[i + 1].start if i + 1 < len(verbs) else span.end
        if verb.lemma in _ITSELF:
            found += _of_itself(text, verb, stop, organ)
        elif verb.asks:
            asked = _asked(text, verb, verb.act_end, stop, organ)
            if not asked and i + 1 < len(verbs) and verbs[i + 1].asks:
                asked = _shared(text, verb, verbs[i + 1], span.end, organ)
            found += asked
        elif verb.force == "commit" and text[verb.start : verb.act_end].endswith(
            ("intention", "intentions")
        ):
            found += _own(text, verb, stop, organ)
        elif renewed := _RENEWED.match(text, verb.act_end, stop):
            asking = verb._replace(act_end=renewed.end("noun"), force=_RENEWED_FORCE[renewed["noun"]])
            found += _asked(text, asking, renewed.end("noun"), stop, organ)
        elif verb.force == "stress" or verb.lemma in {"reiterate", "draw attention"}:
            found += _needed(text, verb, stop, organ)
    return found


def _shared(
    text: str, verb: Match, following: Match, stop: int, organ: Organ | None
) -> list[Addressee]:
    """ "Calls upon Member States and invites others to …": two verbs, one thing to do."""
    edge = following.start - len(" and ")
    if text[edge : following.start] != " and ":
        return []
    to = _infinitive(text, following.act_end, stop)
    heads = _heads(text, min(verb.act_end + 1, edge), edge, organ)
    return _make(text, heads, verb, Span(to + 1, stop)) if to is not None else []


def _needed(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Stresses the need for States to …": an actor with something to do all the same."""
    found = _NEED_FOR.match(text, min(verb.act_end + 1, stop), stop)
    if found is None:
        return []
    asked = _asked(text, verb, found.end(), stop, organ)
    doing = None if asked else _DOING.search(text, found.end(), stop)
    if doing is None:
        return asked
    heads = _heads(text, found.end(), doing.start(), organ)
    return _make(text, heads, verb, Span(doing.end(), stop))


def _own(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """The organ itself, which decides or intends to do something."""
    if organ is None:
        return []
    action = Span(min(verb.act_end + 1, stop), stop)
    class_: AddresseeClass = "security_council" if organ.id == "security_council" else "ga_body"
    return _make(text, [_Found(class_, Span(verb.act_end, verb.act_end))], verb, action)


def _of_itself(text: str, verb: Match, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Decides to …" binds the organ; "Decides that States shall …" binds them."""
    skipped = _SKIP.match(text, verb.act_end, stop)
    at = skipped.end() if skipped else verb.act_end
    rest = text[at:stop].lstrip(" ,")
    if rest.startswith(("to ", "not to ")):
        return _own(text, verb, stop, organ)
    if not rest.startswith("that "):
        return []
    start = text.index("that ", at) + 5
    modal = _MODAL.search(text, start, stop)
    if modal is None or modal.start() - start > 160:
        return []
    heads = _heads(text, start, modal.start(), organ)
    return _make(text, heads, verb, Span(modal.start() + 1, stop))


def _asked(
    text: str, verb: Match, start: int, stop: int, organ: Organ | None, *, point: bool = False
) -> list[Addressee]:
    """The objects of a verb that asks."""
    skipped = _SKIP.match(text, start, stop)
    at = skipped.end() if skipped else start
    while at < stop and text[at] in " ,":
        at += 1
    led = _LED.match(text, at, stop)
    if led and not text[led.end() : led.end() + 4].startswith("take"):
        at = led.end()
    if text.startswith("that ", at):
        return _that(text, verb, at + 5, stop, organ)
    nominal = _NOMINAL.match(text, at, stop) if verb.lemma in _NOMINAL_VERBS else None
    if nominal:
        ends = _NOMINAL_ENDS.search(text, nominal.end(), stop)
        heads = _heads(text, nominal.end(), ends.start() if ends else stop, organ)
        if heads:
            return _make(text, heads, verb, Span(at, stop))
    to = _infinitive(text, at, stop)
    edge = to if to is not None else _edge(text, at, stop)
    heads = _heads(text, at, edge, organ)
    if not heads and to is not None:
        heads = _somebody(text, at, to)
    if not heads or (to is None and not _complete(text, verb, heads, edge, stop, point)):
        return []
    begin = to + text[to:stop].index("to ") if to is not None else edge
    if verb.lemma == "call for" and _PASSIVE.match(text, begin, stop):
        return []
    return _make(text, heads, verb, Span(begin, stop))


# Whoever the lexicon has no class for: "those who …", or a proper name.
_SOMEBODY = re.compile(
    r"(?:the |all |both |its |other |relevant )*(?P<head>those (?:who|that|which)\b[^,;]*|[A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|and|of|the|for|on|in|\d+))*)"
)


def _somebody(text: str, start: int, to: int) -> list[_Found]:
    """An object that grammar shows to be asked, though no class is known for it."""
    found = _SOMEBODY.match(text, start, to)
    if found is None or found.end() - start > 160:
        return []
    words, endings = actors().things
    last = found["head"].split()[-1].lower()
    if last in words and len(found["head"].split()) == 1:
        return []
    named = " " in found["head"] or not last.endswith(endings)
    return [_Found("other", Span(start, found.end()))] if named else []


def _that(text: str, verb: Match, start: int, stop: int, organ: Organ | None) -> list[Addressee]:
    """ "Recommends that Member States adopt …"."""
    skipped = _SKIP.match(text, start, stop)
    at = skipped.end() if skipped else start
    edge = min(stop, at + 220)
    heads = _heads(text, at, edge, organ, chain=False)
    return _make(text, heads, verb, Span(heads[-1].span.end, stop)) if heads else []


def _complete(
    text: str, verb: Match, heads: list[_Found], edge: int, stop: int, point: bool
) -> bool:
    """Whether an actor without an infinitive after it is asked all the same.

    So it is where a list of things to do follows ("Calls upon States:"), and where the
    verb takes a bare object for its purpose ("calls upon the parties for restraint").
    """
    tail = text[heads[-1].span.end : stop].rstrip()
    if tail.endswith(":") and len(tail) < 160:
        return True
    return (
        verb.lemma in {"call upon", "call on", "remind"}
        and not point
        and tail[:1] in {":", ","}
        and tail.endswith(":")
    )


def _infinitive(text: str, start: int, stop: int) -> int | None:
    """Where "to" and what is asked begin, past every "to" that is none of the verb's."""
    for found in _TO.finditer(text, start, stop):
        before = _LAST_WORD.search(text[max(start, found.start() - 30) : found.start()])
        after = _WORD.match(text, found.end(), stop)
        if after is None or after[0] in _NOT_INFINITIVE_AFTER:
            continue
        if before and before[1].lower() in _NOT_INFINITIVE_BEFORE and text[found.start()] != ",":
            continue
        if _ESTABLISHED.match(text, found.end(), stop) and ", to " in text[found.end() : stop]:
            continue
        if "; " in text[start : found.start()]:
            return None
        return found.start()
    return None


def _edge(text: str, start: int, stop: int) -> int:
    found = _STOP.search(text, start, stop)
    return found.start() if found else stop


def _heads(
    text: str, start: int, stop: int, organ: Organ | None, *, chain: bool = True
) -> list[_Found]:
    """The actors at the heads of the noun phrases joined from ``start`` on.

    A comma before the infinitive closes an aside that began after another one:
    "urges States, through regional or global organizations, to …".
    """
    found: list[_Found] = []
    closed = text.startswith(", to ", stop)
    at = start
    while at < stop:
        if found and _ASIDE.match(text, at, stop):
            # What follows "in cooperation with" is a list of those who help.
            if closed or _TOGETHER.match(text, at, stop):
                break
            at = _past_aside(text, at, stop)
            continue
        head = _pronoun(text, at, stop, start) or _head(text, at, stop, organ)
        if head and found and head[0].class_ == "other" and at - found[-1].span.end > _NEAR:
            head = None  # "the independence of judges and lawyers": in what describes another
        if head is None:
            if not found:
                return []
        else:
            found += head
            if not chain:
                return found + _coordinated(text, head[-1].span.end, stop, organ)
        following = _separator(text, head[-1].span.end if head else at, stop)
        if following is None:
            break
        between = text[head[-1].span.end if head else at : following.start()]
        if _RELATIVE.search(between) and following[0] != ", ":
            comma = text.find(", ", following.start(), stop)
            at = comma + 2 if comma >= 0 else stop
            continue
        led = _AGAIN.match(text, following.end(), stop)
        at = led.end() if led else following.end()
    return found


def _separator(text: str, at: int, stop: int) -> re.Match[str] | None:
    """The next comma or "and" that joins phrases, and is not part of a name."""
    found = _SEPARATOR.search(text, at, stop)
    while found and "and" in found[0] and text[found.end() : found.end() + 1].isupper():
        name = next(
            (
                m
                for m in actors().terms.finditer(text, at, stop)
                if m.start() < found.start() < m.end()
            ),
            None,
        )
        if name is None:
            return found
        at = name.end()
        found = _SEPARATOR.search(text, at, stop)
    return found


def _coordinated(text: str, at: int, stop: int, organ: Organ | None) -> list[_Found]:
    """What is joined directly to the subject of a "that" clause."""
    joined = _JOINED.match(text, at, stop)
    head = _head(text, joined.end(), stop, organ) if joined else None
    return head + _coordinated(text, head[-1].span.end, stop, organ) if head else []


def _past_aside(text: str, at: int, stop: int) -> int:
    comma = text.find(", ", at, stop)
    return comma + 2 if comma >= 0 else stop


def _head(text: str, at: int, stop: int, organ: Organ | None) -> list[_Found] | None:
    """The actor whose name, after modifiers, begins at ``at``; several for a list of states."""
    if text.startswith(("those", "others", "all "), at) and _ABLE.match(text, at, stop):
        return [_Found("donors", Span(at, stop))]
    table = actors()
    p = at
    for _ in range(_MOST_MODIFIERS):
        word = _WORD.match(text, p, stop)
        if word is None:
            return None
        known = _modifies(word[0], table.modifiers)
        found = None if known and word[0] in _ARTICLES else _actor(text, at, p, stop, organ)
        if found:
            return found
        if _AGENT.match(word[0]) and _closes(text, word.end(), stop):
            return [_Found("other", Span(at, word.end()))]
        gap = _GAP.match(text, word.end(), stop) if known else None
        if gap is None or (gap[0] == ", " and not _adjective(word[0])):
            return None
        p = gap.end()
    return None


_MOST_MODIFIERS = 9
# No name begins so, whatever the lexicon has.
_ARTICLES = frozenset({"the", "its", "their"})


def _actor(text: str, at: int, p: int, stop: int, organ: Organ | None) -> list[_Found] | None:
    """The actor whose own name begins at ``p``, with its modifiers from ``at`` on."""
    table = actors()
    states = _states(text, at, p, stop)
    if states:
        return states
    if text.find("non-governmental", p, stop) >= 0:
        for joint, classes in table.joint:
            both = joint.match(text, p, stop)
            if both:
                return [_Found(each, Span(at, both.end())) for each in classes]
    term = table.terms.match(text, p, stop)
    if term:
        class_ = _class(term[0], class_of(term[0]), organ, text, term)
        return [_Found(class_, Span(at, term.end()))]
    named = table.patterns.match(text, p, stop)
    if named and named.lastgroup:
        class_ = table.pattern_classes[int(named.lastgroup[1:])]
        return [_Found(class_, Span(at, named.end()))]
    return None


_PRONOUN = re.compile(r"(?P<him>him|her)\b|(?P<them>them)\b(?! selves)")


def _pronoun(text: str, at: int, stop: int, start: int) -> list[_Found] | None:
    """ "invites them to …": whoever was named last before the verb."""
    found = _PRONOUN.match(text, at, stop) if at == start else None
    if found is None:
        return None
    here = Span(found.start(), found.end())
    if found["him"]:
        return (
            [_Found("secretary_general", here)]
            if "Secretary-General" in text[max(0, at - 600) : at]
            else None
        )
    names = list(actors().terms.finditer(text, max(0, text.rfind("\n", 0, at), at - 600), at))
    return [_Found(class_of(names[-1][0]), here)] if names else None


# "observers", "regulators", "co-sponsors": by its ending, somebody.
_AGENT = re.compile(
    r"(?!orders|matters|numbers|powers|papers|borders|centres|factors|sectors|others|members|barriers|errors|offers|transfers|corridors|waters|quarters|prisoners|chapters|disasters|letters|monitors|markers|indicators)[a-z-]{4,}(?:ors|ers|ists|ees)$"
)


def _closes(text: str, at: int, stop: int) -> bool:
    return (
        at >= stop
        or text[at] in ",:;"
        or text.startswith((" and ", " to ", " of ", " in ", " who ", " that "), at)
    )


def _adjective(word: str) -> bool:
    return word.endswith(("al", "ic", "ive", "ant", "ed", "ing", "ary", "ble"))


def _modifies(word: str, modifiers: frozenset[str]) -> bool:
    return word in modifiers or word.lower() in modifiers or (word.islower() and _adjective(word))


def _class(
    term: str, class_: AddresseeClass, organ: Organ | None, text: str, match: re.Match[str]
) -> AddresseeClass:
    """The class of a term, with what the organ that speaks makes of it."""
    if organ is not None and organ.id == "security_council":
        if class_ == "ga_body" and term in {"Committee", "Council", "Working Group"}:
            return "security_council"
        if term == "parties":
            return "armed_parties"
    if (
        ("High Commissioner" in term or term == "Office")
        and class_ == "un_secretariat"
        and _of_refugees(text, match)
    ):
        return "un_entities"
    if term == "organizations" and text.startswith(
        (" of the United Nations", " within the United Nations"), match.end()
    ):
        return "un_entities"
    return class_


def _of_refugees(text: str, match: re.Match[str]) -> bool:
    """Whether "the High Commissioner" is the one for refugees: the words around tell."""
    if "Human Rights" in match[0]:
        return False
    around = text[max(0, match.start() - 400) : match.end() + 400]
    return "efugee" in around and "OHCHR" not in around


def _states(text: str, start: int, at: int, stop: int) -> list[_Found]:
    """Named states, or their Governments, that begin at ``at``."""
    table = actors()
    before = table.state_before.match(text, at, stop)
    begin = before.end() if before else at
    if begin < stop and not text[begin].isupper():
        return []
    window = text[begin : min(stop, begin + 240)]
    known = may_name_state(text, begin)
    named = [each for each in find_states(window) if not each.group] if known else []
    found: list[_Found] = []
    reach = 0
    for each in named:
        gap = window[reach : each.start]
        allowed = not gap if not found else _NEXT_STATE.fullmatch(gap)
        if not allowed or window[each.end : each.end + 2] == "'s":
            break
        found.append(
            _Found(
                "named_state",
                Span(start if not found else begin + each.start, begin + each.end),
                each.name,
            )
        )
        reach = each.end
    formal = None if found else _FORMAL.match(text, at, stop)
    if formal and "Nations" not in formal[0]:
        return [_Found("named_state", Span(start, formal.end()), formal["name"])]
    return found


def _make(text: str, heads: list[_Found], verb: Match, action: Span) -> list[Addressee]:
    """One addressee for each actor, all asked the same by the same verb."""
    limits = _Limits(find_deadline(text, action), asks_report(text, action)) if heads else _Limits()
    return [_addressee(text, head, verb, action, limits) for head in heads]


def _addressee(text: str, head: _Found, verb: Match, action: Span, limits: _Limits) -> Addressee:
    words = Span(action.start, action.end)
    while words.end > words.start and text[words.end - 1] in " ,;.":
        words = Span(words.start, words.end - 1)
    for tail in (", and", " and"):
        if text[words.start : words.end].endswith(tail):
            words = Span(words.start, words.end - len(tail))
    return Addressee(
        class_=head.class_,
        text=text[head.span.start : head.span.end],
        verb=text[verb.start : verb.act_end],
        span=head.span,
        verb_span=Span(verb.start, verb.act_end),
        action=words if words.end > words.start else None,
        force=verb.force,
        deadline=limits.deadline,
        reporting=limits.reporting,
        name=head.name,
    )
