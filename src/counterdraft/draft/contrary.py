"""What two clauses ask → whether one asks that the act be not done that the other asks for.

"Requests the Committee to dispatch a mission" and "Decides not to dispatch any mission" have most
of their words in common, and neither the request nor its time limit stands in both.
"""

from __future__ import annotations

from counterdraft.lexicon.lasting import not_done
from counterdraft.text.stems import stem
from counterdraft.text.straight import straighten

# Among so many characters behind the verb it is said what is to be done, or is not.
_BEGUN = 160


def are_contrary(one: str, other: str) -> bool:
    """Whether of the words behind two verbs one asks for the act that is not to be, by the other.

    The act is the first that either names; what both deny, or do, is not contrary.
    """
    ours, theirs = (straighten(each[:_BEGUN]) for each in (one, other))
    return _denies(ours, theirs) or _denies(theirs, ours)


def _denies(one: str, other: str) -> bool:
    denied, asked = not_done().said.search(one), not_done().asked.search(other)
    if denied is None or asked is None or not_done().said.search(other):
        return False
    first = not_done().asked.search(one)
    if first is not None and first.start() < denied.start():
        return False  # "to ask the mission not to fire" asks for something
    return stem(denied["act"]) == stem(asked["act"])
