"""What a clause may do and to what, as patterns; all are matched on straight text, in any case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from counterdraft.lexicon.alternatives import alternatives, quick_look
from counterdraft.lexicon.load import load

Way = Literal["does", "asks", "considers"]
"""Whether a text does an act itself, asks others for it, or asks that it be considered."""


class Act(NamedTuple):
    """Words of an act, before what it is done to or ``behind`` it, within so many words.

    Where ``beside`` names acts, it is one only beside one of these on the same thing. ``later``
    takes the thing up again by a pronoun ("… and demands their removal"). ``apart`` says that it is
    none where the clause has a word of the thing's ``unless``. By the words of ``itself`` the text
    does it by being adopted, whatever the verb that they stand under. ``any_way`` says that the
    thing is not what the act is done to ("refer the situation to the court"); of others it is, and
    ``within`` counts behind the thing alone. ``said`` tells what a text would do by it, with
    {object} for the thing, in each way of doing it.
    """

    id: str
    said: dict[Way, str]
    forms: re.Pattern[str]
    behind: re.Pattern[str]
    within: int
    beside: tuple[str, ...] = ()
    later: re.Pattern[str] = re.compile(r"(?!)")
    apart: bool = False
    itself: re.Pattern[str] = re.compile(r"(?!)")
    any_way: bool = False


class Thing(NamedTuple):
    """Something that acts are done to.

    ``general`` names the class as such, ``forms`` a single one; ``rests`` and ``titles`` find what
    shows that a text rests on it, but not in a paragraph with ``unless``, which tells of another;
    ``phrases`` are words to search by. ``part`` matches right behind its name where but some of its
    class are meant, ``kinds`` in it the noun that says of which kind it is ("panel", "mission");
    ``has_name`` says that its forms are but a part of a name ("body_names").
    A pattern without forms matches nothing.
    """

    id: str
    name: str
    general: re.Pattern[str]
    forms: re.Pattern[str]
    rests: tuple[re.Pattern[str], ...]
    titles: re.Pattern[str]
    phrases: tuple[str, ...]
    unless: re.Pattern[str]
    part: re.Pattern[str]
    kinds: re.Pattern[str]
    has_name: bool


class Mood(NamedTuple):
    """How a clause says that something is to be done, and how that is turned round.

    ``modal``, ``negated`` and ``considered``, which says that it is but to be considered, are
    matched on what goes before an act, up to it; ``considers`` on the act's own words. Under verbs
    of the forces in ``does`` the organ acts itself; by lemmas in ``spoken`` it asks nothing, though
    a request be their object.
    """

    forces: frozenset[str]
    does: frozenset[str]
    spoken: frozenset[str]
    modal: re.Pattern[str]
    negated: re.Pattern[str]
    considered: re.Pattern[str]
    considers: re.Pattern[str]


@cache
def acts(language: str = "en") -> dict[str, Act]:
    """Every act by its id."""
    return {
        each["id"]: Act(
            each["id"],
            {"does": each["does"], "asks": each["asks"], "considers": each["considers"]},
            pattern(each.get("forms", []), closed=True),
            pattern(each.get("behind", []), closed=True),
            each["within"],
            tuple(each.get("beside", ())),
            pattern(each.get("later", []), closed=True),
            each.get("apart", False),
            pattern(each.get("itself", []), closed=True),
            each.get("any_way", False),
        )
        for each in load(f"{language}/acts")["act"]
    }


@cache
def things(language: str = "en") -> dict[str, Thing]:
    """Everything that acts are done to, by its id."""
    return {
        each["id"]: Thing(
            each["id"],
            each["name"],
            pattern(each.get("general", [])),
            pattern(each.get("forms", [])),
            tuple(pattern([form]) for form in each.get("rests", ())),
            pattern(each.get("titles", [])),
            tuple(each.get("phrases", ())),
            pattern(each.get("unless", [])),
            pattern(each.get("part", [])),
            pattern(each.get("kinds", []), closed=True),
            each.get("has_name", False),
        )
        for each in load(f"{language}/acts")["object"]
    }


@cache
def any_thing(language: str = "en") -> re.Pattern[str]:
    """A quick look for whether a clause names any of them, as few clauses do."""
    rows = load(f"{language}/acts")["object"]
    return quick_look(
        form for each in rows for forms in ("general", "forms") for form in each.get(forms, ())
    )


@cache
def mood(language: str = "en") -> Mood:
    """How a language says that something is to be done."""
    table = load(f"{language}/acts")
    said, turned, only = table["mood"], table["negation"], table["considered"]
    return Mood(
        frozenset(said["forces"]),
        frozenset(said["does"]),
        frozenset(said["spoken"]),
        _before(said["modals"], said["within"]),
        _before(turned["forms"], turned["within"]),
        _considered(only["whether"], only["right"], only["words"], only["noun"]),
        pattern([only["own"]]),
    )


def only_new(act: str, words: str, language: str = "en") -> bool:
    """Whether an act, in these words, falls on what is yet to come alone: "any new mandate"."""
    table = load(f"{language}/acts")["new"]
    return act in table["acts"] and pattern(table["forms"]).search(words) is not None


def pattern(forms: Sequence[str], *, closed: bool = False) -> re.Pattern[str]:
    """Any of these, from the beginning of a word on, with any blanks between words.

    ``closed`` patterns end where a word ends: "end" is no act in "endorses".
    """
    if not forms:
        return re.compile(r"(?!)")
    ends = r"(?![\w-])" if closed else ""
    return re.compile(rf"\b(?:{'|'.join(forms)}){ends}".replace(" ", r"\s+"), re.IGNORECASE)


@cache
def subject_of(language: str = "en") -> re.Pattern[str]:
    """What a proposal is on, as the group: "draft resolution on (lamps)"."""
    either = alternatives(load(f"{language}/acts")["subject"]["on"])
    return re.compile(rf"\b(?:{either})\b(.+)", re.IGNORECASE)


def _before(forms: Sequence[str], within: int) -> re.Pattern[str]:
    """Any of these at most so many words before the end."""
    either = "|".join(forms).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{either})(?:\W+[\w'-]+){{0,{within}}}\W*$", re.IGNORECASE)


def _considered(
    whether: Sequence[str], right: Sequence[str], words: int, noun: str
) -> re.Pattern[str]:
    """What stands before an act that is to be considered: far before it, or right before a noun.

    The noun or gerund is the act's own first word, which is matched with it.
    """
    far, near = "|".join(whether), "|".join(right)
    between = rf"(?: (?!and\b|or\b|to\b)[\w'-]+){{0,{words}}}?"
    form = rf"\b(?:(?:{far})\b(?:(?!\band to\b).)*$|(?:{near}){between} {noun}$)"
    return re.compile(form.replace(" ", r"\s+"), re.IGNORECASE)
