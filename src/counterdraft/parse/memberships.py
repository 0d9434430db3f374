"""Whose "members" are asked, and so of which class they are: "all members of the Lamp Front".

In: straightened text, an ``Actor`` whose name ends with "members", and who is named at a
place. Out: the same by its whole name and of the class that whoever they are members of tells;
"other" where that is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from counterdraft.lexicon.actors import actors, class_of, memberships
from counterdraft.lexicon.addressees import OFFICES
from counterdraft.model import AddresseeClass, Span
from counterdraft.parse.actor import Actor
from counterdraft.parse.longer_names import belonging, name_end

MEMBERS = ("members", "Members", "observers")
"""How names end that say of whom somebody is a member."""

_OF = re.compile(r" of (?:the |that |this |those |these |its |their )*")
_AND_THE = re.compile(r" and (?=the [A-Z])")
_POSSESSIVE = re.compile(r"(?:^|\b(?:all|of|both) )(?:its|their)(?: own)? $")


def members(text: str, one: Actor, stop: int, named: Callable[[int], list[Actor]]) -> Actor:
    """Members by whose they are; ``named`` finds whoever is named at a place."""
    start, end = one.span.start, one.span.end
    observers = text.endswith("observers", start, end)
    at = end - len("observers" if observers else "members")
    of = _OF.match(text, end, stop)
    if of is None and observers:
        return one
    if of is None:
        own = _POSSESSIVE.search(text[start:at])
        return Actor(_of_those_before(text, start), one.span) if own else one
    bodies = named(of.end())
    if bodies:
        class_, whole = _class_of_members(text, bodies[0]), bodies[0].span.end
    else:
        whole = belonging(text, end, stop, lambda place: bool(named(place)))
        class_ = "member_states" if memberships().of_states.search(text, end, whole) else "other"
    class_, whole = _of_both(text, class_, whole, stop, named)
    states = observers or text.endswith("States ", start, at)
    return Actor(one.class_ if states else class_, Span(start, whole))


def _of_both(
    text: str, class_: AddresseeClass, end: int, stop: int, named: Callable[[int], list[Actor]]
) -> tuple[AddresseeClass, int]:
    """The class of the members of a body and of another joined to it, and where its name ends."""
    joint = _AND_THE.match(text, end, stop)
    if joint is None:
        return class_, end
    second = named(joint.end())
    whole = second[0].span.end if second else name_end(text, joint.end(), stop) or end
    if whole == end or not memberships().of_both.fullmatch(text, joint.end(), whole):
        return class_, end
    same = bool(second) and _class_of_members(text, second[0]) == class_
    return class_ if same else "other", whole


def _class_of_members(text: str, body: Actor) -> AddresseeClass:
    """States are the members of organizations, agencies those of a group of agencies.

    Of a panel they are who it is.
    """
    if body.class_ not in actors().organized or body.class_ in OFFICES:
        return "other" if body.class_ == "named_state" else body.class_
    agencies = memberships().of_agencies.search(text, body.span.start, body.span.end)
    return "un_entities" if agencies else "member_states"


def _of_those_before(text: str, start: int) -> AddresseeClass:
    """ "Its members": of a class only where all who can be meant before have members of one.

    None may be named last whom no table knows: "the LMC shall be dissolved, and its members".
    """
    ends: dict[AddresseeClass, int] = {}
    for each in _bodies().finditer(text, text.rfind("\n", 0, start) + 1, start):
        class_ = _class_before(each)
        if class_:
            ends[class_] = each.end()
    last = max(ends, key=lambda class_: ends[class_], default=None)
    sure = last is not None and (len(ends) == 1 or text[ends[last] : start] == " and ")
    return last if last and sure else "other"


def _class_before(body: re.Match[str]) -> AddresseeClass | None:
    """The class of the members of one who was named; None of one who can have none."""
    if body.lastgroup != "known":
        return "other" if body.lastgroup == "unknown" else "member_states"
    class_ = class_of(body[0])
    if class_ == "armed_parties":
        return class_
    return "member_states" if class_ in actors().organized else None


@cache
def _bodies() -> re.Pattern[str]:
    """Whoever can have members."""
    return re.compile(
        rf"(?P<known>{actors().terms.pattern})|(?P<states>{memberships().of_states.pattern})"
        r"|\b(?P<unknown>[A-Z]{3,})\b"
    )
