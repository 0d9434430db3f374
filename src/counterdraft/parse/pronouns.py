"""Who is asked where a pronoun is: "invites them to …".

In: straightened text and the place of a pronoun. Out: the class of those whom it stands for,
and where it stands.
"""

from __future__ import annotations

import re

from counterdraft.lexicon.actors import actors, class_of
from counterdraft.lexicon.pronouns import pronouns
from counterdraft.model import AddresseeClass, Span
from counterdraft.parse.actor_heads import OFFICES

_PRONOUN = re.compile(r"them\b(?! selves)|(?:he|she)\b|(?:him|her|it)(?=,|$| (?:not|\w+ly)$| in )")
_PRONOUN_REACH = 600
# One organization, whose name is a plural.
_ONE = "United Nations"


def meant_by(text: str, at: int, stop: int) -> tuple[AddresseeClass, Span] | None:
    """Those who were named last before the verb in the paragraph; None where no pronoun stands.

    "them" is no single office; "it" and "them" may be any of those named before, and are of a class
    only where all of them are of one.
    """
    found = _PRONOUN.match(text, at, stop)
    if found is None:
        return None
    before = text.rfind("\n", 0, at) + 1
    if found[0] in pronouns().persons:
        before = min(before, max(0, at - _PRONOUN_REACH))
    many = found[0] == "them"
    named = [
        each[0] for each in actors().terms.finditer(text, before, at)
        if not many or _is_many(each[0])
    ]  # fmt: skip
    if found[0] == "it" and all(_is_plural(each) for each in named):
        named = []
    if many and set(named) == {_ONE}:
        named = []  # "the efforts of the Union and the League, with the United Nations"
    classes = [class_of(each) for each in named]
    if found[0] in pronouns().persons:
        classes = [each for each in classes if each in OFFICES]
    one = found[0] not in {"it", "them"} or len(set(classes)) == 1
    return classes[-1] if classes and one else "other", Span(found.start(), found.end())


def _is_many(term: str) -> bool:
    """Whether a name is of more than one, or of a body of people that is spoken of as such."""
    return _has_plural(term) or term[0].islower()


def _is_plural(term: str) -> bool:
    """Whether a name is of several, so that "it" is none of them: "the parties"."""
    return _has_plural(term) and term != _ONE


def _has_plural(term: str) -> bool:
    return pronouns().of.split(term)[0].endswith("s")
