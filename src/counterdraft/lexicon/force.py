"""The force of verbs: classes and the partial order among them."""

from __future__ import annotations

from functools import cache

from counterdraft.errors import LexiconError
from counterdraft.lexicon.load import load
from counterdraft.model import Verb


@cache
def _next() -> dict[str, list[str]]:
    """For each class, those that stand right below it."""
    return {entry["id"]: entry.get("above", []) for entry in load("force")["force"]}


@cache
def _below() -> dict[str, frozenset[str]]:
    """For each class, every class that it is stronger than."""
    entries = _next()
    for force, above in entries.items():
        for other in above:
            if other not in entries:
                raise LexiconError(
                    f"force {force!r} stands above {other!r}, which is not defined",
                    source="lexicon/force.toml",
                )

    def reach(force: str, path: tuple[str, ...]) -> frozenset[str]:
        if force in path:
            raise LexiconError(f"force {force!r} is above itself", source="lexicon/force.toml")
        direct = entries[force]
        return frozenset(direct).union(*(reach(other, (*path, force)) for other in direct))

    return {force: reach(force, ()) for force in entries}


@cache
def labels() -> dict[str, str]:
    """What to call each class in a sentence ("calls upon")."""
    return {entry["id"]: entry["label"] for entry in load("force")["force"]}


@cache
def done_forces() -> frozenset[str]:
    """The classes of the verbs by which a text tells what has been done."""
    return frozenset(load("force")["done"])


@cache
def recalling() -> frozenset[str]:
    """The verbs, by their lemmas, that tell of what was, with whatever attitude."""
    return frozenset(load("force")["recalling"])


def are_of_one_scale(one: Verb, other: Verb) -> bool:
    """Whether two verbs are acts of one kind, where their classes compare.

    Thanks are none of approval, nor is what was done before the text is adopted any of its acts.
    """
    data = load("force")
    if not {one.lemma, other.lemma}.isdisjoint(data["before"]):
        return False
    return not any(
        thanks.force == data["thanks"]
        and thanks.lemma not in data["noting"]
        and approves.force in data["degrees"]
        for thanks, approves in ((one, other), (other, one))
    )


@cache
def denying() -> frozenset[str]:
    """Words by which something is said not to be."""
    return frozenset(load("force")["denying"])


def stronger(one: str, other: str) -> bool | None:
    """Whether ``one`` is stronger than ``other``; None where the two do not compare."""
    if other in _below()[one]:
        return True
    if one in _below()[other]:
        return False
    return None


def next_below(one: str, other: str) -> bool:
    """Whether ``other`` stands right below ``one``, with no class between them."""
    return other in _next()[one]
