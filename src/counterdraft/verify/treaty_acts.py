"""A place → what it says that States signed, ratified, acceded to or are party to.

In a clause every State, treaty and date is one sign (``twin``), and a claim a chain of signs with
nothing but joining words between them. What does not chain is no claim; nor is what is urged or
hoped for, or not put as a fact (``asserted``). Which date belongs to what is told by their order;
where that leaves it open, no date is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple, cast

from counterdraft.lexicon.register_acts import acts
from counterdraft.lexicon.treaties import treaty_parts
from counterdraft.model.register import Act
from counterdraft.model.span import Span
from counterdraft.verify.act_times import Untimed, act_time
from counterdraft.verify.asserted import (
    aside,
    carries_on,
    deposited,
    ends,
    noun_asserted,
    verb_asserted,
)
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.mentions import KINDS, Mention, mentions_in, of_kind
from counterdraft.verify.twin import DATE, STATE, TREATY, Twin, twin_of

_CLAUSE = re.compile(r"(?:[^;.]|\.(?!\s|$))+")
_PARTY = "party"
_FORCE = "in force"
_ASIDE = "as well as"
_OF_NUMBER = re.compile(r"[\d)]\s+of\s+$")


class _Said(NamedTuple):
    """An act as a clause words it: who, what and when, in the order of the text.

    ``loose`` says that a date stands within it of which it is not certain that it is its own,
    ``past`` that it had not been done at a time that may be told elsewhere; ``each`` that it is
    said of each of those named: "both", "all".
    """

    act: str
    who: tuple[Mention, ...]
    what: tuple[Mention, ...]
    when: tuple[Mention, ...]
    start: int
    end: int
    denied: bool = False
    loose: bool = False
    past: bool = False
    each: bool = False


def treaty_claims(place: Place) -> Iterator[Claim]:
    """The claims of a place, in its order."""
    seen: set[tuple[str, str, str, str | None]] = set()
    for clause in _CLAUSE.finditer(place.text, place.span.start, place.span.end):
        if not _worth().search(clause[0]):
            continue
        named = mentions_in(place.text, *clause.span(), known=place.known)
        twin = twin_of(place.text, *clause.span(), named)
        told = sorted(_said(twin), key=lambda each: each.start)
        left = _left(twin, told)
        for said in told:
            for claim in _claims(said, twin, place.id, undated=left):
                key = (claim.act, claim.subject, claim.object, claim.date)
                if key not in seen:
                    seen.add(key)
                    yield claim


def _said(twin: Twin) -> Iterator[_Said]:
    patterns = _patterns()
    for found in patterns.noun.finditer(twin.line):
        yield from _of_noun(found, twin)
    for found in patterns.verb.finditer(twin.line):
        yield from _of_verb(found, twin)
    for found in patterns.passive.finditer(twin.line):
        yield from _of_passive(found, twin)
    for found in patterns.force.finditer(twin.line):
        yield from _of_force(found, twin)


# -- the ways to say it


def _of_noun(found: re.Match[str], twin: Twin) -> Iterator[_Said]:
    """ "the signing by S of T on D", "its accession to T", "S's ratification of T"."""
    if _wished(twin.line, found):
        return
    named = twin.in_(*found.span())
    who = of_kind(named, "state") or _owner(found, twin)
    what = of_kind(named, "treaty")
    when = of_kind(named, "date")
    told = noun_asserted(twin.line, *found.span(), dated=bool(when))
    if who and what and (told or deposited(twin.line, found.start())):
        yield _Said(acts().act_of[found["noun"]], who, what, when, *found.span())


def _owner(found: re.Match[str], twin: Twin) -> tuple[Mention, ...]:
    """Whose "its" is: the one State that the clause names, and nobody's where there are two."""
    states = of_kind(tuple(twin.named.values()), "state")
    one = len({each.value for each in states}) == 1
    return states[:1] if found["pronoun"] and one else ()


def _wished(line: str, found: re.Match[str]) -> bool:
    """Whether an act is urged, planned or open, and not told as having happened."""
    marks = list(_patterns().mark.finditer(line, 0, found.start("noun")))
    if marks and marks[-1]["before"]:
        return True
    return bool(_patterns().after.match(line, found.end()))


