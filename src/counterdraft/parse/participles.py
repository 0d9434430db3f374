"""Participles that ask: "welcomes it, while urging States to act"; "Calling upon all parties to …".

In: straightened text, a paragraph's verbs. Out: whether one that stands beside another verb of an
operative paragraph asks somebody by itself; and whom a preambular paragraph calls on.
"""

from __future__ import annotations

from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.requests import participles
from counterdraft.model import Addressee, Span
from counterdraft.parse.addressees import find_addressees
from counterdraft.parse.verbs import Match


def asks_beside(
    text: str, clause: Span, joint: str, verb: Match, stop: int, organ: Organ | None
) -> bool:
    """Whether the organ asks by a participle that a ``joint`` adds to the ``clause`` before it.

    "And urging" is another's where others act in that form before it: "by lighting the road, and
    urging States to help".
    """
    words = participles()
    if not verb.asks:
        return False
    beside = words.beside.search(joint)
    if beside is None and words.joined.fullmatch(joint) is None:
        return False
    others = words.told if beside else words.others
    if others.search(text, clause.start, clause.end):
        return False
    asked = find_addressees(text, Span(verb.start, stop), [verb], organ)
    return any(each.class_ != "other" for each in asked)


def called_on(text: str, span: Span, verbs: list[Match], organ: Organ | None) -> list[Addressee]:
    """Whom a preambular paragraph calls on to do something: weaker than what the organ asks.

    A request that was made before ("Recalling its request to …") is none, nor is what somebody
    does already ("Encouraging the efforts by States").
    """
    found: list[Addressee] = []
    for i, verb in enumerate(verbs):
        if verb.asks and not verb.weak and verb.lemma not in participles().past:
            clause = Span(verb.start, verbs[i + 1].start if i + 1 < len(verbs) else span.end)
            found += find_addressees(text, clause, [verb], organ)
    return [each for each in found if _is_to_act(each)]


def _is_to_act(one: Addressee) -> bool:
    """Whether somebody has a task, which stands behind the name."""
    return one.action is not None and bool(one.text) and not one.action.holds(one.span)
