"""What of a topic stands in a place → how far the place speaks of it, how, and why that is said.

What is named in the head of a clause, or fills enough of a paragraph, or is named several times
over, or is the subject of the text by its title, is addressed. What is named by the way, or only
touched, is mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from counterdraft.cover.hits import Entry, Hit
from counterdraft.cover.infinitive import asked_from
from counterdraft.cover.places import Clause, Place, comma_before, inside
from counterdraft.cover.signs import Signs
from counterdraft.cover.stance import on_the_whole, sort_of, stance_of
from counterdraft.cover.titles import in_title
from counterdraft.lexicon.cover_words import CoverWords
from counterdraft.model.coverage import Degree, Stance

_ALWAYS = "to name it is to address it"
_TREATY = "the clause is about its treaty, and names it"
_SUBJECT = "it is what the text is on by its title, and named"
_LONGEST = 6  # words that a sign fills at most: two sides of a pair may stand far apart


class Judged(NamedTuple):
    """The degree, the stance, the hit that decides, and why."""

    degree: Degree
    stance: Stance | None
    hit: Hit
    clause: Clause | None
    why: str


def judge(
    place: Place,
    hits: Sequence[Hit],
    signs: Signs,
    words: CoverWords,
    *,
    always: bool = False,
    subject: bool = False,
) -> Judged:
    """What one or more hits of a topic come to in a place.

    ``always`` says that whatever names the topic addresses it, ``subject`` that the title of the
    text names it.
    """
    naming = [each for each in hits if each.entry.strength == "names"]
    spoken = [each for each in naming if not in_title(each.first, place, words)]
    heads = [each for each in spoken if _in_head(each, place, signs, words)]
    touching = [each for each in hits if each.entry.strength == "touches"]
    degree: Degree = "addressed" if heads else "mentioned"
    if heads:
        hit, why = _telling(heads, place, signs, words), "it is named in the head of a clause"
    elif spoken and (weight := _ALWAYS if always else _weight(spoken, place, words)):
        degree, hit, why = "addressed", spoken[0], weight
    elif naming and any(
        _in_head(each, place, signs, words) for each in _treaties(hits, place, words)
    ):
        degree, hit, why = "addressed", naming[0], _TREATY
    elif subject and (own := [each for each in spoken if not _is_in_list(each, place, words)]):
        degree, hit, why = "addressed", own[0], _SUBJECT
    elif naming:
        hit, why = naming[0], "it is named by the way"
    elif touching:
        hit, why = touching[0], "it is touched, and not named"
    else:
        degree, hit, why = "alluded", hits[0], "it is not named, and seen in this by who knows it"
    clause = _clause_of(hit, place)
    stance = _stance(hit, hits, place, signs, words)
    return Judged(degree, stance, hit, clause, why)


def _stance(
    first: Hit, hits: Iterable[Hit], place: Place, signs: Signs, words: CoverWords
) -> Stance | None:
    """That of the hit that decides; none where another, as strong, stands in the opposite one."""

    def stance(hit: Hit) -> Stance:
        return stance_of(hit, _clause_of(hit, place), signs, words, place)

    strength = first.entry.strength
    return on_the_whole((stance(e) for e in hits if e.entry.strength == strength), stance(first))


def _telling(heads: Sequence[Hit], place: Place, signs: Signs, words: CoverWords) -> Hit:
    """The first with which a clause does more than report: "takes note of …, and urges …"."""

    def reports(hit: Hit) -> bool:
        return stance_of(hit, _clause_of(hit, place), signs, words, place) == "reports"

    return next((each for each in heads if not reports(each)), heads[0])


def _clause_of(hit: Hit, place: Place) -> Clause | None:
    """The clause that it begins in; of one that begins with the verb, the clause of that verb."""
    return next((e for e in place.clauses if hit.first < e.last and e.first < hit.last), None)


def _treaties(hits: Iterable[Hit], place: Place, words: CoverWords) -> list[Hit]:
    """The treaties of a topic that are spoken of, and not of a title."""
    return [e for e in hits if e.entry.kind == "treaty" and not in_title(e.first, place, words)]


def _in_head(hit: Hit, place: Place, signs: Signs, words: CoverWords) -> bool:
    """Whether it stands in its clause before the clause turns to what is by the way."""
    clause = _clause_of(hit, place)
    if clause is None or _is_example(clause, place, signs, words):
        return False
    first = _taken_up(hit, clause, signs, words, place)
    listed = _lists_wrongs(hit, clause, signs, words)
    kinds = ("turn",) if listed else ("turn", "listing")
    turned = any(first < each.first <= hit.first for kind in kinds for each in signs.at(kind))
    if turned or hit.first >= first + (words.degree.wrongs if listed else words.degree.head):
        return False
    return listed or not _in_list(hit, clause, place, words)


def _is_example(clause: Clause, place: Place, signs: Signs, words: CoverWords) -> bool:
    """Whether it is a further thing of a list behind "such as", whose things semicolons part.

    What begins with "to" or "that" is the next thing that the verb states or asks for.
    """
    at = place.clauses.index(clause)
    for before, each in reversed([*pairwise(place.clauses[: at + 1])]):
        opens = place.tokens[each.first].word
        if before.verb is not clause.verb or before.last != each.first or opens in words.states:
            return False
        if any(inside(sign, before) for sign in signs.at("example")):
            return True
    return False


def _lists_wrongs(hit: Hit, clause: Clause, signs: Signs, words: CoverWords) -> bool:
    """Whether the organ condemns wrongs, of which it is one: the list is what the clause is about.

    An item of one that is a paragraph of its own has a subject of its own.
    """
    if not clause.own or clause.verb is None or sort_of(clause.verb, words) != "raises":
        return False
    return any(clause.first <= each.first < hit.first for each in signs.at("wrong"))


def _taken_up(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> int:
    """Where the clause begins, or last comes back to what it is about, or to what it asks for."""
    asks = clause.own and clause.verb is not None and sort_of(clause.verb, words) == "asks"
    kinds = ("resume", "further") if asks else ("resume",)
    again = [each.first for kind in kinds for each in signs.at(kind)]
    if asks and (asked := asked_from(clause, signs, words, place)) is not None:
        again.append(asked)
    return max([clause.first, *(first for first in again if clause.first < first <= hit.first)])


def _is_in_list(hit: Hit, place: Place, words: CoverWords) -> bool:
    """Whether it is one of many things of a list in its clause."""
    clause = _clause_of(hit, place)
    return clause is not None and _in_list(hit, clause, place, words)


def _in_list(hit: Hit, clause: Clause, place: Place, words: CoverWords) -> bool:
    """Whether it is one of many things of a list, with which the clause does not begin."""
    starts = [
        clause.first,
        *(n for n in range(clause.first + 1, clause.last) if comma_before(n, place)),
    ]
    ends = [*starts[1:], clause.last]
    short = [end - start <= words.degree.item for start, end in zip(starts, ends, strict=True)]
    at = sum(start <= hit.first for start in starts) - 1
    low = high = at
    while low > 0 and short[low - 1]:
        low -= 1
    while high + 1 < len(starts) and short[high + 1]:
        high += 1
    far = starts[low] - clause.first > words.degree.after
    return far and high - low + 1 >= words.degree.items


def _weight(naming: Sequence[Hit], place: Place, words: CoverWords) -> str | None:
    """Why what is named by the way is what the paragraph is about all the same."""
    if len(_different(naming)) >= words.degree.several:
        return "several terms of it are named"
    share = sum(min(each.last - each.first, _LONGEST) for each in naming) / len(place.tokens)
    return "it fills much of the paragraph" if share >= words.degree.share else None


def _different(naming: Sequence[Hit]) -> set[Entry]:
    """The terms that stand in words of their own."""
    apart: list[Hit] = []
    for each in naming:
        if not apart or each.first >= apart[-1].last:
            apart.append(each)
    return {each.entry for each in apart}
