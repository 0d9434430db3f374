"""A pronoun that is asked → who it stands for, where the text leaves no choice.

In: a paragraph and an addressee whose words are a pronoun. Out: the name to show beside it, or the
words that say that it is somebody named before; nothing is guessed.
"""

from __future__ import annotations

import re

from counterdraft.lexicon.actors import actors, class_of
from counterdraft.lexicon.states import find_states
from counterdraft.model import Addressee, Paragraph
from counterdraft.text.straight import straighten
from counterdraft.wording.english import listed

NAMED, NAMED_ONE = "those named before", "named before"
_SENTENCE = re.compile(r"[.;] (?=[A-Z])")
# Those who are one person, and the pronouns for one.
_OFFICES = frozenset({"secretary_general", "special_procedures"})
_PERSONS = frozenset({"him", "her", "he", "she"})
# With these it is told which of those before are meant, and the name alone would be of more.
_NARROWS = ("which ", "that ", "who ", "whose ", "in ", "of ")
_MANY = frozenset({"them", "they"})


def meant(paragraph: Paragraph, one: Addressee) -> str:
    """Who a pronoun stands for; empty where the addressee's words are none."""
    word = one.text.lower()
    if word not in actors().pronouns:
        return ""
    before = _before(paragraph, one)
    if word in _PERSONS:
        found = {each[0] for each in actors().terms.finditer(before.replace("'s", ""))}
        persons = {each for each in found if class_of(each) in _OFFICES}
        return f"the {persons.pop()}" if len(persons) == 1 else NAMED_ONE
    names = _only_ones(paragraph, one, before)
    many = len(names) > 1 or any(_is_plural(each) for each in names)
    if names and many == (word in _MANY):
        return listed(names)
    return NAMED if word in _MANY else NAMED_ONE


def _before(paragraph: Paragraph, one: Addressee) -> str:
    """What stands before a pronoun in its sentence."""
    words = straighten(paragraph.text[: one.span.start - paragraph.span.start])
    starts = [each.end() for each in _SENTENCE.finditer(words)]
    return words[starts[-1] :] if starts else words


def _only_ones(paragraph: Paragraph, one: Addressee, before: str) -> list[str]:
    """Those whom the verb before asks, where nobody else is named in the sentence."""
    earlier = [
        each
        for each in paragraph.addressees
        if one.span.start - len(before) <= each.span.start < one.span.start
    ]
    last = [each for each in earlier if each.verb_span == earlier[-1].verb_span]
    if not last or any(not each.text or each.text.lower() in actors().pronouns for each in last):
        return []
    names = [straighten(each.text) for each in last]
    rest = before
    for each in names:
        rest = rest.replace(each, "", 1)
    others = actors().terms.search(rest.replace("'s", "")) or find_states(rest)
    narrowed = any(f"{each} {word}" in before for each in names for word in _NARROWS)
    return [] if others or narrowed else list(dict.fromkeys(names))


def _is_plural(name: str) -> bool:
    """Whether a name is of several: by its noun, before what it is of."""
    noun = re.split(r" (?:of|on|for|in|to) ", name)[0]
    return noun.endswith("s") and noun != "the United Nations"
