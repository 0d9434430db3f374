"""Whose a number is: the organ among whose resolutions or decisions it counts.

In: a number's words and form, the organ named beside it, the organ whose text it stands
in, the date that goes with it. Out: one organ where the text settles it, several where it
does not. Years are the Economic and Social Council's, roman sessions the General
Assembly's before 1976.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from counterdraft.lexicon.organs import (
    Organ,
    may_number,
    organ_names,
    organ_of,
    organs,
    special_session_year,
)  # fmt: skip
from counterdraft.lexicon.symbols import strangers
from counterdraft.model import Span
from counterdraft.parse.dates import day_pattern
from counterdraft.parse.numbers import COUNCIL, Form, Head, Number

FOREIGN = Organ("foreign", "", (), "", None, frozenset())
"""An organ that is none of the UN's."""

_DIGITS = re.compile(r"\d+")
_YEARED = re.compile(r"(?:19|20)\d\d/")
_NAME_WITHIN = 90
_ADOPTER_WITHIN = 160
_ADOPTION = re.compile(r"\badoption of (?:its )?$")
# The Commission on Human Rights, which numbered by years too, met last in 2005.
_LAST_COMMISSION = 2005


class Claim(Struct, frozen=True, gc=False):
    """What a text says of a number.

    ``base`` is the number without the letters of its parts ("75/253", "217(III)"), ``shape``
    its form; ``owner`` the organ named beside it, ``organ`` the one whose text it is;
    ``date`` ISO 8601. ``doubtful`` is true where another organ was named before, whose it
    may be as well; ``beside`` where the owner is named right at this number, alone.
    """

    base: str
    shape: str
    owner: Organ | None
    organ: Organ | None
    date: str | None
    doubtful: bool
    beside: bool = False

    def may_be(self, organ: Organ) -> bool:
        """Whether ``organ`` counts in numbers of that shape and size."""
        shape = self.shape
        return shape in organ.forms and (shape != "slash" or may_number(organ, self.base))

    @property
    def contradicted(self) -> bool:
        """Whether the organ that is named right at it has no number like it."""
        owner = self.owner
        named = owner is not None and self.shape == "slash" and self.beside
        return named and owner is not None and not self.may_be(owner)


def shape_of(base: str, form: Form) -> str:
    """A number's form as the lexicon has it: "year" is one of its own ("2017/3")."""
    return "year" if form == "slash" and _YEARED.match(base) else form


def settle(claim: Claim) -> list[Organ]:
    """Whose the number is: one organ where that is settled, several where it is not."""
    known = _known()
    if claim.owner is COUNCIL:
        slash = claim.shape == "slash"
        name = "human_rights_council" if slash else "economic_and_social_council"
        claim = replace(claim, owner=known[name])
    shape, owner, organ = claim.shape, claim.owner, claim.organ
    if claim.contradicted:
        # "General Assembly resolution 5/1": the organ is wrong, or the number, or another organ
        # has a like name ("Environment Assembly").
        return [*_dated(claim, [each for each in organs() if claim.may_be(each)]), FOREIGN]
    if owner is not None and owner.id == "security_council" and shape == "slash":
        # "General Assembly and Security Council resolutions 70/262 and 2282 (2016)"
        return [known["general_assembly"]]
    if owner is not None and claim.may_be(owner):
        return [owner]
    settled_here = not claim.doubtful or claim.date
    if owner is None and organ is not None and claim.may_be(organ) and settled_here:
        return _own(claim, organ)
    if shape == "roman":
        return [known["general_assembly"]]
    if shape == "year":
        return _year_owner(claim.base, owner)
    if claim.base.startswith("ES-"):
        return [known["general_assembly"]]
    return _open(claim)


@cache
def _known() -> dict[str, Organ]:
    return {each.id: each for each in organs()}


def _own(claim: Claim, organ: Organ) -> list[Organ]:
    """A number that can be that of the organ whose text it is, unless its date says otherwise."""
    if claim.shape != "slash" or not claim.date:
        return [organ]
    if _fits(organ, claim.base, claim.date):
        return [organ]
    fitting = (
        each for each in organs() if "slash" in each.forms and _fits(each, claim.base, claim.date)
    )
    return [next(fitting, organ)]


def _open(claim: Claim) -> list[Organ]:
    """A number that by its shape alone is several organs'."""
    possible = [each for each in organs() if claim.may_be(each)]
    organ = claim.organ
    unnamed = not claim.doubtful and claim.owner is None and organ not in possible
    if unnamed and (organ is not None or not claim.date):
        # A number too low for the organ, or the text of an organ that no table knows, and no day
        # that would tell: it may be anybody's.
        return [*possible, FOREIGN]
    possible = _dated(claim, possible)
    if len(possible) > 1 and organ is not None and organ.id == "security_council":
        return [_known()["general_assembly"]]
    return possible