def _of_verb(found: re.Match[str], twin: Twin) -> Iterator[_Said]:
    """ "on D, S signed T", "T, which S ratified on D", "S is a party to T"."""
    who = of_kind(twin.in_(*found.span("who")), "state")
    own = _own_chain(found)
    chain = twin.in_(*own)
    referred = _referred(found, twin)
    what = of_kind(chain, "treaty") or referred
    if not what or not _is_told(found, twin, referred=bool(referred)):
        return
    when = of_kind(chain, "date")
    for other in ("lead", "mid"):
        if not when and found[other]:
            when = of_kind(twin.in_(*found.span(other)), "date")
    others = list(_likewise(twin, own[1], found.end()))
    if own[1] < found.end() and not others:
        return
    verb = found["verb"] or found["bare"]
    denied = bool(found["denied"] or found["bare"]) or verb in acts().no_party
    past = denied and bool(_patterns().past.search(found[0]))
    first, second = _shared_out(when, found, alone=len(who) * len(what) == 1)
    act_of, span = acts().act_of, found.span()
    act = act_of.get(verb, _PARTY)
    each = _of_each(found, twin, who, what)
    yield _Said(act, who, what, first, *span, denied, when != first, past, each)
    if found["second"]:
        not_done = bool(found["denied2"]) or (denied and not found["but"])
        loose = when != second
        yield _Said(act_of[found["second"]], who, what, second, *span, not_done, loose, past)
    yield from _later(found, twin, who, what)
    if len(when) == 1 and not found["second"]:
        yield from (_Said(act, (s,), what, (day,), *at, denied, past=past) for s, day, at in others)


def _of_each(
    found: re.Match[str], twin: Twin, who: Sequence[Mention], what: Sequence[Mention]
) -> bool:
    """Whether it is said of each State, or of each treaty: "S and S2 both signed T on D"."""
    if len(what) > 1:
        return len(who) == 1 and bool(_patterns().each.search(found["chain"]))
    at = found.start("verb") if found["verb"] else found.start("bare")
    between = twin.line[found.end("who") : at]
    before = twin.line[max(0, found.start("who") - len("each of the ")) : found.end("who")]
    return any(_patterns().each.search(words) for words in (between, before))


def _is_told(found: re.Match[str], twin: Twin, *, referred: bool) -> bool:
    """Whether it is put as a fact, and of the States that stand before the verb."""
    at = found.start("verb") if found["verb"] else found.start("bare")
    told = referred or verb_asserted(twin.line, *found.span())
    return told and carries_on(twin.line, found.end("who"), at, opened=_ASIDE in found["who"])


def _own_chain(found: re.Match[str]) -> tuple[int, int]:
    """What follows a verb up to the next State, of which something else may be said."""
    start, end = found.span("chain")
    state = found.string.find(STATE, start, end)
    return start, end if state < 0 else state


def _likewise(
    twin: Twin, start: int, end: int
) -> Iterator[tuple[Mention, Mention, tuple[int, int]]]:
    """The same of other States, each with its day, if that is all: "on D, and S on D2"."""
    found = _patterns().likewise.match(twin.line, start)
    if found is None or found.end() != end or not ends(twin.line, end):
        return
    named = twin.in_(start, end)
    places = [at for at in sorted(twin.named) if start <= at < end]
    for number in range(0, len(named), 2):
        state, day = named[number : number + 2]
        yield state, day, (places[number], places[number + 1] + 1)


