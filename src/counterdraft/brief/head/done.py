"""A comparison → what one text condemns, demands or decides, and the other in no way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from counterdraft.brief.head.difference import BOTH, Difference, label, of_one, sides, told
from counterdraft.lexicon.alone import alone
from counterdraft.lexicon.routine import is_routine, only_comes_back
from counterdraft.lexicon.verbs import verbs
from counterdraft.model import Comparison, Side, Unit
from counterdraft.text.straight import straighten


def done(comparison: Comparison) -> Iterator[Difference]:
    """What one text condemns, demands or decides, where the other does nothing of the kind."""
    for act in alone().acts:
        for whose in BOTH:
            here, other = sides(comparison, whose)
            doing = _doing(here, act.verb)
            if doing and not _has_any(other, act.forces):
                said = f"{act.said}: “{told(doing[0].text)}” ({label(doing[0])})"
                yield of_one(whose, said, [doing[0].head.key])


def _doing(side: Side, lemma: str) -> list[Unit]:
    """The operative paragraphs that do it by their first verb."""
    return [
        unit for unit in side.units
        if unit.head.kind == "operative"
        and not is_routine(unit.text)
        and lemma in _lemmas(unit.text[: unit.head.phrase])
    ]  # fmt: skip


def _lemmas(phrase: str) -> set[str]:
    return {
        form.lemma for word in phrase.lower().split() for form in verbs().forms.get(word, ())
        if form.form == "present"
    }  # fmt: skip


def _has_any(side: Side, classes: frozenset[str]) -> bool:
    """Whether a word of a text may be a verb, or the noun, of one of some classes of force."""
    words = (
        word
        for unit in side.units
        if not only_comes_back(unit.text)
        for word in re.findall(r"[a-z-]+", straighten(unit.text).lower())
    )
    return not _words_of(classes).isdisjoint(words)


@cache
def _words_of(classes: frozenset[str]) -> frozenset[str]:
    forms = (form for each in verbs().forms.values() for form in each)
    heads = {form.head for form in forms if form.force in classes}
    return frozenset(heads | {n for n, force in verbs().noun_force.items() if force in classes})
