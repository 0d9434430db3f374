"""A hit and the clause it stands in → what the clause does with it: its stance.

That an allegation is turned down comes first, whatever the verb; then the verb of the organ; where
that says nothing, what is said of the hit right beside it. Who tells others to end a wrong, or what
a remedy is for, raises nothing against anybody. Of what a body is for whose end is asked nothing is
asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from counterdraft.cover.asking import is_asked
from counterdraft.cover.denied import is_denied, is_no_matter
from counterdraft.cover.ended import is_dropped, is_ended, is_of_ended
from counterdraft.cover.hits import Hit
from counterdraft.cover.places import Clause, Place, comma_before, inside, within
from counterdraft.cover.signs import Signs
from counterdraft.cover.titles import in_title
from counterdraft.cover.voiced import voiced
from counterdraft.lexicon.cover_words import CoverWords
from counterdraft.model import Verb
from counterdraft.model.coverage import Stance
from counterdraft.text.phrases import Found

Sort = Literal["raises", "praises", "asks"]
_BESIDE = 6  # words between a hit and what is said to be wrong with it
_AFTER = 3  # the same where that follows: "women, who suffer"
_ROUND = 12  # words round a hit in which something says that a wrong is to be ended
_PRAISED = 15  # words between what is done well and what it is done about
GOOD: frozenset[Stance | None] = frozenset({"denies", "praises"})


def stance_of(
    hit: Hit, clause: Clause | None, signs: Signs, words: CoverWords, place: Place
) -> Stance:
    """What the clause that a hit stands in does with it; without any verb what its words say."""
    if clause is None:
        return "reports"
    sort = _sort(hit, clause, signs, words, place)
    if is_denied(hit, clause, signs, place, sort):
        return "denies"
    if sort != "praises" and is_ended(hit, clause, signs, words, place, sort):
        return "ends"
    if sort == "asks" and _is_of_none_asked(hit, clause, signs, words, place):
        return "reports"
    if sort == "raises" and is_no_matter(hit, clause, signs, place):
        return "reports"
    if sort == "raises" or sort == "asks":
        return sort
    if _is_remembered(hit, clause, signs, place):
        return "reports"
    if sort == "praises":
        done = _is_commended(hit, clause, signs, words, place) or _is_praised(
            hit, clause, signs, place
        )
        return "praises" if done else "reports"
    if clause.verb is None and is_asked(hit, clause, signs, words, place):
        return "asks"
    if _is_urged(hit, clause, signs, words):
        return "asks"
    return "raises" if _is_wrong(hit, clause, signs, words, place) else "reports"


def _sort(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> Sort | None:
    """What the clause does by its verb, or by concern or praise that is voiced before the hit."""
    if (voice := voiced(hit, clause, signs, words, place)) is not None:
        return voice
    return sort_of(clause.verb, words) if clause.verb else None


def on_the_whole(stances: Iterable[Stance | None], decisive: Stance | None) -> Stance | None:
    """The decisive stance; none where others of the same thing point the opposite way."""
    found = set(stances)
    return None if "raises" in found and found & GOOD else decisive


def sort_of(verb: Verb, words: CoverWords) -> Sort | None:
    """What a clause does by its verb: what modifies it ("with concern") comes first."""
    modifying = {word for adverb in verb.adverbs for word in adverb.lower().split()}
    modifying |= set(verb.text.lower().split())
    if modifying & words.raising_adverbs or verb.force in words.raises:
        return "raises"
    if modifying & words.praising_adverbs or verb.force in words.praises:
        return "praises"
    return "asks" if verb.force in words.asks else None


def _is_of_none_asked(
    hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place
) -> bool:
    """Whether it is no matter of what is asked: a title, or what is to be looked into no more."""
    return (
        in_title(hit.first, place, words)
        or _is_of_day(hit, clause, signs, place)
        or is_dropped(hit, clause, signs, words, place)
        or is_of_ended(hit, clause, signs, words, place)
    )


def _is_remembered(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether it is what is remembered: "the memorial for the victims of slavery"."""
    return any(
        inside(each, clause) and within(place, each.last, hit.first, _ROUND)
        for each in signs.at("memory")
    )


