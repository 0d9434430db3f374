"""Who is asked where a pronoun is: "invites them to …", "demands that they allow …".

In: straightened text and the place of a pronoun. Out: the class of those whom it stands for,
and where it stands.
"""

from __future__ import annotations

import re

from counterdraft.lexicon.actors import actors, class_of
from counterdraft.lexicon.addressees import OFFICES
from counterdraft.lexicon.pronouns import pronouns
from counterdraft.lexicon.requests import requests
from counterdraft.model import AddresseeClass, Span

_PRONOUN = re.compile(
    r"them\b(?! selves)|they\b|(?:he|she)\b|(?:him|her|it)(?=,|$| (?:not|\w+ly)$| in )"
)
_PRONOUN_REACH = 600
# "Condemns the attacks, and demands that they cease at once": what ceases is no body of people.
_CEASES = re.compile(r" (?:\w+ly )?cease(?: \w+ly| at once)?(?=[,;.]|$)")


def meant_by(text: str, at: int, stop: int) -> tuple[AddresseeClass, Span] | None:
    """Those who were named last before the verb in the paragraph; None where no pronoun stands.

    "them" is no single office; "it" and "them" may be any of those named before, and are of a class
    only where all of them are of one. "They" are asked where the plain form of a verb follows.
    """
    found = _PRONOUN.match(text, at, stop)
    if found is None or (found[0] == "they" and not _act(text, found.end(), stop)):
        return None
    words = pronouns()
    before = text.rfind("\n", 0, at) + 1
    if found[0] in words.persons:
        before = min(before, max(0, at - _PRONOUN_REACH))
    many = found[0] in words.several
    named = [
        each[0] for each in actors().terms.finditer(text, before, at)
        if not many or _may_be_several(each[0])
    ]  # fmt: skip
    none = words.single.issuperset(named) if many else all(map(words.is_plural, named))
    if none and found[0] not in words.persons:
        named = []
    classes = [class_of(each) for each in named]
    if found[0] in words.persons:
        classes = [each for each in classes if each in OFFICES]
    one = found[0] in words.persons or len(set(classes)) == 1
    return classes[-1] if classes and one else "other", Span(found.start(), found.end())


def _may_be_several(term: str) -> bool:
    """Whether a name is of more than one, or of a body that may be spoken of with others."""
    return pronouns().is_plural(term) or term in pronouns().single or term[0].islower()


def _act(text: str, at: int, stop: int) -> bool:
    """Whether they are to do what the verb behind says."""
    return bool(requests().subjunctive.match(text, at, stop)) and not _CEASES.match(text, at, stop)
