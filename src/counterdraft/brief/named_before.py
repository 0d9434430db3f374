"""A pronoun that is asked → who it stands for, where the text leaves no choice.

In: a paragraph and an addressee whose words are a pronoun. Out: the name to show beside it, or the
words that say that it is somebody named before; nothing is guessed.
"""

from __future__ import annotations

import re

from counterdraft.lexicon.actors import actors, class_of
from counterdraft.lexicon.pronouns import pronouns
from counterdraft.lexicon.states import find_states
from counterdraft.model import Addressee, Paragraph
from counterdraft.text.straight import straighten
from counterdraft.wording.english import listed

NAMED, NAMED_ONE = "those named before", "named before"
_SENTENCE = re.compile(r"[.;] (?=[A-Z])")
# Those who are one person.
_OFFICES = frozenset({"secretary_general", "special_procedures"})


def named_before(paragraph: Paragraph, one: Addressee) -> str:
    """Who a pronoun stands for; empty where the addressee's words are none."""
    word = one.text.lower()
    if word not in pronouns().words:
        return ""
    before = _before(paragraph, one)
    if word in pronouns().persons:
        found = {each[0] for each in actors().terms.finditer(before.replace("'s", ""))}
        persons = {each for each in found if class_of(each) in _OFFICES}
        return f"the {persons.pop()}" if len(persons) == 1 else NAMED_ONE
    names = _only_ones(paragraph, one, before)
    several = word in pronouns().several
    if names and several == (len(names) > 1 or any(map(_is_plural, names))):
        return listed(names)
    return NAMED if several else NAMED_ONE


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
    if not last or any(not each.text or each.text.lower() in pronouns().words for each in last):
        return []
    names = [straighten(each.text) for each in last]
    rest = before
    for each in names:
        rest = rest.replace(each, "", 1)
    others = actors().terms.search(rest.replace("'s", "")) or find_states(rest)
    narrowed = any(f"{each} {word} " in before for each in names for word in pronouns().narrowing)
    return [] if others or narrowed else list(dict.fromkeys(names))


def _is_plural(name: str) -> bool:
    """Whether a name is of several: by its noun, before what it is of."""
    noun = pronouns().of.split(name)[0]
    return noun.endswith("s") and noun not in pronouns().single
