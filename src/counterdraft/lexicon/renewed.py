"""Verbs that repeat an act ("reiterates its call for") → the force of what they repeat."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load
from counterdraft.model import Paragraph, Verb
from counterdraft.text.straight import straighten


class _Renewed(NamedTuple):
    verbs: frozenset[str]
    nouns: dict[str, str]
    form: re.Pattern[str]


def force_of(paragraph: Paragraph, verb: Verb) -> str | None:
    """The force of a verb where it stands: that of the request or decision that it repeats, if any.

    Whom the parser found asked, was asked with that force.
    """
    for each in paragraph.addressees:
        if each.verb_span.start == verb.span.start and each.force:
            return each.force
    if verb.lemma not in _renewed().verbs:
        return verb.force
    end = verb.span.end - paragraph.span.start
    found = _renewed().form.match(straighten(paragraph.text), end)
    return _renewed().nouns[found["noun"]] if found else verb.force


def renews(verb: Verb, force: str | None) -> bool:
    """Whether a verb whose force stands here as ``force`` repeats a request or a decision."""
    return verb.lemma in _renewed().verbs and force in _renewed().nouns.values()


@cache
def _renewed(language: str = "en") -> _Renewed:
    data = load(f"{language}/renewed")
    form = (
        r",? (?:(?:the|its|their|all|previous) )?(?:[a-z]+ ){0,2}?"
        rf"(?P<noun>{alternatives(data['nouns'])})s?"
        r"(?:, [^,;]{3,120},| by [^,;]{3,80})? (?:to|upon|on|for|that)\b"
    )
    return _Renewed(frozenset(data["verbs"]), dict(data["nouns"]), re.compile(form))