def _is_of_day(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether a day for its memory is called after it."""
    return any(
        inside(each, clause)
        and place.text[place.tokens[each.first].start].isupper()
        and within(place, each.last, hit.first, _BESIDE)
        for each in signs.at("memorial day")
    )


def _is_urged(hit: Hit, clause: Clause, signs: Signs, words: CoverWords) -> bool:
    """Whether others are told again to act on it: "reiterates that States are urged to"."""
    if clause.verb is None or clause.verb.force not in words.restates:
        return False
    return clause.own and any(
        each.first == clause.first and each.last <= hit.last and each.first <= hit.first
        for each in signs.at("urged")
    )


def _overlap(sign: Found[str], hit: Hit) -> bool:
    return sign.first < hit.last and hit.first < sign.last


def _is_commended(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> bool:
    """Whether somebody is praised for it, and no document is: "to those which have abolished"."""
    before = range(clause.first, hit.last)
    if any(each.first in before for each in signs.at("paper")):
        return False
    if not within(place, clause.first, hit.first, _PRAISED):
        return False
    if any(each.first == clause.first for each in signs.at("commending")):
        return True
    force = clause.verb.force if clause.verb else None
    return force in words.commends and not any(each.first in before for each in signs.at("turn"))


def _is_praised(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether the clause praises what is done about the topic, and not a document on it.

    A word in capitals is of a name: "the Organization for Security and Cooperation in Europe".
    """
    turns = [each.first for each in signs.at("turn")]
    return any(
        inside(each, clause)
        and each.first < hit.last
        and (each.last > hit.first or within(place, each.last, hit.first, _PRAISED))
        and not any(each.last <= turn < hit.first for turn in turns)
        and place.text[place.tokens[each.first].start].islower()
        for each in signs.at("praised")
    )


def _is_wrong(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> bool:
    """Whether right beside it, in words that are not its own, it is said to be a wrong."""
    if any(clause.first <= each.first < hit.first for each in signs.at("provided")):
        return False
    if _is_unlawful(hit, clause, signs, words, place):
        return True
    ended = [each for each in signs.at("remedy") if inside(each, clause)]
    if any(_is_round(each, hit, place) for each in ended if not _overlap(each, hit)):
        return False
    before = ((each.last, hit.first) for each in signs.at("wrong") if inside(each, clause))
    after = ((hit.last, each.first) for each in signs.at("suffered") if inside(each, clause))
    right_before = ((e.last, hit.first) for e in signs.at("forbidden") if inside(e, clause))
    return any(within(place, start, end, _BESIDE) for start, end in before) or any(
        within(place, start, end, _AFTER) for start, end in (*after, *right_before)
    )


def _is_unlawful(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> bool:
    """Whether the law is said to be against it: "constitutes a violation of", "is illegal"."""
    if any(clause.first <= each.first < hit.first for each in signs.at("hoped")):
        return False
    return any(
        inside(each, clause)
        and (hit.first < each.first < hit.last or within(place, hit.last, each.first, _BESIDE))
        and place.tokens[each.first].clause == place.tokens[hit.first].clause
        and not any(place.tokens[n].word in words.supposing for n in range(hit.last, each.first))
        and not _is_parted(each, words, place)
        for each in signs.at("unlawful")
    )


def _is_parted(sign: Found[str], words: CoverWords, place: Place) -> bool:
    """Whether its words are of two things: "is fundamental and any violation of it"."""
    inner = range(sign.first + 1, sign.last)
    return any(place.tokens[n].word in words.parting or comma_before(n, place) for n in inner)


def _is_round(sign: Found[str], hit: Hit, place: Place) -> bool:
    """Whether it begins at most so many words before the hit, or behind it."""
    if sign.first < hit.first:
        return within(place, sign.first, hit.first, _ROUND)
    return within(place, hit.last, sign.first, _ROUND - 1)
