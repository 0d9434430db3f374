"""An actor as a text names it, and the class that its words and the organ that speaks make of it.

In: straightened text, words of the lexicon found in it. Out: an ``AddresseeClass``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from msgspec import Struct

from counterdraft.lexicon.actors import actors, class_of, own
from counterdraft.lexicon.commissioners import commissioners
from counterdraft.lexicon.joining import preposition
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.parties import parties_concerned, parties_to
from counterdraft.model import AddresseeClass, Span
from counterdraft.parse.generic_bodies import class_of_generic

_AROUND = 400
# So many texts are looked at by turns.
_TEXTS = 4


class Actor(Struct, frozen=True, gc=False):
    """An actor at the head of a noun phrase; ``name`` is the state's, for a named state."""

    class_: AddresseeClass
    span: Span
    name: str | None = None


def class_at_end(text: str, start: int, end: int) -> AddresseeClass | None:
    """The class of the actor whose name, after other words, is the last of a phrase."""
    for gap in re.finditer(" ", text[start:end]):
        term = actors().terms.match(text, start + gap.end(), end)
        if term and term.end() == end and term[0].islower():
            return class_of_generic(text, start, term) or class_of(term[0])
    first, last = text[start:end].partition(" ")[0], text[start:end].rpartition(" ")[2]
    doing = first.endswith("ing") and first not in actors().modifiers
    return "other" if not doing and last.islower() and actors().agents.match(last) else None


def class_by_noun(text: str, whole: Span) -> AddresseeClass:
    """Who bears a name that begins as a State's: the noun that stands for it says."""
    noun = actors().nouns.search(preposition().split(text[whole.start : whole.end])[0])
    return cast(AddresseeClass, noun.lastgroup) if noun else "other"


def class_of_term(
    text: str, start: int, match: re.Match[str], organ: Organ | None
) -> AddresseeClass:
    """The class of a term, with its modifiers from ``start`` on, and by the organ that speaks.

    Where that is none of the United Nations, as far as is known, "the Council" is its own.
    """
    return settled(text, match, _class_of_term(text, start, match, organ))


def _class_of_term(
    text: str, start: int, match: re.Match[str], organ: Organ | None
) -> AddresseeClass:
    term = match[0]
    class_ = class_of(term)
    if organ is None and class_ == "ga_body" and not _is_named_in_full(term):
        return "other"
    if organ is not None and organ.id == "security_council":
        if class_ == "ga_body" and term in own().bodies:
            return "security_council"
        if term == own().bare_commission and own().commission not in text:
            return "other"  # one of inquiry, or of a union of States
        if term == parties_to().alone:
            return "armed_parties" if _tells_of_fighting(text) else "other"
        if class_ == "special_procedures" and term.endswith(actors().sanctions):
            return "security_council"
    if term == parties_to().alone:
        return _parties_alone(text, match)
    if term == parties_concerned().name:
        return _parties_concerned(text, start, match, organ)
    names = commissioners()
    office = class_ == "un_secretariat" and (names.title in term or term == names.office)
    if office and _of_refugees(text, match):
        return "un_entities"
    return class_of_generic(text, start, match) or class_


def settled(text: str, name: re.Match[str], class_: AddresseeClass) -> AddresseeClass:
    """The class of the parties by their name; none that is known where they settle something.

    Some of them fight, and some do not: "the parties to such talks", "all parties in Orlavia, in
    particular political leaders". Nor is any known of "both sides" in a text that tells of no
    fighting.
    """
    words = parties_to()
    if class_ != "armed_parties" or not name[0].endswith(words.sides):
        return class_
    if name[0].endswith(words.ends) and words.settling.match(text, name.end()):
        return "other"
    # "The parties" alone are told by their paragraph too.
    return class_ if name[0] == words.alone or _tells_of_fighting(text) else "other"


@lru_cache(_TEXTS)
def _tells_of_fighting(text: str) -> bool:
    return parties_to().told.search(text) is not None


def _parties_alone(text: str, match: re.Match[str]) -> AddresseeClass:
    """ "The parties", to nothing that is told: by what their paragraph is about."""
    paragraph = _paragraph_of(text, match)
    words = parties_to()
    if words.fighting.search(text, paragraph.start, paragraph.end):
        return "armed_parties"
    noun = words.noun.search(text, paragraph.start, paragraph.end)
    if noun:
        return cast(AddresseeClass, noun.lastgroup)
    return "member_states" if words.meetings.search(text) else "other"


def _parties_concerned(
    text: str, start: int, match: re.Match[str], organ: Organ | None
) -> AddresseeClass:
    """ "The parties concerned" are those who fight where that is said; with others, any.

    A text of the Security Council is of one conflict, and may say in another paragraph that it is.
    """
    words, paragraph = parties_concerned(), _paragraph_of(text, match)
    with_others = words.beside.match(text, match.end())
    if with_others or words.others in text[start : match.start()]:
        return "all_stakeholders"
    fighting = words.fighting.search(text, paragraph.start, paragraph.end)
    if not fighting and organ is not None and organ.id == "security_council":
        fighting = words.ended.search(text)
    return "armed_parties" if fighting else "other"


def _paragraph_of(text: str, match: re.Match[str]) -> Span:
    edge = text.find("\n", match.end())
    return Span(text.rfind("\n", 0, match.start()) + 1, edge if edge >= 0 else len(text))


def _is_named_in_full(term: str) -> bool:
    """Whether a body is known by its words alone, whoever speaks: no bare "the Council"."""
    return " " in term and term in actors().classes


def _of_refugees(text: str, match: re.Match[str]) -> bool:
    """Whether "the High Commissioner" is the one for refugees, by the text and what is near."""
    names = commissioners()
    if names.matter in match[0]:
        return False
    if names.title not in match[0] and names.refugees not in text:
        return names.refugee in text and not names.another_office.search(text)
    if names.rights in text:
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        return names.refugee in around and names.acronym not in around
    return names.refugee in text
