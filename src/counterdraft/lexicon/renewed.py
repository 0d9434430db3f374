"""Verbs that repeat an act ("reiterates its call for") → the force of what they repeat."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.follow_up import follow_up
from counterdraft.lexicon.load import load
from counterdraft.model import Paragraph, Verb
from counterdraft.text.straight import straighten


class _Renewed(NamedTuple):
    verbs: frozenset[str]
    nouns: dict[str, str]
    decided: dict[str, str]
    held: dict[str, str]
    form: re.Pattern[str]


def force_of(paragraph: Paragraph, verb: Verb, *, decided: bool = False) -> str | None:
    """The force of a verb where it stands: that of the request that it repeats, if any.

    Whom the parser found asked, was asked with that force. With ``decided`` a decision that an
    operative paragraph repeats counts as one; it is none that is taken anew.
    """
    for each in paragraph.addressees:
        if each.verb_span.start == verb.span.start and each.force:
            return each.force
    if verb.lemma not in _renewed().verbs or paragraph.part != "operative":
        return verb.force
    made = {**_renewed().decided, **_renewed().held} if decided else {}
    if decided and (noun := verb.text.rpartition(" ")[2].lower()) in _renewed().held:
        return made[noun]  # the noun is of the phrase: "reiterates its approval"
    end = verb.span.end - paragraph.span.start
    found = _renewed().form.match(straighten(paragraph.text), end)
    if found is None:
        return verb.force
    return {**_renewed().nouns, **made}.get(found["noun"] or found["held"], verb.force)


def renews(verb: Verb, force: str | None) -> bool:
    """Whether a verb whose force stands here as ``force`` repeats a request or a decision."""
    known = _renewed()
    forces = {*known.nouns.values(), *known.decided.values(), *known.held.values()}
    return verb.lemma in _renewed().verbs and force in forces


def decisions() -> frozenset[str]:
    """The nouns by which a text speaks of what was decided: "welcomes the decision to"."""
    return frozenset(_renewed().decided)


def asks_again(paragraph: Paragraph, verb: Verb) -> bool:
    """Whether a verb repeats what was asked, and no decision: "reiterates its call for"."""
    force = force_of(paragraph, verb)
    return renews(verb, force) and force in follow_up().asking


def verbs_as_meant(paragraph: Paragraph) -> tuple[Verb, ...]:
    """The verbs of a paragraph, each with the force that it has there."""
    return tuple(
        verb if (force := force_of(paragraph, verb)) == verb.force else replace(verb, force=force)
        for verb in paragraph.verbs
    )


@cache
def _renewed(language: str = "en") -> _Renewed:
    data = load(f"{language}/renewed")
    nouns, decided, held = (dict(data[name]) for name in ("nouns", "decided", "held"))
    owners, following = alternatives(data["owners"]), r"(?:, [^,;]{3,120},| by [^,;]{3,80})? "
    form = (
        rf",? (?:(?:{owners}) (?:[a-z]+ ){{0,2}}?)?"
        rf"(?:(?P<noun>{alternatives((*nouns, *decided))})"
        rf"(?:s?{following}(?:to|upon|on|for)|{following}that)|(?P<held>{alternatives(held)}) of)\b"
    )
    return _Renewed(frozenset(data["verbs"]), nouns, decided, held, re.compile(form))