def _dated(claim: Claim, possible: list[Organ]) -> list[Organ]:
    """Those of several whose session fits the day, if there is any such."""
    if not claim.date or len(possible) < 2:
        return possible
    return [each for each in possible if _fits(each, claim.base, claim.date)] or possible


def _year_owner(base: str, owner: Organ | None) -> list[Organ]:
    """A number with a year: the Economic and Social Council's, unless a Commission is named."""
    if owner is not None and "year" in owner.forms:
        return [owner]
    council = _known()["economic_and_social_council"]
    if owner is None and int(base[:4]) <= _LAST_COMMISSION:
        return [council, _known()["commission_on_human_rights"]]
    return [council]


def _fits(organ: Organ, base: str, date: str) -> bool:
    """Whether a session of ``organ`` with that number could sit on that day."""
    session = int(_DIGITS.findall(base)[0])
    year, when = int(date[:4]), int(date[:4]) + int(date[5:7]) / 12
    if base.startswith("ES-"):
        return organ.id == "general_assembly"
    if base.startswith("S-"):
        opened = special_session_year(base.split("/")[0])
        return organ.id != "general_assembly" or opened in {None, year - 1, year}
    if organ.id == "general_assembly":
        # A session runs from September, and on into the next one's autumn.
        return 1945 + session + 0.7 <= when <= 1946 + session + 0.8
    if organ.id == "human_rights_council":
        return abs(when - (2006.2 + session / 3)) <= 1.3
    return False


def owner_beside(text: str, number: Number, span: Span, head: Head) -> Organ | None:
    """The organ named after the number: "resolution 22/13 of the Human Rights Council".

    Or before, by "its": "the Human Rights Council, in its resolution 22/13"; or as who adopted it:
    "the adoption, by the Commission at its tenth session, of resolution 10/1".
    """
    if head.owner is not None:
        return None
    match = _owner_following().match(text, number.end, min(span.end, number.end + _NAME_WITHIN))
    if not match:
        before = text[max(span.start, head.start - _ADOPTER_WITHIN) : head.start]
        its = _owner_its().search(before[-_NAME_WITHIN:]) if before.endswith("its ") else None
        if its is None:
            return _adopter(text, number, span, before)
        name = before[-_NAME_WITHIN:][: its.end("owner")]
        if strangers().lookalike.search(name):
            return FOREIGN
        return COUNCIL if its["owner"] == "Council" else organ_of(its["owner"])
    owner = organ_of(match["owner"])
    if owner is None and strangers().noun.search(match["owner"]) and " " in match["owner"]:
        return FOREIGN
    return owner


def _adopter(text: str, number: Number, span: Span, before: str) -> Organ | None:
    """Who is said to have adopted it, before or after the number; None where nobody is."""
    match = _adopter_before().search(before)
    if match is None and _ADOPTION.search(before):
        match = _adopter_after().match(text, number.end, span.end)
    if match is None:
        return None
    if match["owner"] == "Council":
        return COUNCIL
    stranger = FOREIGN if strangers().noun.search(match["owner"]) else None
    return organ_of(match["owner"]) or stranger


_CAPITALISED = r"[A-Z][\w-]+(?: (?:and |of |on |the |for )*[A-Z][\w-]+)*"


@cache
def _owner_following() -> re.Pattern[str]:
    return re.compile(
        r"(?:,? (?:and |to )?[\dA-Z/-]+)*(?: of| adopted by|, adopted by| by)(?: the)? "
        rf"(?P<owner>{organ_names()}|{_CAPITALISED})"
    )


@cache
def _owner_its() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<owner>{organ_names()}|Council),? (?:[a-z]+ ){{0,3}}?"
        r"(?:in|by|through|with|under|of) its $"
    )


@cache
def _adopter_before() -> re.Pattern[str]:
    """ "by the Commission at its tenth session, of", "established by the Commission in its"."""
    session = r"(?:,? at its [\w-]+ (?:[a-z]+ )?session)?"
    return re.compile(
        rf"\bby (?:the )?(?P<owner>{organ_names()}|{_CAPITALISED}){session},? (?:of|in its) $"
    )


@cache
def _adopter_after() -> re.Pattern[str]:
    """ " of 20 May 2022, entitled "…", by the Commission"."""
    titled = r"(?:,? (?:entitled|on) \"[^\"]{3,300}\")?"
    return re.compile(
        rf"(?:,? of {day_pattern()})?{titled},? by the (?P<owner>{organ_names()}|{_CAPITALISED})"
    )
