"""States that a text names at a place, by the lexicon or by the form of a formal name.

In: straightened text and a place in it. Out: ``Actor`` values, one for each state of a list.
"""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.actors import actors, appositions
from counterdraft.lexicon.joining import capitals
from counterdraft.lexicon.states import (
    Named,
    find_states,
    fold_name,
    may_name_state,
    namesakes,
)
from counterdraft.model import AddresseeClass, Span
from counterdraft.parse.actor import Actor

_NEXT_STATE = re.compile(r",? (?:and |as well as )?(?:the )?")
_STATES_WITHIN = 240
# "The Government of Fiji's lamps" are no Government; "of National unity" goes on in small letters.
_UNFINISHED = ("'s", "al")


def named_states(text: str, start: int, at: int, stop: int) -> list[Actor]:
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
            ends = [begin + each.end for each in listed]
            said = appositions().match(text, ends[-1], stop)
            ends[-1] = said.end() if said else ends[-1]
            return [
                Actor("named_state", Span(place, end), each.name)
                for place, end, each in zip(places, ends, listed, strict=True)
            ]
    formal = _formal().match(text, begin, stop)
    if formal is None and begin > at:
        formal = _formal().match(text, at, stop)
    if formal and "Nations" not in formal[0]:
        return [Actor("named_state", Span(start, formal.end()), formal["name"])]
    return _government(text, start, at, stop)


def _government(text: str, start: int, at: int, stop: int) -> list[Actor]:
    """ "The Government of Orlavia", of a State or another that no table has: without its name.

    The Government of a territory that only bears a State's name is no State.
    """
    one = _one_government().match(text, at, stop)
    if one is None or one[0].endswith(_UNFINISHED) or actors().terms.fullmatch(text, at, one.end()):
        return []
    known = actors().terms.match(text, at, stop)
    longer = known is not None and known.end() >= one.end()
    class_: AddresseeClass = "other" if fold_name(one["name"]) in namesakes() else "named_state"
    return [] if longer else [Actor(class_, Span(start, one.end()))]


@cache
def _one_government() -> re.Pattern[str]:
    """ "Government of Orlavia", of words in capitals."""
    word, joint = capitals()
    return re.compile(
        rf"(?:(?:Transitional |Federal )?Government|[Aa]uthorities) of (?:the )?"
        rf"(?P<name>{word}(?:{joint}{word})*)"
    )


@cache
def _formal() -> re.Pattern[str]:
    """A state that the lexicon does not know, by its formal name."""
    word = capitals().word
    return re.compile(
        rf"(?:the )?(?:{word} ){{0,3}}(?:{actors().state_formal}) of (?:the )?"
        rf"(?P<name>{word}(?: {word})*)"
    )


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
