"""A hit in words without a verb of a resolution → whether something about it is asked for there.

Such are notes, statements, articles. What asks is a verb of asking in the present, or a modal verb;
what was requested, the request as a thing, and what somebody else says should be done ask nothing.
"""

from __future__ import annotations

from itertools import pairwise

from counterdraft.cover.hits import Hit
from counterdraft.cover.places import Clause, Place, comma_before, inside, within
from counterdraft.cover.signs import Signs
from counterdraft.lexicon.cover_words import CoverWords
from counterdraft.text.phrases import Found

_AFTER = 25  # words between what asks and what it asks for
_BEFORE = 10  # the same where that stands first: "torture must end"
_PAST = 3  # words behind a modal verb in which the past stands: "should also have been"


def is_asked(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> bool:
    """Whether a word of asking stands near it, and asks."""
    return any(
        inside(each, clause)
        and _is_near(each, hit, place)
        and not _is_told(each, clause, signs, place)
        for each in (*_modals(signs, words, place), *_verbs(signs, words, place))
    )


def _modals(signs: Signs, words: CoverWords, place: Place) -> list[Found[str]]:
    return [each for each in signs.at("modal") if not _is_past(each, words, place)]


def _verbs(signs: Signs, words: CoverWords, place: Place) -> list[Found[str]]:
    return [
        each
        for each in signs.at("asking")
        if each.first == 0 or place.tokens[each.first - 1].word not in words.nouned
    ]


def _is_near(sign: Found[str], hit: Hit, place: Place) -> bool:
    if hit.first < sign.first:
        return within(place, hit.last, sign.first, _BEFORE) or hit.last > sign.first
    return within(place, sign.last, hit.first, _AFTER) or hit.first < sign.last


def _is_past(modal: Found[str], words: CoverWords, place: Place) -> bool:
    """Whether it is said what should have been, or must have been."""
    behind = [each.word for each in place.tokens[modal.last : modal.last + _PAST + 1]]
    return any(
        one in words.past and two.endswith(words.participles) for one, two in pairwise(behind)
    )


def _is_told(sign: Found[str], clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether it is told as somebody's words: before it without a comma, or after one."""
    told = [each for each in signs.at("told") if inside(each, clause)]
    return any(
        each.last <= sign.first
        and not any(comma_before(n, place) for n in range(each.last, sign.first + 1))
        for each in told
    ) or any(each.first >= sign.last and comma_before(each.first, place) for each in told)
