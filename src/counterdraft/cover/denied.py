"""A hit, its clause and the signs of its place → whether the allegation of it is turned down.

Whoever rejects unfounded allegations of a wrong, or is concerned at them, raises it no more than
who notes that they are unfounded. Where the clause tells that somebody else called them so, it
denies nothing.
"""

from __future__ import annotations

from counterdraft.cover.hits import Hit
from counterdraft.cover.places import Clause, Place, comma_before, inside, within
from counterdraft.cover.signs import Signs
from counterdraft.text.phrases import Found

_BESIDE = 6  # words between a hit and what denies it
_BEHIND = 12  # words between a hit and what a report on it is turned down as
_NEAR = 3  # words between "the use of" and what is used


def is_denied(hit: Hit, clause: Clause, signs: Signs, place: Place, sort: str | None) -> bool:
    """Whether it stands right behind "unfounded allegations of", or before "is unfounded".

    ``sort`` is what the clause does by its verb: that there is to be no torture denies none.
    """
    return (
        _is_alleged(hit, clause, signs, place)
        or _by_the_organ("denying", hit, clause, signs, place)
        or (sort != "asks" and _is_absent(hit, clause, signs))
        or (sort not in {"asks", "raises"} and _is_unknown(hit, clause, signs, place))
        or (
            _by_the_organ("turning", hit, clause, signs, place)
            and (_is_branded(hit, clause, signs, place) or _is_disputed(hit, clause, signs, place))
        )
        or (sort not in {"asks", "raises"} and _is_disowned(hit, clause, signs, place))
    )


def is_no_matter(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether a clause that turns something down, or deplores it, does so with another thing.

    That is a report on the topic, the use of it as a pretext, or that it is politicized.
    """
    return (
        _by_the_organ("turning", hit, clause, signs, place)
        or _is_used(hit, clause, signs, place)
        or _is_relieved(hit, clause, signs, place)
        or any(
            inside(each, clause) and within(place, hit.last, each.first, 0)
            for each in signs.at("politicized")
        )
    )


def _is_alleged(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    return any(
        within(place, each.last, hit.first, _BESIDE)
        and _is_one(each, place)
        and not _goes_beyond(each, hit, signs)
        and not _is_called(each, clause, signs)
        for each in signs.at("denial")
        if clause.first <= each.last <= hit.first and each.first < clause.last
    ) or any(
        within(place, hit.last, each.first, _BESIDE)
        and not _is_called(each, clause, signs)
        and not _is_negated(each, signs)
        for each in signs.at("refuted")
        if inside(each, clause)
    )


def _by_the_organ(kind: str, hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether the organ's own verb does it: "Denies that torture", "Rejects the report on it"."""
    return any(
        each.first <= clause.first <= each.last
        and within(place, each.last, hit.first, _BESIDE)
        and not _goes_beyond(each, hit, signs)
        for each in signs.at(kind)
    )


def _is_branded(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether it is said behind it what that is turned down as: "as fabricated"."""
    return any(
        inside(each, clause) and within(place, hit.last, each.first, _BEHIND)
        for each in signs.at("branded")
    )


def _is_disputed(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether what is turned down says that it is wrong, or a wrong and that there is any."""
    words = {place.tokens[n].word for n in range(hit.first, hit.last)}
    if "not" in words or not _is_stated(hit, clause, signs, place):
        return False
    if any(hit.first < each.first < hit.last for each in signs.at("wronging")):
        return True
    return _is_evil(hit, signs) and any(
        inside(each, clause) and within(place, hit.last, each.first, 0)
        for each in signs.at("taking place")
    )


def _is_stated(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether it stands right behind "that" of what is turned down."""
    return any(
        each.first <= clause.first <= each.last
        and place.tokens[each.last - 1].word == "that"
        and within(place, each.last, hit.first, _NEAR)
        for each in signs.at("turning")
    )


def _is_disowned(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether it is a right that the organ says it does not recognize."""
    return place.tokens[hit.first].word == "right" and any(
        each.first <= clause.first <= each.last == hit.first for each in signs.at("disowning")
    )


def _is_relieved(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether it is a wrong whose end is deplored: "condemns the abolition of torture"."""
    return _is_evil(hit, signs) and any(
        within(place, clause.first, each.first, 1) and within(place, each.last, hit.first, 1)
        for each in signs.at("relieving")
    )


def _is_used(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether it is the use of it that is spoken of: "the use of torture as a pretext for"."""
    return any(
        clause.first <= each.last <= hit.first and within(place, each.last, hit.first, _NEAR)
        for each in signs.at("used")
    ) and any(
        inside(each, clause) and within(place, hit.last, each.first, _BESIDE)
        for each in signs.at("pretext")
    )


def _is_unknown(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether none of it came to light: "no evidence of torture was found"."""
    found = [each.first for each in signs.at("known") if inside(each, clause)]
    return any(
        within(place, each.last, hit.first, 1)
        and any(within(place, hit.last, known, _BESIDE) for known in found)
        and not _is_called(each, clause, signs)
        for each in signs.at("none")
        if inside(each, clause)
    )


def _is_negated(sign: Found[str], signs: Signs) -> bool:
    """Whether it is not so: "have not been found to be unfounded"."""
    return any(each.first < sign.first <= each.last + 1 for each in signs.at("negation"))


def _is_absent(hit: Hit, clause: Clause, signs: Signs) -> bool:
    """Whether it is a wrong by its own name, and there is none: "there is no torture"."""
    return _is_evil(hit, signs) and any(
        each.last == hit.first
        and not any(clause.first <= hope.first < each.first for hope in signs.at("hoped"))
        and not _is_called(each, clause, signs)
        for each in signs.at("absence")
        if inside(each, clause)
    )


def _is_evil(hit: Hit, signs: Signs) -> bool:
    """Whether it is a wrong by its own name."""
    return any(hit.first <= each.first < hit.last for each in signs.at("evil"))


def _is_one(denial: Found[str], place: Place) -> bool:
    """Whether it is one thing that is called so: no "false imprisonment and reports of"."""
    noun = denial.last - 2
    words = [place.tokens[n].word for n in range(denial.first, noun)]
    return not (words[-1:] == ["and"] or comma_before(noun, place)) if noun > denial.first else True


def _goes_beyond(denial: Found[str], hit: Hit, signs: Signs) -> bool:
    """Whether what is alleged ends between the two: "… of theft against victims of torture"."""
    return any(denial.last <= each.first < hit.first for each in signs.at("beyond"))


def _is_called(denial: Found[str], clause: Clause, signs: Signs) -> bool:
    """Whether it is told that somebody called it so."""
    return any(
        clause.first <= each.first and each.last <= denial.first for each in signs.at("attributed")
    )
