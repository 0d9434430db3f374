"""A pronoun by which somebody is asked → those it stands for, where the text leaves no choice.

In: a paragraph and an addressee whose words are a pronoun. Out: the names, and the addressees that
bear them where these are asked too; nothing is guessed. The brief shows them, and a comparison
counts what is asked as asked of them. Of which class they are, the parser tells.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.lexicon.actors import actors, class_of
from counterdraft.lexicon.addressees import OFFICES
from counterdraft.lexicon.pronouns import pronouns
from counterdraft.lexicon.states import find_states
from counterdraft.model import Addressee, Paragraph
from counterdraft.text.straight import straighten

_SENTENCE = re.compile(r"[.;] (?=[A-Z])")


class Named(NamedTuple):
    """Those who were named before: ``names`` as printed, and which of them are ``asked`` too."""

    names: tuple[str, ...]
    asked: tuple[Addressee, ...] = ()


def is_pronoun(one: Addressee) -> bool:
    """Whether an addressee's words are a pronoun, and name nobody."""
    return one.text.lower() in pronouns().words


def named_before(paragraph: Paragraph, one: Addressee) -> Named | None:
    """Those for whom a pronoun stands; None where that is not sure."""
    word, before = one.text.lower(), _before(paragraph, one)
    if word in pronouns().persons:
        found = {each[0] for each in actors().terms.finditer(before.replace("'s", ""))}
        persons = {each for each in found if class_of(each) in OFFICES}
        return Named((f"the {persons.pop()}",)) if len(persons) == 1 else None
    asked = _only_ones(paragraph, one, before)
    names = tuple(dict.fromkeys(straighten(each.text) for each in asked))
    several = len(names) > 1 or any(map(pronouns().is_plural, names))
    return Named(names, asked) if names and several == (word in pronouns().several) else None


def _before(paragraph: Paragraph, one: Addressee) -> str:
    """What stands before a pronoun in its sentence."""
    words = straighten(paragraph.text[: one.span.start - paragraph.span.start])
    starts = [each.end() for each in _SENTENCE.finditer(words)]
    return words[starts[-1] :] if starts else words


def _only_ones(paragraph: Paragraph, one: Addressee, before: str) -> tuple[Addressee, ...]:
    """Those whom the verb before asks, where nobody else is named in the sentence."""
    earlier = [
        each
        for each in paragraph.addressees
        if one.span.start - len(before) <= each.span.start < one.span.start
    ]
    last = [each for each in earlier if each.verb_span == earlier[-1].verb_span]
    if not last or any(not each.text or is_pronoun(each) for each in last):
        return ()
    names = [straighten(each.text) for each in last]
    rest = before
    for each in names:
        rest = rest.replace(each, "", 1)
    others = actors().terms.search(rest.replace("'s", "")) or find_states(rest)
    narrowed = any(f"{each} {word} " in before for each in names for word in pronouns().narrowing)
    return () if others or narrowed else tuple(last)