def _shared_out(
    when: tuple[Mention, ...], found: re.Match[str], *, alone: bool
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The dates of the first verb and of the second: each its own; one alone is the second's."""
    if not found["second"]:
        return when, ()
    if alone and len(when) == 2:
        return when[:1], when[1:]
    return (), when if len(when) == 1 else ()


def _later(
    found: re.Match[str], twin: Twin, who: tuple[Mention, ...], what: tuple[Mention, ...]
) -> Iterator[_Said]:
    """What was done later with the same treaty: "and ratified it on D"."""
    later = _patterns().later.match(twin.line, found.end())
    if later is not None:
        act = acts().act_of[later["verb"]]
        when = of_kind(twin.in_(*later.span("chain")), "date")
        denied = bool(later["denied"] or later["nor"])
        past = denied and bool(_patterns().past.search(found[0]))
        span = found.start(), later.end()
        yield _Said(act, who, what, when, *span, denied, past=past)


def _referred(found: re.Match[str], twin: Twin) -> tuple[Mention, ...]:
    """What stands right before "which S ratified"."""
    before = _patterns().referred.search(twin.line, 0, found.start())
    if before is None or before.end() != found.start():
        return ()
    return of_kind(twin.in_(*before.span()), "treaty")[-1:]


def _of_passive(found: re.Match[str], twin: Twin) -> Iterator[_Said]:
    """ "T was signed by S on D", "T, ratified by S1 on D1 and by S2 on D2"."""
    chain = twin.in_(*found.span("chain"))
    who = of_kind(chain, "state")
    what = of_kind(twin.in_(*found.span("what")), "treaty")
    main = found["main"] is not None
    if main and not verb_asserted(twin.line, *found.span()):
        return
    if who and not of_kind(chain, "treaty"):
        act = acts().act_of[found["verb"]]
        yield _Said(act, who, what, of_kind(chain, "date"), *found.span())


def _of_force(found: re.Match[str], twin: Twin) -> Iterator[_Said]:
    """ "T entered into force for S on D": of the instrument it tells that it came before."""
    if verb_asserted(twin.line, *found.span()):
        named = twin.in_(*found.span())
        who, what, when = (of_kind(named, kind) for kind in KINDS)
        yield _Said(_FORCE, who, what, when, *found.span())


# -- which date belongs to what


def _left(twin: Twin, told: Sequence[_Said]) -> bool:
    """Whether a clause has a date that no claim took, and that is not a resolution's own."""
    taken = {each.start for said in told for each in said.when}
    return any(
        each.kind == "date" and each.start not in taken and not _OF_NUMBER.search(twin.line[:at])
        for at, each in twin.named.items()
    )


def _claims(said: _Said, twin: Twin, place: str, *, undated: bool) -> Iterator[Claim]:
    several = [part for each in said.what for part in _parts(each)]
    pairs = list(product(said.who, several))
    dates, shared = _dates(said, len(pairs))
    for number, ((who, what), date) in enumerate(zip(pairs, dates, strict=True)):
        start, end = twin.there(said.start), _end(said, twin)
        if len(said.who) * len(said.what) > 1:
            apart = what if len(several) > 1 else who
            named = (apart, date) if date and not shared else (apart,)
            start, end = min(each.start for each in named), max(each.end for each in named)
        bound = said.act in (_PARTY, _FORCE)
        act = "ratification" if bound else said.act
        when = act_time(twin, date, _of_time(said))
        yield Claim(
            place, Span(start, end), cast(Act, act), who.value, what.value,
            when.date, value=said.act if bound else "",
            shared=shared and not said.each and number < len(pairs) - 1, denied=when.denied,
            undated=when.date is None and (undated or said.loose or bool(said.when)),
            time=when.time,
        )  # fmt: skip


def _of_time(said: _Said) -> Untimed:
    return Untimed(said.start, said.end, said.denied, said.past, party=said.act == _PARTY)


def _parts(treaty: Mention) -> list[Mention]:
    """The treaties that go by one name: "both International Covenants"."""
    return [treaty._replace(value=each) for each in treaty_parts().get(treaty.value, ())] or [
        treaty
    ]


def _end(said: _Said, twin: Twin) -> int:
    """Where the last thing named ends, or the words of the act where nothing follows them."""
    last = twin.named.get(said.end - 1)
    return last.end if last else twin.there(said.end - 1) + 1


def _dates(said: _Said, pairs: int) -> tuple[Sequence[Mention | None], bool]:
    """The date of each pair of who and what; and whether one stands for several."""
    when = said.when
    if len(when) == 1:
        return (when * pairs, pairs > 1)
    for several in (said.what, said.who):
        if len(when) == len(several) == pairs:
            return (when, False)
    return ([None] * pairs, False)


# -- the patterns


class _Patterns(NamedTuple):
    noun: re.Pattern[str]
    verb: re.Pattern[str]
    passive: re.Pattern[str]
    later: re.Pattern[str]
    referred: re.Pattern[str]
    force: re.Pattern[str]
    likewise: re.Pattern[str]
    past: re.Pattern[str]
    each: re.Pattern[str]
    mark: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    known = acts()
    joined = rf"(?:[\s,()\"'-]|{known.glue})*"
    dated = rf"(?:[\s,()]|\b(?:{known.glue_date}|{known.limit}|and|the|by|{STATE})\b)*"
    on_day = rf"(?:[\s,]|{known.glue_date})*"
    chain = rf"(?P<chain>(?:{joined}[{STATE}{TREATY}]|{dated}{DATE})*)"
    listed = r"(?:[\s,]|\b(?:and|the|as well as|both|of)\b)*"
    states = rf"(?P<who>{STATE}(?:{listed}{STATE})*)"
    bracket = r"(?:\s*\([^()]*\))?"
    before = rf"(?:[\s,]|{known.glue_verb})*"
    denied = known.negation
    verb = (
        rf"(?:(?P<denied>{denied}{before})?(?P<verb>{known.verbs}|{known.party})"
        rf"|{known.undone}{before}(?P<bare>{known.bare}))"
    )
    mid = rf"(?:\b(?:{known.when}|{known.limit})\s+(?P<mid>{DATE})[\s,]*{before})?"
    second = (
        rf"(?:,?\s+(?:and|or|nor|(?P<but>but))\s+(?:has\s+|have\s+)?(?:then\s+|later\s+|also\s+)?"
        rf"(?P<denied2>{denied}\s+)?(?P<second>{known.verbs}|{known.bare}))?"
    )
    return _Patterns(
        noun=re.compile(
            rf"(?:(?:{STATE}'s?|(?P<pronoun>\b(?:its|their)))\s+(?:{known.own}\s+)?)?"
            rf"\b(?P<noun>{known.nouns})\b{chain}"
        ),
        verb=re.compile(
            rf"(?P<lead>{DATE},?\s+(?:the\s+)?)?{states}{aside()}{before}"
            rf"{mid}{verb}{second}{chain}"
        ),
        passive=re.compile(
            rf"(?P<what>{TREATY}(?:{listed}{TREATY})*){bracket}"
            r"(?:(?P<main>\s+)(?=was|were|has|had|have)|[\s,]+)"
            r"(?:\b(?:which|that|was|were|has|had|have|been|it|duly|also|subsequently|as)\b\s*)*"
            rf"\b(?P<verb>{known.verbs})\b(?=\s+(?:{dated}{DATE}\s*,?\s*)?by\b){chain}"
        ),
        later=re.compile(
            rf"[\s,]*\b(?:and|but|(?P<nor>nor))\b{before}(?P<denied>{denied}{before})?"
            rf"(?P<verb>{known.verbs}|(?<=nor\s){known.bare})\s+"
            rf"(?:it|them|both|either|either of them)\b(?P<chain>(?:{dated}{DATE})*)"
        ),
        referred=re.compile(rf"{TREATY}{bracket}[\s,]*(?:to\s+|of\s+)?(?:which|that)\s+(?:the\s+)?$"),
        force=re.compile(
            rf"{TREATY}{bracket}\s+{known.force}\s+(?:the\s+)?{STATE}(?:{on_day}{DATE})?"
        ),
        likewise=re.compile(rf"(?:[\s,]*(?:\band\s+)?(?:the\s+)?{STATE}{on_day}{DATE})+"),
        past=re.compile(rf"\b(?:{known.past})\b"),
        each=re.compile(rf"\b(?:{known.each})\b"),
        mark=re.compile(rf"\b(?:(?P<before>{known.before})|{known.factual})\b"),
        after=re.compile(rf".{{0,3}}{known.after}"),
    )  # fmt: skip


@cache
def _worth() -> re.Pattern[str]:
    """A quick look: a clause without any of these words says nothing of the kind."""
    return re.compile(
        r"sign|ratif|acce[ds]|adhere|withdr|denounc|denunc|part(?:y|ies)\b|\bforce for",
        re.IGNORECASE,
    )
